"""A page, or a clean HTML file, to a document: the article found in it, and all else told."""

from collections.abc import Iterator, Sequence

import langcodes
import msgspec

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.document.document import Byline, Document, Meta
from publisher.document.nodes import Image, Inlines, Text
from publisher.document.normalisation import Normalisation
from publisher.sources.html.anchors import anchor_of
from publisher.sources.html.blocks import flat
from publisher.sources.html.context import Context, Options
from publisher.sources.html.decode import Decoded, decode
from publisher.sources.html.edits import edits
from publisher.sources.html.explained import left_out, line_roles
from publisher.sources.html.fragment import (
    Fragment,
    Place,
    check_size,
    context_of,
    fragment_of,
    line_place,
    placed,
    without_dangling,
)
from publisher.sources.html.furniture import is_permalink
from publisher.sources.html.head import Part, byline_name, read_head
from publisher.sources.html.inlines import inlines
from publisher.sources.html.main_text import Verdict, choose, whole
from publisher.sources.html.names import HEADINGS
from publisher.sources.html.parse import parse_html, parse_xml, well_formed
from publisher.sources.html.safety import DATA
from publisher.sources.html.said import PageFacts, page_facts
from publisher.sources.html.tree import Element, Removal, Tree
from publisher.sources.html.units import Unit, take_out, units
from publisher.sources.metadata import complete
from publisher.sources.reading import SURE, Choice, Reading
from publisher.sources.source_map import SourceMap
from publisher.span import Span, whole_file

DEFAULT_LANGUAGE = "en"


class _Page(msgspec.Struct, frozen=True):
    """A page as it was read: its passages, which of them are the article, which its head."""

    name: str
    tree: Tree
    body: Element
    facts: PageFacts
    passages: tuple[Unit, ...]
    verdicts: tuple[Verdict, ...]
    parts: tuple[Part, ...]
    place: Place


def read(source: Source, given: Metadata) -> Reading:
    """The document in a HTML file: its article, or with `whole` all of it.

    Raises PublisherError: as `decode` does for what is not text, HTM008 where there is no text,
    HTM009 for a page that is larger than can be read.
    """
    decoded = decode(source, given.encoding)
    check_size(decoded.text, whole_file(source.name))
    page = _page(source.name, decoded.text, all_of_it=bool(given.whole))
    roles = tuple(line_roles(page.passages, page.verdicts, page.parts, page.place))
    losses = tuple(left_out(page.passages, page.verdicts, page.parts, page.place))
    changes = (*losses, *_head_changes(page))
    language = _language(page, given)
    kept = _kept_range(page)
    titles = _take_out(page)
    fragment, meta = _document(page, kept, titles, language)
    removed = tuple(_removed_words(page, fragment))
    found = Document(meta=complete(meta, given), blocks=fragment.blocks, notes=fragment.notes)
    return Reading(
        document=found,
        source_map=SourceMap(source.name, decoded.text, edits(decoded.text, found)),
        language=language,
        encoding=decoded.encoding,
        lines=roles,
        normalisations=(*_mark(source, decoded), *changes, *removed),
        diagnostics=(*decoded.diagnostics, *fragment.diagnostics, *_findings(page, found, losses)),
        embedded=fragment.embedded,
    )


def _page(name: str, text: str, *, all_of_it: bool) -> _Page:
    """The parsed page. Raises PublisherError: HTM008 where nothing is on it."""
    root = well_formed(text)
    if root is not None:
        tree, place = parse_xml(root, outer=True), line_place(name)
    else:
        tree, place = parse_html(text, fragment=False), placed(text, Span(name))
    body = next((e for e in tree.root.walk() if e.name == "body"), tree.root)
    tree = _without_permalinks(tree, body)
    passages = tuple(units(body))
    if not passages:
        raise PublisherError(diagnose("HTM008", whole_file(name)))
    verdicts = tuple(whole(passages) if all_of_it else choose(body, passages))
    facts = page_facts(tree)
    parts = read_head(facts, passages, verdicts)
    return _Page(name, tree, body, facts, passages, verdicts, parts, place)


def _without_permalinks(tree: Tree, body: Element) -> Tree:
    """The tree without what headings have in them to be linked to and edited by."""
    found = [
        part
        for heading in body.walk()
        if heading.name in HEADINGS
        for part in heading.walk()
        if is_permalink(part)
    ]
    for part in found:
        if part.parent and part in part.parent.children:
            part.parent.children.remove(part)
    removed = (Removal("permalink", part.start, part.text()) for part in found)
    return msgspec.structs.replace(tree, removed=(*tree.removed, *removed))


def _kept_range(page: _Page) -> tuple[int, int]:
    """Where in the markup the article starts and ends."""
    kept = [one for one, verdict in zip(page.passages, page.verdicts, strict=True) if verdict.kept]
    if all(verdict.kept for verdict in page.verdicts):
        return 0, max(page.tree.root.end, kept[-1].end)
    return (kept[0].start, kept[-1].end) if kept else (0, 0)


