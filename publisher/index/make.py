"""Marks to an index: gathered, put in order by the language, under its letters.

Entries stand word by word (ISO 999:1996, 8.2), digits and signs before letters (8.1). Their
places stay in the order of the book.
"""

from collections.abc import Iterable
from typing import TypeAlias

from publisher.collation import Collation, Letter, Order, Rank, collation
from publisher.diagnostics import Diagnostic
from publisher.document.nodes import Text
from publisher.index.faults import faults
from publisher.index.gather import Heading, Path, gather, walk
from publisher.index.index import Entry, Group, Index, MadeIndex, Mark, Reference


def make_index(marks: Iterable[Mark], language: str, order: Order = "word") -> MadeIndex:
    """The index of `marks`, which come in reading order, in the order of `language` (BCP 47).

    A mark with `see` or `see_also` is a cross-reference and no place. What is found stands in the
    order of the marks' files and lines. Raises PublisherError: IDX001 where ICU is not installed.
    """
    rules = collation(language, order)
    gathered = gather(marks)
    letters, below = _by_letter(_arranged(gathered.below, rules), rules)
    known = {path: (number, each) for number, (path, each) in enumerate(walk(below), start=1)}
    groups = tuple(
        Group(letter.label, tuple(_entry(heading, (), known) for heading in headings))
        for letter, headings in letters.items()
    )
    found = (*gathered.found, *faults(below, rules))
    return MadeIndex(Index(groups), tuple(sorted(found, key=_place)))


def _arranged(below: dict[str, Heading], rules: Collation) -> dict[str, Heading]:
    """The headings in the order of the language, those below them also."""
    for heading in below.values():
        heading.below = _arranged(heading.below, rules) if heading.below else heading.below
    ranked = sorted((_key(each, rules), words) for words, each in below.items())
    return {words: below[words] for _, words in ranked}


def _by_letter(
    below: dict[str, Heading], rules: Collation
) -> tuple[dict[Letter, list[Heading]], dict[str, Heading]]:
    """The headings by their letters, and in the order that these give them.

    It is another where letters gather words of two scripts, as the Latin ones do in Chinese.
    """
    found: dict[Letter, list[Heading]] = {}
    for heading in below.values():
        letter = rules.letter(heading.sort or heading.words, article=bool(heading.sort))
        found.setdefault(letter, []).append(heading)
    letters = {letter: found[letter] for letter in sorted(found)}
    return letters, {each.words: each for headings in letters.values() for each in headings}


def _key(heading: Heading, rules: Collation) -> Rank:
    """By what the author said, which is taken as it is, or by its words."""
    return rules.key(heading.sort or heading.words, article=bool(heading.sort))


Known: TypeAlias = dict[Path, tuple[int, Heading]]
"""All headings with their numbers."""


def _entry(heading: Heading, above: Path, known: Known) -> Entry:
    path = (*above, heading.words)
    number, _ = known[path]
    return Entry(
        number=number,
        words=heading.words,
        printed=heading.printed or (Text(text=heading.words),),
        locators=tuple(heading.places),
        see=tuple(_reference(each, known) for each in heading.see),
        see_also=tuple(_reference(each, known) for each in heading.see_also),
        children=tuple(_entry(each, path, known) for each in heading.below.values()),
    )


def _reference(path: Path, known: Known) -> Reference:
    number, _ = known.get(path, (None, None))
    levels = (known.get(path[: depth + 1]) for depth in range(len(path)))
    printed = tuple(
        (found[1].printed if found else ()) or (Text(text=words),)
        for words, found in zip(path, levels, strict=True)
    )
    return Reference(path, number, printed)


def _place(found: Diagnostic) -> tuple[str, int, int, str]:
    span = found.span
    return (span.file, span.line, span.column, found.code) if span else ("", 0, 0, found.code)
