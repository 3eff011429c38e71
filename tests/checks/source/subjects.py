"""Sources for the checks: plain texts that are read, and documents made by hand."""

from publisher.assets import Source
from publisher.checks.source import Finding, check_reading
from publisher.checks.source.fixing import Fixed, fix_source
from publisher.configuration.metadata import Metadata
from publisher.document.document import Document, Meta
from publisher.document.nodes import Paragraph, Text
from publisher.sources import Reading, read
from publisher.sources.reading import Choice
from publisher.sources.source_map import SourceMap
from publisher.span import Span

HEAD = "On marks\n\n"
"""A headline, so that what follows is text; its line is the third."""


def reading_of(text: str, language: str = "en") -> Reading:
    """The reading of a plain text below a headline."""
    return read(Source("a.txt", (HEAD + text).encode()), Metadata(language=language))


def found(text: str, language: str = "en") -> list[Finding]:
    """What all checks find in a plain text."""
    return list(check_reading(reading_of(text, language)))


def marked(text: str, language: str = "en", *, code: str = "") -> list[tuple[str, str]]:
    """Code and source text of each finding, or of those with one code, in order."""
    source_map = SourceMap("a.txt", HEAD + text)
    return [
        (each.diagnostic.code, _written(source_map, each.diagnostic.span))
        for each in found(text, language)
        if each.diagnostic.code.startswith(code)
    ]


def _written(source_map: SourceMap, span: Span | None) -> str:
    assert span
    start = source_map.offset_of(span.line, span.column)
    return source_map.raw[start : source_map.offset_of(span.end_line, span.end_column)]


ENGLISH = Metadata(language="en")


def fixed_bytes(
    data: bytes, given: Metadata = ENGLISH, disabled: tuple[str, ...] = ()
) -> Fixed | None:
    """What the fixes make of a plain text's bytes."""
    source = Source("a.txt", data)

    def again(changed: Source) -> Reading:
        return read(changed, given)

    return fix_source(source, again(source), again, disabled)


def fixed(text: str, language: str = "en") -> str:
    """A plain text after its fixes; the text itself where there are none."""
    done = fixed_bytes((HEAD + text).encode(), Metadata(language=language))
    return (done.after if done else HEAD + text).removeprefix(HEAD)


def document_reading(*blocks: object, raw: str = "") -> Reading:
    """A reading of a document made by hand, its source `raw`."""
    document = Document(meta=Meta(language="en"), blocks=tuple(blocks))  # type: ignore[arg-type]
    return Reading(document, SourceMap("a.md", raw), Choice("en", "given", 1.0))


def codes(reading: Reading) -> list[str]:
    """The codes of all findings."""
    return [each.diagnostic.code for each in check_reading(reading)]


def paragraph(text: str, span: Span | None = None) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph(children=(Text(text=text, span=span),), span=span)
