"""Which list a paragraph is in, how deep, and with what number (ECMA-376 part 1, 17.9)."""

import msgspec

from publisher.sources.docx.names import Element, child, children, number, value, w

_DEEPEST = 9
"""Levels of a list (17.9.3)."""


class Level(msgspec.Struct, frozen=True):
    """How one level of a list counts, and the style that puts paragraphs on it."""

    format: str
    start: int
    style: str | None


class Place(msgspec.Struct, frozen=True):
    """A paragraph's place in lists: which, on what level from 0, counted or not, the number."""

    list: str
    level: int
    ordered: bool
    number: int


class Numbering:
    """The lists of a file. It counts, so each paragraph is to be asked for once, in order."""

    def __init__(self, root: Element | None) -> None:
        self._abstract = {
            found.get(w("abstractNumId"), ""): found for found in children(root, "abstractNum")
        }
        self._lists = {found.get(w("numId"), ""): found for found in children(root, "num")}
        self._levels: dict[str, dict[int, Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def place(self, list_: str | None, level: int, style: str | None) -> Place | None:
        """The place of the next paragraph, which names a list; None where that is no list."""
        found = self._lists.get(list_ or "")
        if found is None or list_ is None:
            return None
        levels = self._levels_of(list_)
        by_style = (at for at, one in levels.items() if style and one.style == style)
        level = min(max(0, next(by_style, level)), _DEEPEST - 1)
        how = levels.get(level, Level("bullet", 1, None))
        if how.format == "none":
            return None
        ordered = how.format != "bullet"
        return Place(list_, level, ordered, self._count(list_, level, how) if ordered else 1)

    def by_name(self, ordered: bool, level: int) -> Place:
        """The place of a paragraph that is in a list only by the name of its style."""
        key = "numbers" if ordered else "bullets"
        counts = self._counts.setdefault(key, {})
        counts[level] = counts.get(level, 0) + 1
        return Place(key, level, ordered, counts[level] if ordered else 1)

    def _count(self, list_: str, level: int, how: Level) -> int:
        """Lists made from one definition count on, unless one says where it begins (17.9.27)."""
        definition = value(self._lists[list_], "abstractNumId") or list_
        counts = self._counts.setdefault(definition, {})
        first = (list_, level) not in self._begun
        self._begun.add((list_, level))
        begins = first and self._overridden(list_, level)
        counts[level] = how.start if begins or level not in counts else counts[level] + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        return counts[level]

    def _overridden(self, list_: str, level: int) -> bool:
        for override in children(self._lists[list_], "lvlOverride"):
            if number(override.get(w("ilvl"))) == level:
                return True
        return False

    def _levels_of(self, list_: str) -> dict[int, Level]:
        if list_ not in self._levels:
            found = self._lists[list_]
            definition = self._definition(value(found, "abstractNumId"))
            levels = {
                number(row.get(w("ilvl"))): _level(row) for row in children(definition, "lvl")
            }
            for override in children(found, "lvlOverride"):
                at = number(override.get(w("ilvl")))
                row = child(override, "lvl")
                if row is not None:
                    levels[at] = _level(row)
                start = value(override, "startOverride")
                if start:
                    base = levels.get(at, Level("decimal", 1, None))
                    levels[at] = msgspec.structs.replace(base, start=number(start, 1))
            self._levels[list_] = levels
        return self._levels[list_]

    def _definition(self, identifier: str | None) -> Element | None:
        """The definition of that number, or the one whose style it borrows (17.9.21)."""
        found = self._abstract.get(identifier or "")
        borrowed = value(found, "numStyleLink")
        if not borrowed:
            return found
        lenders = (one for one in self._abstract.values() if value(one, "styleLink") == borrowed)
        return next(lenders, found)


def _level(row: Element) -> Level:
    return Level(
        format=value(row, "numFmt") or "decimal",
        start=number(value(row, "start"), 0),
        style=value(row, "pStyle"),
    )
