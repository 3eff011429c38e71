"""A whole article, with the document that it becomes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError
from publisher.sources import read

GOLDEN = Path(__file__).parent / "golden"


def without_spans(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_spans(inner) for key, inner in value.items() if key != "span"}
    return [without_spans(inner) for inner in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.md")), ids=lambda path: path.stem)
def test_articles(path: Path, golden: Callable[[Path, str], None]) -> None:
    reading = read(Source(path.name, path.read_bytes()), Metadata())
    document = without_spans(msgspec.to_builtins(reading.document))
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    golden(path.with_suffix(".json"), text)
    assert reading.diagnostics == ()


@pytest.mark.corpus
def test_every_article_of_the_corpus_is_read(corpus: Path) -> None:
    paths = [*corpus.glob("markdown/*/*.md"), *corpus.glob("books/*/*.md")]
    empty = [
        path.parent.name
        for path in paths
        if path.name != "book.md"
        and not read(Source(path.name, path.read_bytes()), Metadata()).document.blocks
    ]
    assert len(paths) > 80
    assert empty == []


@pytest.mark.corpus
def test_hostile_files_give_what_is_expected(corpus: Path) -> None:
    found = {path.name: codes(path) for path in corpus.glob("hostile/markdown/*.md")}
    assert found == {
        "duplicate-slugs.md": [],
        "footnotes-odd.md": [("MKD020", 3), ("MKD021", 6), ("MKD023", 8)],
        "front-matter-bad.md": [("MKD001", 2)],
        "front-matter-tag.md": [("MKD002", 2)],
        "heading-levels.md": [],
        "image-file-url.md": [("MKD011", 3), ("MKD011", 5)],
        "image-metadata-service.md": [],
        "image-missing.md": [("MKD012", 5)],
        "image-path-traversal.md": [],
        "raw-script.md": [
            *(("HTM001", 3), ("HTM001", 5), ("HTM001", 7)),
            *(("MKD010", 7), ("MKD010", 7), ("MKD010", 7), ("HTM001", 9)),
        ],
        "unclosed.md": [],
    }


def codes(path: Path) -> list[tuple[str, int]]:
    try:
        found = read(Source(path.name, path.read_bytes()), Metadata(language="en")).diagnostics
    except PublisherError as fault:
        found = fault.diagnostics
    return [(each.code, each.span.line) for each in found if each.span]
