"""A paragraph's content as a row of pieces with marks, and the tree of inlines that it makes.

Word marks runs one beside the other; a document nests. Equal marks next to each other become one
node around all of them.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from publisher.document.nodes import (
    Emphasis,
    Inline,
    InlineCode,
    Inlines,
    InlineSpan,
    LineBreak,
    Link,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from publisher.document.text import plain
from publisher.sources.docx.manuscript import Manuscript, joined
from publisher.sources.docx.styles import Look
from publisher.span import Span

ORDER = (
    *("link", "language", "deleted", "underline", "strong", "emphasis", "small_caps"),
    *("superscript", "subscript", "code"),
)
"""What encloses what, outermost first."""

_RULE = "outer-space"


class Mark(msgspec.Struct, frozen=True):
    """One thing that is said of a piece; `value` is a link's address or a language."""

    kind: str
    value: str = ""


class Piece(msgspec.Struct, frozen=True):
    """One leaf, its marks in the order of `ORDER`, and how it looks in all."""

    leaf: Inline
    marks: tuple[Mark, ...]
    look: Look
    language: str | None = None


Pieces = tuple[Piece, ...]


def words(pieces: Sequence[Piece]) -> str:
    """The words of a paragraph."""
    return plain(tuple(piece.leaf for piece in pieces))


def fold(pieces: Sequence[Piece]) -> Inlines:
    """The pieces as a tree."""
    return tuple(_fold(pieces, 0))


def _fold(pieces: Sequence[Piece], depth: int) -> Iterator[Inline]:
    def outer(piece: Piece) -> Mark | None:
        return piece.marks[depth] if len(piece.marks) > depth else None

    for mark, group in groupby(pieces, key=outer):
        members = list(group)
        if mark is None:
            yield from _leaves(members)
        else:
            yield _wrapped(mark, tuple(_fold(members, depth + 1)))


def _leaves(pieces: Sequence[Piece]) -> Iterator[Inline]:
    """The leaves, with texts that follow each other as one."""
    last: Text | None = None
    for piece in pieces:
        leaf = piece.leaf
        if not isinstance(leaf, Text):
            if last is not None:
                yield last
            last = None
            yield leaf
        elif last is None:
            last = leaf
        elif (both := joined(last, leaf)) is not None:
            last = both
        else:
            yield last
            last = leaf
    if last is not None:
        yield last


def _wrapped(mark: Mark, children: Inlines) -> Inline:
    span = span_of(children)
    match mark.kind:
        case "link":
            return Link(href=mark.value, children=children, span=span)
        case "language":
            return InlineSpan(language=mark.value, children=children, span=span)
        case "strong":
            return Strong(children=children, span=span)
        case "emphasis":
            return Emphasis(children=children, span=span)
        case "small_caps":
            return SmallCaps(children=children, span=span)
        case "superscript":
            return Superscript(children=children, span=span)
        case "subscript":
            return Subscript(children=children, span=span)
        case "code" if all(isinstance(inline, Text) for inline in children):
            return InlineCode(text=plain(children), span=span)
        case role:
            return InlineSpan(role=role, children=children, span=span)


def span_of(inlines: Sequence[Inline]) -> Span | None:
    """From the first word of a run to its last."""
    spans = [inline.span for inline in inlines if inline.span]
    if not spans:
        return None
    first, last = spans[0], spans[-1]
    return Span(first.file, first.line, first.column, last.end_line, last.end_column)


def in_language(pieces: Sequence[Piece], language: str, declared: str | None) -> Pieces:
    """The pieces, with a mark on those in another language than the text's.

    A piece in the language that the file declares for all, rightly or not, is in the text's.
    """
    own = {_primary(language), _primary(declared or language)}
    return tuple(
        msgspec.structs.replace(
            piece, marks=in_order((*piece.marks, Mark("language", piece.language)))
        )
        if piece.language and _primary(piece.language) not in own
        else piece
        for piece in pieces
    )


def _primary(tag: str) -> str:
    return tag.split("-")[0].lower()


def in_order(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks, outermost first."""
    return tuple(sorted(marks, key=lambda mark: ORDER.index(mark.kind)))


def unadorned(pieces: Sequence[Piece]) -> Pieces:
    """Without bold, italic or underlined type, where all words have it: a heading's is its own."""
    worded = [piece for piece in pieces if isinstance(piece.leaf, Text) and piece.leaf.text.strip()]
    shared = {
        Mark(kind)
        for kind in ("strong", "emphasis", "underline", "small_caps")
        if worded and all(Mark(kind) in piece.marks for piece in worded)
    }
    return tuple(
        msgspec.structs.replace(
            piece, marks=tuple(mark for mark in piece.marks if mark not in shared)
        )
        for piece in pieces
    )


def trimmed(pieces: Sequence[Piece], manuscript: Manuscript) -> Pieces:
    """Without white space and breaks at the start and the end, which `manuscript` records."""
    row = deque(pieces)
    for at, side in ((0, str.lstrip), (-1, str.rstrip)):
        while row:
            leaf = row[at].leaf
            if isinstance(leaf, LineBreak):
                del row[at]
                continue
            if not isinstance(leaf, Text) or leaf.span is None:
                break
            kept = side(leaf.text, _SPACE)
            if kept == leaf.text:
                break
            _drop(manuscript, leaf.span, len(leaf.text) - len(kept), at)
            if not kept:
                del row[at]
                continue
            row[at] = msgspec.structs.replace(
                row[at], leaf=Text(text=kept, span=_cut(leaf.span, len(kept), at))
            )
            break
    return tuple(row)


_SPACE = " \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"


def _drop(manuscript: Manuscript, span: Span, count: int, at: int) -> None:
    column, end = span.column, span.end_column
    if end - column > count:  # else the whole of it, however long it was in the source
        column, end = (column, column + count) if at == 0 else (end - count, end)
    manuscript.drop(Span(span.file, span.line, column, span.line, end), _RULE)


def _cut(span: Span, kept: int, at: int) -> Span:
    if at == 0:
        return Span(span.file, span.line, span.end_column - kept, span.line, span.end_column)
    return Span(span.file, span.line, span.column, span.line, span.column + kept)