def _take_out(page: _Page) -> dict[str, Unit]:
    """Takes what is not the article's text out of the tree; the passages of its head by role."""
    named: dict[str, Unit] = {}
    for part in page.parts:
        if part.passage:
            named.setdefault(part.role, part.passage)
    heads = [part.passage for part in page.parts if part.passage]
    verdicts = zip(page.passages, page.verdicts, strict=True)
    take_out([*heads, *(one for one, verdict in verdicts if not verdict.kept)])
    return named


def _document(
    page: _Page, kept: tuple[int, int], heads: dict[str, Unit], language: Choice
) -> tuple[Fragment, Meta]:
    inside = tuple(one for one in page.tree.removed if kept[0] <= one.start <= kept[1])
    levels = [int(e.name[1]) for e in page.body.walk() if e.name in HEADINGS and e.text().strip()]
    options = Options(
        shift=min(levels, default=1) - 1,
        base=page.facts.base or page.facts.address,
        pictures=page.facts.base,
        loose=False,
        scaffold=all(verdict.kept for verdict in page.verdicts),
    )
    tree = msgspec.structs.replace(page.tree, root=page.body, removed=inside)
    context = context_of(tree, page.place, options)
    facts = page.facts
    date = next((part for part in page.parts if part.role == "date"), None)
    meta = Meta(
        title=_words(page, context, heads, "headline"),
        standfirst=_words(page, context, heads, "standfirst"),
        byline=tuple(
            Byline(text=part.words, name=byline_name(part.words))
            for part in page.parts
            if part.role == "byline"
        ),
        language=language.value,
        date=date.words if date else None,
        publication=facts.publication,
        description=facts.descriptions[0].value if facts.descriptions else None,
        source=facts.address,
        anchor=_headline_anchor(heads),
    )
    return without_dangling(fragment_of(tree, context), meta.anchor), meta


def _headline_anchor(heads: dict[str, Unit]) -> str | None:
    """The id of the heading that the page's headline was taken from."""
    headline = heads.get("headline")
    around = headline.around() if headline else ()
    heading = next((element for element in around if element.name in HEADINGS), None)
    return anchor_of(heading.get("id")) if heading and heading.get("id") else None


def _words(page: _Page, context: Context, heads: dict[str, Unit], role: str) -> Inlines:
    if role in heads:
        return tuple(
            inline
            for inline in inlines(context, flat(heads[role].nodes))
            if not isinstance(inline, Image)
        )
    said = next((part.words for part in page.parts if part.role == role), "")
    return (Text(text=said),) if said else ()


def _head_changes(page: _Page) -> Iterator[Normalisation]:
    """A record of each byline and date that is not set as the page has it."""
    shown = {id(part.passage): part.passage for part in page.parts if part.passage}
    for one in shown.values():
        parts = [part for part in page.parts if part.passage is one and part.words]
        bylines = [part.words for part in parts if part.role == "byline"]
        after = ", ".join(bylines or [part.words for part in parts])
        if parts and (after != one.words or not bylines):
            yield Normalisation(parts[0].role, one.words, after, page.place(one.start, one.end))


def _removed_words(page: _Page, fragment: Fragment) -> Iterator[Normalisation]:
    """A record of the words in what was left out because a book cannot have it."""
    later = (one for one in fragment.removed if one not in page.tree.removed)
    for one in (*page.tree.removed, *later):
        words = " ".join(one.text.split())
        if words and one.kind not in (DATA, "script", "style sheet"):
            place = page.place(one.start, one.start)
            yield Normalisation(one.kind.replace(" ", "-"), words, "", place)


def _language(page: _Page, given: Metadata) -> Choice:
    if given.language:
        return Choice(given.language, "given", 1.0)
    if page.facts.language and langcodes.tag_is_valid(page.facts.language):
        return Choice(page.facts.language, "declared", 0.95)
    # Loaded only for a page that does not say: the model takes a fifth of a second.
    from publisher.sources.language import detect_language

    kept = zip(page.passages, page.verdicts, strict=True)
    detected = detect_language(" ".join(one.words for one, verdict in kept if verdict.kept))
    return detected if detected.confidence >= SURE else Choice(DEFAULT_LANGUAGE, "default", 0.5)


def _mark(source: Source, decoded: Decoded) -> tuple[Normalisation, ...]:
    if not decoded.mark:
        return ()
    return (Normalisation("byte-order-mark", "\ufeff", "", whole_file(source.name)),)


def _findings(
    page: _Page, document: Document, losses: Sequence[Normalisation]
) -> Iterator[Diagnostic]:
    for part in page.parts:
        if part.confidence < SURE:
            place = whole_file(page.name)
            if part.passage:
                place = page.place(part.passage.start, part.passage.end)
            facts = {"role": part.role, "rule": part.rule, "reason": part.reason}
            yield diagnose("HTM010", place, **facts)
    if losses:
        words = sum(len(loss.before.split()) for loss in losses)
        yield diagnose("HTM011", losses[0].span, places=len(losses), words=words)
    if any(verdict.rule == "no-main-text" for verdict in page.verdicts):
        yield diagnose("HTM012", whole_file(page.name))
    if not document.blocks:
        yield diagnose("HTM013", whole_file(page.name))
