r"""Index marks: `\index{…}` as LaTeX's makeindex reads it, and `[words]{.index …}`.

Levels stand between `!`; `key@words` sorts the words by the key; behind `|` stands what the place
is: `(` and `)` around a passage, `see{…}`, `seealso{…}`, `textbf` for the main one. A quotation
mark takes the meaning of the sign behind it.
"""

import re
from collections.abc import Iterator
from typing import Any

from publisher.document.nodes import IndexMark
from publisher.sources.markdown.attributes import Attributes
from publisher.sources.markdown.page import Page
from publisher.span import Span

# `\"` is TeX's umlaut, no quotation of what follows.
_TOKEN = re.compile(r'(?P<plain>\\"?|[^!@|"\\]+)|"(?P<quoted>.)|(?P<sign>["!@|])', re.DOTALL)
_REFERENCE = re.compile(r"(see|seealso)\s*\{(.*)\}\s*", re.DOTALL)
_COMMAND = re.compile(r"(?:(\\[A-Za-z]+)\s*|(?<!\\))\{([^{}]*)\}")
_ESCAPED = re.compile(r"\\([&%$#_{}])")
_MAIN = frozenset(("textbf", "mathbf", "bfseries", "bf", "hyperbf", "main"))
_ATTRIBUTES = ("index", "main", "entry", "sort", "range", "see", "see-also")


def latex_mark(page: Page, words: str, span: Span) -> IndexMark:
    r"""The mark of `\index{words}`; a command behind `|` without effect is reported."""
    for command, _ in _COMMAND.findall(words):
        if command:
            page.report("MKD013", span, what=command)
    levels, behind = _levels(words)
    sort = tuple(_printed(level[0]) if len(level) > 1 else "" for level in levels)
    fields: dict[str, Any] = {"sort": sort} if any(sort) else {}
    if found := _REFERENCE.fullmatch(behind.strip()):
        name = "see" if found[1] == "see" else "see_also"
        fields[name] = tuple(map(_printed, split_levels(found[2])))
    else:
        fields |= _place_of(page, behind.strip(), span)
    terms = tuple(_printed(level[-1]) for level in levels)
    return IndexMark(terms=terms, span=span, **fields)


def _place_of(page: Page, behind: str, span: Span) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if behind[:1] in ("(", ")"):
        fields["range"] = "start" if behind[0] == "(" else "end"
        behind = behind[1:].strip()
    if behind.lstrip("\\") in _MAIN:
        fields["main"] = True
    elif behind:
        page.report("IDX011", span, command=behind)
    return fields


def attribute_marks(page: Page, words: str, given: Attributes, span: Span) -> Iterator[IndexMark]:
    """The marks of `words` in brackets: one, and one for each entry that they refer to."""
    values = given.values
    fields = page.fields(given, span, *_ATTRIBUTES)
    entry = values.get("entry", "")
    terms = split_levels(entry) if entry else (words.strip(),)
    if not any(terms):
        page.report("IDX010", span)
        return
    fields |= {"terms": terms, "sort": split_levels(values.get("sort", "")), "span": span}
    references: list[dict[str, Any]] = [{"see": each} for each in _targets(values.get("see", ""))]
    references += [{"see_also": each} for each in _targets(values.get("see-also", ""))]
    place = _place(page, given, span)
    if not references:
        yield IndexMark(**fields, **place)
    elif place["range"]:
        page.report("MKD013", span, what=f"range={place['range']}")
    for reference in references:
        yield IndexMark(**fields, **reference)
        fields.pop("id", None)


def _place(page: Page, given: Attributes, span: Span) -> dict[str, Any]:
    """Whether the place begins or ends a passage, and whether it is the main one."""
    end = given.values.get("range")
    if end not in (None, "start", "end"):
        page.report("MKD013", span, what=f"range={end}")
        end = None
    return {"range": end, "main": "main" in given.classes}


def split_levels(words: str) -> tuple[str, ...]:
    """The levels between `!`, but for those behind a quotation mark."""
    levels = re.sub(r'"(.)|!', lambda found: found[1] or "\0", words, flags=re.DOTALL)
    return tuple(level.strip() for level in levels.split("\0") if level.strip())


def _targets(words: str) -> list[tuple[str, ...]]:
    """The entries between semicolons."""
    return [levels for each in words.split(";") if (levels := split_levels(each))]


def _levels(words: str) -> tuple[list[list[str]], str]:
    """Of each level what it is sorted by, if that is said, and its words; and what follows `|`."""
    levels, behind = [[""]], ""
    for found in _TOKEN.finditer(words):
        sign = found["sign"]
        if sign == "|":
            behind = words[found.end() :]
            break
        if sign == "!":
            levels.append([""])
        elif sign == "@" and len(levels[-1]) == 1:
            levels[-1].append("")
        else:
            levels[-1][-1] += found["plain"] or found["quoted"] or found[0]
    filled = ([part for part in level if part.strip()] for level in levels)
    return [level for level in filled if level], behind


def _printed(words: str) -> str:
    r"""Words without TeX's commands around them: `\emph{lamp}` is "lamp"."""
    while (bare := _COMMAND.sub(r"\2", words)) != words:
        words = bare
    return _ESCAPED.sub(r"\1", words).strip()
