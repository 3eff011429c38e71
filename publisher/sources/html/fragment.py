"""HTML as a part of something else: a passage in Markdown, the body of a news item, a chapter.

What comes out is clean: nodes have no place for scripts, styles, handlers, frames or forms, and
what was left out is counted in the diagnostics, one a kind, at the first place.
"""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.document.nodes import Blocks, Inline, Inlines, InlineSpan, Link
from publisher.document.text import map_runs
from publisher.sources.html.anchors import anchors_in, collect_ids, ids_outside, led_to
from publisher.sources.html.blocks import blocks, flat, flow
from publisher.sources.html.context import Context, Options
from publisher.sources.html.inlines import inlines
from publisher.sources.html.names import SCAFFOLD
from publisher.sources.html.notes import collect_notes, note_nodes
from publisher.sources.html.parse import parse_html, parse_xml
from publisher.sources.html.safety import ACTIVE, DATA, PASSIVE
from publisher.sources.html.tree import Removal, Tree
from publisher.sources.source_map import SourceMap
from publisher.span import Span

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Fragment", "InlineFragment", "Options", "read_fragment", "read_inline", "read_tree"]

Place = Callable[[int, int], Span]


class Fragment(msgspec.Struct, frozen=True):
    """The blocks of a piece of HTML, the notes that it calls, and what was found on the way.

    `embedded` holds pictures that came inside it, under the names that images have as `src`.
    `removed` is what was left out, with its words.
    """

    blocks: Blocks
    notes: dict[str, Blocks] = {}
    diagnostics: tuple[Diagnostic, ...] = ()
    embedded: dict[str, bytes] = {}
    removed: tuple[Removal, ...] = ()


class InlineFragment(msgspec.Struct, frozen=True):
    """The inlines of a piece of HTML that stands in a line."""

    inlines: Inlines
    diagnostics: tuple[Diagnostic, ...] = ()
    embedded: dict[str, bytes] = {}
    removed: tuple[Removal, ...] = ()


_PLAIN = Options()


def read_fragment(markup: str, at: Span, options: Options = _PLAIN) -> Fragment:
    """The blocks of HTML text that starts at the beginning of `at`.

    Spans are exact where the text stands in its file as it is given; HTML has no faults that a
    parser does not mend (HTML Living Standard, 13.2). Raises PublisherError HTM009 for too much
    of it.
    """
    check_size(markup, at)
    tree = parse_html(markup, fragment=True)
    return fragment_of(tree, context_of(tree, placed(markup, at), options))


def read_inline(markup: str, at: Span, options: Options = _PLAIN) -> InlineFragment:
    """The inlines of HTML text that stands in a line; boxes in it are opened.

    Raises PublisherError as `read_fragment` does.
    """
    check_size(markup, at)
    tree = parse_html(markup, fragment=True)
    context = context_of(tree, placed(markup, at), options)
    run = inlines(context, flat(tree.root.children))
    removed = tuple(context.removed)
    return InlineFragment(run, tuple(findings(removed, context.place)), context.embedded, removed)


def read_tree(element: "etree._Element", file: str, options: Options = _PLAIN) -> Fragment:
    """The blocks of what stands in an XHTML element that was parsed already, namespaces aside.

    Spans are whole lines, which is what lxml knows.
    """
    tree = parse_xml(element)
    return fragment_of(tree, context_of(tree, line_place(file), options))


def line_place(file: str) -> Place:
    """From numbers of lines to places in the file `file`."""

    def place(start: int, end: int) -> Span:
        return Span(file, max(1, start), 1, max(1, start, end), 1)

    return place


LARGEST = 12_000_000
MOST_TAGS = 250_000
MOST_STRAYS = 40_000
"""Characters of a page, `<` in it, and those that start no tag: a parser takes long over these."""

_STRAY = re.compile(r"<(?![A-Za-z/!?])")


def check_size(markup: str, at: Span) -> None:
    """Raises PublisherError HTM009 for more markup than can be read in bounded time and memory."""
    strays = sum(1 for _ in _STRAY.finditer(markup))
    for size, limit, what in (
        (len(markup), LARGEST, "characters"),
        (markup.count("<"), MOST_TAGS, "tags"),
        (strays, MOST_STRAYS, "signs < that start no tag"),
    ):
        if size > limit:
            facts = {"size": f"{size:,}", "limit": f"{limit:,}", "what": what}
            raise PublisherError(diagnose("HTM009", at, **facts))


