"""The words by which a plain text's lines are told apart, by language: words.toml."""

import functools
import re
import tomllib
from importlib import resources

import msgspec


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language, in lower case; words.toml says what each row is for."""

    byline: tuple[str, ...] = ()
    correspondent: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    from_: tuple[str, ...] = msgspec.field(default=(), name="from")
    published: tuple[str, ...] = ()
    correction: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    picture: tuple[str, ...] = ()


@functools.cache
def words_for(language: str) -> Words:
    """The words of a BCP 47 tag's language, and those of all languages."""
    tables = _tables()
    shared, own = tables["und"], tables.get(language.split("-")[0].lower(), Words())
    return Words(
        *(getattr(own, field) + getattr(shared, field) for field in Words.__struct_fields__)
    )


@functools.cache
def _tables() -> dict[str, Words]:
    data = resources.files("publisher.sources.plain_text") / "words.toml"
    return msgspec.convert(tomllib.loads(data.read_text(encoding="utf-8")), dict[str, Words])


def opening(text: str, openings: tuple[str, ...]) -> str:
    """The longest of `openings` that stands at the start of `text` as a word, as written there."""
    found = _pattern(openings).match(text) if openings else None
    return found[0] if found else ""


@functools.cache
def _pattern(openings: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(openings, key=len, reverse=True)
    return re.compile("|".join(map(_parted, longest_first)), re.IGNORECASE)


def _parted(words: str) -> str:
    """A pattern for `words` up to a mark or a space, or in a script without spaces."""
    whole = words[-1].isalnum() and words[-1] <= "\u2e80"
    return re.escape(words) + (r"(?!\w)" if whole else "")
