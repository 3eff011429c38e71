"""The blocks that need to know more than themselves: captions, headings, formulas, asides."""

import msgspec

from publisher.document.nodes import (
    Aside,
    Block,
    Cell,
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
from publisher.publication.inlines import Facts, Tell, read
from publisher.publication.labels import in_language, labelled
from publisher.publication.settled import DisplayedFormula, TaskBox
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
            return msgspec.structs.replace(node, caption=caption, rows=_rows(node))
        case MathBlock():
            formula = read(node, tell, place)
            number = f"({label.number})" if label and label.number else None
            fields = msgspec.structs.asdict(node)
            return DisplayedFormula(**fields, formula=formula, number=number)
        case List():
            items = tuple(_task(item, facts) for item in node.items)
            return msgspec.structs.replace(node, items=items)
        case Aside() if not node.title and node.role in ("correction", "sources"):
            term = (Text(text=getattr(facts.terms, node.role)),)
            return msgspec.structs.replace(node, title=in_language(term, facts.foreign))
    return node


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
