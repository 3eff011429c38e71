"""Citations and cross-references in brackets, as nodes."""

import re
from collections.abc import Iterator

from publisher.document.nodes import Cite, CrossRef, Inline
from publisher.sources.markdown.anchors import valid_id
from publisher.sources.markdown.rules.references import is_numbered

Piece = tuple[str, int, int] | tuple[Inline, int, int]


def citation_pieces(entries: list[re.Match[str]], start: int) -> Iterator[Piece]:
    """Words and nodes in order, each with its place in the run, for the entries from `start` on.

    Keys that follow one another without words become one citation, with the locator of the last.
    """
    offset = start
    keys: list[str] = []
    first = start
    for index, entry in enumerate(entries):
        before, key, rest = entry["before"], entry["key"], entry["rest"]
        end = offset + entry.end()
        begin = offset + entry.start("minus")
        if before.strip() or (index and not keys):
            lead = before if index == 0 else ";" + before
            yield lead, offset - (index > 0), begin
        if not keys:
            first = begin
        if is_numbered(key):
            yield CrossRef(target=valid_id(key)), begin, offset + entry.end("key")
            if rest:
                yield rest, offset + entry.start("rest"), end
        elif not rest.strip() and index + 1 < len(entries) and _plain(entries[index + 1]):
            keys.append(key)
        else:
            locator = rest.strip().removeprefix(",").strip() or None
            yield Cite(keys=(*keys, key), locator=locator), first, end
            keys = []
        offset = end + 1


def _plain(entry: re.Match[str]) -> bool:
    return not entry["before"].strip() and not is_numbered(entry["key"])
