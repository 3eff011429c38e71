"""What the tests of this folder share: reading a text, and its findings with their places."""

import pytest

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError
from publisher.document.nodes import Block, Blocks, Inline, Inlines, Paragraph
from publisher.sources import Reading, read

TITLE = "---\ntitle: T\n---\n"
"""Front matter of three lines, so that no heading is the title."""


def read_markdown(text: str, given: Metadata | None = None) -> Reading:
    """The reading of a text in English."""
    return read(Source("article.md", text.encode()), given or Metadata(language="en"))


def blocks(text: str) -> Blocks:
    """The blocks of a text below its title."""
    return read_markdown(TITLE + text).document.blocks


def block(text: str) -> Block:
    """The only block of a text."""
    (found,) = blocks(text)
    return found


def run(text: str) -> Inlines:
    """The inlines of a text that is one paragraph."""
    found = block(text)
    assert isinstance(found, Paragraph)
    return found.children


def inline(text: str) -> Inline:
    """The only inline of a text."""
    (found,) = run(text)
    return found


def findings(text: str) -> list[tuple[str, int, int]]:
    """The code, line and column of each finding."""
    found = read_markdown(text).diagnostics
    assert all(each.help for each in found)
    return [(each.code, each.span.line, each.span.column) for each in found if each.span]


def faults(text: str) -> list[tuple[str, int, int]]:
    """The code, line and column of each fault that reading a text raises."""
    with pytest.raises(PublisherError) as caught:
        read_markdown(text)
    found = caught.value.diagnostics
    assert all(each.help for each in found)
    return [(each.code, each.span.line, each.span.column) for each in found if each.span]
