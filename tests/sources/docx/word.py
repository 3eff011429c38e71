"""Word files made for tests, from the XML of their parts, and their documents as an outline."""

import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

import msgspec

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.document.document import Document
from publisher.sources import Reading, read

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"

PARTS = ("styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer")
_ROOTS = {"header": "hdr", "footer": "ftr"}


def element(name: str, inner: str) -> str:
    return f"<w:{name} {_DECLARED}>{inner}</w:{name}>"


def word(
    body: str, *, core: str = "", targets: tuple[str, ...] = (), **parts: str | bytes
) -> bytes:
    """A Word file with this content of w:body.

    `parts` are the content of other parts by name, or, with a suffix as in `image_png`, the bytes
    of a file in word/media. `targets` are rows of the main part's relationships.
    """
    stream = io.BytesIO()
    rows = list(targets)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "_rels/.rels",
            _relationships(
                _row("d", "officeDocument", "word/document.xml"),
                f'<Relationship Id="c" Type="{_RELATIONSHIPS}/metadata/core-properties"'
                ' Target="docProps/core.xml"/>',
            ),
        )
        for name, content in parts.items():
            if isinstance(content, bytes):
                media = name.replace("_", ".")
                file.writestr(f"word/media/{media}", content)
                rows.append(_row(name, "image", f"media/{media}"))
            else:
                assert name in PARTS
                file.writestr(f"word/{name}.xml", element(_ROOTS.get(name, name), content))
                rows.append(_row(name, name, f"{name}.xml"))
        if core:
            file.writestr("docProps/core.xml", core)
        file.writestr("word/_rels/document.xml.rels", _relationships(*rows))
        file.writestr("word/document.xml", element("document", f"<w:body>{body}</w:body>"))
    return stream.getvalue()


def _relationships(*rows: str) -> str:
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{"".join(rows)}</Relationships>'


def _row(identifier: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identifier}" Type="{_KINDS}/{kind}" Target="{target}"/>'


def external(identifier: str, kind: str, target: str) -> str:
    return _row(identifier, kind, escape(target, {'"': "&quot;"})).replace(
        "/>", ' TargetMode="External"/>'
    )


def run(text: str, properties: str = "") -> str:
    marked = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{marked}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*content: str, style: str = "", properties: str = "") -> str:
    """A paragraph; what has no markup is a run of text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = (part if part.startswith("<") else run(part) for part in content)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{''.join(runs)}</w:p>"


def read_word(data: bytes, *, language: str | None = "en", name: str = "a.docx") -> Reading:
    return read(Source(name, data), Metadata(language=language))


def outline(document: Document) -> str:
    """The document as an indented outline without places, for golden files."""
    return "\n".join(_outline(json.loads(msgspec.json.encode(document)), 0)) + "\n"


def _outline(value: dict[str, Any], depth: int, key: str = "") -> Iterator[str]:
    """One line a node with its plain values; below it, deeper, the nodes that it holds."""
    held = {name: inner for name, inner in value.items() if name not in ("type", "span")}
    said = [f"{name}={inner!r}" for name, inner in held.items() if not _holds(inner)]
    lead = [f"{key}:"] if key else []
    yield "  " * depth + " ".join((*lead, *([value["type"]] if "type" in value else []), *said))
    for name, inner in held.items():
        if _holds(inner):
            shown = "" if name in ("children", "blocks", "items") else name
            yield from _held(inner, depth + 1, shown)


def _holds(value: object) -> bool:
    first = value[0] if isinstance(value, list) and value else value
    return isinstance(first, dict | list) and bool(first)


def _held(value: Any, depth: int, key: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from _outline(value, depth, key)
    else:
        for inner in value:
            if isinstance(inner, dict):
                yield from _outline(inner, depth, key)
            else:
                yield f"{'  ' * depth}{key}:"
                yield from _held(inner, depth + 1, "")
