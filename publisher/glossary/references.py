"""References to the glossary: words with the role "glossary-term" become links to their entries."""

from collections.abc import Iterator

import msgspec

from publisher.collation import Near, or_similar
from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.document import Document
from publisher.document.nodes import Inline, Inlines, InlineSpan, Link
from publisher.document.text import map_runs
from publisher.glossary.glossary import Glossary, words_of


class ReferredTerms(msgspec.Struct, frozen=True):
    """A document whose references lead to the glossary, and those that lead nowhere."""

    document: Document
    diagnostics: tuple[Diagnostic, ...]


def refer_to_terms(document: Document, glossary: Glossary) -> ReferredTerms:
    """`document` with a link around each reference that the glossary has an entry for.

    An entry is found by its words as they are written, then whatever their case. Inside a link,
    which may hold no other (HTML, 4.5.1), and where there is no entry, the words stay as they are.
    """
    referrer = _Referrer(glossary)
    return ReferredTerms(map_runs(document, referrer.run), tuple(referrer.found))


class _Referrer:
    def __init__(self, glossary: Glossary) -> None:
        self.found: list[Diagnostic] = []
        self._anchors = glossary.anchors
        self._folded: dict[str, str] = {}
        for words, anchor in glossary.anchors.items():
            self._folded.setdefault(words.casefold(), anchor)
        self._near = Near(glossary.anchors)

    def run(self, run: Inlines) -> Inlines:
        return tuple(self._all(run, linked=False))

    def _all(self, run: Inlines, *, linked: bool) -> Iterator[Inline]:
        for node in run:
            children = getattr(node, "children", None)
            if children is None:
                yield node
                continue
            inside = linked or isinstance(node, Link) or _refers(node)
            inner = tuple(self._all(children, linked=inside))
            node = msgspec.structs.replace(node, children=inner)
            anchor = self._anchor(node) if _refers(node) else None
            if anchor and not linked:
                yield Link(href=f"#{anchor}", children=(node,), span=node.span, role="glossref")
            else:
                yield node

    def _anchor(self, node: Inline) -> str | None:
        assert isinstance(node, InlineSpan)
        words = node.target or words_of(node.children)
        anchor = self._anchors.get(words) or self._folded.get(words.casefold())
        if anchor is None:
            near = or_similar(self._near(words))
            self.found.append(diagnose("IDX020", node.span, term=words[:80], near=near))
        return anchor


def _refers(node: Inline) -> bool:
    return isinstance(node, InlineSpan) and node.role == "glossary-term"
