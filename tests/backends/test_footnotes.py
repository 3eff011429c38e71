"""Which notes go to the foot of a page, and which stay at the end."""

from xml.etree.ElementTree import Element, fromstring, tostring

import pytest

from publisher.backends.pdf.footnotes import move_to_foot

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
    move_to_foot(root)
    note = '<aside class="note at-foot" id="n1"><p>Words</p></aside>'
    assert tostring(root, encoding="unicode") == (
        f"<article><p>A{call}{note} b <i>c{call}</i> d</p></article>"
    )


def test_a_note_that_nothing_calls_stays() -> None:
    root = page(f"<p>{CALL.format(1)}</p>", "One", "Two")
    move_to_foot(root)
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
    move_to_foot(root)
    assert [len(section) for section in root.iter("section")] == [1]
