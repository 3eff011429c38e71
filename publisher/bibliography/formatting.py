"""Citations and the list of works cited, as a style has them in a language.

Input: references, a style, and the citations in the order of the text. Output: inlines for each
citation, the entries of the bibliography in order, and findings. The specification is CSL 1.0.2.
"""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from publisher.bibliography import marks
from publisher.bibliography.casing import cased
from publisher.bibliography.engine import Engine
from publisher.bibliography.locales import NONE, locale_for
from publisher.bibliography.locators import locator_of
from publisher.bibliography.reference import Reference
from publisher.bibliography.styles import Style
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.document.citing import as_written, items_of
from publisher.document.nodes import Cite, CiteItem, Inlines, Superscript, Text
from publisher.languages import NEUTRAL
from publisher.span import Span

MOST_WORKS = 5000
"""Works that one publication may cite."""

MOST_CITATIONS = 50_000
"""Citations of one publication."""

_BETWEEN = re.compile("^([\ufdd0-\ufddf]*)[\\s,.;:]+")


class Citation(msgspec.Struct, frozen=True):
    """What is set where a citation stands, and, for a style of notes, in the note there."""

    text: Inlines
    note: Inlines = ()


class Entry(msgspec.Struct, frozen=True):
    """A work in the bibliography: its anchor, what stands before it ("[1]"), and its words."""

    key: str
    anchor: str
    label: Inlines
    children: Inlines


class Bibliography(msgspec.Struct, frozen=True):
    """The works cited, in the order of the style; `hanging`: all lines but the first set in."""

    entries: tuple[Entry, ...] = ()
    hanging: bool = False


class Formatted(msgspec.Struct, frozen=True):
    """Citations one for one with those that were given, the bibliography, and findings.

    `notes` says that the style's citations are notes.
    """

    citations: tuple[Citation, ...]
    bibliography: Bibliography
    notes: bool
    diagnostics: tuple[Diagnostic, ...]


def format_citations(
    references: Mapping[str, Reference],
    style: Style,
    language: str,
    citations: Sequence[Cite],
    *,
    uncited: Sequence[str] = (),
) -> Formatted:
    """The `citations`, in the order of the text, set by `style` in `language` (a BCP 47 tag).

    The bibliography holds each work that is cited once, and those of the keys `uncited`. A key
    without a reference is set in brackets, with a warning at its citation. Raises PublisherError:
    BIB002 for more than `MOST_WORKS` or `MOST_CITATIONS`.
    """
    keys = [item.key for cite in citations for item in items_of(cite)] + list(uncited)
    cited = {key: references[key] for key in keys if key in references}
    for count, most, what in (
        (len(cited), MOST_WORKS, "works cited"),
        (len(keys), MOST_CITATIONS, "citations"),
    ):
        if count > most:
            raise PublisherError(diagnose("BIB002", what=f"{count} {what}", limit=most))
    return _Formatting(references, cited, style, language).formatted(citations, uncited)


