"""A plain-text article to a document: its head, its blocks, each with its place in the source."""

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import PurePath

import msgspec

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.document.document import Byline, Dateline, Document, Meta
from publisher.document.nodes import Inlines
from publisher.document.text import plain
from publisher.sources.metadata import complete, direction
from publisher.sources.plain_text.blocks import Page, blocks
from publisher.sources.plain_text.credits import read_byline, read_date_line
from publisher.sources.plain_text.dateline import RunIn, run_in
from publisher.sources.plain_text.decode import byte_order_mark, decode, guessed
from publisher.sources.plain_text.edits import edits
from publisher.sources.plain_text.given import RUN_IN, given_roles
from publisher.sources.plain_text.lines import split_lines
from publisher.sources.plain_text.roles import infer_roles
from publisher.sources.plain_text.sheet import make_sheet
from publisher.sources.reading import SURE, Choice, LineRole, Reading
from publisher.sources.source_map import Edit, SourceMap
from publisher.span import whole_file

DEFAULT_LANGUAGE = "en"


def read(source: Source, given: Metadata) -> Reading:
    """The document in a plain-text article.

    Raises PublisherError: as `decode` does for what is not text, SRC004 where there is nothing
    but white space and invisible characters.
    """
    decoded = decode(source, given.encoding)
    raw = decoded.text
    if not any(unicodedata.category(character)[0] not in "CZ" for character in raw):
        raise PublisherError(diagnose("SRC004", whole_file(source.name)))
    lines = split_lines(raw)
    language = _language(given, raw)
    said = given_roles(source.name, lines, given.lines)
    sheet = make_sheet(lines, language.value, said.roles)
    roles = infer_roles(sheet)
    source_map = SourceMap(source.name, raw, edits(sheet, roles))
    page = Page(sheet, source_map, direction(language.value))
    opening = _run_in(page, roles)
    return Reading(
        document=_document(page, roles, opening, given),
        source_map=source_map,
        language=language,
        encoding=decoded.encoding,
        lines=tuple(_with_dateline(roles, opening)),
        normalisations=(*byte_order_mark(source, decoded), *source_map.normalisations()),
        diagnostics=(
            *guessed(source, decoded),
            *_unsure_language(source, language),
            *said.diagnostics,
            *_findings(source_map, roles),
        ),
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


def _run_in(page: Page, roles: Sequence[LineRole]) -> RunIn | None:
    """The dateline at the start of the first paragraph, unless a line of its own gives one.

    Who says that a line is a paragraph says that all of it is.
    """
    if any(role.role == "dateline" and _names_place(page, role) for role in roles):
        return None
    first = next((role for role in roles if role.role == "paragraph"), None)
    if first is None or first.rule == "given":
        return None
    return run_in(plain(page.words(range(first.first - 1, first.last))), page.sheet)


def _names_place(page: Page, role: LineRole) -> bool:
    text = plain(page.words(range(role.first - 1, role.last)))
    found = read_date_line(text, page.sheet.words, page.sheet.language)
    return found is not None and found.place is not None


def _with_dateline(roles: Sequence[LineRole], opening: RunIn | None) -> Iterator[LineRole]:
    """The roles, with one for the dateline before the paragraph that it opens."""
    for role in roles:
        if opening and role.role == "paragraph":
            yield msgspec.structs.replace(
                role,
                last=role.first,
                role="dateline",
                rule=RUN_IN,
                confidence=opening.confidence,
                reason=opening.reason,
                alternatives=(),
            )
            opening = None
        yield role


def _document(
    page: Page, roles: Sequence[LineRole], opening: RunIn | None, given: Metadata
) -> Document:
    heads: dict[str, Inlines] = {}
    bylines: list[Byline] = []
    dateline: Dateline | None = opening.dateline if opening else None
    words = page.sheet.words
    for role in roles:
        lines = range(role.first - 1, role.last)
        if role.role in ("kicker", "headline", "standfirst"):
            heads[role.role] = (*heads.get(role.role, ()), *page.words(lines))
        elif role.role == "byline":
            bylines += read_byline(plain(page.words(lines)), words)
        elif role.role == "dateline":
            dateline = _joined(_date_line(page, lines), dateline)
    meta = Meta(
        title=heads.get("headline", ()),
        standfirst=heads.get("standfirst", ()),
        kicker=heads.get("kicker", ()),
        byline=tuple(bylines),
        dateline=dateline,
        language=page.sheet.language,
        date=dateline.date if dateline else None,
    )
    body = blocks(page, roles, len(opening.dateline.text) if opening else 0)
    return Document(meta=complete(meta, given), blocks=tuple(body))


def _date_line(page: Page, lines: range) -> Dateline:
    """What date lines say: the first of them tells place and date, all are set."""
    first = plain(page.words(lines[:1]))
    read = read_date_line(first, page.sheet.words, page.sheet.language) or Dateline(text="")
    return msgspec.structs.replace(read, text=plain(page.words(lines)))


def _joined(line: Dateline, other: Dateline | None) -> Dateline:
    """A date line, with what a dateline in the text or an earlier line adds."""
    if other is None:
        return line
    return Dateline(
        text=line.text if other.run_in else f"{other.text} {line.text}",
        place=line.place or other.place,
        date=line.date or other.date,
        agency=other.agency,
    )


def _findings(source_map: SourceMap, roles: Sequence[LineRole]) -> Iterator[Diagnostic]:
    for edit in source_map.edits:
        if edit.rule == "control-character":
            yield _control(source_map, edit)
    if not any(role.role not in _HEAD for role in roles):
        last = next(role for role in reversed(roles) if role.role != "blank")
        yield diagnose("TXT001", source_map.line_span(last.first))


_HEAD = frozenset(("blank", "kicker", "headline", "standfirst", "byline", "dateline", "end-mark"))


def _control(source_map: SourceMap, edit: Edit) -> Diagnostic:
    character = f"U+{ord(source_map.raw[edit.start]):04X}"
    return diagnose("SRC008", source_map.raw_span(edit.start, edit.end), character=character)
