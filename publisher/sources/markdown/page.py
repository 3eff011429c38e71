"""What the makers of nodes share while a document is read: places, findings, edits, notes."""

import re
from collections.abc import Callable
from typing import Any

from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.nodes import Blocks, Inlines
from publisher.sources.markdown.abbreviations import Abbreviations
from publisher.sources.markdown.anchors import Anchors, given_ids
from publisher.sources.markdown.attributes import Attributes
from publisher.sources.markdown.places import Places, Segments
from publisher.sources.source_map import Edit
from publisher.span import Span

# Characters that XML 1.0 forbids or discourages (section 2.2), and byte order marks.
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff"
_FORBIDDEN = re.compile(f"[{_CONTROLS}]")
PERMITTED = re.compile(f"[^{_CONTROLS}]+")
"""Stretches of characters that a book can hold."""

HtmlBlock = Callable[["Page", str, int, int], Blocks]
HtmlInline = Callable[["Page", str, Inlines | None, str, Span], Inlines]


class Page:
    """One document while it is read. `env` is what the parser found: definitions, names of notes.

    `html_block` and `html_inline` make nodes of raw HTML; `wrappers` are what pairs of tags became;
    `abbreviations` are those that its blocks define.
    """

    def __init__(
        self,
        places: Places,
        env: dict[str, Any],
        html_block: HtmlBlock,
        html_inline: HtmlInline,
    ) -> None:
        self.places = places
        self.env = env
        self.html_block = html_block
        self.html_inline = html_inline
        self.edits: list[Edit] = []
        self.diagnostics: list[Diagnostic] = []
        self.notes: dict[str, Blocks] = {}
        self.calls: list[str] = []
        self.embedded: dict[str, bytes] = {}
        self.wrappers: dict[tuple[str, str], Inlines] = {}
        self.in_note = False
        self.abbreviations = Abbreviations({})
        env["ids"] = given_ids(places.text)
        self.anchors = Anchors(env["ids"])
        self.forbidden = _FORBIDDEN.search(places.text) is not None

    def span(self, start: int, end: int) -> Span:
        """The place of a stretch of the text."""
        return self.places.span(start, end)

    def inline_note(self, blocks: Blocks) -> str:
        """Keeps a note that was written where it is called, and gives it a name."""
        taken = self.env.get("footnotes", {}).get("refs", ())
        count = len(self.notes) + 1
        while f":inline-{count}" in taken or f"inline-{count}" in self.notes:
            count += 1
        name = f"inline-{count}"
        self.notes[name] = blocks
        self.calls.append(name)
        return name

    def find(self, words: str, within: Span) -> Span | None:
        """Where `words` stand, as they are, in a stretch of the source; None where they do not."""
        start, end = self.places.offsets(within)
        found = self.places.source_map.raw.find(words, start, end)
        if found < 0:
            return None
        return self.places.source_map.raw_span(found, found + len(words))

    def report(self, code: str, span: Span | None, **facts: object) -> None:
        """Notes a finding."""
        self.diagnostics.append(diagnose(code, span, **facts))

    def fields(self, given: Attributes, span: Span | None, *used: str) -> dict[str, Any]:
        """What `given` gives any node: id, language, direction.

        `used` are classes and keys that the caller makes something of; others are reported.
        """
        for lost in given.without_effect(*used):
            self.report("MKD013", span, what=lost)
        fields = given.node
        if given.id:
            anchor = self.anchors.take(given.id)
            if anchor is None:
                self.report("MKD014", span, id=given.id)
                del fields["id"]
            else:
                fields["id"] = anchor
        return fields

    def edit(self, start: int, end: int, after: str, rule: str) -> None:
        """Notes that the characters `start` to `end` of the text became `after`."""
        raw = self.places.raw
        self.edits.append(Edit(raw(start), raw(end), after, rule))

    def words(self, text: str, segments: Segments, start: int) -> str:
        """Characters of a run from `start` on, without those that no book can hold."""
        if not self.forbidden:
            return text
        for found in _FORBIDDEN.finditer(text):
            place = segments.at(start + found.start())
            self.edit(place, place + 1, "", "control-character")
            self._control(found[0], place)
        return _FORBIDDEN.sub("", text)

    def clean(self, text: str) -> str:
        """Text that stands in no run (an address, code), without what no book can hold."""
        return _FORBIDDEN.sub("", text) if self.forbidden else text

    def code(self, text: str, start: int, end: int) -> str:
        """`clean`, with a finding for each character that `start` to `end` of the text lose."""
        if self.forbidden:
            for found in _FORBIDDEN.finditer(self.places.text, start, end):
                self._control(found[0], found.start())
        return self.clean(text)

    def _control(self, character: str, place: int) -> None:
        name = f"U+{ord(character):04X}"
        self.report("SRC008", self.span(place, place + 1), character=name)
