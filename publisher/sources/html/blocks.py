"""Flow content to blocks (HTML Living Standard, 3.2.5.2.2): what stands below one another."""

from collections.abc import Callable

from publisher.document.nodes import (
    Aside,
    Block,
    Blocks,
    CodeBlock,
    Figure,
    Heading,
    Image,
    Inlines,
    Link,
    MathBlock,
    Paragraph,
    PullQuote,
    Quote,
    ThematicBreak,
)
from publisher.sources.html import names
from publisher.sources.html.code import code_block
from publisher.sources.html.context import Context
from publisher.sources.html.figures import captioned, figure_parts, is_captioned
from publisher.sources.html.inlines import inlines
from publisher.sources.html.lists import definition_list, list_
from publisher.sources.html.mathml import formula, is_display
from publisher.sources.html.notes import kinds, only_notes, words_outside
from publisher.sources.html.tables import is_layout, table
from publisher.sources.html.tree import Characters, Element
from publisher.sources.html.white_space import WHITE, Nodes, blank

_PULL = frozenset(["pullquote", "pull-quote", "wp-block-pullquote"])


def flow(context: Context, element: Element) -> Blocks:
    """The blocks of what stands in `element`."""
    return blocks(context, element.children)


def blocks(context: Context, nodes: Nodes) -> Blocks:
    """The blocks of what stands below one another; what stands in a line becomes paragraphs."""
    found: list[Block] = []
    line: list[Element | Characters] = []
    for node in nodes:
        if isinstance(node, Element) and (_is_block(node) or context.is_note(node)):
            found += _paragraphs(context, line)
            line = []
            found += _block(context, node)
        else:
            line.append(node)
    found += _paragraphs(context, line)
    return tuple(found)


def _is_block(element: Element) -> bool:
    return (
        element.name in names.BLOCKS
        or element.holds_blocks
        or (element.name == "math" and is_display(element))
    )


def _block(context: Context, element: Element) -> Blocks:
    if context.is_note(element):
        return ()
    if context.options.block and (made := context.options.block(context, element)) is not None:
        return made
    if only_notes(context, element):
        context.leave_out("heading of notes", element, words_outside(context, element))
        return ()
    if element.name in names.CONTAINERS or element.name not in _MAKERS:
        return _container(context, element)
    return _MAKERS[element.name](context, element)


def _container(context: Context, element: Element) -> Blocks:
    if is_captioned(element):
        return _figure(context, element)
    return flow(context.through(element), element)


def _paragraphs(context: Context, line: list[Element | Characters]) -> Blocks:
    """The paragraphs of a line, which two line breaks part."""
    found: list[Block] = []
    for part in _parted(line):
        found += _paragraph(context, part)
    return tuple(found)


def _parted(line: list[Element | Characters]) -> list[list[Element | Characters]]:
    parts: list[list[Element | Characters]] = [[]]
    breaks: list[Element | Characters] = []
    for node in line:
        if _is_break(node) or (breaks and _is_white(node)):
            breaks.append(node)
        else:
            if sum(isinstance(one, Element) for one in breaks) > 1:
                parts.append([])
            else:
                parts[-1] += breaks
            breaks = []
            parts[-1].append(node)
    return parts


def _is_break(node: Element | Characters) -> bool:
    return isinstance(node, Element) and node.name == "br"


def _is_white(node: Element | Characters) -> bool:
    return isinstance(node, Characters) and not node.text.strip(WHITE)


def _paragraph(context: Context, nodes: Nodes, element: Element | None = None) -> Blocks:
    if blank(nodes) and not any(isinstance(node, Element) for node in nodes):
        return ()
    if blank(nodes):
        context.waiting.extend(_anchors(context, nodes))
        return ()
    fields = context.fields(element or _around(nodes))
    run = inlines(context, nodes)
    if not run:
        return ()
    images = _only_images(run)
    if images:
        return (Figure(images=images, **fields),)
    return (Paragraph(children=run, **fields),)


def _anchors(context: Context, nodes: Nodes) -> list[str]:
    return [
        context.ids[part.get("id")]
        for node in nodes
        if isinstance(node, Element)
        for part in node.walk()
        if part.get("id") in context.ids
    ]


def _around(nodes: Nodes) -> Element:
    """An element for a line that has none of its own: it gives its place."""
    filled = [node for node in nodes if not isinstance(node, Characters) or node.text.strip(WHITE)]
    around = Element("p", {}, filled[0].start)
    around.end = filled[-1].end
    return around


def _only_images(run: Inlines) -> tuple[Image, ...]:
    """The images of a run that holds nothing else, links around them aside."""
    found: list[Image] = []
    for inline in run:
        if isinstance(inline, Image):
            found.append(inline)
        elif isinstance(inline, Link) and (inner := _only_images(inline.children)):
            found += inner
        elif getattr(inline, "text", "x").strip(WHITE):
            return ()
    return tuple(found)


