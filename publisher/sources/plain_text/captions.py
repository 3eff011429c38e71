"""Pictures in a plain text: the name of a picture's file, a caption, a credit."""

import re

import msgspec

from publisher.sources.plain_text.sheet import Proposal, Sheet
from publisher.sources.plain_text.words import opening

_FILE = r"(?P<src>(?:[\w.~%-]+/)*[\w.~%-]+\.(?:jpe?g|png|gif|webp|svg|tiff?))"
# A file by itself or in brackets, a word such as "Image:" before it, and words after it.
_PICTURE = re.compile(
    rf"(?i)(?P<open>[\[(<]\s*)?(?P<word>[^\W\d_]+\s?[:：]\s*)?{_FILE}"
    rf"(?P<gap>\s*(?:[—–|:-]\s*|(?=[\])>])))?(?P<caption>[^\])>]*?)(?P<close>\s*[\])>])?"
)

_LONGEST = 600


class Picture(msgspec.Struct, frozen=True):
    """Where a line names a file, and where its caption stands, in characters of its text."""

    src: str
    caption: tuple[int, int]


def figure(sheet: Sheet, at: int) -> Proposal | None:
    """A line that names a picture's file is a figure; what follows the name is its caption."""
    if not picture(sheet.lines[at].text):
        return None
    return Proposal("figure", at, "names-a-picture", 0.96, "names the file of a picture")


def picture(text: str) -> Picture | None:
    """The picture that a line names, if it does nothing else."""
    if "." not in text or len(text) > _LONGEST:
        return None
    found = _PICTURE.fullmatch(text)
    if not found or bool(found["open"]) != bool(found["close"]):
        return None
    if found["caption"] and not found["gap"]:
        return None
    return Picture(found["src"], found.span("caption"))


def caption(sheet: Sheet, at: int) -> Proposal | None:
    """A line that begins with a word such as "Photo:" is a caption or a credit."""
    text = sheet.lines[at].text.lstrip("[(")
    word = opening(text, sheet.words.picture)
    if not word:
        return None
    rest = text[len(word) :].lstrip()
    if not rest or rest[0] not in ":：/|=" or len(text) > _LONGEST:
        return None
    return Proposal("caption", at, "picture-word", 0.94, f"begins with “{word}”")
