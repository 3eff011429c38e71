"""Fixes: only what is safe, each byte else as it was, and the second time nothing."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.assets import Source
from publisher.checks.source import fix_source
from publisher.checks.source.diff import unified_diff
from publisher.configuration.metadata import Metadata
from publisher.document.nodes import Paragraph, Text
from publisher.sources.reading import Reading
from publisher.sources.source_map import SourceMap
from publisher.span import Span
from tests.checks.source.subjects import HEAD, document_reading, fixed, fixed_bytes, paragraph

FAULTY = "On marks\r\n\r\nHe took the  the bus - and  went.\r\nA last line"
RIGHT = "On marks\r\n\r\nHe took the bus – and went.\r\nA last line"


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_line_ends_and_a_byte_order_mark_stay(mark: bytes) -> None:
    done = fixed_bytes(mark + FAULTY.encode())
    assert done
    assert done.data == mark + RIGHT.encode()


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-32-le", codecs.BOM_UTF32_LE),
    ],
)
def test_the_encoding_stays(encoding: str, mark: bytes) -> None:
    done = fixed_bytes(mark + FAULTY.encode(encoding))
    assert done
    assert done.data == mark + RIGHT.encode(encoding)


def test_what_the_encoding_does_not_have_is_not_written() -> None:
    given = Metadata(language="en", encoding="iso-8859-1")
    done = fixed_bytes("Café\n\nThe  caf\u00e9 - here.\n".encode("iso-8859-1"), given)
    assert done
    assert done.data == "Café\n\nThe caf\u00e9 - here.\n".encode("iso-8859-1")


def test_the_lines_changed_are_told_with_the_codes() -> None:
    done = fixed_bytes(FAULTY.encode())
    assert done
    (line,) = done.lines
    assert (line.line, line.after) == (3, "He took the bus – and went.")
    assert line.codes == ("LNT003", "LNT004", "LNT006")


def test_nothing_to_fix_is_no_fix() -> None:
    assert fixed_bytes(RIGHT.encode()) is None
    assert fixed_bytes(FAULTY.encode(), disabled=("doubled-words", "LNT004", "hyphens")) is None


def test_a_format_that_is_not_text_is_not_fixed() -> None:
    span = Span("a.docx", 1, 1, 1, 9)
    reading = document_reading(paragraph("He  went.", span), raw="He  went.")
    source = Source("a.docx", b"PK\x03\x04 other bytes")
    assert fix_source(source, reading, lambda changed: reading) is None


def test_text_that_the_source_writes_otherwise_is_not_fixed() -> None:
    """In markup "the &amp; &amp;" the document's words are not the source's."""
    raw = "of &#32;the the\n"
    span = Span("a.md", 1, 1, 1, 16)
    text = Text(text="of  the the", span=span)
    reading = document_reading(Paragraph(children=(text,), span=span), raw=raw)
    assert fix_source(Source("a.md", raw.encode()), reading, lambda changed: reading) is None


def test_a_fix_that_would_change_the_structure_is_not_made() -> None:
    """A reader that takes a line with one space for a heading: the fix of two spaces is unsafe."""

    def read(source: Source) -> Reading:
        raw = source.data.decode()
        blocks = []
        for number, line in enumerate(raw.splitlines(), start=1):
            text = Text(text=line, span=Span("a.md", number, 1, number, len(line) + 1))
            if "  " in line or "safe" in line:
                blocks.append(Paragraph(children=(text,)))
        reading = document_reading(*blocks)
        return Reading(reading.document, SourceMap("a.md", raw), reading.language)

    source = Source("a.md", b"safe  one\nother  two\nsafe  three\nmore  four\n")
    done = fix_source(source, read(source), read)
    assert done
    assert done.data == b"safe one\nother  two\nsafe three\nmore  four\n"


_WORDS = "the a and Wort und sm\u0430ll Kyiv Kiev 1990-1995 שלום By Ann Lee".split()
_MARKS = list("-\"“”„'’«»—.,\u200b\u202c\u2069\u200e")
_SPACES = [" ", "  ", " - ", "– ", "--", "\n", "\n\n", "\r\n", "\t", "\u00a0", "* ", "1. "]
_PIECES = st.sampled_from([*_WORDS, *_MARKS, *_SPACES])


@given(st.lists(_PIECES, max_size=40).map("".join), st.sampled_from(["en", "de", "fr", "ru", "he"]))
def test_fixing_twice_changes_nothing_more(text: str, language: str) -> None:
    once = fixed(text, language)
    assert fixed(once, language) == once


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_the_diff_is_what_is_written(text: str) -> None:
    before, after = HEAD + text, HEAD + fixed(text)
    assert _patched(before, unified_diff("a.txt", before, after)) == after


def _patched(text: str, diff: str) -> str:
    """What `patch` makes of a text: each hunk's old rows there, its new ones in their place."""
    if not diff:
        return text
    old, new = text.split("\n"), text.split("\n")
    rows = diff.removesuffix("\n").split("\n")[2:]
    at = 0
    for row in rows:
        if row.startswith("@@"):
            at = taken = int(row.split()[1].removeprefix("-").split(",")[0]) - 1
        elif row.startswith("+"):
            new[at] = row[1:]
            at += 1
        elif row.startswith("-"):
            assert old[taken] == row[1:]
            taken += 1
        elif row.startswith(" "):
            at = max(at, taken)
            assert old[at] == row[1:]
            at += 1
            taken = at
    return "\n".join(new)


def test_the_diff_has_three_lines_around_and_names_a_missing_line_end() -> None:
    before = "\n".join(f"line {number}" for number in range(1, 21))
    after = before.replace("line 5", "line V").replace("line 20", "line XX")
    assert unified_diff("a.txt", before, after) == (
        "--- a.txt\n+++ a.txt\n@@ -2,7 +2,7 @@\n line 2\n line 3\n line 4\n-line 5\n+line V\n"
        " line 6\n line 7\n line 8\n@@ -17,4 +17,4 @@\n line 17\n line 18\n line 19\n"
        "-line 20\n\\ No newline at end of file\n+line XX\n\\ No newline at end of file\n"
    )
    assert unified_diff("a.txt", before, before) == ""
