"""The dateline that is run into the first paragraph: place, date and agency, then a dash."""

import re

import msgspec

from publisher.document.document import Dateline
from publisher.sources.plain_text.dates import find_date
from publisher.sources.plain_text.sheet import Sheet

_LONGEST = 90
"""Characters in front of the dash."""

_DASH = re.compile(r"\s*(?:\s[—–-]{1,2}\s|\s?—\s?|[.,]\s?[–—-]\s|：|:\s)\s*")
_AGENCY = re.compile(r"\s*[(（\[](?P<agency>[^()（）\[\]]{2,40})[)）\]]")
# East Asian agencies set the place in brackets, or their own name before place and day.
_BRACKETED = re.compile(r"[【［](?P<place>[^】］]{1,20})[】］]\s*")
_WIRE = re.compile(
    r"(?P<agency>[\u4e00-\u9fff]{2,6}社)(?P<place>[\u4e00-\u9fff]{2,8}?)(?P<date>\d{1,2}月\d{1,2}日)[电電讯訊]\s*"
)
_PLACE_WORDS = 5

_PARENTHESIS = 120
"""Characters after a dash in which another closes a parenthesis that it opened."""


class RunIn(msgspec.Struct, frozen=True):
    """A dateline that opens a text, its length in characters, how sure it is, and why."""

    dateline: Dateline
    length: int
    confidence: float
    reason: str


def run_in(text: str, sheet: Sheet) -> RunIn | None:
    """The dateline that opens `text`, without the dash after it; None where there is none."""
    for pattern in (_BRACKETED, _WIRE):
        if found := pattern.match(text):
            groups = found.groupdict()
            written = found[0].rstrip()
            dateline = Dateline(
                text=written,
                place=groups.get("place"),
                agency=groups.get("agency"),
                run_in=True,
            )
            return RunIn(
                dateline, len(written), 0.85, "a place in brackets, or an agency’s opening"
            )
    dash = _DASH.search(text, 1, _LONGEST)
    if not dash:
        return None
    # A place may hold a dash of its own; an agency’s name in brackets ends it.
    written = text[: dash.start()].rstrip(" .")
    return _parsed(written, dash[0].strip(), text[dash.end() :], sheet)


def _parsed(written: str, mark: str, rest: str, sheet: Sheet) -> RunIn | None:
    agency = _AGENCY.search(written)
    bare = _AGENCY.sub("", written).strip(" ,")
    dated = find_date(bare, sheet.language) if agency or "," in bare or len(bare) < 40 else None
    place = (dated.rest if dated else bare).strip(" ,")
    if not rest or (not place and not agency) or (place and not _is_place(place)):
        return None
    name = agency["agency"] if agency else None
    dateline = Dateline(
        text=written,
        place=place or None,
        date=dated.date if dated else None,
        agency=name,
        run_in=True,
    )
    return _judged(dateline, mark, rest, dated is not None, sheet)


def _judged(dateline: Dateline, mark: str, rest: str, dated: bool, sheet: Sheet) -> RunIn | None:
    """How sure it is that words before a dash are a dateline, from how they are written."""
    length = len(dateline.text)
    place = dateline.place or ""
    first = place.split(",")[0]
    if ":" in mark or "：" in mark:
        sure = dateline.agency and first.isupper()
        return RunIn(dateline, length, 0.75, "a place and an agency") if sure else None
    if dateline.agency:
        return RunIn(dateline, length, 0.97, "a place or an agency in brackets, and a dash")
    if dated and place:
        return RunIn(dateline, length, 0.93, "a place, a date and a dash")
    if first.isupper() and len(first) > 1:
        return RunIn(dateline, length, 0.95, "a place in capitals, and a dash")
    again = f" {mark} " in rest[:_PARENTHESIS]
    opens = rest.lstrip("“„«\"‘'")[:1]
    uncased = first[:1].upper() == first[:1].lower()
    if uncased and again and " " not in first:
        return RunIn(dateline, length, 0.72, "one word as a place has, and a dash")
    if again or len(first.split()) > 2 or not (opens.isupper() or uncased) or len(first) > 24:
        return None
    return RunIn(dateline, length, 0.8, "one or two words as a place has, and a dash")


def _is_place(text: str) -> bool:
    words = text.replace(",", " ").split()
    if not words or len(words) > _PLACE_WORDS or any(map(str.isdigit, text)):
        return False
    if text[0].upper() == text[0].lower():
        return len(text) <= 24 and text[0].isalpha()
    small = [word for word in words if word[0].islower()]
    return words[0][0].isupper() and len(small) <= 1 and not re.search(r"[;!?“”„«»\"]", text)