def placed(markup: str, at: Span) -> Place:
    """From offsets into `markup` to places in the file in which it starts at `at`."""
    source_map = SourceMap(at.file, markup)

    def place(start: int, end: int) -> Span:
        found = source_map.raw_span(start, max(start, end))
        first = at.column - 1 if found.line == 1 else 0
        last = at.column - 1 if found.end_line == 1 else 0
        return Span(
            at.file,
            found.line + at.line - 1,
            found.column + first,
            found.end_line + at.line - 1,
            found.end_column + last,
        )

    return place


def context_of(tree: Tree, place: Place, options: Options) -> Context:
    """What the makers of nodes need to know of a tree."""
    ids, again = collect_ids(tree.root)
    if not options.scaffold:
        wanted = led_to(tree.root, options.base) | ids_outside(tree.root, SCAFFOLD)
        ids = {written: anchor for written, anchor in ids.items() if written in wanted}
    removed = [*tree.removed, *(Removal("repeated id", element.start) for element in again)]
    return Context(
        place=place,
        options=options,
        ids=ids,
        notes=collect_notes(tree.root),
        removed=removed,
        embedded={},
        waiting=[],
    )


def fragment_of(tree: Tree, context: Context) -> Fragment:
    """The blocks and notes of a tree."""
    body = with_last_anchor(context, flow(context, tree.root))
    return finished(context, body)


def finished(context: Context, body: Blocks) -> Fragment:
    """The fragment whose blocks were read, with the notes, and what was found on the way."""
    notes = {
        context.ids[written]: blocks(context, note_nodes(context, element))
        for written, element in context.notes.items()
    }
    removed = tuple(sorted(context.removed, key=lambda one: one.start))
    found = tuple(findings(removed, context.place))
    return Fragment(body, notes, found, context.embedded, removed)


def with_last_anchor(context: Context, body: Blocks) -> Blocks:
    """The blocks, the last of them with an anchor that stands behind it."""
    if context.waiting and body and body[-1].id is None:
        body = (*body[:-1], msgspec.structs.replace(body[-1], id=context.waiting[0]))
    context.waiting.clear()
    return body


def without_dangling(fragment: Fragment, headline: str | None) -> Fragment:
    """The fragment with no link to an anchor that is neither in it nor the `headline`'s.

    The links' words stay.
    """
    there = {headline} | {
        anchor for part in (fragment.blocks, fragment.notes) for anchor in anchors_in(part)
    }

    def linked(run: Inlines) -> Inlines:
        return tuple(_linked(inline, there) for inline in run)

    return msgspec.structs.replace(
        fragment,
        blocks=tuple(map_runs(block, linked) for block in fragment.blocks),
        notes={
            name: tuple(map_runs(block, linked) for block in blocks)
            for name, blocks in fragment.notes.items()
        },
    )


def _linked(inline: Inline, there: Container[str | None]) -> Inline:
    children = getattr(inline, "children", None)
    if not children:
        return inline
    kept = tuple(_linked(child, there) for child in children)
    if isinstance(inline, Link) and inline.href.startswith("#") and inline.href[1:] not in there:
        return InlineSpan(children=kept, span=inline.span, id=inline.id)
    return msgspec.structs.replace(inline, children=kept)


def findings(removed: Sequence[Removal], place: Place) -> Iterator[Diagnostic]:
    """A finding for each kind of thing that was left out, at the first of them."""
    counts = Counter(removal.kind for removal in removed)
    first = {removal.kind: removal.start for removal in reversed(removed)}
    for kind, count in counts.items():
        where = place(first[kind], first[kind])
        if code := _code(kind):
            yield diagnose(code, where, count=count, kind=kind if count == 1 else _plural(kind))


def _code(kind: str) -> str | None:
    if kind in _SILENT:
        return None
    if kind in ACTIVE:
        return "HTM001"
    if kind in PASSIVE:
        return "HTM002"
    return _OTHERS.get(kind, "HTM003")


_SILENT = frozenset((DATA, "permalink", "note number", "heading of notes", "link back from a note"))
_OTHERS = {"dead link": "HTM004", "repeated id": "HTM005", "level of nesting": "HTM006"}


def _plural(kind: str) -> str:
    head, _, rest = kind.partition(" without ")
    return f"{head}s without {rest}" if rest else _PLURALS.get(kind, f"{kind}s")


_PLURALS = {
    "level of nesting": "levels of nesting",
    "frame or object": "frames and objects",
    "video, sound or drawing": "videos, sounds and drawings",
}
