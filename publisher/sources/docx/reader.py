"""A Word file to a document: its parts, its stories, its head, its blocks."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import PurePath

import msgspec

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.document.document import Byline, Dateline, Document, Meta
from publisher.document.nodes import Inlines, Text
from publisher.document.text import plain
from publisher.sources.docx.blocks import Setter
from publisher.sources.docx.body import Body
from publisher.sources.docx.desk import Desk
from publisher.sources.docx.head import STYLED, Chosen, Head
from publisher.sources.docx.items import Item, Para, paragraphs
from publisher.sources.docx.left_out import left_out
from publisher.sources.docx.looks import body_measure, measure
from publisher.sources.docx.names import Element, child, children, w
from publisher.sources.docx.numbering import Numbering
from publisher.sources.docx.package import Package, Part, open_package
from publisher.sources.docx.properties import Properties, properties
from publisher.sources.docx.references import resolve
from publisher.sources.docx.roles import GIVEN, choose_roles, line_roles
from publisher.sources.docx.story import Story
from publisher.sources.docx.styles import Styles
from publisher.sources.docx.tongue import tongue
from publisher.sources.metadata import complete, direction
from publisher.sources.plain_text.credits import read_byline, read_date_line
from publisher.sources.plain_text.given import Given, given_roles
from publisher.sources.plain_text.lines import split_lines
from publisher.sources.plain_text.words import words_for
from publisher.sources.reading import SURE, LineRole, Reading
from publisher.span import whole_file

_BESIDE_TEXT = frozenset(("separator", "continuationSeparator", "continuationNotice"))
"""Kinds of notes that are only marks between text and notes (17.18.33)."""

_DROPPED = {"left-out": "left-out", "separator": "separator", "end-mark": "end-mark"}
"""Roles whose words are not set, and the rule by which they go."""


class _Stories(msgspec.Struct, frozen=True):
    """The items of the text and of each note that it calls, and the parts that they stand in."""

    items: tuple[Item, ...]
    notes: dict[str, tuple[Item, ...]]
    parts: tuple[Part, ...]


def read(source: Source, given: Metadata) -> Reading:
    """The document in a Word file.

    Raises PublisherError: as `open_package`, `Package.main` and `Package.part` do for what is no
    Word file or a damaged one, SRC004 where there is nothing in it.
    """
    package = open_package(source)
    main = package.main()
    said = properties(_root(package.properties()))
    desk = Desk(source.name, package, Styles(_root(package.related(main, "styles"))))
    stories = _stories(package, main, desk)
    paras = [*paragraphs(stories.items), *paragraphs(tuple(chain(*stories.notes.values())))]
    if all(para.empty for para in paras):
        raise PublisherError(diagnose("SRC004", whole_file(source.name)), *desk.diagnostics)
    language = tongue(paras, said, given, whole_file(source.name))
    known = Head(
        body=body_measure(measure(para) for para in paras if not para.empty),
        properties=said,
        words=words_for(language.choice.value),
        language=language.choice.value,
        styled=any(para.role and para.role.role == "heading" for para in paras if not para.made),
    )
    lines_said = given_roles(source.name, split_lines(desk.manuscript.text), given.lines)
    roles = choose_roles(stories.items, known, desk.styles, _given(lines_said))
    _drop_words(desk, stories.items, roles)
    setter = Setter(roles, known.language, language.marked, direction(language.choice.value))
    meta, told = _meta(source.name, stories.items, roles, setter, known)
    blocks = setter.blocks(stories.items)
    document = Document(
        meta=complete(msgspec.structs.replace(meta, anchor=setter.headline), given),
        blocks=blocks,
        notes={name: setter.blocks(items) for name, items in stories.notes.items()},
    )
    resolved = resolve(document, setter.anchors)
    lines = tuple(line_roles(stories.items, roles, tuple(stories.notes.values())))
    source_map = desk.manuscript.source_map()
    return Reading(
        document=resolved.document,
        source_map=source_map,
        language=language.choice,
        lines=lines,
        normalisations=source_map.normalisations(),
        diagnostics=(
            *package.diagnostics,
            *language.diagnostics,
            *lines_said.diagnostics,
            *left_out(package, stories.parts),
            *told,
            *desk.diagnostics,
            *desk.hidden(),
            *resolved.diagnostics,
            *_unsure(desk, lines),
            *_lacking(source.name, resolved.document),
        ),
        embedded=desk.pictures.embedded,
    )


def _given(said: Given) -> dict[int, Chosen]:
    """The roles that NAME.toml gives to paragraphs, by their numbers."""
    return {
        line + 1: Chosen(role, GIVEN, 1.0, "said beside the file")
        for first, (role, last) in said.roles.items()
        for line in range(first, last + 1)
    }


def _root(part: Part | None) -> Element | None:
    return None if part is None else part.root


def _stories(package: Package, main: Part, desk: Desk) -> _Stories:
    numbering = Numbering(_root(package.related(main, "numbering")))
    parts = {kind: package.related(main, kind) for kind in ("footnotes", "endnotes")}
    elements = {
        (kind, note.get(w("id"), "")): note
        for kind, part in parts.items()
        for note in children(_root(part), kind.removesuffix("s"))
        if note.get(w("type")) not in _BESIDE_TEXT
    }
    desk.known_notes = frozenset(elements)
    body = child(main.root, "body")
    items = tuple(Body(Story(main, desk), desk, numbering).whole(body)) if body is not None else ()
    notes: dict[str, tuple[Item, ...]] = {}
    called = list(desk.notes.items())
    for (kind, identifier), name in called:  # grows where a note calls another
        part = parts[kind]
        if part is not None:
            story = Story(part, desk)
            element = elements[kind, identifier]
            notes[name] = tuple(Body(story, desk, numbering).whole(element))
        if len(desk.notes) > len(called):
            called += list(desk.notes.items())[len(called) :]
    return _Stories(items, notes, (main, *(part for part in parts.values() if part)))


def _drop_words(desk: Desk, items: Sequence[Item], roles: dict[int, Chosen]) -> None:
    """Records that the words of contents and separators are not set; a rule is drawn instead."""
    made: list[Para] = []
    for para in items:
        rule = _DROPPED.get(roles[para.line].role) if isinstance(para, Para) else None
        if isinstance(para, Para) and rule:
            desk.manuscript.drop(desk.manuscript.line(para.line), rule)
            if para.made and not para.empty:
                made.append(para)
    if made:
        desk.find("DOC011", desk.manuscript.line(made[0].line))


def _meta(
    name: str, items: Sequence[Item], roles: dict[int, Chosen], setter: Setter, known: Head
) -> tuple[Meta, tuple[Diagnostic, ...]]:
    """The head's paragraphs as metadata, and what the file's properties add."""
    heads: dict[str, Inlines] = {}
    bylines: list[Byline] = []
    dateline: Dateline | None = None
    for para in items:
        role = roles[para.line].role if isinstance(para, Para) else ""
        if not isinstance(para, Para) or role not in STYLED:
            continue
        words = setter.words(para, plain_type=True)
        if role == "byline":
            bylines += read_byline(plain(words), known.words)
        elif role == "dateline":
            text = plain(words)
            dateline = read_date_line(text, known.words, known.language) or Dateline(text=text)
        else:
            between = (Text(text=" "),) if role in heads else ()
            heads[role] = (*heads.get(role, ()), *between, *words)
    said = known.properties
    taken = _taken(said, titled="headline" in heads, credited=bool(bylines))
    title = heads.get("headline") or (Text(text=said.title or PurePath(name).stem),)
    if not bylines and said.creator:
        bylines = [Byline(text=said.creator, name=said.creator)]
    meta = Meta(
        title=title,
        standfirst=heads.get("standfirst", ()),
        kicker=heads.get("kicker", ()),
        byline=tuple(bylines),
        dateline=dateline,
        language=known.language,
        date=dateline.date if dateline and dateline.date else said.date,
        description=said.description,
        subjects=said.subjects,
    )
    told = [diagnose("DOC017", whole_file(name), what=taken)] if taken else []
    if not heads.get("headline") and not said.title:
        told.append(diagnose("DOC020", whole_file(name)))
    return meta, tuple(told)


def _taken(said: Properties, *, titled: bool, credited: bool) -> str:
    """What is set only because the properties say it."""
    taken = []
    if said.title and not titled:
        taken.append(f"the headline “{said.title}”")
    if said.creator and not credited:
        taken.append(f"the byline “{said.creator}”")
    return ", ".join(taken)


def _unsure(desk: Desk, lines: Sequence[LineRole]) -> Iterator[Diagnostic]:
    for line in lines:
        if line.confidence < SURE:
            facts = {"role": line.role, "rule": line.rule, "reason": line.reason}
            yield diagnose("DOC016", desk.manuscript.line(line.first), **facts)


def _lacking(name: str, document: Document) -> Iterator[Diagnostic]:
    if not document.blocks:
        yield diagnose("DOC019", whole_file(name))
