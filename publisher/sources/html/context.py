"""What the makers of nodes share: where things stand, what links lead to, what was left out."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote, urljoin

import msgspec

from publisher.document.nodes import Blocks, Inline, Inlines
from publisher.sources.formats import leads_to_source
from publisher.sources.html import names
from publisher.sources.html.tree import Element, Removal
from publisher.span import Span


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How a piece of HTML is to be read.

    `shift` is taken off each heading's level (an `<h2>` below the work's own `<h1>` is level 1 by
    a shift of 1). `base` is the address that relative links are resolved against; without one they
    stay as they are, or, where `loose` is False, are left out with their words kept, unless they
    lead to a source beside this one. `pictures` is the same for pictures: those of a saved page lie
    in a folder beside it, whatever its address. `scaffold` keeps the ids of boxes and spans that no
    link of the page leads to; in a page of the web they serve its scripts and styles. `block` and
    `inline` are asked first for what an element stands for, and give None for what they do not
    know. In the elements called `solid`, white space is kept.
    """

    shift: int = 0
    base: str | None = None
    pictures: str | None = None
    loose: bool = True
    scaffold: bool = True
    block: Callable[["Context", Element], Blocks | None] | None = None
    inline: "InlineMaker | None" = None
    solid: frozenset[str] = frozenset()


InlineMaker = Callable[["Context", Element, dict[str, Any], Callable[[], Inlines]], Inline | None]
"""From an element, the fields of its node and what reads its inside, to an inline."""


class Context(msgspec.Struct, frozen=True):
    """The surroundings of the element that is read; `removed`, `embedded`, `waiting` are filled."""

    place: Callable[[int, int], Span]
    options: Options
    ids: dict[str, str]
    notes: dict[str, Element]
    removed: list[Removal]
    embedded: dict[str, bytes]
    waiting: list[str]
    wrappers: tuple[Element, ...] = ()
    language: str | None = None
    direction: str | None = None

    def fields(self, element: Element) -> dict[str, Any]:
        """The span, anchor, language and direction of the block that `element` becomes."""
        own = self.ids.get(element.get("id"))
        anchor = own or (self.waiting.pop(0) if self.waiting else None)
        return {
            "span": self.place(element.start, element.end),
            "id": anchor,
            "language": language_of(element) or self.language,
            "direction": direction_of(element) or self.direction,
        }

    def inside(self) -> "Context":
        """The context in a block that carries the language and direction itself."""
        if self.language is None and self.direction is None:
            return self
        return msgspec.structs.replace(self, language=None, direction=None)

    def through(self, element: Element) -> "Context":
        """The context in an element that becomes no node itself."""
        if anchor := self.ids.get(element.get("id")):
            self.waiting.append(anchor)
        changes: dict[str, Any] = {}
        if language := language_of(element):
            changes["language"] = language
        if direction := direction_of(element):
            changes["direction"] = direction
        if element.name not in names.BLOCKS:
            changes["wrappers"] = (*self.wrappers, element)
        return msgspec.structs.replace(self, **changes) if changes else self

    def is_note(self, element: Element) -> bool:
        """Whether an element holds a note, and stands among the notes, not in the text."""
        return self.notes.get(element.get("id")) is element

    def leave_out(self, kind: str, element: Element, text: str = "") -> None:
        """Counts something that is left out."""
        self.removed.append(Removal(kind, element.start, text))

    def address(self, element: Element) -> str | None:
        """Where a link leads: a URL, `#id`, a source beside this one; None for nowhere."""
        href = element.get("href")
        if not href:
            return None
        base = self.options.base
        target = href
        if base and not href.startswith("#"):
            target = joined(base, href)
            page, _, fragment = target.partition("#")
            if fragment and page == base.partition("#")[0]:
                target = "#" + fragment
        if target.startswith("#"):
            anchor = self.ids.get(unquote(target[1:])) or self.ids.get(target[1:])
            return (
                f"#{anchor}" if anchor else (target if self.options.loose and target[1:] else None)
            )
        if self.options.loose or _ABSOLUTE.match(target) or leads_to_source(target):
            return target
        return None


def joined(base: str, address: str) -> str:
    """`address` as it is meant on the page `base`."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address


_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$")


def language_of(element: Element) -> str | None:
    """The language an element declares, if it is a tag of BCP 47 by its form."""
    tag = (element.get("lang") or element.get("xml:lang")).replace("_", "-")
    return tag if _LANGUAGE.match(tag) else None


def direction_of(element: Element) -> str | None:
    """The direction an element declares."""
    direction = element.get("dir").lower()
    return direction if direction in ("ltr", "rtl") else None
