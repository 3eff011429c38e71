"""What each paragraph of a Word file is: by its style, its place, its looks, with the reason."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from publisher.sources.docx.head import STYLED, Chosen, Head, head
from publisher.sources.docx.items import Box, Grid, Item, Para, paragraphs
from publisher.sources.docx.looks import Measure, headings, measure
from publisher.sources.docx.styles import Styles
from publisher.sources.reading import LineRole

_SEPARATOR = re.compile(r"(?=\S)[*•·⁂—–_~#=+\s-]{1,24}")
_LONGEST_CAPTION = 300

_AS_STYLED = frozenset(
    ("quote", "pull_quote", "caption", "code", "verse", "aside", "heading", "continuation")
)
GIVEN = "given"
"""The rule by which a paragraph is what NAME.toml says."""


def choose_roles(
    items: Sequence[Item], known: Head, styles: Styles, given: dict[int, Chosen]
) -> dict[int, Chosen]:
    """The role of each paragraph at the top level, by its number; what is `given` holds.

    Roles: those of `STYLED`, paragraph, heading, list, continuation, quote, pull_quote, caption,
    code, verse, aside, figure, math, separator, blank, left-out, and those that can be given.
    """
    paras = [item for item in items if isinstance(item, Para)]
    worded = [para for para in paras if not para.empty and not para.made and para.line not in given]
    said = {chosen.role for chosen in given.values()}
    reach = [para for para in _in_reach(items) if para.line not in given]
    inferred = head(reach, known, alone=len(items) == 1)
    found = {line: one for line, one in inferred.items() if one.role not in said} | given
    if not known.styled:
        below = [para for para in worded if para.line not in found]
        for line, (level, look) in headings(below, known.body).items():
            found[line] = Chosen("heading", look.rule, look.confidence, look.reason, level)
    before = ""
    for para in paras:
        chosen = _chosen(para, found, before, known.body)
        if chosen.rule == "style":
            chosen = msgspec.structs.replace(chosen, reason=_by_style(para, styles))
        found[para.line] = chosen
        before = chosen.role if chosen.role != "blank" else before
    return _raised(found)


def _in_reach(items: Sequence[Item]) -> list[Para]:
    """The paragraphs with words down to the first table or box; styles count further down, too."""
    reach: list[Para] = []
    ended = False
    for item in items:
        ended = ended or isinstance(item, Grid)
        if isinstance(item, Para) and not item.empty and not item.made:
            styled = item.role is not None and item.role.role in STYLED
            if not ended or styled:
                reach.append(item)
    return reach


def _by_style(para: Para, styles: Styles) -> str:
    return f"its style is “{styles.name(para.style)}”"


def _chosen(para: Para, found: dict[int, Chosen], before: str, body: Measure) -> Chosen:
    if para.line in found and found[para.line].rule == GIVEN:
        return found[para.line]
    if para.made:
        return Chosen("left-out", "made-list", 1.0, "part of a list that the word processor made")
    if para.empty:
        if para.rule:
            return Chosen("separator", "line", 0.9, "empty, with a line drawn")
        return Chosen("blank", "empty", 1.0, "nothing stands in it")
    if para.line in found:
        return found[para.line]
    if para.place is not None:
        kind = "numbered" if para.place.ordered else "marked"
        reason = f"{kind} by the word processor, level {para.place.level + 1}"
        return Chosen("list", "list", 1.0, reason)
    if para.images and not para.text.strip():
        return Chosen("figure", "picture-alone", 1.0, "only pictures stand in it")
    if para.formula:
        return Chosen("math", "formula-alone", 1.0, "only a formula stands in it")
    role = para.role.role if para.role else ""
    if role in _AS_STYLED and not (role == "continuation" and before != "list"):
        return Chosen(role, "style", 1.0, "its style says so", para.role.level if para.role else 1)
    return _unstyled(para, before, body)


def _unstyled(para: Para, before: str, body: Measure) -> Chosen:
    text = para.text.strip()
    if _SEPARATOR.fullmatch(text):
        return Chosen("separator", "only-marks", 0.9, "only marks stand in it")
    one = measure(para)
    smaller = one.size < body.size or (one.italic and not body.italic)
    if before == "figure" and smaller and len(text) <= _LONGEST_CAPTION:
        return Chosen("caption", "below-picture", 0.75, "below a picture, smaller or in italics")
    if para.role and para.role.role not in STYLED:
        return Chosen("paragraph", "style", 1.0, "its style says so")
    return Chosen("paragraph", "text", 0.95, "running text")


def _raised(found: dict[int, Chosen]) -> dict[int, Chosen]:
    """Where a heading became the headline, the highest of the others is of the first level."""
    if not any(chosen.rule == "first-heading" for chosen in found.values()):
        return found
    levels = [chosen.level for chosen in found.values() if chosen.role == "heading"]
    shift = min(levels, default=1) - 1
    return {
        line: msgspec.structs.replace(chosen, level=chosen.level - shift)
        if chosen.role == "heading"
        else chosen
        for line, chosen in found.items()
    }


def nested_role(para: Para) -> Chosen:
    """What a paragraph in a cell, a box or a note is: nothing there is the article's head."""
    chosen = _chosen(para, {}, "list", measure(para))
    return chosen if chosen.role != "separator" or para.empty else Chosen("paragraph", "", 1.0, "")


def line_roles(
    items: Sequence[Item], roles: dict[int, Chosen], notes: Sequence[Sequence[Item]]
) -> Iterator[LineRole]:
    """The roles as `publisher explain` shows them, in the order of the paragraphs."""
    for item in items:
        if isinstance(item, Para):
            chosen = roles[item.line]
            role = "list" if chosen.role == "continuation" else chosen.role
            yield LineRole(
                item.line, item.line, role, chosen.rule, chosen.confidence, chosen.reason
            )
        elif isinstance(item, Grid):
            reason = f"rows: {len(item.rows)}; {item.reason or 'none of them is its head'}"
            yield from _stretch([item], "table", "table", reason)
        elif isinstance(item, Box):
            yield from _stretch([item], "aside", "text-box", "a text box")
    for note in notes:
        yield from _stretch(note, "note", "note", "a note that the text calls")


def _stretch(items: Sequence[Item], role: str, rule: str, reason: str) -> Iterator[LineRole]:
    lines = [para.line for para in paragraphs(items)]
    if lines:
        yield LineRole(min(lines), max(lines), role, rule, 1.0, reason)
