"""The parts of a book, each read from its content document, and all of them as one text."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

import msgspec

from publisher.configuration.publication import PartEntry, Role
from publisher.document.document import Document, DocumentPart, Meta
from publisher.document.nodes import Block, Blocks, Heading, Inlines, NoteRef, Paragraph, Text
from publisher.document.text import leaves, plain, runs
from publisher.sources.epub import own
from publisher.sources.epub.chapters import Chapter
from publisher.sources.epub.navigation import Entry
from publisher.sources.epub.tidy import tidy
from publisher.sources.html.blocks import flow
from publisher.sources.html.context import Context
from publisher.sources.html.tree import Element
from publisher.sources.reading import ReadPart

_TEXT_OF_OTHERS: frozenset[Role] = frozenset(("list-of-figures", "list-of-tables", "title-page"))
"""Roles whose pages are made anew: in a book of others, such a page with words stays a text."""


class Placed(msgspec.Struct, frozen=True):
    """A part, without its notes, and its blocks as they stand in the text of the whole."""

    part: ReadPart
    blocks: Blocks


def read_own(context: Context, element: Element, name: str, whole: Meta) -> Placed:
    """The part in an `element` of ours: its title is a heading, what else opens it stands below."""
    made = own.read_part(context, element, whole)
    document = Document(meta=made.meta, blocks=tidy(made.blocks))
    place = context.place(element.start, element.start)
    part = ReadPart(made.entry, made.depth, document, name, place)
    return Placed(part, tuple(_said(one, made.meta, whole) for one in _opened(part)))


def read_other(context: Context, chapter: Chapter, entry: Entry | None, whole: Meta) -> Placed:
    """The part in a content document of others: a heading at its start is its title."""
    section = chapter.tree.root
    read = blocks = tidy(flow(context.through(section), section))
    depth = entry.depth - 1 if entry else 0
    title: Inlines = ()
    anchor = blocks[0].id if blocks else None
    if blocks and isinstance(first := blocks[0], Heading):
        title, blocks = first.children, blocks[1:]
    language, direction = chapter.language or whole.language, chapter.direction or whole.direction
    meta = Meta(
        title=title,
        language=language,
        direction="rtl" if direction == "rtl" else "ltr",
        anchor=anchor,
        role=chapter.role,
    )
    raised = tuple(_lowered(_in_the_language(one, meta), -depth - 1) for one in blocks)
    role = "appendix" if chapter.role in _TEXT_OF_OTHERS else chapter.role
    document = Document(meta=meta, blocks=raised)
    place = read[0].span if read else None
    name = PurePosixPath(chapter.path).stem
    return Placed(ReadPart(PartEntry(role=role), depth, document, name, place), read)


def _in_the_language(block: Block, meta: Meta) -> Block:
    """A block that does not say again what its part says."""
    if block.language == meta.language:
        return msgspec.structs.replace(block, language=None)
    return block


def _lowered(block: Block, by: int) -> Block:
    if isinstance(block, Heading):
        return msgspec.structs.replace(block, level=max(1, block.level + by))
    return block


def with_notes(parts: Sequence[ReadPart], notes: Mapping[str, Blocks]) -> list[ReadPart]:
    """Each part with the notes that it calls; what nothing calls goes with the last."""
    left = dict(notes)
    made: list[ReadPart] = []
    for number, part in enumerate(parts, start=1):
        called = {name: notes[name] for name in _called(part.document, notes)}
        left = {name: note for name, note in left.items() if name not in called}
        own_notes = called | left if number == len(parts) else called
        document = msgspec.structs.replace(part.document, notes=own_notes)
        made.append(msgspec.structs.replace(part, document=document))
    return made


def _called(document: Document, notes: Mapping[str, Blocks]) -> list[str]:
    """The notes that a document calls, and those that these call in turn, in order."""
    names: list[str] = []
    waiting: list[msgspec.Struct] = [document]
    for value in waiting:  # grows by each note that is called
        for run in runs(value):
            for leaf in leaves(run):
                if isinstance(leaf, NoteRef) and leaf.note in notes and leaf.note not in names:
                    names.append(leaf.note)
                    waiting += notes[leaf.note]
    return names


def as_one(placed: Sequence[Placed], meta: Meta, notes: Mapping[str, Blocks]) -> Document:
    """All parts as one document."""
    blocks = tuple(block for each in placed for block in each.blocks)
    parts = tuple(_ranges(placed)) if len(placed) > 1 else ()
    return Document(meta=meta, blocks=blocks, notes=dict(notes), parts=parts)


def _ranges(placed: Sequence[Placed]) -> Iterator[DocumentPart]:
    first = 0
    for each in placed:
        last = first + len(each.blocks)
        entry, title = each.part.entry, plain(each.part.document.meta.title) or None
        if last > first:
            yield DocumentPart(first, last, entry.role, title, each.part.depth, entry.section)
        first = last


def _opened(part: ReadPart) -> Iterator[Block]:
    """What opens a part, then its blocks, each heading by as much lower as the part is deep."""
    meta = part.document.meta
    if part.entry.role in MADE and not part.document.blocks:
        return
    if meta.title:
        yield Heading(level=part.depth + 1, children=meta.title, id=meta.anchor, span=part.span)
    for run in (meta.kicker, meta.standfirst):
        if run:
            yield Paragraph(children=run, span=part.span)
    for line in (*(one.text for one in meta.byline), _filed(meta)):
        if line:
            yield Paragraph(children=(Text(text=line),), span=part.span)
    for block in part.document.blocks:
        yield _lowered(block, part.depth + 1)


MADE: frozenset[Role] = frozenset(
    (
        *("cover", "half-title", "title-page", "copyright-page", "contents"),
        *("list-of-figures", "list-of-tables", "notes", "index", "contributors", "masthead"),
    )
)
"""Roles of pages that are made: without a text of their own, they have no heading in the whole."""


def _filed(meta: Meta) -> str:
    return meta.dateline.text if meta.dateline and not meta.dateline.run_in else ""


def _said(block: Block, own_meta: Meta, whole: Meta) -> Block:
    """A block that says its language where its part does."""
    if own_meta.language == whole.language or block.language:
        return block
    direction = own_meta.direction if own_meta.direction != whole.direction else block.direction
    return msgspec.structs.replace(block, language=own_meta.language, direction=direction)
