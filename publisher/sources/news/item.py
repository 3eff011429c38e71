"""What every news format comes to: one item with its metadata and text, and the reading of it."""

from collections.abc import Iterator

import msgspec

from publisher.configuration.metadata import Metadata
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.document.document import Document, Meta
from publisher.document.nodes import Blocks, Inlines, Text
from publisher.document.normalisation import Normalisation
from publisher.document.text import document_text, plain, runs
from publisher.sources.metadata import complete
from publisher.sources.reading import Choice, LineRole, Reading
from publisher.sources.source_map import SourceMap
from publisher.sources.stated_language import choose_language, unsure_language
from publisher.span import Span, whole_file

_BEGINNING = 60
"""Characters by which a summary is known to be the start of the text."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One news item as its format has it.

    `language_rule` names what stated the language of `meta`; `embargo` is the moment as it is
    written, and where.
    """

    meta: Meta
    blocks: Blocks = ()
    notes: dict[str, Blocks] = {}
    language_rule: str = "stated"
    embargo: tuple[str, Span] | None = None
    lines: tuple[LineRole, ...] = ()
    normalisations: tuple[Normalisation, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    embedded: dict[str, bytes] = {}


def reading(item: Item, given: Metadata, source_map: SourceMap, encoding: Choice) -> Reading:
    """The reading of an item, completed by what was `given`.

    Raises PublisherError: NWS005 where there is neither a headline nor text.
    """
    name = source_map.name
    document = Document(meta=item.meta, blocks=item.blocks, notes=item.notes)
    if not plain(item.meta.title).strip() and not item.blocks:
        raise PublisherError(*item.diagnostics, diagnose("NWS005", whole_file(name)))
    stated = item.meta.language if item.meta.language != "und" else None
    language = choose_language(given, stated, item.language_rule, document_text(document))
    meta = complete(msgspec.structs.replace(item.meta, language=language.value), given)
    return Reading(
        document=msgspec.structs.replace(document, meta=meta),
        source_map=source_map,
        language=language,
        encoding=encoding,
        lines=tuple(sorted(item.lines, key=lambda line: (line.first, line.last))),
        normalisations=item.normalisations,
        diagnostics=(
            *item.diagnostics,
            *_embargo(item),
            *_no_text(item, name),
            *unsure_language(name, language),
        ),
        embedded=item.embedded,
    )


def _embargo(item: Item) -> Iterator[Diagnostic]:
    if item.embargo:
        moment, place = item.embargo
        yield diagnose("NWS006", place, moment=moment)


def _no_text(item: Item, name: str) -> Iterator[Diagnostic]:
    if not item.blocks:
        yield diagnose("NWS007", whole_file(name))


def words(text: str, place: Span | None) -> Inlines:
    """`text` as one run; nothing where there is nothing but white space."""
    return (Text(text=text, span=place),) if text.strip() else ()


def role(span: Span, name: str, rule: str, reason: str) -> LineRole:
    """What the lines of `span` are, because a field of the format says so."""
    last = span.end_line if span.end_column > 1 or span.end_line == span.line else span.end_line - 1
    return LineRole(span.line, last, name, rule, 1.0, reason)


def repeats(blocks: Blocks, summary: str) -> bool:
    """Whether a summary is only the start of the text, cut off."""
    text = " ".join(plain(run) for block in blocks for run in runs(block))
    return bool(summary) and " ".join(text.split()).startswith(summary[:_BEGINNING])


def rights(*parts: str | None) -> str | None:
    """Copyright and terms as one line; what an earlier part holds already is not said again."""
    said = ""
    for part in parts:
        text = " ".join((part or "").split())
        if text and text not in said:
            said += f"{_ended(said)}{text}"
    return said or None


def _ended(said: str) -> str:
    if not said:
        return ""
    return " " if said[-1] in ".!?…。" else ". "
