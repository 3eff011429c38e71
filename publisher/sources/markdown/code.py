"""Code blocks, and what their opening line says: language, caption, numbers, marked lines."""

import re
from collections.abc import Iterator
from typing import Any

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from publisher.document.nodes import CodeBlock, Text
from publisher.sources.markdown.attributes import Attributes, read_attributes
from publisher.sources.markdown.page import Page
from publisher.span import Span

_INFO = re.compile(r"[^\s{,]*")
_NUMBERED = frozenset(("numbered", "numberLines", "number-lines"))
_NUMBER = re.compile(r"[0-9]{1,7}", re.ASCII)
_LINES = re.compile(r"\s*([0-9]{1,7})(?:\s*-\s*([0-9]{1,7}))?\s*", re.ASCII)


def fence(page: Page, token: Token) -> CodeBlock:
    """The code between two fences; what its opening line says to no effect is reported."""
    span = _span(page, token)
    info = unescapeAll(token.info.strip())
    opening = info.find("{")
    given = read_attributes(info, opening) if opening >= 0 else None
    found = _INFO.match(info)
    word = found[0] if found else ""
    rest = info[len(word) :].strip(", \t") if given is None else ""
    if rest:
        page.report("MKD013", span, what=rest)
    text = _text(page, token)
    if given is None:
        return CodeBlock(text=text, syntax=page.clean(word) or None, span=span)
    names = [name for name in given.classes if name not in _NUMBERED]
    syntax = word or next(iter(names), "")
    said = _said(page, given, text, span)
    used = ("caption", "start", "startFrom", "lines", *_NUMBERED, *names[:1])
    fields = said | page.fields(given, span, *used)
    return CodeBlock(text=text, syntax=page.clean(syntax) or None, span=span, **fields)


def indented_code(page: Page, token: Token) -> CodeBlock:
    """Code that is set in by four columns."""
    return CodeBlock(text=_text(page, token), span=_span(page, token))


def _span(page: Page, token: Token) -> Span:
    return page.span(*(token.map or (0, 0)))


def _text(page: Page, token: Token) -> str:
    start, end = token.map or (0, 0)
    return page.code(token.content, start, end).removesuffix("\n")


def _said(page: Page, given: Attributes, text: str, span: Span) -> dict[str, Any]:
    """The fields that the attributes fill."""
    fields: dict[str, Any] = {}
    if words := given.values.get("caption", ""):
        fields["caption"] = (Text(text=page.clean(words), span=page.find(words, span) or span),)
    start = given.values.get("start") or given.values.get("startFrom", "")
    if _NUMBERED & set(given.classes) or start:
        fields["start"] = int(start) if _NUMBER.fullmatch(start) else 1
    if start and not _NUMBER.fullmatch(start):
        page.report("MKD013", span, what=f"start={start}")
    if wanted := given.values.get("lines", ""):
        ranges = [_LINES.fullmatch(part) for part in wanted.split(",")]
        if not all(ranges):
            page.report("MKD013", span, what=f"lines={wanted}")
        last = text.count("\n") + 1
        fields["marked"] = tuple(sorted(set(_marked(ranges, last))))
    return fields


def _marked(ranges: list[re.Match[str] | None], last: int) -> Iterator[int]:
    for found in ranges:
        if found:
            yield from range(max(int(found[1]), 1), min(int(found[2] or found[1]), last) + 1)