def _p(context: Context, element: Element) -> Blocks:
    if element.holds_blocks:  # only XHTML can: a parser of HTML closes the paragraph
        return _container(context, element)
    parts = _parted(element.children)
    if len(parts) > 1:
        return _paragraphs(context.through(element), element.children)
    return _paragraph(context, element.children, element)


def _heading(context: Context, element: Element) -> Blocks:
    if blank(element.children):
        return _paragraph(context, element.children)
    fields = context.fields(element)
    run = inlines(context, flat(element.children))
    if images := _only_images(run):
        return (Figure(images=images, **fields),)
    level = max(1, int(element.name[1]) - context.options.shift)
    return (Heading(level=level, children=run, **fields),) if run else ()


def flat(nodes: Nodes) -> list[Element | Characters]:
    """What stands in a line, where a page has put boxes into it."""
    found: list[Element | Characters] = []
    for node in nodes:
        if isinstance(node, Element) and _is_block(node):
            if found:
                found.append(Characters(" ", node.start, node.start))
            found += flat(node.children)
        else:
            found.append(node)
    return found


def _quote(context: Context, element: Element) -> Blocks:
    fields = context.fields(element)
    said, kept = attributed(context, element)
    inside = context.inside()
    if kinds(element) & _PULL:
        return (PullQuote(children=inlines(inside, flat(kept)), attribution=said, **fields),)
    found = blocks(inside, kept)
    return (Quote(blocks=found, attribution=said, **fields),) if found or said else ()


def attributed(context: Context, element: Element) -> tuple[Inlines, list[Element | Characters]]:
    """Whose words a quotation holds, and what else is in it."""
    attribution = _attribution(element)
    said = inlines(context.inside(), flat(attribution.children)) if attribution else ()
    return said, [child for child in element.children if child is not attribution]


def _attribution(element: Element) -> Element | None:
    """The element at the end of a quotation that says whose it is (HTML, 4.4.4)."""
    filled = [
        child for child in element.children if isinstance(child, Element) or child.text.strip(WHITE)
    ]
    last = filled[-1] if len(filled) > 1 else None
    if not isinstance(last, Element):
        return None
    if last.name in ("footer", "cite", "figcaption"):
        return last
    inner = [node for node in last.children if isinstance(node, Element) or node.text.strip(WHITE)]
    alone = len(inner) == 1 and isinstance(inner[0], Element) and inner[0].name == "cite"
    return last if alone and last.name == "p" else None


def _aside(context: Context, element: Element) -> Blocks:
    if kinds(element) & _PULL:
        return _quote(context, element)
    fields = context.fields(element)
    found = flow(context.inside(), element)
    if not found:
        return ()
    if isinstance(found[0], Heading):
        return (Aside(blocks=found[1:], title=found[0].children, **fields),)
    return (Aside(blocks=found, **fields),)


def _details(context: Context, element: Element) -> Blocks:
    """A passage that a page opens and closes stands open, below its summary."""
    summary = next(
        (c for c in element.children if isinstance(c, Element) and c.name == "summary"), None
    )
    fields = context.fields(element)
    inside = context.inside()
    title = inlines(inside, flat(summary.children)) if summary else ()
    found = blocks(inside, [child for child in element.children if child is not summary])
    return (Aside(blocks=found, title=title, **fields),) if found or title else ()


def _figure(context: Context, element: Element) -> Blocks:
    """A figure's pictures with their caption, then what else stands in it."""
    parts = figure_parts(element)
    fields = context.fields(element)
    inside = context.inside()
    rest = blocks(inside, [child for child in element.children if child not in parts.captions])
    caption = inlines(inside, flat(parts.caption))
    credit = inlines(inside, flat(parts.credit))
    return captioned(rest, caption, credit, fields)


def _math(context: Context, element: Element) -> Blocks:
    text, mathml = formula(element)
    return (MathBlock(text=text, mathml=mathml, **context.fields(element)),) if text else ()


def _code(context: Context, element: Element) -> Blocks:
    found: CodeBlock | None = code_block(context, element)
    return (found,) if found else ()


def _rule(context: Context, element: Element) -> Blocks:
    return (ThematicBreak(**context.fields(element)),)


def _table(context: Context, element: Element) -> Blocks:
    if is_layout(element):
        return flow(context.through(element), element)
    return table(context, element, blocks, flat)


def _list(context: Context, element: Element) -> Blocks:
    return list_(context, element, blocks)


def _definitions(context: Context, element: Element) -> Blocks:
    return definition_list(context, element, blocks, flat)


_MAKERS: dict[str, Callable[[Context, Element], Blocks]] = {
    "p": _p,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), _list),
    "dl": _definitions,
    "table": _table,
    "figure": _figure,
    **dict.fromkeys(("pre", "listing", "xmp"), _code),
    "blockquote": _quote,
    "aside": _aside,
    "details": _details,
    "hr": _rule,
    "math": _math,
}
