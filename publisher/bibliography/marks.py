"""Text with marks: what citeproc-py puts together, and the document's inlines made from it.

citeproc-py joins strings. Its formatters write HTML, which then cannot be told from the words of a
title; here each format is a noncharacter (Unicode 16, 23.7), which no text can hold: an opening one
for each format, and one that closes the innermost.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from publisher.document.nodes import (
    Emphasis,
    Inline,
    Inlines,
    InlineSpan,
    Link,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
)

ITALIC, BOLD, SMALL_CAPS, SUPERSCRIPT, SUBSCRIPT, UNDERLINE = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5"
NO_CASE = "\ufdd6"
"""Keeps its capitals, whatever case a style asks for."""
AUTHOR = "\ufdd7"
"""The first names of a citation or entry."""
WORK = "\ufdd8"
"""What is set for one work of a citation."""
CLOSE = "\ufddf"

DEEPEST = 8
"""Formats within one another in a field; more are left as they are written."""

_WITHOUT_NODES = (NO_CASE, AUTHOR)
OPENING = frozenset((*"\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5", NO_CASE, AUTHOR, WORK))
_ANY = "\ufdd0-\ufddf"
_TAGS = {
    "i": ITALIC,
    "em": ITALIC,
    "b": BOLD,
    "strong": BOLD,
    "sc": SMALL_CAPS,
    "sup": SUPERSCRIPT,
    "sub": SUBSCRIPT,
    "u": UNDERLINE,
}
_TAG = re.compile(r"<(/?)(i|em|b|strong|sc|sup|sub|u|span)((?:\s[^<>]{0,100})?)>")
_TIDIED = (
    (re.compile(rf" ([{_ANY}]*) +"), r" \1"),
    (re.compile(rf"([(\[][{_ANY}]*) +"), r"\1"),
    (re.compile(rf" +([{_ANY}]*[,;.](?:[{_ANY}\s]|\Z))"), r"\1"),
    (re.compile(rf"([,;])([{_ANY}]*),(?=[{_ANY}\s])"), r"\1\2"),
    (re.compile(rf"([.?!…][”’»]?)([{_ANY}]*)\.(?=[{_ANY}\s”’]|\Z)"), r"\1\2"),
)
_OUTSIDE = re.compile(rf"(”)([{_ANY}]*)([.,])(?!\d)")
_END = r"[^\s<>“”]*[^\s<>“”.,;:!?)\]’'\"]"
_ADDRESS = re.compile(rf"https?://{_END}|(?<=doi: )10\.\d{{4,9}}/{_END}", re.IGNORECASE)


def marked(words: str) -> str:
    """The words of a field with the tags of CSL JSON as marks; unpaired ones are left as text."""
    pieces: list[str] = []
    open_tags: list[tuple[str, int]] = []
    end = 0
    for found in _TAG.finditer(words):
        pieces.append(words[end : found.start()])
        end = found.end()
        closing, name, attributes = found.groups()
        if not closing:
            open_tags.append((name, len(pieces)))
            mark = _mark_of(name, attributes) if len(open_tags) <= DEEPEST else None
            pieces.append(mark or found[0])
        elif open_tags and open_tags[-1][0] == name:
            _, at = open_tags.pop()
            pieces.append(CLOSE if pieces[at] in OPENING else found[0])
        else:
            pieces.append(found[0])
    pieces.append(words[end:])
    for name, at in open_tags:
        if pieces[at] in OPENING:
            pieces[at] = f"<{name}>"
    return "".join(pieces)


def _mark_of(name: str, attributes: str) -> str | None:
    if name != "span":
        return _TAGS[name]
    if "nocase" in attributes:
        return NO_CASE
    return SMALL_CAPS if "small-caps" in attributes else None


def wrap(mark: str, text: str) -> str:
    """`text` between `mark` and the one that closes it; nothing where there is none."""
    return f"{mark}{text}{CLOSE}" if text else ""


def unmarked(text: str) -> str:
    """The words alone."""
    return re.sub(f"[{_ANY}]", "", text)


def inside(text: str, mark: str) -> tuple[int, int] | None:
    """Where the first stretch with `mark` begins, its mark included, and ends behind its close."""
    start = text.find(mark)
    if start < 0:
        return None
    depth = 0
    for at in range(start, len(text)):
        if text[at] == CLOSE:
            depth -= 1
            if depth == 0:
                return start, at + 1
        elif text[at] in OPENING:
            depth += 1
    return None


def author(text: str) -> str:
    """The first names of a citation or entry, marked; empty where it has none."""
    found = inside(text, AUTHOR)
    return text[found[0] : found[1]] if found else ""


def punctuated(text: str, *, inside_quotes: bool) -> str:
    """The text without points and spaces that came together where something between was missing.

    No full stop stands behind another mark; with `inside_quotes`, points stand before closing
    quotes (CSL 1.0.2, Locale Options).
    """
    for pattern, after in _TIDIED:
        text = pattern.sub(after, text)
    return _OUTSIDE.sub(r"\3\1\2", text) if inside_quotes else text


def inlines(text: str, addresses: Sequence[str] = ()) -> Inlines:
    """The nodes of marked text; the works in it are links to `addresses`, in order."""
    return _Builder(iter(addresses)).build(text)


def _flipped(text: str) -> str:
    """The marks that make nodes; italics within italics are upright (CSL 1.0.2, Formatting)."""
    pieces: list[str] = []
    open_marks: list[tuple[str, str]] = []
    for piece in re.split(f"([{_ANY}])", text):
        if piece in OPENING:
            shown = [mark for mark, _ in open_marks if mark not in _WITHOUT_NODES]
            if piece in _WITHOUT_NODES:
                before, after = "", ""
            elif piece == ITALIC and shown[-1:] == [ITALIC]:
                before, after = CLOSE, ITALIC
            else:
                before, after = piece, CLOSE
            pieces.append(before)
            open_marks.append((NO_CASE if before == CLOSE else piece, after))
        elif piece == CLOSE:
            if open_marks:
                pieces.append(open_marks.pop()[1])
        else:
            pieces.append(piece)
    pieces += [after for _, after in reversed(open_marks)]
    return "".join(pieces)


class _Builder:
    """One pass over marked text."""

    def __init__(self, addresses: Iterator[str]) -> None:
        self._addresses = addresses

    def build(self, text: str) -> Inlines:
        frames: list[tuple[str, list[Inline]]] = [("", [])]
        for piece in re.split(f"([{_ANY}])", _flipped(text)):
            if piece in OPENING:
                frames.append((piece, []))
            elif piece == CLOSE and len(frames) > 1:
                mark, children = frames.pop()
                frames[-1][1].extend(self._node(mark, tuple(children)))
            elif piece and piece != CLOSE:
                frames[-1][1].extend(_with_links(piece))
        while len(frames) > 1:
            _, children = frames.pop()
            frames[-1][1].extend(children)
        return _joined(frames[0][1])

    def _node(self, mark: str, children: Inlines) -> Inlines:
        children = _joined(children)
        if mark == WORK:
            address = next(self._addresses, None)
            plain = not any(_links(child) for child in children)
            if not address or not plain:
                return children
            return (Link(href=address, children=children, role="biblioref"),)
        make = _NODES.get(mark)
        return (make(children),) if make and children else children


def _links(node: Inline) -> bool:
    return isinstance(node, Link) or any(map(_links, getattr(node, "children", ())))


_NODES: dict[str, Callable[[Inlines], Inline]] = {
    ITALIC: lambda children: Emphasis(children=children),
    BOLD: lambda children: Strong(children=children),
    SMALL_CAPS: lambda children: SmallCaps(children=children),
    SUPERSCRIPT: lambda children: Superscript(children=children),
    SUBSCRIPT: lambda children: Subscript(children=children),
    UNDERLINE: lambda children: InlineSpan(role="underline", children=children),
}


def _with_links(words: str) -> Iterator[Inline]:
    """The words, web addresses and DOIs in them as links."""
    end = 0
    for found in _ADDRESS.finditer(words):
        if found.start() > end:
            yield Text(text=words[end : found.start()])
        resolver = "https://doi.org/" if found[0].startswith("10.") else ""
        yield Link(href=resolver + found[0], children=(Text(text=found[0]),))
        end = found.end()
    if end < len(words):
        yield Text(text=words[end:])


def _joined(run: Sequence[Inline]) -> Inlines:
    """The run with texts side by side as one."""
    made: list[Inline] = []
    for node in run:
        last = made[-1] if made else None
        if isinstance(node, Text) and isinstance(last, Text):
            made[-1] = Text(text=last.text + node.text)
        else:
            made.append(node)
    return tuple(made)
