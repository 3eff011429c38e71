"""The rules of a language applied to every run of a document."""

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.document import Document
from publisher.document.nodes import Inline, Inlines, Text
from publisher.document.normalisation import Normalisation
from publisher.document.text import map_runs, replace_leaves
from publisher.span import Span, whole_file
from publisher.typography.dashes import replace_dashes
from publisher.typography.ellipses import replace_ellipses
from publisher.typography.marks import replace_ordinals, space_marks
from publisher.typography.passages import Passage, passages
from publisher.typography.proposal import Proposal, Rule
from publisher.typography.quotes import opens_quotation, pair_quotes, with_reopening
from publisher.typography.spaces import bind_spaces
from publisher.typography.table import Table, table_for

Mode = Literal["keep", "check", "correct"]
"""keep: the text is set as it is written. check: spaces are bound so that lines break well, and
whatever else is amiss is reported. correct: it is put right too, and each change recorded."""

MARKS: tuple[Rule, ...] = (
    pair_quotes,
    replace_dashes,
    replace_ellipses,
    space_marks,
    replace_ordinals,
)
"""What is written wrong; `bind_spaces` follows, on what they leave."""

Locate = Callable[[Span, int, int], Span]
"""From the span of a text leaf, and characters `start` to `end` of it, to their place."""


class Typeset(msgspec.Struct, frozen=True):
    """The document as it is to be set, what was changed for that, and what is amiss."""

    document: Document
    changes: tuple[Normalisation, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def typeset(document: Document, mode: Mode, locate: Locate) -> Typeset:
    """`document` with the rules of its language, as far as `mode` goes.

    A block in a language of its own has its own rules; words within a run that are in another
    language than the rest of it stay as they are.
    """
    if mode == "keep":
        return Typeset(document)
    found = passages(document)
    setter = _Setter(mode, locate, found)
    changed = map_runs(document, setter.set_run)
    unknown = _unknown_language(document, found)
    return Typeset(changed, tuple(setter.changes), (*unknown, *setter.diagnostics))


def _unknown_language(document: Document, found: list[Passage]) -> tuple[Diagnostic, ...]:
    language = document.meta.language
    if not table_for(language).is_neutral:
        return ()
    spans = (leaf.span for passage in found for leaf in passage.leaves)
    span = next((span for span in spans if span), None)
    return (diagnose("TYP007", whole_file(span.file) if span else None, language=language),)


class _Setter:
    """One pass over the runs of a document, which remembers what it changed and found."""

    def __init__(self, mode: Mode, locate: Locate, found: list[Passage]) -> None:
        self._mode = mode
        self._locate = locate
        self._passages = iter(zip(found, [*found[1:], None], strict=False))
        self._goes_on = False
        self.changes: list[Normalisation] = []
        self.diagnostics: list[Diagnostic] = []

    def set_run(self, run: Inlines) -> Inlines:
        passage, following = next(self._passages)
        table = table_for(passage.language)
        text = passage.text
        if self._goes_on:
            text = with_reopening(text, table)
        proposals = self._propose(text, table)
        unclosed = [proposal for proposal in proposals if proposal.code == "TYP002"]
        self._goes_on = bool(unclosed and following and opens_quotation(following.text[:1], table))
        if self._goes_on:
            proposals = [proposal for proposal in proposals if proposal.code != "TYP002"]
        return replace_leaves(run, self._set_leaves(passage, proposals)) if proposals else run

    def _propose(self, text: str, table: Table) -> list[Proposal]:
        """What the rules say of `text`, in its order; spaces as the corrected marks want them."""
        if table.is_neutral:
            return list(bind_spaces(text, table))
        found = _about_marks(text, table)
        if self._mode == "correct" and found:
            found = _settled(text, found, table)
            text = _with_marks(text, found)
        found += bind_spaces(text, table)
        return sorted(found, key=lambda proposal: (proposal.start, proposal.end))

    def _set_leaves(self, passage: Passage, proposals: list[Proposal]) -> Iterator[Inline]:
        start = 0
        for leaf, view in zip(passage.leaves, passage.views, strict=True):
            end = start + len(view)
            here = [found for found in proposals if start <= found.start and found.end <= end]
            yield self._set_leaf(leaf, start, here) if here and isinstance(leaf, Text) else leaf
            start = end

    def _set_leaf(self, leaf: Text, start: int, proposals: list[Proposal]) -> Text:
        pieces: list[str] = []
        position = 0
        for proposal in proposals:
            first, last = proposal.start - start, proposal.end - start
            place = self._locate(leaf.span, first, last) if leaf.span else None
            if proposal.code and (self._mode == "check" or proposal.after is None):
                self.diagnostics.append(diagnose(proposal.code, place, **proposal.facts))
            elif proposal.after is not None and first >= position:
                pieces += (leaf.text[position:first], proposal.after)
                position = last
                if place:
                    before = leaf.text[first:last]
                    change = Normalisation(proposal.rule, before, proposal.after, place)
                    self.changes.append(change)
        if not pieces:
            return leaf
        return msgspec.structs.replace(leaf, text="".join((*pieces, leaf.text[position:])))


def _about_marks(text: str, table: Table) -> list[Proposal]:
    return [proposal for rule in MARKS for proposal in rule(text, table)]


def _settled(text: str, found: list[Proposal], table: Table) -> list[Proposal]:
    """`found`, if nothing is left to correct after it.

    Marks may be in such a tangle (two kinds opened, one closed) that the corrected text reads
    differently again. Then nobody can say what was meant: all of it is reported, none changed.
    """
    corrected = _corrected(text, found)
    if any(again.after is not None for again in _about_marks(corrected, table)):
        return [msgspec.structs.replace(proposal, after=None) for proposal in found]
    return found


def _corrected(text: str, found: list[Proposal]) -> str:
    pieces: list[str] = []
    position = 0
    for proposal in sorted(found, key=lambda proposal: (proposal.start, proposal.end)):
        if proposal.after is not None and proposal.start >= position:
            pieces += (text[position : proposal.start], proposal.after)
            position = proposal.end
    return "".join((*pieces, text[position:]))


def _with_marks(text: str, proposals: list[Proposal]) -> str:
    """`text` with each single mark as it will be, the length kept."""
    changed = list(text) if proposals else []
    for proposal in proposals:
        if proposal.after and proposal.end - proposal.start == 1:
            changed[proposal.start] = proposal.after.strip()[0]
    return "".join(changed) or text
