"""The cases of CSL (1.0.2, Text-case) on marked text: what is marked NO_CASE stays as it is."""

import re
from collections.abc import Callable
from typing import NamedTuple

from publisher.bibliography.marks import CLOSE, NO_CASE, OPENING

_WORD = re.compile(r"[^\W_](?:[\w’'.]*\w)?")
_STOP_WORDS = frozenset(
    """
    a about above across afore after against al along alongside amid amidst among amongst an and
    anti apropos around as aside astride at athwart atop barring be before behind below beneath
    beside besides between beyond but by circa despite down during en except et for forenenst from
    given in inside into lest like modulo near next nor notwithstanding of off on onto or out over
    per plus pro qua sans since so than the thru through throughout till to toward towards under
    underneath until unto up upon v versus via vis-à-vis vs when with within without yet
    """.split()
)
_SENTENCE_END = re.compile(r"[:?!—]")


def cased(text: str, case: str | None) -> str:
    """`text` in a CSL case: "lowercase", "uppercase", "sentence", "title" and so on."""
    change = _CASES.get(case or "")
    return change(text) if change else text


def _protected(text: str) -> list[bool]:
    """For each character whether it stands in NO_CASE."""
    found: list[bool] = []
    marks: list[str] = []
    for character in text:
        if character in OPENING:
            marks.append(character)
        elif character == CLOSE and marks:
            marks.pop()
        found.append(NO_CASE in marks)
    return found


def _each(text: str, change: Callable[[str], str]) -> str:
    if NO_CASE not in text:
        return change(text)
    keep = _protected(text)
    return "".join(
        character if kept else change(character) for character, kept in zip(text, keep, strict=True)
    )


class _Word(NamedTuple):
    """A word, what stands between it and the one before, and whether it is the first or last."""

    text: str
    gap: str
    first: bool
    last: bool


def _words(text: str, change: Callable[[_Word], str]) -> str:
    """The text with each of its words changed that holds nothing protected."""
    keep = _protected(text) if NO_CASE in text else None
    found = list(_WORD.finditer(text))
    pieces: list[str] = []
    end = 0
    for number, match in enumerate(found, start=1):
        word = _Word(match[0], text[end : match.start()], number == 1, number == len(found))
        whole = keep is None or not any(keep[match.start() : match.end()])
        pieces += (word.gap, change(word) if whole else word.text)
        end = match.end()
    return "".join((*pieces, text[end:]))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _sentence(text: str) -> str:
    shouted = text.isupper()

    def change(word: _Word) -> str:
        named = word.text[:1].isupper() and word.text[1:].islower()
        lowered = word.text.lower() if shouted or named else word.text
        return _capital(lowered) if word.first else lowered

    return _words(text, change)


def _title(text: str) -> str:
    shouted = text.isupper()

    def change(word: _Word) -> str:
        lowered = word.text.lower()
        if word.text != lowered and not shouted:
            return word.text
        opens = word.first or word.last or _SENTENCE_END.search(word.gap)
        return _capital(lowered) if opens or lowered not in _STOP_WORDS else lowered

    return _words(text, change)


_CASES: dict[str, Callable[[str], str]] = {
    "lowercase": lambda text: _each(text, str.lower),
    "uppercase": lambda text: _each(text, str.upper),
    "capitalize-first": lambda text: _words(
        text, lambda word: _capital(word.text) if word.first else word.text
    ),
    "capitalize-all": lambda text: _words(text, lambda word: _capital(word.text)),
    "sentence": _sentence,
    "title": _title,
}
