"""Headline, standfirst, byline and date of a page: a passage of it, or what its head says."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from publisher.sources.html.main_text import Verdict
from publisher.sources.html.notes import kinds
from publisher.sources.html.said import PageFacts, Said, iso_day
from publisher.sources.html.tree import Element
from publisher.sources.html.units import Unit


class Part(msgspec.Struct, frozen=True):
    """A part of an article's head: the passage that is it, or what the page's head says."""

    role: str
    rule: str
    confidence: float
    reason: str
    passage: Unit | None = None
    words: str = ""


_HEADINGS = ("h1", "h2", "h3")
_SEPARATOR = re.compile(r"\s+[|–—·•»«:/-]+\s+|\s*\|\s*")
_LETTERS = re.compile(r"\W+")
_STANDFIRST = re.compile(
    r"(?:^|[-_])(?:standfirst|dek|deck|subtitle|sub-?head(?:line|ing)?|lead|lede|intro|teaser"
    r"|vorspann|chapo|chapeau|entradilla|summary|excerpt)(?:$|[-_])",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:^|[-_])(?:byline|author|autor|auteur|vcard)(?:$|[-_])", re.IGNORECASE)
_BY = re.compile(
    r"(?:(?:written|posted|published|geschrieben|veröffentlicht|text)\s+)?"
    r"(?:by|von|par|por|di|da|av|af|door)\b:?\s*",
    re.IGNORECASE,
)
_LONGEST_BYLINE = 160
_LONGEST_NAME = 80
_LONGEST_STANDFIRST = 600


def read_head(
    facts: PageFacts, passages: Sequence[Unit], verdicts: Sequence[Verdict]
) -> tuple[Part, ...]:
    """The parts of the head that are found, at most one headline, standfirst and date."""
    first = _first_text(passages, verdicts)
    headline = _headline(facts, passages, verdicts, first)
    parts = [headline] if headline else []
    after = 0
    if headline and headline.passage:
        after = list(passages).index(headline.passage) + 1
    opening = passages[after : first + 3] if first + 3 > after else []
    if standfirst := _standfirst(facts, opening):
        parts.append(standfirst)
    near = [
        one
        for one in passages[max(0, after - 4) : first + 3]
        if all(one is not p.passage for p in parts)
    ]
    parts += _bylines(facts, near)
    if date := _date(facts, near):
        parts.append(date)
    return tuple(parts)


def _first_text(passages: Sequence[Unit], verdicts: Sequence[Verdict]) -> int:
    """The number of the first passage of the article that is a sentence, and no heading."""
    for number, (one, verdict) in enumerate(zip(passages, verdicts, strict=True)):
        if verdict.kept and one.parent.name not in _HEADINGS and len(one.words) > 60:
            return number
    kept = (number for number, verdict in enumerate(verdicts) if verdict.kept)
    return next(kept, 0)


def _plain(text: str) -> str:
    return _LETTERS.sub(" ", text).strip().lower()


def _headline(
    facts: PageFacts, passages: Sequence[Unit], verdicts: Sequence[Verdict], first: int
) -> Part | None:
    headings = [one for one in passages[: first + 1] if one.parent.name in _HEADINGS and one.words]
    for one in sorted(headings, key=lambda heading: heading.parent.name):
        for said in facts.titles:
            if _plain(one.words) and _is_title(_plain(one.words), said):
                reason = f"a heading, and what the page's {_place(said)} says"
                return Part("headline", "heading-is-title", 0.95, reason, one)
    mains = [one for one in headings if one.parent.name == "h1"]
    if len(mains) == 1 or (mains and not facts.titles):
        reason = "the only first-level heading above the text"
        return Part("headline", "first-level-heading", 0.85, reason, mains[-1])
    if facts.titles:
        said = min(facts.titles, key=lambda one: one.rule == "title-element")
        words = (
            without_site(said.value, facts.publication)
            if said.rule == "title-element"
            else said.value
        )
        reason = f"no heading of the page says it, but its {_place(said)} does"
        return Part("headline", said.rule, 0.75, reason, None, words)
    if headings:
        return Part(
            "headline", "last-heading", 0.6, "the last heading above the text", headings[-1]
        )
    return None


def _is_title(heading: str, said: Said) -> bool:
    """Whether a heading is the title that a page's head gives, its site's name aside."""
    title = _plain(said.value)
    if heading == title:
        return True
    parts = [_plain(part) for part in _SEPARATOR.split(said.value)]
    return len(heading) > 3 and heading == parts[0]


def without_site(title: str, publication: str | None) -> str:
    """A page's title without the name of its site, which stands before or behind it."""
    parts = [part for part in _SEPARATOR.split(title) if part]
    if len(parts) < 2:
        return title
    if publication and _plain(parts[-1]) == _plain(publication):
        return title[: title.rindex(parts[-1])].rstrip(" |–—·•»«:/-")
    return max(parts, key=len) if len(parts) == 2 else parts[0]


