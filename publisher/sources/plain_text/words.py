"""The words by which a plain text's lines are told apart, by language: words.toml."""

import functools
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
    lowered = text[:40].lower()
    for words in sorted(openings, key=len, reverse=True):
        if lowered.startswith(words) and _parted(words, lowered[len(words) :]):
            return text[: len(words)]
    return ""


def _parted(words: str, rest: str) -> bool:
    """Whether `words` end there: at a mark, a space, or in a script without spaces."""
    return not rest or not (words[-1].isalnum() and rest[0].isalnum()) or words[-1] > "\u2e80"
