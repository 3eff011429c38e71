"""Lines of credit at the head of an article: who wrote it, and the day."""

import re

from publisher.document.document import Byline, Dateline
from publisher.sources.plain_text.dates import find_date
from publisher.sources.plain_text.layout import unspaced
from publisher.sources.plain_text.sheet import Proposal, Sheet
from publisher.sources.plain_text.words import Words, opening

_LONGEST_BYLINE = 140
_LONGEST_DATE = 80

_NAME_WORDS = 6
"""Words of one name, its particles counted."""

_PARTICLES = frozenset(
    (
        "de del della der den di da dos das do du la le van von zu zur bin ibn al el y e ten ter "
        "af av"
    ).split()
)
_COLLECTIVES = {"contributors", "staff", "agencies", "reporters", "writers", "editors", "wires"}
_LONGEST_EAST_ASIAN = 16
"""Letters of a name and what the person is, in a script without word spaces."""

_MOST_WORDS = 9
_MARKS = re.compile(r"[:;!?…“”„«»\"]|://")
_ORDINARY_END = re.compile(r"[a-zß-ÿ]{3,}\.$")
_ROLE = re.compile(
    r"(?i)\b(?:\w*correspondent\w*|\w*korrespondent\w*|corresponsal|corrispondente|editor|reporter|writer|critic"
    r"|columnist|analyst|chief|staff|redakteur\w*|redacteur|rédact\w+|redactor\w*|redattor\w*|inviat\w|enviad\w"
    r"|envoyé\w*|photographer|redaktør|redaktör|editors?|bureau|desk|agency)\b"
)


def byline(sheet: Sheet, at: int) -> Proposal | None:
    """A short line that names the author, after a word such as "By" or by itself."""
    text = sheet.lines[at].text
    if len(text) > _LONGEST_BYLINE or _ORDINARY_END.search(text):
        return None
    prefix = opening(text, sheet.words.byline)
    named = text[len(prefix) :].lstrip(" :：") if prefix else ""
    if named and (_names(named, sheet.words) or _stands_for_a_name(named, sheet.words)):
        return Proposal("byline", at, "author-word", 0.95, f"begins with “{prefix}”, and a name")
    if _stands_for_a_name(text, sheet.words):
        return Proposal("byline", at, "correspondent", 0.9, "names a correspondent or a desk")
    if _bare_name(text):
        return Proposal("byline", at, "name-alone", 0.65, "a name by itself")
    return None


def _names(text: str, words: Words) -> bool:
    """Whether `text` may be one name or several, with a role or a place after them."""
    if _MARKS.search(text):
        return False
    first = re.split(r"[,|]", text)[0]
    parts = _parted(first, words)
    return all(0 < len(part.split()) <= _NAME_WORDS and _is_name(part) for part in parts)


def _parted(text: str, words: Words) -> list[str]:
    """The names in `text`: what stands between words such as "and" or before "in"."""
    joining = "|".join(re.escape(word) for word in (*words.joining, *words.from_) if word)
    return [part for part in re.split(rf"(?i)\s(?:{joining})\s|\s?[&/+、・]\s?", text) if part]


def _is_name(text: str) -> bool:
    if unspaced(text[0]):
        return len(text) <= _LONGEST_EAST_ASIAN
    words = [word for word in text.replace(".", " ").split() if word[0].isalpha()]
    if not words:
        return False
    if not any(_cased(word) for word in words):
        return len(words) <= _NAME_WORDS
    if words[-1].lower() in _COLLECTIVES:
        return words[0][0].isupper()
    return all(not _cased(word) or word[0].isupper() or word in _PARTICLES for word in words)


def _cased(word: str) -> bool:
    return word[0].upper() != word[0].lower()


def _stands_for_a_name(text: str, words: Words) -> bool:
    """Whether a short line names a correspondent or a desk in place of a person."""
    if len(text.split()) > _MOST_WORDS or _MARKS.search(text) or text[-1] in ".!?,-–—":
        return False
    if unspaced(text[0]):
        held = any(text.startswith(word) or text.endswith(word) for word in words.correspondent)
        return held and len(text) <= _LONGEST_EAST_ASIAN
    own = set(text.lower().split())
    return bool(opening(text, words.correspondent)) or any(
        word in own for word in words.correspondent if " " not in word
    )


def _bare_name(text: str) -> bool:
    words = text.split()
    return (
        2 <= len(words) <= 4
        and all(word.replace(".", "").replace("-", "").replace("’", "").isalpha() for word in words)
        and all(word[0].isupper() or word in _PARTICLES for word in words)
        and text[-1] != "."
    )


def read_byline(text: str, words: Words) -> tuple[Byline, ...]:
    """The contributors whom a byline names; the first has its whole text, as it is set."""
    prefix = opening(text, words.byline)
    named = text[len(prefix) :].lstrip(" :：") if prefix else text
    head, _, tail = named.partition(",")
    place = None
    for word in words.from_:
        before, between, after = head.rpartition(f" {word} ")
        if between and after[:1].isupper():
            head, place = before, after
            break
    role = tail.strip() or None
    if role and not _ROLE.search(role) and _is_name(role) and len(role.split()) > 1:
        head, role = named, None
    names = [part.strip(" ,") for part in re.split(r"\s*,\s*", head) if part.strip(" ,")]
    people = [name.strip() for part in names for name in _parted(part, words)]
    if not prefix and opening(text, words.correspondent):
        people, role = [], named
    first = Byline(text=text, name=people[0] if people else None, role=role, place=place)
    return (first, *(Byline(text="", name=name, role=role, place=place) for name in people[1:]))


def date_line(sheet: Sheet, at: int) -> Proposal | None:
    """A short line that holds a date, and a place or nothing beside it."""
    if not read_date_line(sheet.lines[at].text, sheet.words, sheet.language):
        return None
    sure = 0.6 if sheet.lines[at].text[0].islower() else 0.95
    last = at
    while last + 1 < sheet.group(at).stop and _dated(sheet, last + 1):
        last += 1  # when it was published, and below that when it was changed
    return Proposal("dateline", last, "date-alone", sure, "a date by itself")


def _dated(sheet: Sheet, at: int) -> bool:
    text = sheet.lines[at].text
    return at not in sheet.given and bool(read_date_line(text, sheet.words, sheet.language))


def read_date_line(text: str, words: Words, language: str) -> Dateline | None:
    """The date, and the place, that a line gives which gives nothing else."""
    if len(text) > _LONGEST_DATE or not any(map(str.isdigit, text)):
        return None
    prefix = opening(text, words.published)
    found = find_date(text[len(prefix) :].lstrip(" :："), language)
    if found is None:
        return None
    place = found.rest.strip(" ,.:")
    if place and (len(place.split()) > 4 or not _is_name(place) or _MARKS.search(place)):
        return None
    return Dateline(text=text, place=place or None, date=found.date)
