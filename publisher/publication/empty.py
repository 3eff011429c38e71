"""Pages that would have a title and nothing below it: an index without entries, and the like."""

from collections.abc import Callable

import msgspec

from publisher.configuration.publication import Role
from publisher.publication.issue import writers
from publisher.publication.publication import Entry, Part, Publication

_HOLDS: dict[Role, Callable[[Publication], object]] = {
    "list-of-figures": lambda publication: publication.figures,
    "list-of-tables": lambda publication: publication.tables,
    "notes": lambda publication: any(part.notes for part in publication.parts),
    "glossary": lambda _: (),
    "bibliography": lambda _: (),
    "index": lambda publication: publication.index.groups,
    "contributors": writers,
}
"""What each page holds beside the text of its own source."""

LACKING: dict[Role, str] = {
    "list-of-figures": "no figure has a number and a caption",
    "list-of-tables": "no table has a number and a caption",
    "notes": "no part has notes",
    "glossary": "it defines no terms",
    "bibliography": "nothing is cited",
    "index": "nothing is marked for it",
    "contributors": "no article names who wrote it",
}
"""Why each may be empty."""


def without_empty(publication: Publication) -> Publication:
    """`publication` without the pages that nothing would stand on, in its contents neither."""
    gone = {part.name for part in publication.parts if _is_empty(part, publication)}
    if not gone:
        return publication
    return msgspec.structs.replace(
        publication,
        parts=tuple(part for part in publication.parts if part.name not in gone),
        contents=_without(publication.contents, gone),
    )


def _is_empty(part: Part, publication: Publication) -> bool:
    holds = _HOLDS.get(part.role)
    return holds is not None and not part.document.blocks and not holds(publication)


def _without(entries: tuple[Entry, ...], gone: set[str]) -> tuple[Entry, ...]:
    return tuple(
        msgspec.structs.replace(entry, children=_without(entry.children, gone))
        for entry in entries
        if entry.part not in gone
    )
