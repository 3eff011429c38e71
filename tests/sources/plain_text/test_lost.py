"""Nothing is lost: what a plain text holds, less the recorded changes, is in its document."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError
from publisher.document.nodes import Text
from publisher.document.text import leaves, plain, runs
from publisher.sources import Reading, read
from publisher.sources.plain_text.decode import decode
from publisher.sources.source_map import LINE_END
from tests.conftest import CORPUS
from tests.strategies import articles, texts

ARTICLES = sorted((CORPUS / "news-plain").glob("*.txt"))


def read_text(text: str) -> Reading:
    return read(Source("article.txt", text.encode()), Metadata(language="en"))


def in_the_document(reading: Reading) -> str:
    """All words of the document, in the order of their places in the source."""
    meta = reading.document.meta
    pieces = [
        (leaf.span.line, leaf.span.column, leaf.text)
        for run in runs(reading.document)
        for leaf in leaves(run)
        if isinstance(leaf, Text) and leaf.span
    ]
    bylines = iter([byline.text for byline in meta.byline if byline.text])
    pieces += [(role.first, 0, next(bylines)) for role in reading.lines if role.role == "byline"]
    dates = [role for role in reading.lines if role.role == "dateline"]
    if meta.dateline and not meta.dateline.run_in:
        pieces.append((dates[0].first, 0, meta.dateline.text))
    return "".join(text for _, _, text in sorted(pieces))


def left_of_the_source(raw: str, reading: Reading) -> str:
    """The source's characters less the recorded changes and the line ends between blocks."""
    kept = raw
    for change in sorted(
        (change for change in reading.normalisations if change.rule != "byte-order-mark"),
        key=lambda change: (change.span.line, change.span.column),
        reverse=True,
    ):
        start = offset(kept, change.span.line, change.span.column)
        assert kept[start : start + len(change.before)] == change.before
        kept = kept[:start] + change.after + kept[start + len(change.before) :]
    return LINE_END.sub("", kept)


def offset(text: str, line: int, column: int) -> int:
    """The offset of a line and column in `text`, counted as the contract says."""
    starts = [0, *(found.end() for found in LINE_END.finditer(text))]
    return starts[line - 1] + column - 1


@given(texts | articles)
@example("H\n\n \x0c a\u2028\u2029\x85b\r\n")
@example("\ufeff\ufeffH\n\n“\t ”")
@example("By\n\nBy Ann Lee, reporter\nBy Bo Ek\n3 May 2024\n4 May 2024\n\nText")
@example("H\n\nA word-\nbroken line, and\nmore.\n\n> said\n> so\n\n1. one\n2. two\n\n| a | b |")
def test_nothing_is_lost(text: str) -> None:
    if not any(unicodedata.category(character)[0] not in "CZ" for character in text):
        with pytest.raises(PublisherError) as caught:
            read_text(text)
        assert caught.value.diagnostics[0].code in ("SRC003", "SRC004")
        return
    reading = read_text(text)
    assert in_the_document(reading) == left_of_the_source(text.removeprefix("\ufeff"), reading)


@given(texts | articles)
def test_every_character_leads_back_to_its_place(text: str) -> None:
    try:
        reading = read_text(text)
    except PublisherError:
        return
    raw = text.removeprefix("\ufeff")
    for run in runs(reading.document):
        for leaf in leaves(run):
            assert leaf.span
            for at, character in enumerate(plain((leaf,))):
                place = reading.source_map.within(leaf.span, at, at + 1)
                found = raw[offset(raw, place.line, place.column) :][:1]
                assert found == character or (
                    character in " \u00a0\u2007\u202f" and found.isspace()
                )


@given(texts | articles)
def test_each_line_has_a_role(text: str) -> None:
    try:
        reading = read_text(text)
    except PublisherError:
        return
    covered = [
        line
        for role in reading.lines
        if role.rule != "run-in-dateline"
        for line in range(role.first, role.last + 1)
    ]
    ends = LINE_END.split(text.removeprefix("\ufeff"))
    assert covered == list(range(1, len(ends) + (ends[-1] != "")))


@pytest.mark.corpus
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem[:24])
def test_nothing_of_the_corpus_is_lost(path: Path) -> None:
    source = Source(path.name, path.read_bytes())
    reading = read(source, Metadata())
    raw = decode(source).text
    assert in_the_document(reading) == left_of_the_source(raw, reading)
