"""Quotation marks without a partner, in any language.

A mark opens or closes by where it stands, then by its shape, then by what is open: so that the
same rule reads “English”, „German“, »Danish«, ”Swedish”, « French » and 「Japanese」. A
quotation that runs on into the next paragraph is right where that opens it anew (The Chicago
Manual of Style, 17th ed., 13.30), with the opening mark or, as French does, with the closing one.
Whether a mark is the language's own is typography's business (TYP001).
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from publisher.checks.source.finding import Finding, found_in
from publisher.checks.source.passages import Passage, Subject

_PARTNERS = dict(
    pair.split(":")
    for pair in (
        *("“:”", "”:”“", "„:“”„", "‟:”", "«:»", "»:«»", '":"', "‘:’", "’:’‘", "‚:‘’"),
        *("‹:›", "›:‹›", "「:」", "『:』", "﹁:﹂", "﹃:﹄", "〝:〞〟"),
    )
)
"""What each mark can be closed by."""
_SINGLE = frozenset("‘’‚‹›")
_CLOSING_ONLY = frozenset("」』﹂﹄〞〟")
_OPENING_ONLY = frozenset("„‚‟「『﹁﹃〝")
_MARK = re.compile(f"[{''.join(_PARTNERS)}{''.join(_CLOSING_ONLY)}]")
_NEVER_WITHIN = "“„"
"""Marks that no language opens twice in a row: a quotation within one has others."""
_OPENERS = frozenset("([{¿¡–—-/")
_ENDS = frozenset(",.;:!?)]}…–—-/、。，！？：；）")
_ELISION = re.compile(
    r"[’‘](?:\d\d|tis|twas|twere|twill|em|til|till|cause|bout|n|round|neath)\b", re.IGNORECASE
)
_POINTING_IN = frozenset(("da", "de", "hr", "hu", "mk", "pl", "sk", "sl", "sr", "cs", "bs"))
"""Languages that write »so« as well as, or instead of, «so»."""
_LETTER_BETWEEN = frozenset(("he", "yi"))
"""Languages that write abbreviations and numbers with a mark before the last letter (gershayim)."""

_DEEPEST, _FAR = 10, 2000
"""How many quotations inside one another, and characters of one, are looked at."""

_Open = tuple[int, str]
"""A quotation that is open: where, and with which mark."""


def unpaired_quotation_marks(subject: Subject) -> Iterator[Finding]:
    """LNT001 for each quotation never closed, LNT002 for each mark that closes none."""
    passages = list(subject.prose)
    unclosed: list[tuple[Passage, _Open]] = []
    stray: list[tuple[Passage, int]] = []
    before: tuple[str, ...] = ()
    for passage, following in zip(passages, (*passages[1:], None), strict=False):
        left = _pair(passage, before)
        if left.stray and unclosed and _runs_on(unclosed[-1], passage):
            unclosed.pop()
            del left.stray[0]
        stray += ((passage, at) for at in left.stray)
        goes_on = following is not None and _goes_on(left.opened, passage, following)
        before = tuple(mark for _, mark in left.opened) if goes_on else ()
        unclosed += ((passage, each) for each in left.unclosed)
        unclosed += () if goes_on else ((passage, each) for each in left.opened)
    for passage, (at, mark) in unclosed:
        yield found_in(subject, passage, at, at + 1, "LNT001", mark=mark)
    for passage, at in stray:
        mark = passage.text[at]
        yield found_in(subject, passage, at, at + 1, "LNT002", mark=mark)


def _runs_on(unclosed: tuple[Passage, _Open], passage: Passage) -> bool:
    """Whether what an earlier passage left open can end here without having been opened anew.

    Not in English, whose manuals ask for it without exception.
    """
    alike = _sequence(unclosed[0]) == _sequence(passage)
    return alike and not passage.language.startswith("en")


def _sequence(passage: Passage) -> tuple[int, str]:
    return passage.container, passage.kind


def _goes_on(opened: Sequence[_Open], passage: Passage, following: Passage) -> bool:
    """Whether the next paragraph opens what is open anew."""
    if not opened or _sequence(passage) != _sequence(following):
        return False
    first = following.text.lstrip("\u00a0\u202f ")[:1]
    mark = opened[0][1]
    return bool(first) and (first == mark or (first in "»”" and first in _PARTNERS[mark]))


class _Pairing(msgspec.Struct):
    """What is left over in a passage: quotations open at its end, others, marks that close none."""

    opened: list[_Open] = []
    unclosed: list[_Open] = []
    stray: list[int] = []


def _pair(passage: Passage, before: tuple[str, ...]) -> _Pairing:
    """What has no partner in a passage.

    `before` are the marks open at the end of the one before; the passage opens them anew.
    """
    text = passage.text
    left = _Pairing()
    for number, found in enumerate(_MARK.finditer(text)):
        at, mark = found.start(), found[0]
        if before and number == 0 and not text[:at].strip():
            left.opened.append((at, before[0]))
        elif _is_no_quotation(text, at, left.opened, passage.language):
            continue
        elif _opens(text, at, left.opened, passage.language):
            if mark in _NEVER_WITHIN and left.opened and left.opened[-1][1] == mark:
                left.unclosed.append(left.opened.pop())
            left.opened.append((at, mark))
        elif not _close(mark, left.opened):
            left.stray.append(at)
    return left


def _around(text: str, at: int) -> tuple[str, str]:
    return text[at - 1] if at else " ", text[at + 1] if at + 1 < len(text) else " "


def _is_apostrophe(text: str, at: int, opened: Sequence[_Open]) -> bool:
    before, after = _around(text, at)
    if before.isalnum() and after.isalnum():
        return True
    if _ELISION.match(text, at):
        return True
    if text[at] == "‘":
        return False
    waiting = any("’" in _PARTNERS[mark] and mark in _SINGLE for _, mark in opened[-_DEEPEST:])
    if not waiting:
        return True  # the dogs’ owners, rock ’n’ roll, l’« âme »
    possessive = before in "sxz" and re.match(r" \w", text[at + 1 : at + 3])
    ahead = text[at + 1 : at + _FAR]
    return bool(possessive) and bool(re.search(r"[^\s‘]’(?!\w)", ahead))


def _is_no_quotation(text: str, at: int, opened: Sequence[_Open], language: str) -> bool:
    """Whether a mark is an apostrophe, inches or seconds, or part of a Hebrew abbreviation."""
    if text[at] in "’‘":
        return _is_apostrophe(text, at, opened)
    if text[at] != '"':
        return False
    before, after = _around(text, at)
    if before.isdigit():
        return not any(mark == '"' for _, mark in opened[-_DEEPEST:])
    inside = before.isalpha() and after.isalpha()
    return inside and language.split("-")[0] in _LETTER_BETWEEN


def _opens(text: str, at: int, opened: Sequence[_Open], language: str) -> bool:
    mark = text[at]
    if mark in _CLOSING_ONLY or mark in _OPENING_ONLY:
        return mark in _OPENING_ONLY
    before, after = _around(text, at)
    waited_for = any(mark in _PARTNERS[other] for _, other in opened[-_DEEPEST:])
    if mark in "«»‹›" and language.split("-")[0] not in _POINTING_IN:
        # Often set with spaces inside. The other way round only where nothing else makes sense.
        return mark in "«‹" or (before.isspace() and after.isalnum() and not waited_for)
    if before.isspace() != after.isspace():
        return before.isspace()
    starts = before in _OPENERS or before in _PARTNERS
    ends = after in _ENDS or after in _PARTNERS
    if starts != ends:
        return starts
    return mark in '“‘«‹»›"' and not waited_for


def _close(mark: str, opened: list[_Open]) -> bool:
    """Takes away the quotation that `mark` ends; whether there was one.

    Without one that its shape ends, it ends the nearest of its size: the wrong mark is another
    finding. Smaller ones inside are taken away with it: they were apostrophes.
    """
    level = mark in _SINGLE
    first = max(0, len(opened) - _DEEPEST)
    innermost = list(enumerate(opened[first:], start=first))
    fitting = [at for at, (_, other) in innermost if mark in _PARTNERS[other]]
    near = fitting or [at for at, (_, other) in innermost if (other in _SINGLE) == level]
    if not near:
        return False
    inner = [each for each in opened[near[-1] + 1 :] if each[1] not in _SINGLE]
    opened[near[-1] :] = []
    opened += inner
    return True
