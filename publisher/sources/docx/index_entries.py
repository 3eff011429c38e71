r"""Index entries: the fields XE (ECMA-376 part 1, 17.16.5.79), and the passages that they name.

`\b` makes a place the main one, `\t` gives words in its stead ("See light"), `\r` the bookmark of
the passage that an entry is about.
"""

import re
from collections.abc import Iterator

import msgspec

from publisher.document.nodes import IndexMark
from publisher.sources.docx.names import Element, w

_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_ENTRY = re.compile(r"\s*XE\b", re.IGNORECASE)

# The words before an entry that another one refers to, "see also" and "see", by languages.
_SEE_ALSO = (
    *("see also", "siehe auch", "s. a.", "voir aussi", "véase también", "vedi anche", "ver também"),
    *("zie ook", "se även", "se också", "se også", "katso myös", "zob. też", "viz též", "viz také"),
    *("см. также", "див. також", "lásd még"),
)
_SEE = (
    *("see", "siehe", "s.", "voir", "véase", "ver", "vedi", "veja", "zie", "se", "katso", "zob."),
    *("viz", "см.", "див.", "lásd"),
)


class IndexEntry(msgspec.Struct, frozen=True):
    """The mark of a field XE, and the bookmark of its passage."""

    mark: IndexMark
    passage: str | None = None


def index_entry(instruction: str) -> IndexEntry | None:
    """What an instruction XE asks for; None where it names no entry, or is another's."""
    if not _ENTRY.match(instruction):
        return None
    words = [(quoted or bare, bool(bare)) for quoted, bare in _WORD.findall(instruction)][1:]
    terms = _levels(words[0][0]) if words else ()
    if not terms:
        return None
    mark, passage = IndexMark(terms=terms), None
    for (word, bare), (following, _) in zip(words[1:], (*words[2:], ("", False)), strict=False):
        switch = word.lower() if bare else ""
        if switch == r"\b":
            mark = msgspec.structs.replace(mark, main=True)
        elif switch == r"\r":
            passage = following or None
        elif switch == r"\y" and following:
            mark = msgspec.structs.replace(mark, sort=(following,))
        elif switch == r"\t":
            mark = _reference(mark, following)
    return IndexEntry(mark, passage)


class Passages:
    """The entries of passages, by the bookmarks around these that lie in paragraphs of a part."""

    def __init__(self, root: Element) -> None:
        found: dict[str, list[IndexMark]] = {}
        for instruction in _instructions(root):
            entry = index_entry(instruction)
            if entry and entry.passage:
                found.setdefault(entry.passage, []).append(entry.mark)
        around = frozenset(_in_paragraphs(root)) if found else frozenset()
        self._marks = {name: marks for name, marks in found.items() if name in around}
        self._begun: dict[str, list[IndexMark]] = {}

    def marks(self, entry: IndexEntry | None) -> list[IndexMark]:
        """The mark of a field, unless it stands at the ends of its passage."""
        return [] if entry is None or entry.passage in self._marks else [entry.mark]

    def begin(self, bookmark: Element) -> list[IndexMark]:
        """The marks where a bookmark begins."""
        marks = self._marks.get(bookmark.get(w("name"), ""), [])
        if marks:
            self._begun[bookmark.get(w("id"), "")] = marks
        return [msgspec.structs.replace(mark, range="start") for mark in marks]

    def end(self, bookmark: Element) -> list[IndexMark]:
        """The marks where a bookmark ends."""
        marks = self._begun.pop(bookmark.get(w("id"), ""), [])
        return [msgspec.structs.replace(mark, range="end") for mark in marks]


def _levels(words: str) -> tuple[str, ...]:
    r"""The levels between colons, but for those behind a backslash."""
    terms = (term.strip() for term in words.replace(r"\:", "\0").split(":"))
    return tuple(term.replace("\0", ":") for term in terms if term)


def _reference(mark: IndexMark, words: str) -> IndexMark:
    start = " ".join(words.split())
    for names, field in ((_SEE_ALSO, "see_also"), (_SEE, "see")):
        for name in names:
            if start.lower().startswith(name + " ") and (levels := _levels(start[len(name) :])):
                return msgspec.structs.replace(mark, **{field: levels})
    levels = _levels(start)
    return msgspec.structs.replace(mark, see=levels) if levels else mark


def _instructions(root: Element) -> Iterator[str]:
    """The instructions of fields that do not stand in one another's."""
    parts: list[str] = []
    for element in root.iter(w("fldSimple"), w("fldChar"), w("instrText")):
        if element.tag == w("fldSimple"):
            yield element.get(w("instr"), "")
        elif element.tag == w("instrText"):
            parts.append(element.text or "")
        else:
            yield "".join(parts)
            parts.clear()


def _in_paragraphs(root: Element) -> Iterator[str]:
    """The names of the bookmarks that both begin and end inside paragraphs."""
    ends = {
        element.get(w("id")) for element in root.iter(w("bookmarkEnd")) if _in_paragraph(element)
    }
    for element in root.iter(w("bookmarkStart")):
        name = element.get(w("name"))
        if name and element.get(w("id")) in ends and _in_paragraph(element):
            yield name


def _in_paragraph(element: Element) -> bool:
    return next(element.iterancestors(w("p")), None) is not None
