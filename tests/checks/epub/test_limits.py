"""Whatever a book holds: the checks end, in bounds, and raise nothing but what they say."""

import contextlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.checks.epub import book as books_module
from publisher.checks.epub.catalogue import CHECKS, MOST, check_book
from publisher.checks.epub.entities import entity_fault
from publisher.checks.epub.inspection import inspect
from publisher.checks.epub.sheets import UnreadableSheet, declarations
from publisher.checks.epubcheck import Message
from publisher.checks.epubcheck_apart import MOST as MOST_MESSAGES
from publisher.checks.epubcheck_apart import _first
from publisher.diagnostics import PublisherError
from tests.checks.epub.books import GOOD, book, packed, spoiled

END = ("two.xhtml", "<p>More.</p>")
TEXTS = sorted(name for name, content in GOOD.items() if isinstance(content, str))
PIECES = st.sampled_from(
    """< > & /> " <p> </section> \u00ad &#173; &nbsp; \0 \ufffe <!-- <![CDATA[ ]]> xml:lang="x-"
    href="a:b" href="//" href="%zz" href="../.." url( { } @media : ; 1e9px <!DOCTYPE
    [ 漢字""".split()
)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(TEXTS), st.integers(0, 4000), st.integers(0, 60), st.lists(PIECES, max_size=4)
)
def test_a_spoiled_text_raises_nothing_else(
    name: str, start: int, length: int, pieces: list[str]
) -> None:
    text = str(GOOD[name])
    start %= len(text) + 1
    changed = text[:start] + "".join(pieces) + text[start + length :]
    with contextlib.suppress(PublisherError):
        check_book(book({**GOOD, name: changed}), enabled=tuple(CHECKS))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=30), st.integers(0, 3000), st.integers(0, 3))
def test_a_spoiled_archive_raises_nothing(data: bytes, start: int, kept: int) -> None:
    whole = packed({name: GOOD[name] for name in TEXTS})
    start %= len(whole)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "seed.epub"
        path.write_bytes(whole[:start] + data + whole[start + kept :])
        inspect(path)


def test_of_many_findings_the_first_are_told() -> None:
    found = check_book(book(spoiled((*END, "<p/>" * (MOST + 10)))))
    assert [each.code for each in found] == ["ELT010"] * MOST + ["ELT006"]


def test_of_many_messages_the_worst_are_told() -> None:
    notes = [Message("A", "usage", "", "", "a", line, 1) for line in range(MOST_MESSAGES)]
    error = Message("B", "error", "", "", "b", 1, 1)
    kept = _first((*notes, error))
    assert len(kept) == MOST_MESSAGES
    assert kept[-1] == error


@pytest.mark.parametrize("sheet", ["a{b:" + "(" * 100_000, "a{" * 50_000, "x" * 1_000_001])
def test_a_sheet_that_is_too_deep_or_too_long_is_left_out(sheet: str) -> None:
    with pytest.raises(UnreadableSheet):
        declarations(sheet)
    found = check_book(book({**GOOD, "EPUB/book.css": sheet}))
    assert "ELT005" in {each.code for each in found}


def test_documents_that_are_too_many_tags_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books_module, "_MOST_TAGS", 60)
    found = check_book(book())
    assert {each.code for each in found} >= {"ELT005"}


@pytest.mark.parametrize(("digits", "codes"), [(300, []), (200_000, ["ELT005"])])
def test_a_long_number_in_a_style_costs_no_time(digits: int, codes: list[str]) -> None:
    files = spoiled(("book.css", "1.5em", "1" * digits + "em"))
    assert [each.code for each in check_book(book(files))] == codes


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("<!ENTITY a 'b'> &a;", None),
        ("<!ENTITY a '&a;'>", "itself"),
        ("<!ENTITY a SYSTEM 'file:a'>", "another file"),
        (
            "".join(f"<!ENTITY e{n} 'x{f'&e{n + 1};' * 10}'>" for n in range(5000)) + "&e0;",
            "1,000,000",
        ),
        ("".join(f"<!ENTITY e{n} 'x'>" for n in range(10_001)), "10,001"),
    ],
    ids=range(5),
)
def test_entities(text: str, fault: str | None) -> None:
    found = entity_fault(text.encode())
    assert (found is None) if fault is None else (found is not None and fault in found)
