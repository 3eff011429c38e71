"""A document in a few figures and words: what a reader found in a source."""

from collections.abc import Sequence

from publisher.document.document import Document
from publisher.document.nodes import Block, Heading, Inlines, List, Paragraph, Table
from publisher.document.text import plain


def summary(document: Document) -> dict[str, object]:
    """What stands at the head of `document` as text, null where it has none; its blocks counted.

    Blocks inside others, such as a list in a list or a paragraph in a quotation, do not count.
    """
    meta = document.meta
    return {
        "kicker": _text(meta.kicker),
        "headline": _text(meta.title),
        "standfirst": _text(meta.standfirst),
        "byline": ", ".join(byline.text for byline in meta.byline) or None,
        "dateline": meta.dateline.text if meta.dateline else None,
        "date": meta.date,
        "paragraphs": _count(document.blocks, Paragraph),
        "subheads": [plain(one.children) for one in document.blocks if isinstance(one, Heading)],
        "lists": _count(document.blocks, List),
        "tables": _count(document.blocks, Table),
    }


def _text(words: Inlines) -> str | None:
    return plain(words) or None


def _count(blocks: Sequence[Block], kind: type[Block]) -> int:
    return sum(isinstance(block, kind) for block in blocks)
