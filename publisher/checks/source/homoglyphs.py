"""Letters of one script inside a word of another that they look like.

The idea is that of Unicode's confusables (UTS #39, sections 4 and 5.1): a word in a single script
is whatever its writer wanted, a word in two is suspect if the letters of one can be taken for
letters of the other. Names such as LaTeX’ом, in which they cannot, are left alone.
"""

import re
import unicodedata
from collections.abc import Iterator

from publisher.checks.source.finding import Finding, found_in
from publisher.checks.source.passages import Passage, Subject

_WORD = re.compile(r"[^\W\d_]{2,}")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_NOT_LATIN = re.compile("[\u0370-\u03ff\u0400-\u052f]")

# Letters that fonts draw alike: those of the script, and the Latin ones below them.
_ALIKE = {
    "CYRILLIC": ("АВЕЅІЈКМНОРСТХаеорсухѕіјһԁԛԝ", "ABESIJKMHOPCTXaeopcyxsijhdqw"),
    "GREEK": ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲϳ", "ABEZHIKMNOPTYXocj"),
}
_TO_LATIN = {script: dict(zip(*letters, strict=True)) for script, letters in _ALIKE.items()}
_FROM_LATIN = {
    script: dict(zip(latin, letters, strict=True)) for script, (letters, latin) in _ALIKE.items()
}


def homoglyphs(subject: Subject) -> Iterator[Finding]:
    """LNT007 for each word in which letters of a second script pass for those of the first.

    The fix writes them in the script of those letters that have no double, and is made only where
    all of these are of one script.
    """
    for passage in subject.passages:
        if _LATIN.search(passage.whole) and _NOT_LATIN.search(passage.whole):
            for found in _WORD.finditer(passage.whole):
                if _LATIN.search(found[0]) and _NOT_LATIN.search(found[0]):
                    yield from _in_word(subject, passage, found)


def _in_word(subject: Subject, passage: Passage, found: re.Match[str]) -> Iterator[Finding]:
    word = found[0]
    scripts = [_script(character) for character in word]
    other = next((script for script in scripts if script in _ALIKE), None)
    if other is None or "LATIN" not in scripts or len(set(scripts)) > 2:
        return
    to_latin = "".join(_TO_LATIN[other].get(letter, letter) for letter in word)
    from_latin = "".join(_FROM_LATIN[other].get(letter, letter) for letter in word)
    latin, whole = _is_all(to_latin, "LATIN"), _is_all(from_latin, other)
    if not latin and not whole:
        return  # two scripts that nobody takes for one another
    native = "LATIN" if latin and not whole else other if whole and not latin else None
    foreign = other if native == "LATIN" or scripts.count("LATIN") > len(word) / 2 else "LATIN"
    strange = [letter for letter, script in zip(word, scripts, strict=True) if script == foreign]
    after = {"LATIN": to_latin, other: from_latin}[native] if native else None
    letters = ", ".join(dict.fromkeys(map(_named, strange)))
    start, end = found.span()
    yield found_in(subject, passage, start, end, "LNT007", after=after, word=word, letters=letters)


def _script(character: str) -> str:
    return unicodedata.name(character, "").partition(" ")[0]


def _is_all(word: str, script: str) -> bool:
    return all(_script(character) == script for character in word)


def _named(character: str) -> str:
    return f"{character} ({unicodedata.name(character)})"
