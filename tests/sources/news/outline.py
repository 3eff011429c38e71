"""A reading as an outline that people can read: what golden files hold."""

from collections.abc import Iterator

import msgspec

from publisher.document.nodes import Aside, Blocks, Figure, List, Paragraph, Quote, Table
from publisher.document.text import plain
from publisher.sources.reading import Reading


def outline(reading: Reading) -> str:
    """Metadata, blocks with their lines, notes, roles, changes and findings, a row each."""
    return "\n".join((*_meta(reading), "", *_text(reading), "", *_how(reading), ""))


def _meta(reading: Reading) -> Iterator[str]:
    meta = reading.document.meta
    for name in meta.__struct_fields__:
        value = getattr(meta, name)
        if name in ("title", "standfirst", "kicker"):
            value = plain(value)
        elif name in ("byline", "dateline"):
            value = msgspec.json.encode(value).decode() if value else None
        elif name == "subjects":
            value = ", ".join(value)
        if value:
            yield f"{name}: {value}"


def _text(reading: Reading) -> Iterator[str]:
    yield from blocks(reading.document.blocks)
    for name, note in reading.document.notes.items():
        yield f"note {name}"
        yield from blocks(note, 1)
    for name, data in reading.embedded.items():
        yield f"embedded {name}, {len(data)} bytes"


def blocks(found: Blocks, depth: int = 0) -> Iterator[str]:
    """A row a block, what it holds below it."""
    for block in found:
        lines = f"{block.span.line}-{block.span.end_line}" if block.span else "?"
        kind = str(block.__struct_config__.tag)
        level = f" {block.level}" if hasattr(block, "level") else ""
        start = f"{'  ' * depth}{kind}{level} [{lines}]"
        if isinstance(block, Figure):
            images = ", ".join(f"{image.src} ({image.alt})" for image in block.images)
            yield f"{start} {images} | {plain(block.caption)} | {plain(block.credit)}"
        elif isinstance(block, Aside | Quote):
            role = f" {block.role}" if isinstance(block, Aside) and block.role else ""
            yield f"{start}{role}"
            yield from blocks(block.blocks, depth + 1)
            if isinstance(block, Quote) and block.attribution:
                yield f"{'  ' * depth}  — {plain(block.attribution)}"
        elif isinstance(block, List):
            yield start
            for item in block.items:
                yield from blocks(item.blocks, depth + 1)
        elif isinstance(block, Table):
            yield start
            for row in block.rows:
                cells = (
                    "/".join(
                        plain(one.children) for one in cell.blocks if isinstance(one, Paragraph)
                    )
                    for cell in row
                )
                yield f"{'  ' * depth}  {' | '.join(cells)}"
        else:
            yield f"{start} {plain(getattr(block, 'children', ()))}"


def _how(reading: Reading) -> Iterator[str]:
    choice = reading.language
    yield f"language by {choice.rule}"
    for line in reading.lines:
        yield f"{line.first}-{line.last} {line.role}: {line.rule} ({line.reason})"
    for change in reading.normalisations:
        yield f"{change.span.line} {change.rule}: {change.before!r} -> {change.after!r}"
    for found in reading.diagnostics:
        place = f"{found.span.line}:{found.span.column} " if found.span else ""
        yield f"{place}{found.severity.value} {found.code} {found.message}"
