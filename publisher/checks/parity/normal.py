"""What cannot matter in a text, and how two texts are compared without it.

docs/diff.md lists each of these with its reason.
"""

import re
import unicodedata
from collections.abc import Set

BREAK = "\u2028"
"""A line's end in a PDF: a space of the text, or nothing, as after a dash or between ideographs."""

HYPHEN = "\u00ad"
"""A hyphen at a line's end in a PDF: the word's own, or the page's."""

OBJECTS = {"figure": "\ufffc", "formula": "\ufffb"}
"""The characters that stand for pictures and formulas."""

_OBJECT = "\ufffb\ufffc"
_SPACE = re.compile(r"\s+")
_LEFT_OUT = re.compile(
    "[\0-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u2027-\u202e\u2060-\u2069\ufeff\ufffb\ufffc\ufffe]"
)
_AROUND = re.compile(f" *([{_OBJECT}]) *")
_HYPHENS = re.compile("[\u2010\u2011]")
_LOOSE = re.compile(f"[\\s\\-{BREAK}{HYPHEN}]+")
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_TOKEN = re.compile(
    f"[{_OBJECT}{_IDEOGRAPHS}]|[^\\s{BREAK}{_OBJECT}{_IDEOGRAPHS}]+(?:[{BREAK}](?=\\S))?"
)


def normal(text: str) -> str:
    """The text in one form: white space as one space, ligatures as letters, nothing invisible."""
    text = unicodedata.normalize("NFKC", _LEFT_OUT.sub("", text))
    return _SPACE.sub(" ", _HYPHENS.sub("-", text))


def key(text: str) -> str:
    """What two texts that may be equal have in common: no case, no space, no hyphen."""
    return _LOOSE.sub("", text).casefold()


def same(one: str, other: str) -> bool:
    """Whether two texts are equal but for line ends, and capitals that a style sheet may make."""
    if one == other:
        return True
    if key(one) != key(other):
        return False
    # A space beside a picture or a formula is drawn as a gap, if at all.
    one, other = _AROUND.sub(r"\1", one), _AROUND.sub(r"\1", other)
    if _capitals(one) or _capitals(other):
        one, other = one.casefold(), other.casefold()
    return _same_lines(one.strip(" " + BREAK), other.strip(" " + BREAK))


def _capitals(text: str) -> bool:
    return text.upper() == text


def _same_lines(one: str, other: str) -> bool:
    at, there = 0, 0
    while at < len(one) or there < len(other):
        left, right = one[at : at + 1], other[there : there + 1]
        if left == right:
            at, there = at + 1, there + 1
        elif left in _MAY_BE and left:
            there += _taken(left, other, there)
            at += 1
        elif right in _MAY_BE and right:
            at += _taken(right, one, at)
            there += 1
        else:
            return False
    return True


_MAY_BE = {BREAK: (" ",), HYPHEN: ("- ", "-")}
"""What a line's end in a PDF may be in the other text; a hyphen there may end a word, or a line."""


def _taken(sign: str, text: str, at: int) -> int:
    """How many characters of `text` a line's end is."""
    return next((len(each) for each in _MAY_BE[sign] if text.startswith(each, at)), 0)


def joined(before: str, after: str) -> str:
    """Two lines, or two pages, as one text: a hyphen at the end of the first may be the page's."""
    if before.endswith(("-", HYPHEN)) and after[:1].isalpha():
        return before[:-1] + HYPHEN + after
    return before + BREAK + after if before else after


def plain(text: str) -> str:
    """A text to be shown: line ends as spaces, hyphens of lines left out."""
    text = text.replace(BREAK, " ").replace(HYPHEN, "")
    return _SPACE.sub(" ", re.sub(f"[{_OBJECT}]", "", text)).strip()


class Word(str):
    """A word as it is compared, with its place in its text."""

    __slots__ = ("end", "start")
    start: int
    end: int


def words(text: str, known: Set[str] = frozenset()) -> list[Word]:
    """The words of a text, an ideograph being one; objects are words, too.

    Where a line's end leaves open what a word is, the words `known` from the other file decide.
    """
    found: list[Word] = []
    joined: tuple[str, int] | None = None
    for token in _TOKEN.finditer(text):
        raw, start = token[0], token.start()
        if joined is not None:
            raw, start, joined = joined[0] + raw, joined[1], None
        if raw.endswith(BREAK):
            following = _TOKEN.match(text, token.end())
            both = raw[:-1] + (following[0].rstrip(BREAK) if following else "")
            if _settled(both, known) in known and _settled(raw[:-1], known) not in known:
                joined = (raw[:-1], start)
                continue
            raw = raw[:-1]
        found.append(_word(_settled(raw, known), start, token.end()))
    return found


def _word(text: str, start: int, end: int) -> Word:
    word = Word(text)
    word.start, word.end = start, end
    return word


def _settled(raw: str, known: Set[str]) -> str:
    word = raw.casefold()
    if HYPHEN in word:
        own = word.replace(HYPHEN, "-")
        word = own if own in known else word.replace(HYPHEN, "")
    return word
