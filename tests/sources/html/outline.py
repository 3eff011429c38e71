"""A document as lines to read: what a golden file of a reader shows."""

from collections.abc import Iterator

from publisher.document.document import Document
from publisher.document.nodes import (
    Aside,
    Block,
    CodeBlock,
    DefinitionList,
    Figure,
    Heading,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    MathBlock,
    NoteRef,
    Paragraph,
    PullQuote,
    Quote,
    Table,
    Text,
    ThematicBreak,
)


def outline(document: Document) -> str:
    """The head, then each block on a line of its own, indented by what it stands in."""
    meta = document.meta
    lines = [
        f"title      {words(meta.title)}",
        f"standfirst {words(meta.standfirst)}",
        *(f"byline     {byline.text}" for byline in meta.byline),
        f"date       {meta.date}",
        f"language   {meta.language}",
        "",
        *(line for block in document.blocks for line in block_lines(block)),
    ]
    for name, blocks in document.notes.items():
        lines += ["", f"note {name}", *(line for one in blocks for line in block_lines(one, "  "))]
    return "\n".join(lines) + "\n"


def block_lines(block: Block, indent: str = "") -> Iterator[str]:
    """The lines of one block."""
    deeper = indent + "  "
    anchor = f" #{block.id}" if block.id else ""
    match block:
        case Paragraph():
            yield f"{indent}paragraph{anchor}: {words(block.children)}"
        case Heading():
            yield f"{indent}heading {block.level}{anchor}: {words(block.children)}"
        case List():
            kind = f"ordered from {block.start}" if block.ordered else "bulleted"
            yield f"{indent}list{anchor}, {kind}, {'tight' if block.tight else 'loose'}"
            for item in block.items:
                box = {None: "-", True: "[x]", False: "[ ]"}[item.checked]
                yield f"{deeper}{box}"
                yield from (line for one in item.blocks for line in block_lines(one, deeper + "  "))
        case DefinitionList():
            yield f"{indent}definition list{anchor}"
            for entry in block.items:
                yield f"{deeper}{words(entry.term)}"
                for said in entry.definitions:
                    yield from (line for one in said for line in block_lines(one, deeper + "  "))
        case Quote():
            yield f"{indent}quote{anchor} by [{words(block.attribution)}]"
            yield from (line for one in block.blocks for line in block_lines(one, deeper))
        case PullQuote():
            yield f"{indent}pull quote{anchor}: {words(block.children)}"
        case Table():
            aligned = " ".join(block.alignments)
            yield f"{indent}table{anchor}, head {block.head}, [{aligned}]: {words(block.caption)}"
            for row in block.rows:
                cells = [
                    f"{'*' if cell.header else ''}{cell.colspan}x{cell.rowspan} "
                    + " / ".join(line for one in cell.blocks for line in block_lines(one))
                    for cell in row
                ]
                yield deeper + " | ".join(cells)
        case Figure():
            yield f"{indent}figure{anchor}: {words(block.images)}"
            yield f"{deeper}caption: {words(block.caption)}"
            yield f"{deeper}credit: {words(block.credit)}"
        case CodeBlock():
            yield f"{indent}code{anchor} {block.syntax}: {block.text!r}"
        case Aside():
            yield f"{indent}aside{anchor}: {words(block.title)}"
            yield from (line for one in block.blocks for line in block_lines(one, deeper))
        case MathBlock():
            yield f"{indent}math{anchor}: {block.text} {block.mathml}"
        case ThematicBreak():
            yield f"{indent}break"
        case _:
            raise AssertionError(block)


def words(inlines: Inlines | tuple[Image, ...]) -> str:
    """The inlines of a run, marked up."""
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case LineBreak():
            return "⏎"
        case Image():
            return f"!({inline.src} {inline.alt!r})"
        case Link():
            return f"[{words(inline.children)}]({inline.href})"
        case NoteRef():
            return f"(note {inline.note})"
        case _:
            name = getattr(inline, "role", None) or type(inline).__name__.lower()
            anchor = f" #{inline.id}" if inline.id else ""
            inner = getattr(inline, "text", None) or words(getattr(inline, "children", ()))
            return f"<{name}{anchor}>{inner}</>"
