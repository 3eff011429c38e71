"""The rules of a language applied to every run of a document."""

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.addresses import ADDRESS
from publisher.document.nodes import Document, Inline, Inlines, Text
from publisher.document.normalisation import Normalisation
from publisher.document.text import (
    NOT_TEXT,
    leaves,
    map_runs,
    plain,
    replace_leaves,
    runs,
)
from publisher.span import Span, whole_file
from publisher.typography.dashes import replace_dashes
from publisher.typography.ellipses import replace_ellipses
from publisher.typography.proposal import Proposal, Rule
from publisher.typography.quotes import opens_quotation, pair_quotes
from publisher.typography.spaces import bind_spaces
from publisher.typography.table import Table, table_for

Mode = Literal["keep", "check", "correct"]
"""keep: the text is set as it is written. check: spaces are bound so that lines break well, and
whatever else is amiss is reported. correct: it is put right too, and each change recorded."""

RULES: tuple[Rule, ...] = (pair_quotes, replace_dashes, replace_ellipses, bind_spaces)

Locate = Callable[[Span, int, int], Span]
"""From the span of a text leaf, and characters `start` to `end` of it, to their place."""


class Typeset(msgspec.Struct, frozen=True):
    """The document as it is to be set, what was changed for that, and what is amiss."""

    document: Document
    changes: tuple[Normalisation, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def typeset(document: Document, mode: Mode, locate: Locate) -> Typeset:
    """`document` with the rules of its language, as far as `mode` goes."""
    if mode == "keep":
        return Typeset(document)
    language = document.meta.language
    table = table_for(language)
    if table is None:
        span = next((run[0].span for run in runs(document)), None)
        place = whole_file(span.file) if span else None
        return Typeset(document, diagnostics=(diagnose("TYP007", place, language=language),))
    setter = _Setter(table, mode, locate, [plain(run) for run in runs(document)])
    changed = map_runs(document, setter.set_run)
    return Typeset(changed, tuple(setter.changes), tuple(setter.diagnostics))


class _Setter:
    """One pass over the runs of a document, which remembers what it changed and found."""

    def __init__(self, table: Table, mode: Mode, locate: Locate, texts: list[str]) -> None:
        self._table = table
        self._mode = mode
        self._locate = locate
        self._next_texts = iter([*texts[1:], ""])
        self.changes: list[Normalisation] = []
        self.diagnostics: list[Diagnostic] = []

    def set_run(self, run: Inlines) -> Inlines:
        continued = opens_quotation(next(self._next_texts), self._table)
        parts = list(leaves(run))
        text = "".join(_visible(leaf) for leaf in parts)
        proposals = [
            proposal
            for proposal in _propose(text, self._table)
            if not (continued and proposal.code == "TYP002")
        ]
        return replace_leaves(run, self._set_leaves(parts, proposals))

    def _set_leaves(self, parts: list[Inline], proposals: list[Proposal]) -> Iterator[Inline]:
        start = 0
        for leaf in parts:
            end = start + len(_visible(leaf))
            here = [found for found in proposals if start <= found.start and found.end <= end]
            yield self._set_leaf(leaf, start, here) if isinstance(leaf, Text) else leaf
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


def _visible(leaf: Inline) -> str:
    """A leaf as the rules see it: addresses and what is not text hidden, lengths kept."""
    if not isinstance(leaf, Text):
        return NOT_TEXT
    return ADDRESS.sub(lambda found: NOT_TEXT * len(found[0]), leaf.text)


def _propose(text: str, table: Table) -> list[Proposal]:
    found = [proposal for rule in RULES for proposal in rule(text, table)]
    return sorted(found, key=lambda proposal: (proposal.start, proposal.end))
