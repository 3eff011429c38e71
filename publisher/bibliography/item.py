"""A work as citeproc-py's elements ask for it: its reference, locator and place among the notes."""

from typing import Any

import msgspec
from citeproc import source
from citeproc.source import VariableError
from citeproc.string import String

from publisher.bibliography.marks import marked
from publisher.bibliography.reference import Date, Name, Reference

_NEAR = 5
"""Notes between which a citation is near another one (CSL 1.0.2, near-note-distance)."""


class Locator(msgspec.Struct, frozen=True):
    """A place in a work: a label of CSL ("page"), and where."""

    label: str
    identifier: str


class Item:
    """One citation of a work, or its entry in the bibliography.

    While it is rendered, `asked` counts the variables that were asked for, `shown` lists those that
    are there; `named` and `lettered` say that its first names, and the letter behind its year, are.
    """

    def __init__(
        self,
        key: str,
        reference: source.Reference,
        *,
        number: int = 0,
        letter: str = "",
        locator: Locator | None = None,
        positions: frozenset[str] = frozenset(),
    ) -> None:
        self.key = key
        self.reference = reference
        self.number = number
        self.letter = letter
        self.asked = 0
        self.shown: list[tuple[str, str]] = []
        self.named = False
        self.lettered = False
        self._locator = locator
        self._positions = positions

    @property
    def has_locator(self) -> bool:
        """Whether a place in the work is cited."""
        return self._locator is not None

    @property
    def locator(self) -> Locator:
        """The place that is cited. Raises VariableError where there is none."""
        if self._locator is None:
            raise VariableError
        return self._locator

    @property
    def year(self) -> str:
        """The year of issue as it is printed, empty where there is none."""
        issued = self.reference.get("issued")
        begin = issued.get("begin", issued) if issued else {}
        return str(abs(begin["year"])) if "year" in begin else str(getattr(issued, "text", ""))

    def stands(self, position: str) -> bool:
        """Whether the work is cited here for the first time, again, right after itself…"""
        return position in self._positions

    def get_field(self, field: str) -> Any:
        """The value of a field, None where there is none."""
        return self.reference.get(field)

    def __contains__(self, name: object) -> bool:
        return name == "locator" and self.has_locator

    def __getitem__(self, name: str) -> Any:
        return self.reference[name]


class History:
    """What was cited so far, in the order of the text."""

    def __init__(self) -> None:
        self._notes: dict[str, int] = {}
        self._last: tuple[int, str, Locator | None] | None = None
        self._in_last_note = 0

    def positions(self, note: int, key: str, locator: Locator | None) -> frozenset[str]:
        """Where a citation of `key` in the cluster `note` stands (CSL 1.0.2, Choose, position).

        "ibid" is one that follows the same work, cited alone, and not less exactly. The citation is
        then part of the history.
        """
        found = {"subsequent"} if key in self._notes else {"first"}
        if key in self._notes and note - self._notes[key] <= _NEAR:
            found.add("near-note")
        if self._last is not None:
            last_note, last_key, last_locator = self._last
            alone = last_note == note or self._in_last_note == 1
            if key == last_key and alone and (locator or not last_locator):
                found.add("ibid")
                if locator and locator != last_locator:
                    found.add("ibid-with-locator")
            if last_note != note:
                self._in_last_note = 0
        self._notes[key] = note
        self._last = (note, key, locator)
        self._in_last_note += 1
        return frozenset(found)


def citeproc_reference(reference: Reference, language: str) -> source.Reference:
    """The reference for citeproc-py; without a language of its own it is in `language`."""
    made = source.Reference(reference.key, reference.type)
    for field, words in reference.fields.items():
        made[field.replace("-", "_")] = String(marked(words))
    for role, names in reference.names.items():
        made[role.replace("-", "_")] = [_name(name) for name in names]
    for field, date in reference.dates.items():
        made[field.replace("-", "_")] = _date(date)
    made["language"] = reference.fields.get("language", "") or language
    made.setdefault("citation_label", String(_label(reference)))
    if "event_title" in made:
        made.setdefault("event", made["event_title"])
    return made


def _label(reference: Reference) -> str:
    """A label of authors and year, as "Okaf20" and "OkBr21", for styles that cite by one."""
    names = reference.names.get("author") or reference.names.get("editor") or ()
    words = [name.family or name.literal for name in names[:4]] or [
        reference.fields.get("title", "")
    ]
    letters = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}.get(len(words), (1, 1, 1, 1))
    begin = reference.dates.get("issued", Date()).begin
    year = f"{begin[0] % 100:02}" if begin else ""
    return "".join(word[:count] for word, count in zip(words, letters, strict=True)) + year


def _name(name: Name) -> source.Name:
    if name.literal:
        return source.Name(literal=marked(name.literal))
    parts = {
        "family": name.family,
        "given": name.given,
        "dropping-particle": name.dropping,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return source.Name(**{part: marked(words) for part, words in parts.items() if words})


def _date(date: Date) -> Any:
    if date.literal:
        return source.LiteralDate(date.literal, circa=date.circa)
    first = _day(date.begin, date)
    if not date.end:
        return first
    return source.DateRange(begin=first, end=_day(date.end, date), circa=date.circa)


def _day(parts: tuple[int, ...], date: Date) -> source.Date:
    named = dict(zip(("year", "month", "day"), parts, strict=False))
    if date.season and len(parts) == 1:
        named["season"] = date.season
    return source.Date(circa=date.circa, **named)
