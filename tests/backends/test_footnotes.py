"""Which notes go to the foot of a page, and which stay at the end."""

from xml.etree.ElementTree import Element, fromstring, tostring

import pytest

from publisher.backends.pdf.footnotes import place_notes

CALL = '<a class="note-call" href="#n{0}">{0}</a>'


def page(text: str, *notes: str) -> Element:
    made = "".join(
        f'<aside class="note" id="n{at}">\n<p>{note}</p>\n</aside>'
        for at, note in enumerate(notes, 1)
    )
    return fromstring(f'<article>{text}<section class="notes">{made}</section></article>')


def test_a_note_moves_behind_its_first_call() -> None:
    call = CALL.format(1)
    root = page(f"<p>A{call} b <i>c{call}</i> d</p>", "Words")
    place_notes(root, "foot")
    note = '<aside class="note at-foot" id="n1"><p>Words</p></aside>'
    assert tostring(root, encoding="unicode") == (
        f"<article><p>A{call}{note} b <i>c{call}</i> d</p></article>"
    )


def test_a_note_that_nothing_calls_stays() -> None:
    root = page(f"<p>{CALL.format(1)}</p>", "One", "Two")
    place_notes(root, "foot")
    assert [note.get("id") for section in root.iter("section") for note in section] == ["n2"]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (f"<p>{CALL.format(1)}</p>", "long " * 200),
        (f"<p>{CALL.format(1)}</p>", f"calls {CALL.format(1)}"),
        (f"<p>{CALL.format(1)}</p>", "<table><tr><td>a</td></tr></table>"),
        (f"<table><thead><tr><th>{CALL.format(1)}</th></tr></thead></table>", "Words"),
        (f"<h1>{CALL.format(1)}</h1>", "Words"),
    ],
)
def test_all_notes_stay_at_the_end_where_one_has_no_place_at_a_foot(text: str, note: str) -> None:
    root = page(text, note)
    place_notes(root, "foot")
    assert [len(section) for section in root.iter("section")] == [1]


def test_each_part_decides_for_its_own_notes() -> None:
    long, short = page(f"<p>{CALL.format(1)}</p>", "long " * 200), page("<p>B</p>")
    root = Element("body")
    root.extend([long, short])
    other = CALL.replace("n{0}", "m{0}").format(1)
    short.insert(0, fromstring(f"<p>A{other}</p>"))
    next(short.iter("section")).append(fromstring('<aside class="note" id="m1"><p>W</p></aside>'))
    place_notes(root, "foot")
    assert [note.get("class") for note in root.iter("aside")] == ["note", "note at-foot"]


def test_notes_in_the_margin_and_notes_that_stay_together() -> None:
    root = page(f"<p>A{CALL.format(1)} b</p>", "Words")
    place_notes(root, "chapter")
    assert [note.get("class") for note in root.iter("aside")] == ["note"]
    place_notes(root, "margin")
    assert [note.get("class") for note in root.iter("aside")] == ["note in-margin"]
    assert not list(root.iter("section"))
