"""The tables of languages: `languages/<tag>.toml`, the more special over the more general."""

import functools
import tomllib
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Literal

import msgspec

from publisher.languages import NEUTRAL, fallbacks

Pair = tuple[str, str]


class NoBreak(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Where a space must not break a line.

    `before_name`: words (with their full stop, if they have one) that hold to a following
    letter; `before_number`, `currencies`: words and signs that hold to a following digit;
    `before_word`: words, in lower case, that never end a line; `units`, `after_number`: what
    always holds to a number before it; `function_words`: words that are never counted, and never
    end a line of a headline, while any other word holds to a number before it; `months`: hold to
    the number of the day on either side; `together`: expressions whose own spaces never break;
    `before_marks`, `after_marks`: marks that hold to a space before or after them; `thin_marks`:
    marks with a narrow space before them.
    """

    before_name: tuple[str, ...] = ()
    before_number: tuple[str, ...] = ()
    before_word: tuple[str, ...] = ()
    currencies: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    after_number: tuple[str, ...] = ()
    function_words: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    before_marks: str = ""
    after_marks: str = ""
    thin_marks: str = ""


class Hyphenation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """How words are divided at the ends of lines.

    `dictionary`: the name of the patterns, of pyphen or in `hyphenation/`; "" for a language that
    does not divide words or has no patterns. `word`, `left`, `right`: the fewest characters of a
    word that is divided, and of its parts before and after the hyphen (`hyphenate-limit-chars`
    of CSS Text 4, 6.3).
    """

    dictionary: str = ""
    word: int = 5
    left: int = 2
    right: int = 3


class Attribution(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The work that some rows of a table are taken from; a dotted name is a row of a section."""

    work: str
    rows: tuple[str, ...]


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """The marks of a language, `tag`.

    `outer`, `inner`: the pairs of quotation marks by level; `alternates`: further pairs that are
    right, too; `reopening`: what a paragraph begins with that goes on with a quotation, where it
    is not the opening mark. `quote_space` stands inside a pair of outer marks; `suffixed`: endings
    follow a closing mark at once.

    `elisions` are words that begin with an apostrophe, without it, and `clippings` words that end
    with one; `okina`: words of Hawaiian in the text keep their mark.

    `dash` is a parenthesis between words, with its spaces, or "" where a hyphen does not tell which
    dash is meant; `range` stands between years.

    `group` parts the thousands of a number, `decimal` its fraction. `ordinal_stop`: a full stop
    after a number makes it an ordinal; `ordinals`: signs that stand for an ordinal one, and that
    one.

    `spaced`: words have spaces between them. `missing_spaces`: spaces before marks are put in where
    none stands.

    Compared by identity: `table_for` makes each table once.
    """

    tag: str
    name: str
    outer: Pair
    inner: Pair
    apostrophe: str
    ellipsis: str
    dash: str
    range: str
    no_break: NoBreak
    hyphenation: Hyphenation
    sources: tuple[Attribution, ...]
    alternates: tuple[Pair, ...] = ()
    reopening: str = ""
    quote_space: str = ""
    elisions: tuple[str, ...] = ()
    clippings: tuple[str, ...] = ()
    group: str = ""
    decimal: Literal[".", ","] = "."
    ordinal_stop: bool = False
    ordinals: tuple[Pair, ...] = ()
    spaced: bool = True
    suffixed: bool = False
    missing_spaces: bool = False
    okina: bool = False

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """All pairs of marks, the outer ones of the language first."""
        return (self.outer, self.inner, *self.alternates)

    @property
    def is_neutral(self) -> bool:
        """Whether the language has no table of its own: only what holds in all is known of it."""
        return self.tag == NEUTRAL


@functools.cache
def table_for(language: str) -> Table:
    """The table for a BCP 47 tag, found along it: "fr-CH" is fr-CH over fr over the neutral one."""
    rows: dict[str, object] = {}
    files = _files()
    for tag in fallbacks(language):
        if tag in files:
            rows = _laid_over(rows, rows_of(files[tag]))
    return msgspec.convert(rows, Table)


def tags() -> tuple[str, ...]:
    """The tags of all languages that have a table, in the order of the alphabet."""
    return tuple(sorted(_files().values()))


def rows_of(tag: str) -> dict[str, object]:
    """What the file of `tag` itself says."""
    text = (_folder() / f"{tag}.toml").read_text(encoding="utf-8")
    return {"tag": tag, **tomllib.loads(text)}


def _folder() -> Traversable:
    return resources.files("publisher.typography") / "languages"


@functools.cache
def _files() -> dict[str, str]:
    """The tags that have a file, by themselves in lower case."""
    names = (entry.name for entry in _folder().iterdir())
    found = [name.removesuffix(".toml") for name in names if name.endswith(".toml")]
    return {tag.lower(): tag for tag in found}


def _laid_over(below: dict[str, object], above: dict[str, object]) -> dict[str, object]:
    """`above` over `below`: sections row by row, attributions one after the other."""
    rows = below | above
    for key, value in above.items():
        under = below.get(key)
        if isinstance(value, dict) and isinstance(under, dict):
            rows[key] = under | value
        elif key == "sources" and isinstance(value, list) and isinstance(under, list):
            rows[key] = under + value
    return rows
