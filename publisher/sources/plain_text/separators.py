"""Lines that hold no words: a break between two passages, the end of the copy."""

import re

from publisher.sources.plain_text.sheet import Proposal, Sheet

# A row of one mark or two, such as * * *; a dash or an asterism alone.
_BREAK = re.compile(r"(?:[*#~=_+•·.⁂❦§◆◇■□★☆※-]\s*){3,}|[—―–⁂❦§*#~◆■※]+|-{2}")
# What newsrooms write below the last line of their copy.
_END = re.compile(
    r"(?i)[-–—*#\[(\s]*(?:-?30-?|the end|end of (?:story|text|article)|ends?|ende|fine?|fim|einde"
    r"|slut|koniec|konec|kraj|край|конец|кінець|loppu|vége|sfârșit|son|τέλος|终|完|終|（完）|（终）)"
    r"[-–—*#\])\s]*"
)
_BARE = re.compile(r"(?i)(?:30|the end|fin|fine|son|край|kraj|ends?|slut)")
_NEAR_END = 4
"""Groups from the end in which an end mark is looked for: notes may follow it."""


def separator(sheet: Sheet, at: int) -> Proposal | None:
    """A line of marks, without a word, parts two passages."""
    text = sheet.lines[at].text
    if len(text) > 80 or not _BREAK.fullmatch(text):
        return None
    if at == sheet.last:
        return Proposal("end-mark", at, "marks-below-all", 0.85, "only marks, below the last line")
    return Proposal("separator", at, "only-marks", 0.95, "marks alone on a line")


def end_mark(sheet: Sheet, at: int) -> Proposal | None:
    """A newsroom's mark for the end of the copy, such as -30- or ENDS."""
    text = sheet.lines[at].text
    if len(text) > 24 or len(sheet.groups) - sheet.group_of[at] > _NEAR_END:
        return None
    if not _END.fullmatch(text):
        return None
    bare = _BARE.fullmatch(text) is not None and not text.isupper()
    confidence = 0.5 if bare or len(sheet.group(at)) > 1 else 0.97
    return Proposal("end-mark", at, "newsroom-end", confidence, "says that the copy ends")
