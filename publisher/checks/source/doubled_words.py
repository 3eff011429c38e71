"""Words written twice in a row, less those that a language doubles.

Which doublings are right, and which never are, stands in doubled-words.toml. Only a word of the
second kind is taken out without asking.
"""

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources

import msgspec

from publisher.checks.source.finding import Finding, found_in
from publisher.checks.source.passages import Subject

_TWICE = re.compile(r"(?<![\w’'-])([^\W\d_][\w’']*)(?:[ \n]+\1)+(?![\w’'-])", re.IGNORECASE)


class Doubling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a language doubles. `free`: any word may be, for stress or for more than one."""

    right: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    free: bool = False


@functools.cache
def _languages() -> dict[str, Doubling]:
    file = resources.files("publisher.checks.source") / "doubled-words.toml"
    return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), dict[str, Doubling])


def doubling_in(language: str) -> Doubling:
    """What the language with a BCP 47 tag doubles; nothing where that is not known."""
    return _languages().get(language.split("-")[0].lower(), Doubling())


def doubled_words(subject: Subject) -> Iterator[Finding]:
    """LNT003 for each word that stands twice or more in a row."""
    for passage in subject.prose:
        doubling = doubling_in(passage.language)
        for found in _TWICE.finditer(passage.text) if passage.kind != "verse" else ():
            never = _is_never_right(found, doubling)
            if never or _is_doubled(found, doubling):
                after = "" if never else None
                start, end = found.end(1), found.end()
                yield found_in(subject, passage, start, end, "LNT003", after=after, word=found[1])


def _is_never_right(found: re.Match[str], doubling: Doubling) -> bool:
    """Whether a word that is never doubled is repeated in small letters: not in "plan A a day"."""
    first, *others = found[0].split()
    alike = first in others or (len(first) > 1 and first.lower() in others)
    return alike and first.lower() in doubling.never and all(word.islower() for word in others)


def _is_doubled(found: re.Match[str], doubling: Doubling) -> bool:
    words = found[0].split()
    if doubling.free or words[0].lower() in doubling.right:
        return False
    first, second, *others = words
    if others or len(first) == 1:
        return False  # three times and more is said on purpose: "ha ha ha"
    return not second[:1].isupper() and first[1:] == second[1:]  # names: Duran Duran