def _place(said: Said) -> str:
    return {"title-element": "<title>"}.get(said.rule, said.rule)


def _standfirst(facts: PageFacts, opening: Sequence[Unit]) -> Part | None:
    for one in opening:
        if not one.words or len(one.words) > _LONGEST_STANDFIRST or one.parent.name in ("li", "td"):
            continue
        near = [one.parent, *([one.parent.parent] if one.parent.parent else [])]
        called = _called_standfirst(one, near)
        if called and len(one.words) > 20:
            return Part("standfirst", "named-standfirst", 0.9, f"it is called {called}", one)
        said = {_plain(said.value) for said in facts.descriptions}
        if _plain(one.words) in said and len(one.words) < 300 and one.parent.name != "p":
            return Part(
                "standfirst", "is-description", 0.8, "the page's description says the same", one
            )
    return None


def _called_standfirst(one: Unit, near: Sequence[Element]) -> str:
    """What a passage is called, or the box that holds little more than it."""
    for element in near:
        called = next((kind for kind in sorted(kinds(element)) if _STANDFIRST.search(kind)), "")
        if called and len(" ".join(element.text().split())) <= 2 * len(one.words):
            return called
    return ""


def _bylines(facts: PageFacts, near: Sequence[Unit]) -> Iterator[Part]:
    names = list(dict.fromkeys(said.value for said in facts.authors))[:6]
    rules = {said.value: said.rule for said in reversed(facts.authors)}
    if any(rules[name] != "rel-author" for name in names):
        names = [name for name in names if rules[name] != "rel-author"]
    used: set[int] = set()
    for one in near:
        if not one.words or len(one.words) > _LONGEST_BYLINE:
            continue
        known = [name for name in names if _plain(name) and _plain(name) in _plain(one.words)]
        if known:
            names = [name for name in names if name not in known]
            used.add(id(one))
            words = one.words if _is_only_byline(one.words, known) else ", ".join(known)
            reason = "near the headline, with the name that the page gives as its author"
            yield Part("byline", rules[known[0]], 0.9, reason, one, words)
            continue
        called, words = ("", "") if facts.authors else _called_byline(one)
        if called:
            yield Part("byline", "named-byline", 0.8, f"it is called {called}", one, words)
            return
    if not used:
        for name in names:
            reason = "the page's head names its author"
            yield Part("byline", rules[name], 0.8, reason, None, name)


def _is_only_byline(words: str, names: Sequence[str]) -> bool:
    left = words
    for name in names:
        left = re.sub(re.escape(name), "", left, flags=re.IGNORECASE)
    return not re.search(r"\w", _BY.sub("", left)) or len(left) <= 4


def _called_byline(one: Unit) -> tuple[str, str]:
    """What an element in or around a passage is called that holds its byline, and its words."""
    inner = [part for node in one.nodes if isinstance(node, Element) for part in node.walk()]
    around = [one.parent]
    if one.parent.parent and one.parent.name in ("p", "span", "div", "a"):
        around.append(one.parent.parent)
    for element in (*reversed(inner), *around):
        said = {*kinds(element), element.get("itemprop").lower(), element.get("rel").lower()}
        called = next((kind for kind in sorted(said) if _BYLINE.search(kind)), "")
        words = " ".join(element.text().split()) if element in inner else one.words
        if called and 2 <= len(words) <= _LONGEST_NAME:
            return called, words
    return "", ""


def byline_name(words: str) -> str:
    """The name in a byline, without the word before it that says "by"."""
    found = _BY.match(words)
    return words[found.end() :] if found and found.end() < len(words) else words


def _date(facts: PageFacts, near: Sequence[Unit]) -> Part | None:
    said = next((one for one in facts.dates if one.rule != "first-time"), None)
    said = said or next(iter(facts.dates), None)
    if said is None:
        return None
    shown = next((one for one in near if _shows_date(one, iso_day(said.value) or "")), None)
    sure = 0.65 if said.rule == "first-time" else 0.9
    return Part(
        "date",
        said.rule,
        sure,
        f"{said.rule} of the page says {said.value}",
        shown,
        iso_day(said.value) or "",
    )


def _shows_date(one: Unit, day: str) -> bool:
    """Whether a passage near the headline is there to say the date."""
    if not one.words or len(one.words) > _LONGEST_BYLINE:
        return False
    year, _, date = day.split("-")
    numbers = {number.lstrip("0") for number in re.findall(r"\d+", one.words)}
    return year in numbers and date.lstrip("0") in numbers
