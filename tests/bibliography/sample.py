"""References and citations that several tests set."""

from functools import cache
from pathlib import Path

from publisher.assets import Source
from publisher.bibliography import Library
from publisher.bibliography.reading import read_references
from publisher.configuration.metadata import Metadata
from publisher.document.document import Document
from publisher.document.nodes import (
    Cite,
    CiteItem,
    Emphasis,
    Inlines,
    Link,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from publisher.document.text import plain
from publisher.sources import read

GOLDEN = Path(__file__).parent / "golden"

_MARKS = {Emphasis: "*", Strong: "**", Superscript: "^", Subscript: "~", SmallCaps: "%"}


@cache
def library() -> Library:
    """All usual kinds of works."""
    path = GOLDEN / "references.json"
    return read_references(Source(path.name, path.read_bytes()))


def document(text: str) -> Document:
    """A Markdown text as a document."""
    return read(Source("a.md", f"# T\n\n{text}".encode()), Metadata()).document


def cite(*items: CiteItem | str) -> Cite:
    works = tuple(CiteItem(item) if isinstance(item, str) else item for item in items)
    return Cite(keys=tuple(work.key for work in works), items=works)


def written(run: Inlines) -> str:
    """The run with marks for its formats: *emphasis*, **strong**, ^raised^, [link](#address)."""
    pieces = []
    for node in run:
        inner = written(getattr(node, "children", ()))
        if isinstance(node, Text):
            pieces.append(node.text)
        elif isinstance(node, Link):
            same = plain(node.children) == node.href
            pieces.append(f"<{node.href}>" if same else f"[{inner}]({node.href})")
        else:
            mark = _MARKS.get(type(node), "")
            pieces.append(f"{mark}{inner}{mark}")
    return "".join(pieces)
