"""Citations and cross-references in brackets, as nodes."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from msgspec import structs

from publisher.document.nodes import Cite, CiteItem, CrossRef, Inline
from publisher.document.slugs import valid_id
from publisher.sources.markdown.rules.references import is_numbered, locator_end

Piece = tuple[str, int, int] | tuple[Inline, int, int]
Entries = list[tuple[re.Match[str], int]]


def citation_pieces(entries: list[re.Match[str]], start: int) -> Iterator[Piece]:
    """Words and nodes in order, each with its place in the run, for the entries from `start` on.

    All works side by side are one citation; what stands between them and references is text.
    """
    placed: Entries = []
    offset = start
    for entry in entries:
        placed.append((entry, offset))
        offset += entry.end() + 1
    for numbered, group in groupby(placed, lambda each: is_numbered(each[0]["key"])):
        members = list(group)
        first = members[0][1]
        if not numbered:
            if first > start:
                yield ";", first - 1, first
            yield _citation(members)
            continue
        for entry, at in members:
            yield from _reference(entry, at, follows=at > start)


def _reference(entry: re.Match[str], offset: int, *, follows: bool) -> Iterator[Piece]:
    begin, end = offset + entry.start("minus"), offset + entry.end("key")
    if follows or entry["before"].strip():
        yield ";" * follows + entry["before"], offset - follows, begin
    yield CrossRef(target=valid_id(entry["key"])), begin, end
    if entry["rest"]:
        yield entry["rest"], end, offset + entry.end()


def _citation(members: Entries) -> Piece:
    first, offset = members[0]
    before = first["before"]
    begin = len(before) - len(before.lstrip()) if before.strip() else len(before)
    last, at = members[-1]
    cite = Cite(
        keys=tuple(entry["key"] for entry, _ in members),
        locator=last["rest"].strip().removeprefix(",").strip() or None,
        items=tuple(_item(entry) for entry, _ in members),
    )
    return cite, offset + begin, at + last.end()


def _item(entry: re.Match[str]) -> CiteItem:
    """One work; what follows its key is a locator as far as it reads like one."""
    prefix = _one_line(entry["before"]).lstrip()
    rest = _one_line(entry["rest"]).rstrip()
    bare = rest.removeprefix(",").lstrip()
    end = locator_end(bare)
    return CiteItem(
        key=entry["key"],
        locator=bare[:end].strip("{}").strip() or None,
        prefix=prefix,
        suffix=bare[end:] if end else rest,
        mode="suppress_author" if entry["minus"] else "normal",
    )


def _one_line(words: str) -> str:
    """The words with each stretch of white space as one space: lines end anywhere."""
    return re.sub(r"\s+", " ", words)


def without_controls(cite: Cite, clean: Callable[[str], str]) -> Cite:
    """The citation with `clean` applied to its words."""
    items = tuple(
        structs.replace(
            item,
            locator=item.locator and clean(item.locator),
            prefix=clean(item.prefix),
            suffix=clean(item.suffix),
        )
        for item in cite.items
    )
    return structs.replace(cite, locator=cite.locator and clean(cite.locator), items=items)


def narrative_citation(key: str, words: str) -> Cite:
    """`@key [p. 4]`: the author in the sentence, the rest in brackets behind."""
    locator = _one_line(words).strip()
    return Cite(
        keys=(key,), locator=locator, items=(CiteItem(key, locator=locator, mode="narrative"),)
    )
