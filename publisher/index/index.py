"""An index as data (ISO 999:1996): groups of entries, their locators and cross-references."""

from typing import NamedTuple

import msgspec

from publisher.diagnostics import Diagnostic
from publisher.document.nodes import IndexMark, Inlines


class Mark(NamedTuple):
    """One mark of a book: its node, the id of its place, the name of the part it stands in."""

    node: IndexMark
    anchor: str
    part: str


class Locator(msgspec.Struct, frozen=True, omit_defaults=True):
    """A place that an entry leads to; one with an `end_anchor` is a passage from there to here.

    `main` is the place where most is said of it. `label` is what is printed for it, such as the
    number of its page, and `end_label` for its end.
    """

    part: str
    anchor: str
    end_part: str | None = None
    end_anchor: str | None = None
    main: bool = False
    label: str = ""
    end_label: str = ""


class Reference(msgspec.Struct, frozen=True):
    """A cross-reference to the entry of these terms: its `number`, or None where there is none.

    `printed` is how each of the terms is set.
    `part` is the file that the entry is in, where the index has several.
    """

    terms: tuple[str, ...]
    number: int | None
    printed: tuple[Inlines, ...] = ()
    part: str | None = None


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """A heading with what it leads to. `number` is its place among all entries, from 1.

    `printed` is how its words are set.
    """

    number: int
    words: str
    printed: Inlines = ()
    locators: tuple[Locator, ...] = ()
    see: tuple[Reference, ...] = ()
    see_also: tuple[Reference, ...] = ()
    children: tuple["Entry", ...] = ()


class Group(msgspec.Struct, frozen=True):
    """The entries under one letter; it is "" for digits and signs, "…" for what has no letter."""

    letter: str
    entries: tuple[Entry, ...]


class Index(msgspec.Struct, frozen=True):
    """The groups in the order of the language."""

    groups: tuple[Group, ...] = ()


class MadeIndex(msgspec.Struct, frozen=True):
    """An index, and what is amiss with the marks that it was made of."""

    index: Index
    diagnostics: tuple[Diagnostic, ...]
