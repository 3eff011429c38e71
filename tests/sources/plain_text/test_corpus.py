"""How right the reader is on real articles in 13 languages: a table, and what it must reach."""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator

import pytest

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.document.summary import summary
from publisher.sources import read
from tests.conftest import CORPUS

REQUIRED = {
    "headline": 0.99,
    "standfirst": 0.95,
    "byline": 0.95,
    "dateline": 0.95,
    "paragraphs": 0.95,
    "subheads": 0.9,
    "lists": 0.9,
    "tables": 0.9,
    "language": 0.98,
}


def _scores() -> Iterator[tuple[str, str, bool]]:
    """Language, measure, and whether it was right, of each article of the corpus."""
    for path in sorted((CORPUS / "news-plain").glob("*.expected.json")):
        expected = {"tables": 0, **json.loads(path.read_text(encoding="utf-8"))}
        article = path.with_name(path.name.replace(".expected.json", ".txt"))
        reading = read(Source(article.name, article.read_bytes()), Metadata())
        found = {**summary(reading.document), "language": reading.language.value}
        for measure in REQUIRED:
            yield expected["language"], measure, found[measure] == expected[measure]


@pytest.mark.corpus
def test_structure_of_the_corpus(capsys: pytest.CaptureFixture[str]) -> None:
    right: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for language, measure, is_right in _scores():
        right[language, measure].append(is_right)
        right["all", measure].append(is_right)
    languages = sorted({language for language, _ in right})
    rows = [("", *REQUIRED)]
    for language in languages:
        found = (right[language, measure] for measure in REQUIRED)
        rows.append((language, *(f"{sum(cell)}/{len(cell)}" for cell in found)))
    with capsys.disabled():
        sys.stdout.writelines("".join(f"{cell:>11}" for cell in row) + "\n" for row in rows)
    for measure, share in REQUIRED.items():
        cells = right["all", measure]
        assert len(cells) >= 60
        assert sum(cells) >= share * len(cells), measure