class _Formatting:
    """One publication's citations."""

    def __init__(
        self,
        references: Mapping[str, Reference],
        cited: Mapping[str, Reference],
        style: Style,
        language: str,
    ) -> None:
        self._found: list[Diagnostic] = []
        self._references = references
        self._cited = cited
        self._style = style
        wanted = language if language.lower() != NEUTRAL else style.language or NONE
        locale = locale_for(wanted)
        if locale is None and cited:
            self._found.append(diagnose("BIB011", language=language))
        self._engine = Engine(style, locale or NONE, wanted, cited)
        self._labels = self._engine.labels()
        self._anchors = dict(_anchors(self._engine.order))

    def formatted(self, citations: Sequence[Cite], uncited: Sequence[str]) -> Formatted:
        for key in uncited:
            if key not in self._references:
                self._tell_missing(key, None)
        done = tuple(self._citation(number, cite) for number, cite in enumerate(citations))
        entries = tuple(self._entries())
        if self._cited and not self._style.bibliography:
            self._found.append(diagnose("BIB014", style=self._style.name))
        bibliography = Bibliography(entries, self._engine.hanging)
        return Formatted(done, bibliography, self._style.notes, tuple(self._found))

    def _citation(self, number: int, cite: Cite) -> Citation:
        items = tuple(map(_without_marks, items_of(cite)))
        for item in items:
            if item.key not in self._references:
                self._tell_missing(item.key, cite.span)
        if not any(item.key in self._cited for item in items):
            return Citation((Text(text=as_written(cite)),))
        if all(item.key in self._cited and not item.prefix for item in items):
            items = tuple(items[at] for at in self._engine.in_order([item.key for item in items]))
        author = ""
        works: list[str] = []
        addresses: list[str] = []
        for item in items:
            text, rest = self._work(number, item)
            if item.mode == "narrative" and item.key in self._cited:
                author = marks.author(text) or self._named(item.key)
            if text and item.mode != "normal":
                text = without_author(text)
            if item.key in self._anchors and self._style.bibliography:
                addresses.append(f"#{self._anchors[item.key]}")
                text = marks.wrap(marks.WORK, text)
            works.append(f"{item.prefix}{text}{rest}")
        if self._style.notes and items[0].prefix:
            works[0] = works[0][:1].upper() + works[0][1:]
        elif self._style.notes and self._is_ibid(works[0]):
            works[0] = cased(works[0], "capitalize-first")
        words = marks.inlines(self._engine.cluster(works), addresses)
        lead = marks.inlines(author)
        if self._style.notes:
            return Citation(lead, words)
        raised = bool(words) and isinstance(words[0], Superscript)
        space = (Text(text=" "),) if lead and not raised else ()
        return Citation((*lead, *space, *words))

    def _work(self, number: int, item: CiteItem) -> tuple[str, str]:
        """What is set for a work, marked, and the words that follow it."""
        locator = locator_of(item.locator, self._labels) if item.locator else None
        rest = f", {item.locator}{item.suffix}" if item.locator and not locator else item.suffix
        if item.key not in self._cited:
            place = f", {item.locator}" if item.locator else ""
            return f"[{item.key}{place}]", item.suffix
        return self._engine.cite(number, item.key, locator) or f"[{item.key}]", rest

    def _is_ibid(self, text: str) -> bool:
        return marks.unmarked(text).startswith(self._engine.term("ibid", "ibid"))

    def _named(self, key: str) -> str:
        """The authors' family names, where a style has none in its citations."""
        names = self._cited[key].names.get("author", ())
        words = [name.literal or name.family for name in names]
        if len(words) > 3:
            return f"{words[0]} {self._engine.term('et-al', 'et al.')}"
        *others, last = words or [self._cited[key].fields.get("title", key)]
        return f" {self._engine.term('and', 'and')} ".join(filter(None, (", ".join(others), last)))

    def _entries(self) -> Iterator[Entry]:
        for line in self._engine.entries():
            text = line.text
            if not re.search(r"\w", text):
                reference = self._cited[line.key]
                reason = line.fault or "it has nothing to say of it"
                facts = {"style": self._style.name, "key": line.key, "reason": reason}
                self._found.append(diagnose("BIB013", reference.span, **facts))
                text = marks.marked(reference.fields.get("title", "")) or f"[{line.key}]"
            yield Entry(
                line.key, self._anchors[line.key], marks.inlines(line.label), marks.inlines(text)
            )

    def _tell_missing(self, key: str, span: Span | None) -> None:
        near = difflib.get_close_matches(key, self._references, n=1) if len(key) < 80 else []
        remedy = f"did you mean {near[0]}?" if near else "give its reference, or correct the key"
        self._found.append(diagnose("BIB012", span, key=key, suggestion=remedy))


def _without_marks(item: CiteItem) -> CiteItem:
    """The item with words that cannot be taken for marks."""
    return msgspec.structs.replace(
        item,
        prefix=marks.unmarked(item.prefix),
        suffix=marks.unmarked(item.suffix),
        locator=item.locator and marks.unmarked(item.locator),
    )


def without_author(text: str) -> str:
    """Marked text without its first names and what parts them from the rest."""
    found = marks.inside(text, marks.AUTHOR)
    if not found:
        return text
    rest = _BETWEEN.sub(r"\1", text[found[1] :])
    return text[: found[0]] + rest if marks.unmarked(rest).strip() else text


def _anchors(keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    """An id for each key, each another one; keys may hold what ids may not."""
    taken: set[str] = set()
    for key in keys:
        wanted = anchor = "ref-" + re.sub(r"[^\w.-]+", "-", key)
        number = 2
        while anchor in taken:
            anchor, number = f"{wanted}-{number}", number + 1
        taken.add(anchor)
        yield key, anchor
