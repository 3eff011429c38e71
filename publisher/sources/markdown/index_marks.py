r"""Index marks: `\index{…}` as LaTeX's makeindex reads it, and `[words]{.index …}`.

Levels stand between `!`; `key@words` sorts the words by the key; behind `|` stands what the place
is: `(` and `)` around a passage, `see{…}`, `seealso{…}`, `textbf` for the main one. A quotation
mark takes the meaning of the sign behind it. `*words*` and `\emph{words}` are emphasis in a term.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from publisher.document.nodes import (
    Emphasis,
    IndexMark,
    Inlines,
    SmallCaps,
    Strong,
    Text,
)
from publisher.document.text import plain
from publisher.sources.markdown.attributes import Attributes
from publisher.sources.markdown.page import Page
from publisher.span import Span

# `\"` is TeX's umlaut, no quotation of what follows.
_TOKEN = re.compile(r'(?P<plain>\\"?|[^!@|"\\]+)|"(?P<quoted>.)|(?P<sign>["!@|])', re.DOTALL)
_REFERENCE = re.compile(r"(see|seealso)\s*\{(.*)\}\s*", re.DOTALL)
_COMMAND = re.compile(r"(?:(\\[A-Za-z]+)\s*|(?<!\\))\{([^{}]*)\}")
_STARS = re.compile(r"\*([^*\s](?:[^*]*[^*\s])?)\*")
_OPEN, _CLOSE = "\x01", "\x02"
_EMPHASIS = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")
_KEPT = frozenset((r"\emph", r"\textit"))
"""Commands that have an effect in a term."""
_ESCAPED = re.compile(r"\\([&%$#_{}])")
_MAIN = frozenset(("textbf", "mathbf", "bfseries", "bf", "hyperbf", "main"))
_ATTRIBUTES = ("index", "main", "entry", "sort", "range", "see", "see-also")


def latex_mark(page: Page, words: str, span: Span) -> IndexMark:
    r"""The mark of `\index{words}`; a command behind `|` without effect is reported."""
    for command, _ in _COMMAND.findall(words):
        if command and command not in _KEPT:
            page.report("MKD013", span, what=command)
    levels, behind = _levels(words)
    sort = tuple(_printed(level[0]) if len(level) > 1 else "" for level in levels)
    fields: dict[str, Any] = {"sort": sort} if any(sort) else {}
    if found := _REFERENCE.fullmatch(behind.strip()):
        name = "see" if found[1] == "see" else "see_also"
        fields[name] = tuple(map(_printed, split_levels(found[2])))
    else:
        fields |= _place_of(page, behind.strip(), span)
    return IndexMark(span=span, **_terms(level[-1] for level in levels), **fields)


def _terms(written: Iterable[str]) -> dict[str, Any]:
    """The terms of a mark, and how they are set where there is emphasis in them."""
    runs = [_run(words) for words in written]
    return _with_print([plain(run).strip() for run in runs], runs)


def _with_print(terms: list[str], runs: list[Inlines]) -> dict[str, Any]:
    printed = tuple(() if all(isinstance(each, Text) for each in run) else run for run in runs)
    return {"terms": tuple(terms)} | ({"printed": printed} if any(printed) else {})


def _run(words: str) -> Inlines:
    """The words of a term, those in `*…*` or `\\emph{…}` as emphasis, without other commands."""
    while (bare := _COMMAND.sub(_without_command, words)) != words:
        words = bare
    marked = _STARS.sub(_without_command, _ESCAPED.sub(r"\1", words.strip()))
    pieces = _EMPHASIS.split(marked)
    runs = (
        Emphasis(children=(Text(text=piece),)) if number % 2 else Text(text=piece)
        for number, piece in enumerate(re.sub(f"[{_OPEN}{_CLOSE}]", "", each) for each in pieces)
        if piece
    )
    return tuple(runs)


def _without_command(found: re.Match[str]) -> str:
    """The words that a command holds, between signs of their own where it is emphasis."""
    kept = found.re is _STARS or found[1] in _KEPT
    return f"{_OPEN}{found[found.lastindex or 0]}{_CLOSE}" if kept else found[2]


def _styled(children: Inlines) -> Inlines:
    """Words that stand in brackets, with the emphasis in them and nothing else."""
    return tuple(
        type(each)(children=_styled(each.children))
        if isinstance(each, Emphasis | Strong | SmallCaps)
        else Text(text=plain((each,)))
        for each in children
        if plain((each,))
    )


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


def attribute_marks(
    page: Page, children: Inlines, given: Attributes, span: Span
) -> Iterator[IndexMark]:
    """The marks of what stands in brackets: one, and one for each entry that they refer to."""
    values = given.values
    fields = page.fields(given, span, *_ATTRIBUTES)
    entry = values.get("entry", "")
    said = (
        _terms(split_levels(entry))
        if entry
        else _with_print([plain(children).strip()], [_styled(children)])
    )
    if not any(said["terms"]):
        page.report("IDX010", span)
        return
    fields |= said | {"sort": split_levels(values.get("sort", "")), "span": span}
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
