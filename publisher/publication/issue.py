"""What the pages of an issue list: articles by section, those who wrote, those who made it."""

import re
from collections.abc import Iterator

import msgspec

from publisher.document.document import Byline
from publisher.publication.publication import Contributor, Part, Publication
from publisher.publication.relators import relators
from publisher.terms import Terms
from publisher.typography.wording import long_date

_UNLISTED = frozenset(("cover", "contents", "section", "advertisement"))
_TERMS = {
    "edt": "edited_by",
    "trl": "translated_by",
    "ill": "illustrated_by",
    "pht": "photographs_by",
    "pbl": "published_by",
}
"""The terms for what someone did, by MARC relator codes."""


class Group(msgspec.Struct, frozen=True):
    """Parts that follow each other in one section; `divider` is the section's own page."""

    section: str | None
    parts: tuple[Part, ...]
    divider: Part | None = None


class Writer(msgspec.Struct, frozen=True):
    """Someone whose name stands over `articles`; `about` is what the issue says of them."""

    name: str
    about: str | None
    articles: tuple[Part, ...]


class Credit(msgspec.Struct, frozen=True):
    """A line of the masthead: what these people did. `language` is that of the words.

    The words are `given` where the publication says them itself.
    """

    words: str
    names: tuple[str, ...]
    language: str
    given: bool


def by_section(publication: Publication) -> tuple[Group, ...]:
    """What the contents of an issue list, in its order: all that has a title of its own."""
    groups: list[Group] = []
    divider: Part | None = None
    for part in publication.parts:
        if part.role == "section":
            divider = part
        if part.role in _UNLISTED or part.quiet or part.continues:
            continue
        own = divider if divider and divider.section == part.section else None
        if groups and groups[-1].section == part.section:
            group = groups.pop()
            groups.append(msgspec.structs.replace(group, parts=(*group.parts, part)))
        else:
            groups.append(Group(part.section, (part,), own))
    return tuple(groups)


def writers(publication: Publication) -> tuple[Writer, ...]:
    """Those whose names stand over the articles, then those of whom only the issue tells.

    In the order in which they are first met.
    """
    articles: dict[str, list[Part]] = {}
    for part in publication.parts:
        if part.continues:
            continue
        for name in filter(None, map(byline_name, part.document.meta.byline)):
            articles.setdefault(name, []).append(part)
    about = {each.name: each.about for each in publication.contributors if each.about}
    return tuple(
        Writer(name, about.get(name), tuple(articles.get(name, ()))) for name in articles | about
    )


def byline_name(byline: Byline) -> str:
    """The name in a byline, without the word that goes before it in English."""
    return byline.name or re.sub(r"(?i)^by ", "", byline.text)


def staff(publication: Publication, terms: Terms) -> tuple[Credit, ...]:
    """The lines of the masthead: its contributors but the authors, who stand in the contents.

    A line has the words that a contributor is given, else those of the language for the role,
    else the name of the role in English.
    """
    lines: dict[tuple[str, str], list[Contributor]] = {}
    for each in publication.contributors:
        if each.credit or each.role != "aut":
            lines.setdefault(_credit(each, publication, terms), []).append(each)
    return tuple(
        Credit(words, tuple(each.name for each in people), language, any(p.credit for p in people))
        for (words, language), people in lines.items()
    )


def _credit(contributor: Contributor, publication: Publication, terms: Terms) -> tuple[str, str]:
    if contributor.credit:
        return contributor.credit, publication.language
    if contributor.role in _TERMS:
        return getattr(terms, _TERMS[contributor.role]).rstrip(": "), terms.language
    return relators()[contributor.role].capitalize(), "en"


def issue_numbers(publication: Publication, terms: Terms) -> Iterator[str]:
    """What tells this issue from the others, as pages print it: volume, number, season or date."""
    periodical = publication.periodical
    if periodical:
        if periodical.volume:
            yield f"{terms.volume}\u00a0{periodical.volume}"
        if periodical.number:
            yield f"{terms.issue}\u00a0{periodical.number}"
        if periodical.season or publication.date:
            yield periodical.season or long_date(publication.date or "", publication.language)
