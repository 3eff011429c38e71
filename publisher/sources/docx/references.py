"""References inside a document: from bookmarks to the ids of the blocks that they stand in."""

from collections.abc import Iterator, Mapping

import msgspec

from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.document import Document
from publisher.document.nodes import Inline, Inlines, Link
from publisher.document.text import map_runs


class Resolved(msgspec.Struct, frozen=True):
    """The document with its references, and those that lead nowhere."""

    document: Document
    diagnostics: tuple[Diagnostic, ...]


def resolve(document: Document, anchors: Mapping[str, str | None]) -> Resolved:
    """The document with links to bookmarks as links to ids.

    A bookmark whose id is None stands in the head, which has no ids: the words stay without a
    link. So do those of a link to no bookmark, with a finding.
    """
    found: list[Diagnostic] = []

    def run(inlines: Inlines) -> Inlines:
        return tuple(_resolved(inlines, anchors, found))

    return Resolved(map_runs(document, run), tuple(found))


def _resolved(
    inlines: Inlines, anchors: Mapping[str, str | None], found: list[Diagnostic]
) -> Iterator[Inline]:
    for inline in inlines:
        children = getattr(inline, "children", None)
        if children is None:
            yield inline
            continue
        inner = tuple(_resolved(children, anchors, found))
        if not isinstance(inline, Link) or not inline.href.startswith("#"):
            yield msgspec.structs.replace(inline, children=inner)
            continue
        name = inline.href[1:]
        identifier = anchors.get(name)
        if identifier:
            yield msgspec.structs.replace(inline, href=f"#{identifier}", children=inner)
            continue
        if name not in anchors:
            found.append(diagnose("DOC009", inline.span, bookmark=f"“{name[:80]}”"))
        yield from inner
