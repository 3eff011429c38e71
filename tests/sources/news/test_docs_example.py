"""The item in docs/news-formats.md is read as the page says."""

import re

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.document.nodes import Paragraph, Strong
from publisher.document.text import plain
from publisher.sources import read
from tests.conftest import ROOT


def test_the_example_is_read_as_the_page_says() -> None:
    page = (ROOT / "docs" / "news-formats.md").read_text(encoding="utf-8")
    example = re.search(r"(?ms)^```json\n(.*?)^```", page)
    assert example
    found = read(Source("item.ninjs", example[1].encode()), Metadata())
    meta = found.document.meta
    assert plain(meta.title) == "A lighthouse gets a smaller light"
    assert [byline.name for byline in meta.byline] == ["Nora Hale"]
    assert meta.dateline
    assert (meta.dateline.place, meta.date) == ("Skerry Bay", "2026-05-03")
    assert meta.rights == "The Signal. Not for archives"
    (paragraph,) = found.document.blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(paragraph.children[1], Strong)
    assert [one.code for one in found.diagnostics] == ["NWS009", "NWS006"]
    assert {line.rule for line in found.lines} >= {"headlines[0].value", "bodies[1].value"}
