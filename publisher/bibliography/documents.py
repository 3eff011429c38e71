"""Documents with their citations set: a book's chapters in order, or a single article."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from publisher.bibliography.formatting import Bibliography, Citation, format_citations
from publisher.bibliography.reference import Reference
from publisher.bibliography.styles import Style
from publisher.diagnostics import Diagnostic
from publisher.document.citing import items_of
from publisher.document.document import Document
from publisher.document.nodes import (
    Blocks,
    Cite,
    Inline,
    Inlines,
    InlineSpan,
    NoteRef,
    Paragraph,
    Superscript,
    Text,
)
from publisher.document.text import map_runs, runs

_POINTS = ".,;:!?…"


class Cited(msgspec.Struct, frozen=True):
    """Documents without `Cite` nodes, the bibliography of all of them, and what was found."""

    documents: tuple[Document, ...]
    bibliography: Bibliography
    diagnostics: tuple[Diagnostic, ...]


def cite_documents(
    documents: Sequence[Document],
    references: Mapping[str, Reference],
    style: Style,
    language: str,
    *,
    uncited: Sequence[str] = (),
) -> Cited:
    """The `documents` with each citation set by `style` in `language` (a BCP 47 tag).

    A citation becomes a span of the role "citation", its works links to the ids of
    `Bibliography.entries`. With a style of notes, it becomes the call of a new note that holds
    that span; one that stands in a note is set there. Raises PublisherError as `format_citations`.
    """
    cites = [cite for document in documents for cite in _in_reading_order(document)]
    formatted = format_citations(references, style, language, cites, uncited=uncited)
    # Citations may be alike; each is told by being that very object.
    set_as = {id(cite): each for cite, each in zip(cites, formatted.citations, strict=True)}
    done = tuple(
        _Setter(document, set_as, points_first=language.lower().startswith("en")).document()
        for document in documents
    )
    return Cited(done, formatted.bibliography, formatted.diagnostics)


def _in_reading_order(document: Document) -> Iterator[Cite]:
    """The citations, those of a note where it is called first."""
    unread = dict(document.notes)
    for run in runs(msgspec.structs.replace(document, notes={})):
        for node in _all(run):
            if isinstance(node, Cite):
                yield node
            elif isinstance(node, NoteRef) and (blocks := unread.pop(node.note, None)):
                yield from _in_blocks(blocks)
    for blocks in unread.values():
        yield from _in_blocks(blocks)


def _in_blocks(blocks: Blocks) -> Iterator[Cite]:
    for block in blocks:
        for run in runs(block):
            yield from (node for node in _all(run) if isinstance(node, Cite))


def _all(run: Inlines) -> Iterator[Inline]:
    for node in run:
        yield node
        yield from _all(getattr(node, "children", ()))


class _Setter:
    """Puts what is set into one document."""

    def __init__(
        self, document: Document, set_as: Mapping[int, Citation], *, points_first: bool
    ) -> None:
        self._document = document
        self._set_as = set_as
        self._points_first = points_first
        self._notes: dict[str, Blocks] = {}

    def document(self) -> Document:
        """The document; notes that it gets come after those that it has."""
        notes = {
            name: tuple(map_runs(block, self._in_note) for block in blocks)
            for name, blocks in self._document.notes.items()
        }
        body = msgspec.structs.replace(self._document, notes={})
        done = map_runs(body, self._in_text)
        return msgspec.structs.replace(done, notes={**notes, **self._notes})

    def _in_note(self, run: Inlines) -> Inlines:
        return self._run(run, in_note=True)

    def _in_text(self, run: Inlines) -> Inlines:
        return self._run(run, in_note=False)

    def _run(self, run: Inlines, *, in_note: bool) -> Inlines:
        if not any(isinstance(node, Cite) for node in _all(run)):
            return run
        made: list[Inline] = []
        raised: list[Inline] = []
        for node in run:
            if isinstance(node, Cite):
                made += self._citation(node, made, raised, in_note=in_note)
                continue
            if in_note and made and _is_citation(made[-1]):
                made[-1] = _without_full_stop(made[-1])
            if raised and self._points_first and isinstance(node, Text):
                node = _points_before(node, made)
            made += raised
            raised.clear()
            if children := getattr(node, "children", None):
                inner = self._run(children, in_note=in_note)
                node = msgspec.structs.replace(node, children=inner)
            made.append(node)
        return (*made, *raised)

    def _citation(
        self, cite: Cite, before: list[Inline], raised: list[Inline], *, in_note: bool
    ) -> Inlines:
        """What stands for a citation; what hangs on the word before it goes to `raised`."""
        found = self._set_as[id(cite)]
        place: dict[str, Any] = {
            "span": cite.span,
            "language": cite.language,
            "direction": cite.direction,
        }
        if found.note and not in_note:
            content = InlineSpan(children=found.note, role="citation", **place)
            name = self._fresh_name()
            self._notes[name] = (Paragraph(children=(content,), span=cite.span),)
            call: Inline = NoteRef(note=name, id=cite.id, **place)
            if found.text:
                return (InlineSpan(children=found.text, role="citation", **place), call)
            _without_space(before)
            raised.append(call)
            return ()
        space = (Text(text=" "),) if found.text and found.note else ()
        children = (*found.text, *space, *found.note)
        span = InlineSpan(children=children, role="citation", id=cite.id, **place)
        if children and isinstance(children[0], Superscript) and not items_of(cite)[0].prefix:
            _without_space(before)
            raised.append(span)
            return ()
        return (span,)

    def _fresh_name(self) -> str:
        number = len(self._notes) + 1
        while (name := f"cite-{number}") in self._document.notes or name in self._notes:
            number += 1
        return name


def _is_citation(node: Inline) -> bool:
    return isinstance(node, InlineSpan) and node.role == "citation"


def _without_full_stop(node: Inline) -> Inline:
    """A style's notes end in a full stop, which is none where a sentence goes on."""
    if isinstance(node, Text):
        return msgspec.structs.replace(node, text=node.text.removesuffix("."))
    if children := getattr(node, "children", None):
        last = _without_full_stop(children[-1])
        return msgspec.structs.replace(node, children=(*children[:-1], last))
    return node


def _without_space(run: list[Inline]) -> None:
    """Takes the space before a raised mark away: it hangs on the word before it."""
    if run and isinstance(last := run[-1], Text):
        run[-1] = msgspec.structs.replace(last, text=last.text.rstrip(" \u00a0"))


def _points_before(node: Text, run: list[Inline]) -> Text:
    """Puts the points that `node` begins with before the mark that follows, and gives the rest."""
    rest = node.text.lstrip(_POINTS)
    if points := node.text[: len(node.text) - len(rest)]:
        run.append(Text(text=points, span=node.span))
    return msgspec.structs.replace(node, text=rest)
