"""A book that is one document, in chapters: each heading of the first level begins one."""

from collections.abc import Iterator

import msgspec

from publisher.document.document import Document
from publisher.document.nodes import Block, Blocks, Heading, NoteRef
from publisher.publication.anchors import nodes


def split_chapters(document: Document) -> Iterator[Document]:
    """The chapters of `document` in order, each with the notes that it calls.

    What stands before the first heading is a chapter without a title. A note that nothing calls
    goes with the last.
    """
    chapters = list(_chapters(document.blocks))
    left = dict(document.notes)
    for number, (heading, blocks) in enumerate(chapters, start=1):
        notes = _called(document, blocks)
        if number == len(chapters):
            notes |= left
        left = {name: note for name, note in left.items() if name not in notes}
        meta = msgspec.structs.replace(
            document.meta,
            title=heading.children if heading else (),
            anchor=heading.id if heading else None,
            standfirst=(),
            byline=(),
        )
        raised = tuple(_raised(block) for block in blocks)
        yield msgspec.structs.replace(document, meta=meta, blocks=raised, notes=notes)


def _chapters(blocks: Blocks) -> Iterator[tuple[Heading | None, list[Block]]]:
    heading: Heading | None = None
    chapter: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            if heading or chapter:
                yield heading, chapter
            heading, chapter = block, []
        else:
            chapter.append(block)
    if heading or chapter:
        yield heading, chapter


def _raised(block: Block) -> Block:
    """A heading below the chapter's own counts from 1."""
    if isinstance(block, Heading):
        return msgspec.structs.replace(block, level=max(1, block.level - 1))
    return block


def _called(document: Document, blocks: list[Block]) -> dict[str, Blocks]:
    """The notes that `blocks` call, and those that these call in turn."""
    found: dict[str, Blocks] = {}
    waiting: list[object] = [tuple(blocks)]
    for value in waiting:  # grows by each note that is called
        for node in nodes(value):
            known = isinstance(node, NoteRef) and node.note not in found
            if known and isinstance(node, NoteRef) and node.note in document.notes:
                found[node.note] = document.notes[node.note]
                waiting.append(document.notes[node.note])
    return found
