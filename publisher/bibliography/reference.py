"""References as CSL has them (CSL 1.0.2, appendix III and IV), whatever file they came from."""

import re

import msgspec

from publisher.diagnostics import Diagnostic
from publisher.span import Span

TYPES = frozenset(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic
    hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet
    paper-conference patent performance periodical personal_communication post post-weblog
    regulation report review review-book software song speech standard thesis treaty webpage
    """.split()
)

NAMES = frozenset(
    """
    author chair collection-editor compiler composer container-author contributor curator director
    editor editor-translator editorial-director executive-producer guest host illustrator
    interviewer narrator organizer original-author performer producer recipient reviewed-author
    script-writer series-creator translator
    """.split()
)

DATES = frozenset("accessed available-date event-date issued original-date submitted".split())

FIELDS = frozenset(
    """
    annote archive archive-place archive_collection archive_location authority call-number
    chapter-number citation-label collection-number collection-title container-title
    container-title-short dimensions division DOI edition event event-place event-title genre ISBN
    ISSN issue jurisdiction language medium note number number-of-pages number-of-volumes
    original-publisher original-publisher-place original-title page part-number part-title PMCID
    PMID printing-number publisher publisher-place references reviewed-genre reviewed-title scale
    section source status supplement-number title title-short URL version volume volume-title
    """.split()
)

MOST = 20_000
"""References of one library, and entries of one file."""

LONGEST = 4000
"""Characters of one field."""

MOST_NAMES = 500
"""Names of one list, such as a reference's authors."""

_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPACE = re.compile(r"[ \t\r\n]+")


class Name(msgspec.Struct, frozen=True, omit_defaults=True):
    """A name in its parts, or `literal`: an institution, or a name that has no parts."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""


class Date(msgspec.Struct, frozen=True, omit_defaults=True):
    """A day, month or year as (year, month, day), with `end` a range; or words."""

    begin: tuple[int, ...] = ()
    end: tuple[int, ...] = ()
    season: int | None = None
    circa: bool = False
    literal: str = ""


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """A work that may be cited. Fields may hold the markup of CSL JSON: `<i>`, `<b>`, `<sup>`…"""

    key: str
    type: str
    fields: dict[str, str] = {}
    names: dict[str, tuple[Name, ...]] = {}
    dates: dict[str, Date] = {}
    span: Span | None = None


class Library(msgspec.Struct, frozen=True):
    """References by their keys, in the order they were read, and what was found amiss."""

    references: dict[str, Reference] = {}
    diagnostics: tuple[Diagnostic, ...] = ()


def clean(text: str) -> str:
    """The text without characters that no book can hold, each stretch of space one space."""
    return _SPACE.sub(" ", _NO_TEXT.sub("", text)).strip()
