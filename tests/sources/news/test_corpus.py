"""News formats: the corpus of items, each as its expectation says; hostile ones under limits."""

import json
import resource
import subprocess
import sys
import time
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
    "json/lone-surrogate.json": ("NWS004", None),
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
import json, sys
from pathlib import Path
from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError
from publisher.sources import read
path = Path(sys.argv[1])
try:
    found = read(Source(path.name, path.read_bytes()), Metadata(language="en")).diagnostics
except PublisherError as failure:
    found = failure.diagnostics
print(json.dumps([(one.code, one.span.line if one.span else None) for one in found]))
"""


def under_limits(path: Path) -> list[tuple[str, int | None]]:
    """The codes and lines found in a file, by a process that has 512 MB and 5 seconds."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))

    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, path],
        preexec_fn=limit,
        capture_output=True,
        text=True,
        timeout=2 * SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert time.monotonic() - started < SECONDS
    return [(code, line) for code, line in json.loads(done.stdout)]


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


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_as_they_should(name: str) -> None:
    code, line = HOSTILE[name]
    found = under_limits(CORPUS / "hostile" / name)
    assert (code, line) in found or (line is None and code in [one for one, _ in found])


def test_files_too_deep_are_refused(tmp_path: Path) -> None:
    """As make_hostile.py makes them."""
    json_file, xml_file = tmp_path / "deep.json", tmp_path / "deep.xml"
    json_file.write_text("[" * 100_000 + "]" * 100_000)
    xml_file.write_text('<?xml version="1.0"?>\n' + "<nitf>" * 10_000 + "x" + "</nitf>" * 10_000)
    assert ("NWS002", 1) in under_limits(json_file)
    assert "SRC019" in [code for code, _ in under_limits(xml_file)]
