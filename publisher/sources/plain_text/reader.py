"""Lines with roles to a document: headline, standfirst and paragraphs, each with its span."""

import unicodedata
from collections.abc import Iterator
from pathlib import PurePath

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.document.nodes import Document, Inlines, Meta, Paragraph, Text
from publisher.sources.metadata import complete
from publisher.sources.plain_text.decode import byte_order_mark, decode
from publisher.sources.plain_text.normalise import normalise
from publisher.sources.plain_text.roles import SURE, Line, infer_roles, split_lines
from publisher.sources.reading import Choice, LineRole, Reading
from publisher.sources.source_map import Edit, SourceMap
from publisher.span import whole_file

DEFAULT_LANGUAGE = "en"


def read(source: Source, given: Metadata) -> Reading:
    """The document in a plain-text article.

    Raises PublisherError: SRC003 to SRC006 and SRC011 for what is not text (see `decode`),
    SRC004 where there is nothing but white space and invisible characters.
    """
    source_map = normalise(source.name, decode(source))
    if not any(unicodedata.category(character)[0] not in "CZ" for character in source_map.text):
        raise PublisherError(diagnose("SRC004", whole_file(source.name)))
    lines = split_lines(source_map)
    roles = infer_roles(lines)
    language = _language(given, source_map.text)
    return Reading(
        document=_document(source_map, lines, roles, language.value, given),
        source_map=source_map,
        language=language,
        lines=roles,
        normalisations=(*byte_order_mark(source), *source_map.normalisations()),
        diagnostics=(*_unsure_language(source, language), *_findings(source_map, roles)),
    )


def _language(given: Metadata, text: str) -> Choice:
    if given.language:
        return Choice(given.language, "given", 1.0)
    # Loaded only for a text that does not say: the model takes a fifth of a second.
    from publisher.sources.language import detect_language

    detected = detect_language(text)
    return detected if detected.confidence >= SURE else Choice(DEFAULT_LANGUAGE, "default", 0.5)


def _unsure_language(source: Source, language: Choice) -> Iterator[Diagnostic]:
    if language.confidence < SURE:
        sidecar = PurePath(source.name).with_suffix(".toml").name
        place = whole_file(source.name)
        yield diagnose("TXT003", place, language=language.value, sidecar=sidecar)


def _document(
    source_map: SourceMap,
    lines: tuple[Line, ...],
    roles: tuple[LineRole, ...],
    language: str,
    given: Metadata,
) -> Document:
    by_role: dict[str, list[Inlines]] = {"headline": [], "standfirst": [], "paragraph": []}
    for role in roles:
        if role.role in by_role:
            by_role[role.role].append(_text(source_map, lines[role.first - 1]))
    paragraphs = (Paragraph(children=text, span=text[0].span) for text in by_role["paragraph"])
    meta = Meta(
        title=by_role["headline"][0],
        standfirst=next(iter(by_role["standfirst"]), ()),
        language=language,
    )
    return Document(meta=complete(meta, given), blocks=tuple(paragraphs))


def _text(source_map: SourceMap, line: Line) -> Inlines:
    return (Text(text=line.text, span=source_map.span(line.start, line.end)),)


def _findings(source_map: SourceMap, roles: tuple[LineRole, ...]) -> list[Diagnostic]:
    found = [
        _control(source_map, edit) for edit in source_map.edits if edit.rule == "control-character"
    ]
    for role in roles:
        if role.confidence < SURE:
            place = source_map.line_span(role.first)
            found.append(
                diagnose("TXT002", place, role=role.role, rule=role.rule, reason=role.reason)
            )
    if not any(role.role == "paragraph" for role in roles):
        last = next(role for role in reversed(roles) if role.role != "blank")
        found.append(diagnose("TXT001", source_map.line_span(last.first)))
    return found


def _control(source_map: SourceMap, edit: Edit) -> Diagnostic:
    character = f"U+{ord(source_map.raw[edit.start]):04X}"
    return diagnose("SRC008", source_map.raw_span(edit.start, edit.end), character=character)
