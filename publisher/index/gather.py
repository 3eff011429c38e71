"""The marks of a book by the entries that they name: places, passages, cross-references."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import msgspec

from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.nodes import IndexMark, Inlines
from publisher.index.index import Locator, Mark
from publisher.span import Span

DEEPEST = 3
"""Levels of an entry: heading, sub-heading, and one below. What is deeper stands in the third."""

Path: TypeAlias = tuple[str, ...]


class Heading(msgspec.Struct):
    """An entry while it is gathered; `place` is where it was first marked."""

    words: str
    place: Span | None
    sort: str = ""
    printed: Inlines = ()
    places: list[Locator] = []
    see: dict[Path, Span | None] = {}
    see_also: dict[Path, Span | None] = {}
    below: dict[str, "Heading"] = {}


class Gathered(msgspec.Struct):
    """The headings by their words, the first level's; and what was found amiss on the way."""

    below: dict[str, Heading] = {}
    found: list[Diagnostic] = []


def gather(marks: Iterable[Mark]) -> Gathered:
    """The headings of all marks, each with its places in reading order."""
    gathered = Gathered()
    open_at: dict[Path, list[tuple[int, Mark]]] = {}
    for mark in marks:
        path = path_of(mark.node.terms)
        if not path:
            gathered.found.append(diagnose("IDX010", mark.node.span))
            continue
        if len(list(filter(str.strip, mark.node.terms))) > DEEPEST:
            gathered.found.append(
                diagnose("IDX007", mark.node.span, entry=shown(path), deepest=DEEPEST)
            )
        heading = _heading(gathered, path, mark.node)
        if mark.node.see or mark.node.see_also:
            _refer(heading, mark.node)
        else:
            _locate(heading, mark, open_at.setdefault(path, []), gathered.found)
    gathered.found += _never_closed(open_at)
    return gathered


def path_of(terms: Iterable[str]) -> Path:
    """The way to an entry: terms without white space around or doubled in them, at most three."""
    path = [" ".join(words) for term in terms if (words := term.split())]
    if len(path) > DEEPEST:
        path[DEEPEST - 1 :] = [", ".join(path[DEEPEST - 1 :])]
    return tuple(path)


def shown(path: Path) -> str:
    """An entry as findings name it."""
    words = " > ".join(path)
    return f"“{words if len(words) <= 80 else words[:79] + '…'}”"


def _heading(gathered: Gathered, path: Path, node: IndexMark) -> Heading:
    below = gathered.below
    sorts = ("",) * (len(path) - len(node.sort)) + node.sort
    prints: tuple[Inlines, ...] = ((),) * (len(path) - len(node.printed)) + node.printed
    heading = None
    for words, sort, printed in zip(path, sorts, prints, strict=False):
        heading = below.get(words)
        if heading is None:
            heading = below[words] = Heading(words, node.span)
        heading.sort = heading.sort or sort.strip()
        heading.printed = heading.printed or printed
        below = heading.below
    assert heading
    return heading


def _refer(heading: Heading, node: IndexMark) -> None:
    if see := path_of(node.see):
        heading.see.setdefault(see, node.span)
    if see_also := path_of(node.see_also):
        heading.see_also.setdefault(see_also, node.span)


def _locate(
    heading: Heading, mark: Mark, still_open: list[tuple[int, Mark]], found: list[Diagnostic]
) -> None:
    """One place for each mark, but for the end of a passage, which belongs to its beginning."""
    node = mark.node
    if node.range == "end" and still_open:
        number, _ = still_open.pop()
        begun = heading.places[number]
        heading.places[number] = msgspec.structs.replace(
            begun, end_part=mark.part, end_anchor=mark.anchor, main=begun.main or node.main
        )
        return
    if node.range == "end":
        found.append(diagnose("IDX003", node.span, entry=shown(path_of(node.terms))))
    elif node.range == "start":
        still_open.append((len(heading.places), mark))
    heading.places.append(Locator(part=mark.part, anchor=mark.anchor, main=node.main))


def _never_closed(open_at: dict[Path, list[tuple[int, Mark]]]) -> Iterator[Diagnostic]:
    for path, still_open in open_at.items():
        for _, mark in still_open:
            yield diagnose("IDX002", mark.node.span, entry=shown(path))


def walk(below: dict[str, Heading], above: Path = ()) -> Iterator[tuple[Path, Heading]]:
    """Each heading with its path, before those below it."""
    for words, heading in below.items():
        path = (*above, words)
        yield path, heading
        yield from walk(heading.below, path)
