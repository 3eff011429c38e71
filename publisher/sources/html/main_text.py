"""The passages of a page that are its article, each with the rule that says so.

trafilatura's choice is the start. Our own rules keep what it is known to lose inside the article
(pictures, captions, code, tables, short passages) and leave out what it takes outside of it.
"""

from collections.abc import Sequence

import msgspec

from publisher.sources.html.furniture import furnished, furnishings
from publisher.sources.html.tree import Element
from publisher.sources.html.units import Unit
from publisher.sources.html.votes import votes


class Verdict(msgspec.Struct, frozen=True):
    """Whether a passage is the article's, by which rule, how sure that is, and why."""

    kept: bool
    rule: str
    confidence: float
    reason: str


_WHOLE = Verdict(True, "whole-file", 1.0, "the file is an article from end to end")
_CLEAN = Verdict(True, "clean-page", 0.9, "nearly all of the page's words are the article's")
_VOTED = Verdict(True, "main-text", 0.9, "trafilatura takes it for the main text")
_BETWEEN = Verdict(True, "inside-main-text", 0.8, "it stands between passages of the main text")
_PICTURE = Verdict(
    True, "picture-in-main-text", 0.8, "it is a picture of the main text, or its caption"
)
_NO_VOTE = Verdict(True, "no-main-text", 0.5, "no main text was found, and it is no furniture")
_ELEMENT = Verdict(True, "article-element", 0.75, "it stands in the page's article element")
_OUTSIDE = Verdict(False, "outside-main-text", 0.85, "it stands outside of the main text")
_LINKS = Verdict(False, "mostly-links", 0.8, "nearly all of its words are links")

_MOST = 0.85
"""The share of the article's characters that its element has to hold."""
_CLEAN_SHARE = 0.93
_SHORT = 400
"""A page of fewer characters is too short to be told apart by what is usual in pages."""


def whole(passages: Sequence[Unit]) -> list[Verdict]:
    """The verdicts on a file that is an article from end to end."""
    return [_WHOLE for _ in passages]


def choose(root: Element, passages: Sequence[Unit]) -> list[Verdict]:
    """A verdict on each passage of a page."""
    voted = votes(root, passages)
    reasons = furnishings(root)
    furniture = [furnished(one, None, reasons) for one in passages]
    total = sum(len(one.words) for one in passages)
    chosen = sum(len(one.words) for one, vote in zip(passages, voted, strict=True) if vote)
    is_clean = total < _SHORT or not chosen or chosen >= _CLEAN_SHARE * total
    if is_clean and not any(furniture):
        return [_CLEAN for _ in passages]
    if total >= _SHORT and not chosen and (article := _article(root, total)):
        voted = [any(element is article for element in one.around()) for one in passages]
        return [
            _ELEMENT if vote and not furnished(one, article, reasons) else _OUTSIDE
            for one, vote in zip(passages, voted, strict=True)
        ]
    if total < _SHORT or not chosen:
        return [_furniture(reason) if reason else _NO_VOTE for reason in furniture]
    main = _main(root, passages, voted)
    return _inside(main, passages, voted, reasons)


def _article(root: Element, total: int) -> Element | None:
    """The one element of a page that says it is the article, where most words are in it."""
    for name in ("article", "main"):
        found = [element for element in root.walk() if element.name == name]
        if len(found) == 1 and len(" ".join(found[0].text().split())) > total / 2:
            return found[0]
    return None


def _furniture(reason: str) -> Verdict:
    return Verdict(False, "page-furniture", 0.8, reason)


def _main(root: Element, passages: Sequence[Unit], voted: Sequence[bool]) -> Element:
    """The innermost element that holds nearly all that was voted for."""
    sizes: dict[int, int] = {}
    for one, vote in zip(passages, voted, strict=True):
        if vote:
            for element in one.around():
                sizes[id(element)] = sizes.get(id(element), 0) + len(one.words)
    enough = _MOST * sizes[id(root)]
    main = root
    while True:
        inner = [
            child
            for child in main.children
            if isinstance(child, Element) and sizes.get(id(child), 0) >= enough
        ]
        if not inner:
            return main
        main = inner[0]


def _inside(
    main: Element, passages: Sequence[Unit], voted: Sequence[bool], reasons: dict[int, str]
) -> list[Verdict]:
    inside = [any(element is main for element in one.around()) for one in passages]
    theirs = [number for number, vote in enumerate(voted) if vote and inside[number]]
    first, last = theirs[0], theirs[-1]
    found = []
    for number, one in enumerate(passages):
        if voted[number] and (inside[number] or len(one.words) > _SHORT // 4):
            found.append(_VOTED)
        elif not inside[number]:
            found.append(
                _furniture(reason) if (reason := furnished(one, None, reasons)) else _OUTSIDE
            )
        elif reason := furnished(one, main, reasons):
            found.append(_furniture(reason))
        elif first < number < last:
            found.append(_between(one))
        elif first - _OPENING <= number < first and _is_picture(one):
            found.append(_PICTURE)
        else:
            found.append(_OUTSIDE)
    return found


_OPENING = 4
"""How many passages before the text its first picture and the caption may stand."""


def _between(one: Unit) -> Verdict:
    if _is_picture(one):
        return _PICTURE
    return _LINKS if one.linked > 0.8 * len(one.words) > 0 and not _is_heading(one) else _BETWEEN


def _is_heading(one: Unit) -> bool:
    return one.parent.name in ("h1", "h2", "h3", "h4", "h5", "h6")


def _is_picture(one: Unit) -> bool:
    if any(element.name in ("figure", "figcaption") for element in one.around()):
        return True
    return bool(one.pictures) and len(one.words) < _SHORT
