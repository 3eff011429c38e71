"""The checks on articles and books as people publish them: few findings, hardly a false one.

Run with -s to see the counts.
"""

from collections import Counter
from pathlib import Path

import pytest

from publisher.assets import Source
from publisher.checks.source import check_reading, fix_source
from publisher.configuration.metadata import Metadata
from publisher.sources import Reading, read

pytestmark = pytest.mark.corpus


def readings(paths: list[Path]) -> list[tuple[Source, Reading]]:
    sources = [Source(f"{path.stem}.txt", path.read_bytes()) for path in paths]
    return [(source, read(source, Metadata())) for source in sources]


def counts(paths: list[Path]) -> Counter[str]:
    """In how many of the sources each code is found."""
    return Counter(
        code
        for _, reading in readings(paths)
        for code in {found.diagnostic.code for found in check_reading(reading)}
    )


def test_news_articles_have_few_findings(corpus: Path) -> None:
    paths = sorted((corpus / "news-plain").glob("*.txt"))
    found = counts(paths)
    print(f"news-plain, {len(paths)} articles: {dict(sorted(found.items()))}")  # noqa: T201
    assert len(paths) >= 72
    # By eye: a dash typed as a hyphen, a stray joiner, straight marks, DebConf and Debconf are so.
    assert sum(found.values()) <= 0.2 * len(paths)
    assert found["LNT001"] + found["LNT002"] + found["LNT003"] + found["LNT007"] == 0
    assert found["LNT019"] <= 2


def test_novels_have_hardly_any(corpus: Path) -> None:
    paths = sorted((corpus / "books").glob("*/[0-9]*.md"))
    found = counts(paths)
    print(f"books, {len(paths)} chapters: {dict(sorted(found.items()))}")  # noqa: T201
    assert found["LNT001"] + found["LNT002"] <= 2  # a letter whose last line is not opened anew
    assert found["LNT003"] == found["LNT007"] == found["LNT011"] == 0
    assert found["LNT019"] <= 1  # Ernest, and the Importance of Being Earnest


@pytest.mark.parametrize(
    ("mark", "least"),
    # Without its closing mark a speech looks like one that runs on into the next paragraph.
    [("“", 0.95), ("”", 0.2)],
)
def test_a_mark_taken_out_of_a_novel_is_found(corpus: Path, mark: str, least: float) -> None:
    path = corpus / "books" / "pride-and-prejudice" / "01-chapter-1.md"
    text = path.read_text(encoding="utf-8")
    places = [at for at, character in enumerate(text) if character == mark]
    found = 0
    for at in places:
        damaged = Source("a.txt", (text[:at] + text[at + 1 :]).encode())
        codes = {each.diagnostic.code for each in check_reading(read(damaged, Metadata()))}
        found += bool(codes & {"LNT001", "LNT002"})
    print(f"{mark} taken out: {len(places)}, found: {found}")  # noqa: T201
    assert found >= least * len(places) > 5


def test_fixing_the_corpus_twice_changes_nothing_more(corpus: Path) -> None:
    for source, reading in readings(sorted((corpus / "news-plain").glob("*.txt"))):

        def again(changed: Source) -> Reading:
            return read(changed, Metadata())

        if done := fix_source(source, reading, again):
            fixed = Source(source.name, done.data)
            assert fix_source(fixed, again(fixed), again) is None
