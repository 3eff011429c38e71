"""News formats: the corpus of items, each as its expectation says; hostile ones under limits."""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError, Severity
from publisher.document.nodes import Figure, Heading, List, Paragraph, Table
from publisher.document.text import plain
from publisher.sources import read
from tests.conftest import CORPUS

pytestmark = pytest.mark.corpus
ITEMS = CORPUS / "newsformats"
EXPECTED = sorted(ITEMS.glob("*.expected.json"))
HOSTILE = {
    "json/lone-surrogate.json": ("NWS004", 1),
    "json/wrong-types.json": ("NWS008", 1),
    "json/truncated.json": ("NWS001", 1),
    "json/duplicate-keys.json": ("NWS003", 1),
    "xml/billion-laughs.xml": ("SRC014", 2),
    "xml/external-entity.xml": ("SRC014", 2),
    "xml/not-well-formed.xml": ("SRC016", 4),
    "xml/wrong-encoding-declared.xml": ("SRC018", 1),
    "xml/xinclude.xml": ("SRC015", 1),
}
MEMORY = 512_000_000
SECONDS = 5.0
PROGRAM = """
import json, sys, time
from pathlib import Path
from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError
from publisher.sources import read
for path in map(Path, sys.argv[1:]):
    started = time.monotonic()
    try:
        found = read(Source(path.name, path.read_bytes()), Metadata(language="en")).diagnostics
    except PublisherError as failure:
        found = failure.diagnostics
    codes = [(one.code, one.span.line if one.span else None) for one in found]
    print(json.dumps([codes, time.monotonic() - started]))
"""


def under_limits(paths: list[Path]) -> list[list[tuple[str, int | None]]]:
    """The codes and lines found in each file, by a process of 512 MB, within 5 seconds each."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))

    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, paths)],
        preexec_fn=limit,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(seconds < SECONDS for _, seconds in rows)
    return [[(code, line) for code, line in codes] for codes, _ in rows]


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.name.split(".")[0])
def test_items_are_read_as_expected(path: Path) -> None:
    expected = json.loads(path.read_text(encoding="utf-8"))
    item = path.with_name(path.name.removesuffix(".expected.json"))
    document = read(Source(item.name, item.read_bytes()), Metadata()).document
    meta = document.meta
    got = {
        "headline": plain(meta.title),
        "paragraphs": sum(isinstance(block, Paragraph) for block in document.blocks),
        "language": meta.language,
        "byline": next((byline.name for byline in meta.byline), None),
        "dateline": meta.dateline.text if meta.dateline else None,
        "standfirst": plain(meta.standfirst),
        "subheads": [plain(b.children) for b in document.blocks if isinstance(b, Heading)],
        "lists": sum(isinstance(block, List) for block in document.blocks),
        "tables": sum(isinstance(block, Table) for block in document.blocks),
        "images": sum(isinstance(block, Figure) for block in document.blocks),
    }
    assert {key: got[key] for key in expected} == expected


@pytest.mark.parametrize(
    "path",
    [
        one
        for one in sorted(ITEMS.glob("*.*"))
        if one.suffix in (".xml", ".json") and "expected" not in one.name
    ],
    ids=lambda path: path.name,
)
def test_every_item_is_read_without_a_warning_or_refused_with_reason(path: Path) -> None:
    source = Source(path.name, path.read_bytes())
    if path.name == "ninjs-not-valid-extension.json":
        with pytest.raises(PublisherError, match="NWS005"):
            read(source, Metadata())
        return
    reading = read(source, Metadata())
    warned = {one.code for one in reading.diagnostics if one.severity is not Severity.INFO}
    assert warned == ({"NWS006", "NWS007"} if path.name == "g2-01-news-item.xml" else set())
    assert reading.document.meta.title


def test_hostile_files_end_as_they_should(tmp_path: Path) -> None:
    """Those of the corpus, and the two that make_hostile.py would make."""
    json_file, xml_file = tmp_path / "deep.json", tmp_path / "deep.xml"
    json_file.write_text("[" * 100_000 + "]" * 100_000)
    xml_file.write_text('<?xml version="1.0"?>\n' + "<nitf>" * 10_000 + "x" + "</nitf>" * 10_000)
    expected = {
        **{CORPUS / "hostile" / name: outcome for name, outcome in HOSTILE.items()},
        json_file: ("NWS002", 1),
        xml_file: ("SRC019", 2),
    }
    found = dict(zip(expected, under_limits(list(expected)), strict=True))
    assert {path for path, outcome in expected.items() if outcome not in found[path]} == set()
