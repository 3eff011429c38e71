"""The tables of languages: `languages/<tag>.toml`, found by the longest tag that has one."""

import functools
import tomllib
from importlib import resources

import msgspec

Pair = tuple[str, str]


class NoBreak(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a space must not break a line.

    `before_name`: words (with their full stop, if they have one) that hold to a following
    letter; `before_number`: words that hold to a following digit; `after_number`: units, which
    always hold to a number before them; `function_words`: words that are never counted, and
    never end a line of a headline, while any other word holds to a number before it; `months`:
    hold to the number of the day on either side; `together`: expressions whose own spaces never
    break; `before_marks`, `after_marks`: marks that hold to a space before or after them.
    """

    before_name: tuple[str, ...] = ()
    before_number: tuple[str, ...] = ()
    after_number: tuple[str, ...] = ()
    function_words: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    before_marks: str = ""
    after_marks: str = ""


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The marks of a language.

    `dash` is a parenthesis between words, with its spaces; `elisions` are words that begin with an
    apostrophe, without it; `quote_space` stands inside a pair of outer marks.
    """

    outer: Pair
    inner: Pair
    alternates: tuple[Pair, ...]
    apostrophe: str
    elisions: tuple[str, ...]
    ellipsis: str
    dash: str
    range: str
    no_break: NoBreak
    quote_space: str = ""

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """All pairs of marks, the outer ones of the language first."""
        return (self.outer, self.inner, *self.alternates)


@functools.cache
def table_for(language: str) -> Table | None:
    """The table for a BCP 47 tag, more special subtags before more general ones, or None."""
    subtags = language.split("-")
    rows: dict[str, object] = {}
    for length in range(1, len(subtags) + 1):
        rows |= _rows("-".join(subtags[:length]))
    return msgspec.convert(rows, Table) if rows else None


def _rows(tag: str) -> dict[str, object]:
    folder = resources.files("publisher.typography") / "languages"
    for entry in folder.iterdir():
        if entry.name.lower() == f"{tag.lower()}.toml":
            return tomllib.loads(entry.read_text(encoding="utf-8"))
    return {}
