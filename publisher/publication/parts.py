"""The blocks that need to know more than themselves: captions, headings, formulas, asides."""

import re

import msgspec

from publisher.diagnostics import diagnose
from publisher.document.nodes import (
    Aside,
    Block,
    Cell,
    CodeBlock,
    Figure,
    Heading,
    InlineSpan,
    List,
    ListItem,
    MathBlock,
    Paragraph,
    Strong,
    Table,
    Text,
)
from publisher.document.text import plain
from publisher.publication.inlines import Facts, Tell, read
from publisher.publication.labels import labelled
from publisher.publication.settled import DisplayedFormula, TaskBox
from publisher.publication.tables import grid
from publisher.span import Span


def settle_block(node: Block, facts: Facts, tell: Tell, place: Span | None) -> Block:
    """`node`, whose inlines are settled, with its number, and with the words of its role."""
    label = facts.labels.get(node.id or "")
    match node:
        case Heading() if label and label.number:
            own = InlineSpan(role="number", children=(Text(text=label.number),))
            return msgspec.structs.replace(node, children=(own, Text(text=" "), *node.children))
        case Figure() if label:
            caption = labelled(node.caption, label, facts.terms, facts.foreign)
            return msgspec.structs.replace(node, caption=caption)
        case Table():
            caption = node.caption
            if label:
                caption = labelled(caption, label, facts.terms, facts.foreign)
            table = msgspec.structs.replace(node, caption=caption, rows=_rows(node))
            if grid(table).size == "dense":
                tell(diagnose("LAY012", place))
            return table
        case CodeBlock():
            caption = node.caption
            if label:
                caption = labelled(caption, label, facts.terms, facts.foreign)
            from publisher.publication.highlight import listing  # Pygments, where there is code

            code = msgspec.structs.replace(node, caption=caption)
            return listing(code, tell, place, plain=facts.plain_code)
        case MathBlock():
            formula = read(node, tell, place)
            number = f"({label.number})" if label and label.number else None
            fields = msgspec.structs.asdict(node)
            return DisplayedFormula(**fields, formula=formula, number=number)
        case List():
            items = tuple(_task(item, facts) for item in node.items)
            return msgspec.structs.replace(node, items=items)
        case Aside() if node.role in _TITLED and not _announced(node):
            term = (Text(text=getattr(facts.terms, node.role)),)
            words = InlineSpan(role=TERM, children=term, language=facts.foreign)
            return msgspec.structs.replace(node, title=(words,))
    return node


TERM = "term"
"""The role of a title that the source does not give."""
_TITLED = ("correction", "sources", "note", "tip", "important", "warning", "caution")
"""The roles of asides that get a title where they have none: the term of that name."""
_ANNOUNCEMENT = re.compile(r"[^\W\d_][\w’' -]{0,30}[:：](?!//)")
"""With which a note says itself what it is: "Correction:", "Editor’s note:"."""


def _announced(aside: Aside) -> bool:
    """Whether an aside has a title, or begins with words that are one."""
    first = aside.blocks[0] if aside.blocks else None
    words = plain(first.children) if isinstance(first, Paragraph) else ""
    return bool(aside.title) or _ANNOUNCEMENT.match(words) is not None


def _task(item: ListItem, facts: Facts) -> ListItem:
    """A task with its box before its first words."""
    if item.checked is None:
        return item
    words = facts.terms.done if item.checked else facts.terms.to_do
    sign = (Text(text="☑" if item.checked else "☐"),)
    box = TaskBox(children=sign, words=words, language=facts.foreign)
    if item.blocks and isinstance(first := item.blocks[0], Paragraph):
        begun = msgspec.structs.replace(first, children=(box, Text(text=" "), *first.children))
        return msgspec.structs.replace(item, blocks=(begun, *item.blocks[1:]))
    return msgspec.structs.replace(item, blocks=(Paragraph(children=(box,)), *item.blocks))


def _rows(table: Table) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        tuple(
            msgspec.structs.replace(cell, blocks=tuple(map(_no_heading, cell.blocks)))
            if cell.header or number < table.head
            else cell
            for cell in row
        )
        for number, row in enumerate(table.rows)
    )


def _no_heading(block: Block) -> Block:
    """A heading in a header cell as words in bold: a `th` may hold none (HTML, 4.9.10)."""
    if not isinstance(block, Heading):
        return block
    strong = Strong(children=block.children)
    return Paragraph(children=(strong,), id=block.id, span=block.span, language=block.language)
