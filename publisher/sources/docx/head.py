"""The head of an article in a Word file: headline, standfirst, byline, date.

By styles where there are such; else by where the first paragraphs stand and how they look.
"""

from collections.abc import Iterator, Sequence

import msgspec

from publisher.sources.docx.items import Para
from publisher.sources.docx.looks import Measure, apart, measure, short
from publisher.sources.docx.properties import Properties
from publisher.sources.plain_text.credits import read_date_line
from publisher.sources.plain_text.words import Words, opening

LONGEST_HEADLINE = 240
_LONGEST_STANDFIRST = 600
_LONGEST_BYLINE = 140
_DEEPEST = 5
"""Paragraphs below the headline that may still be of the head."""

STYLED = frozenset(("kicker", "headline", "standfirst", "byline", "dateline"))


class Chosen(msgspec.Struct, frozen=True):
    """What a paragraph is, by which rule, how sure that is, and why; headings have a level."""

    role: str
    rule: str
    confidence: float
    reason: str
    level: int = 1


class Head(msgspec.Struct, frozen=True):
    """What is known when the head is looked for."""

    body: Measure
    properties: Properties
    words: Words
    language: str
    styled: bool
    """Whether the document has headings by style."""


def head(paras: Sequence[Para], known: Head, *, alone: bool) -> dict[int, Chosen]:
    """The roles of the paragraphs of the head, by their numbers.

    `paras` are those at the top level that hold words, in order; `alone` says that the document
    is one paragraph.
    """
    found = dict(_by_styles(paras))
    roles = [chosen.role for chosen in found.values()]
    if "headline" not in roles and paras:
        headline = _headline(paras, found, known, alone=alone)
        if headline:
            found[headline[0].line] = headline[1]
    below = _below_headline(paras, found)
    for para, chosen in _credits(below, found, known):
        if chosen.role not in {own.role for own in found.values()}:
            found[para.line] = chosen
    return found


def _by_styles(paras: Sequence[Para]) -> Iterator[tuple[int, Chosen]]:
    """Head roles that styles give: a title's only once, a standfirst's only above the text."""
    titled = in_text = False
    for para in paras:
        role = para.role.role if para.role else None
        reason = "its style says so"
        if role == "headline" and not titled:
            titled = True
            yield para.line, Chosen(role, "style", 1.0, reason)
        elif role in ("headline", "standfirst", "kicker") and in_text:
            level = 2 if role == "standfirst" and titled else 1
            yield (
                para.line,
                Chosen("heading", "style-in-text", 0.8, f"{reason}, but in the text", level),
            )
        elif role == "headline":
            yield para.line, Chosen("heading", "second-title", 0.75, "a title stands above it")
        elif role in STYLED:
            yield para.line, Chosen(role, "style", 1.0, reason)
        else:
            in_text = True


def _headline(
    paras: Sequence[Para], found: dict[int, Chosen], known: Head, *, alone: bool
) -> tuple[Para, Chosen] | None:
    """The first paragraph without a role of the head, if it may be a headline."""
    first = next((para for para in paras if para.line not in found), None)
    if first is None or first.place is not None or first.images or first.formula:
        return None
    text = first.text.strip()
    if first.role and first.role.role == "heading":
        return first, Chosen("headline", "first-heading", 0.9, "the first heading, above all text")
    if first.role or len(text) > LONGEST_HEADLINE:
        return None
    if _same(text, known.properties.title):
        reason = "the file's properties give it as the title"
        return first, Chosen("headline", "title-of-file", 0.97, reason)
    look = apart(measure(first), known.body)
    if look and short(text):
        sure = min(0.95, look.confidence + 0.05)
        return first, Chosen("headline", f"first-{look.rule}", sure, f"the first; {look.reason}")
    if alone:
        return first, Chosen("headline", "only-paragraph", 0.5, "the only paragraph")
    if short(text):
        return first, Chosen("headline", "first-short", 0.65, "the first, short, no sentence")
    return first, Chosen("headline", "first-paragraph", 0.4, "the first, but it is a sentence")


def _below_headline(paras: Sequence[Para], found: dict[int, Chosen]) -> Sequence[Para]:
    """The paragraphs after the headline, down to the next heading, table or list."""
    at = next((at for at, para in enumerate(paras) if _role(found, para) == "headline"), -1)
    below: list[Para] = []
    for para in paras[at + 1 :][:_DEEPEST] if at >= 0 else ():
        if (para.role and para.role.role not in STYLED) or para.place is not None or para.images:
            break
        below.append(para)
    return below


def _credits(
    below: Sequence[Para], found: dict[int, Chosen], known: Head
) -> Iterator[tuple[Para, Chosen]]:
    """What stands between the headline and the text, by its words, its place, its looks."""
    credited = False
    waiting: Para | None = None
    for at, para in enumerate(below):
        if para.line in found:
            continue
        credit = _credit(para, known)
        if credit:
            credited = True
            if waiting is not None:
                reason = "between the headline and the byline"
                yield waiting, Chosen("standfirst", "above-byline", 0.75, reason)
                waiting = None
            yield para, credit
        elif waiting is None and not credited and len(para.text) <= _LONGEST_STANDFIRST:
            look = _standfirst_look(para, known.body)
            if look and at + 1 < len(below):
                yield para, look
            else:
                waiting = para
        else:
            return


def _credit(para: Para, known: Head) -> Chosen | None:
    text = para.text.strip()
    if len(text) > _LONGEST_BYLINE:
        return None
    word = opening(text, known.words.byline)
    rest = text[len(word) :].lstrip(" :：")
    if word and rest and not rest[0].islower() and not text.endswith("."):
        return Chosen("byline", "author-word", 0.95, f"begins with “{word}”, and a name")
    if known.properties.creator and _same(text, known.properties.creator):
        return Chosen("byline", "author-of-file", 0.95, "the file's properties name this author")
    if read_date_line(text, known.words, known.language):
        return Chosen("dateline", "date-alone", 0.9, "a date by itself")
    return None


def _standfirst_look(para: Para, body: Measure) -> Chosen | None:
    one = measure(para)
    for holds, rule, reason in (
        (one.italic and not body.italic, "italic", "in italics"),
        (one.bold and not body.bold, "bold", "in bold type"),
        (one.size > body.size, "larger", "larger than the text"),
    ):
        if holds:
            why = f"below the headline, {reason}, and the text is not"
            return Chosen("standfirst", f"below-headline-{rule}", 0.85, why)
    return None


def _role(found: dict[int, Chosen], para: Para) -> str | None:
    chosen = found.get(para.line)
    return chosen.role if chosen else None


def _same(text: str, said: str | None) -> bool:
    """Whether two texts have the same letters and figures, whatever their quotation marks."""
    return bool(said) and _letters(text) == _letters(said or "") != ""


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
