"""The text of an item: HTML, an XML tree, or plain text, to blocks with their places and roles."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, get_args

import msgspec

from publisher.diagnostics import Diagnostic
from publisher.document.nodes import Block, Blocks, Heading, Inlines
from publisher.document.normalisation import Normalisation
from publisher.document.text import plain, runs
from publisher.sources.html.blocks import flat
from publisher.sources.html.context import Options
from publisher.sources.html.fragment import context_of, fragment_of
from publisher.sources.html.inlines import inlines
from publisher.sources.html.parse import parse_html, parse_xml
from publisher.sources.html.tree import Tree
from publisher.sources.news.item import role
from publisher.sources.news.plain_paragraphs import Locate, plain_paragraphs
from publisher.sources.reading import LineRole
from publisher.span import Span, whole_file

if TYPE_CHECKING:
    from lxml import etree

_LEVELS = {f"h{level}": level for level in range(1, 7)}


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """The blocks of a text, its notes, the role of its lines, and what was found and changed.

    `markup` is the text as it came, by which pictures that it shows already are known.
    """

    blocks: Blocks = ()
    notes: dict[str, Blocks] = {}
    lines: tuple[LineRole, ...] = ()
    normalisations: tuple[Normalisation, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    embedded: dict[str, bytes] = {}
    markup: str = ""

    def runs(self) -> Iterator[Inlines]:
        """The runs of the blocks, in reading order."""
        for block in self.blocks:
            yield from runs(block)


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a text before it is read.

    `rule` names the field or element that holds it, `headline` is what need not be said again at
    its start, `base` the address that its links are relative to.
    """

    rule: str
    reason: str
    headline: str = ""
    base: str | None = None


def html_body(markup: str, place: Locate, setting: Setting) -> Body:
    """The body in a text with HTML markup; `place` leads from its offsets to the source."""
    body = _body(parse_html(markup, fragment=True), place, setting)
    return msgspec.structs.replace(body, markup=markup)


def tree_body(element: "etree._Element", file: str, setting: Setting) -> Body:
    """The body in an XHTML element; places are whole lines, which is what lxml knows."""
    return _body(parse_xml(element), by_line(file), setting)


def plain_body(text: str, place: Locate, setting: Setting) -> Body:
    """The body in a text without markup."""
    found = plain_paragraphs(text, place)
    return Body(
        blocks=found.blocks,
        lines=tuple(_roles(found.blocks, setting)),
        normalisations=found.normalisations,
        markup=text,
    )


def tree_words(element: "etree._Element", file: str) -> Inlines:
    """The inlines in an XHTML element; boxes in it are opened."""
    tree = parse_xml(element)
    context = context_of(tree, by_line(file), Options())
    return inlines(context, flat(tree.root.children))


def by_line(file: str) -> Callable[[int, int], Span]:
    """From the numbers of lines to their place."""

    def place(start: int, end: int) -> Span:
        return Span(file, max(1, start), 1, max(1, start, end), 1)

    return place


def _body(tree: Tree, place: Locate, setting: Setting) -> Body:
    levels = [
        _LEVELS[element.name]
        for element in tree.root.walk()
        if element.name in _LEVELS and _same(element.text(), setting.headline) is False
    ]
    options = Options(shift=min(levels, default=1) - 1, base=setting.base)
    found = fragment_of(tree, context_of(tree, place, options))
    blocks, repeated = _without_headline(found.blocks, setting)
    return Body(
        blocks=blocks,
        notes=found.notes,
        lines=(*(line for line, _ in repeated), *_roles(blocks, setting)),
        normalisations=tuple(change for _, change in repeated),
        diagnostics=found.diagnostics,
        embedded=found.embedded,
    )


def _same(text: str, headline: str) -> bool:
    return bool(headline) and " ".join(text.split()) == " ".join(headline.split())


def _without_headline(
    blocks: Blocks, setting: Setting
) -> tuple[Blocks, list[tuple[LineRole, Normalisation]]]:
    """The blocks without a first heading that says the headline again."""
    first = next((at for at, block in enumerate(blocks) if isinstance(block, Heading)), None)
    if first is None or first > 1:
        return blocks, []
    heading = blocks[first]
    if not isinstance(heading, Heading) or not _same(plain(heading.children), setting.headline):
        return blocks, []
    place = heading.span or whole_file("")
    line = role(place, "headline", setting.rule, "a heading that says the headline again")
    change = Normalisation("repeated-headline", plain(heading.children), "", place)
    return (*blocks[:first], *blocks[first + 1 :]), [(line, change)]


def _roles(blocks: Blocks, setting: Setting) -> Iterator[LineRole]:
    for block in blocks:
        if block.span:
            yield role(block.span, _names[type(block)], setting.rule, setting.reason)


_names = {kind: str(kind.__struct_config__.tag) for kind in get_args(Block)}
