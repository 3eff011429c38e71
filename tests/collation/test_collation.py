"""Keys and letters: what counts in an entry, what it stands under, and that nothing breaks them."""

import builtins
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.collation import Near, collation, or_similar
from publisher.collation.filing import filed
from publisher.diagnostics import PublisherError

pytest.importorskip("icu", reason="the extra `index` is not installed")

WORDS = st.text(max_size=12)


def in_order(words: list[str], tag: str, order: Any = "word") -> list[str]:
    """The words sorted, from the last one given to the first."""
    backwards = words[::-1]
    return sorted(backwards, key=collation(tag, order).key)


TAGS = st.sampled_from(("en", "sv", "cs", "zh-Hant", "ja", "tr", "de-u-co-phonebk", "xx", "?", ""))


@pytest.mark.parametrize(
    ("tag", "words", "letter"),
    [
        # Letters of the language's own alphabet (CLDR, exemplarCharacters of type "index").
        ("sv", "Ångström", "Å"),
        ("en", "Ångström", "A"),
        ("da", "Aalborg", "Å"),
        ("fr", "École", "E"),
        ("fr", "œuvre", "O"),
        ("de", "Äpfel", "A"),
        ("es", "ñandú", "Ñ"),
        ("es", "chico", "C"),
        ("cs", "chata", "Ch"),
        ("cs", "čert", "Č"),
        ("cs", "řeka", "Ř"),
        ("cs", "ďábel", "D"),
        ("hr", "džep", "Dž"),
        ("hu", "dzsem", "Dzs"),
        ("hu", "őz", "Ö"),
        ("pl", "łaska", "Ł"),
        ("tr", "ısı", "I"),
        ("tr", "iyi", "İ"),
        ("ru", "ёлка", "Е"),
        ("uk", "їжак", "Ї"),
        ("el", "ώρα", "Ω"),
        ("ja", "ざくろ", "さ"),
        ("ja", "カメラ", "か"),
        ("ko", "나무", "ㄴ"),
        ("zh-Hans", "北京", "B"),
        ("zh-Hant", "北京", "5劃"),
        ("he", "שמש", "ש"),
        ("ar", "كتاب", "ك"),
        ("hi", "जल", "ज"),
        # Letters of other scripts have groups of their own, whatever the language.
        ("en", "Москва", "М"),
        ("ru", "London", "L"),
        ("en", "Ωmega", "Ω"),
        # Digits and signs are one group, before the letters; so are words of punctuation alone.
        ("en", "3-D printing", ""),
        ("en", "€uro", ""),
        ("en", "...", ""),
        ("en", "", ""),
        # What has no letter: ideographs whose reading is not given.
        ("ja", "東京", "…"),
        ("en", "東京", "…"),
        # Marks and articles do not count.
        ("en", "“Tempest”", "T"),
        ("en", "The Tempest", "T"),
        ("en", "An Ideal Husband", "I"),
        ("en", "A Doll’s House", "D"),
        ("en", "A major", "A"),
        ("en", "a posteriori", "A"),
        ("fr", "L’Étranger", "E"),
        ("fr", "Les Misérables", "M"),
        ("de", "Die Räuber", "R"),
        ("en", "Die Räuber", "D"),
        ("it", "L'inferno", "I"),
        ("nl", "Het Parool", "P"),
        ("nl", "’t Hooft", "T"),
        ("sv", "Ett drömspel", "D"),
        ("hu", "A Pál utcai fiúk", "P"),
    ],
)
def test_letters(tag: str, words: str, letter: str) -> None:
    assert collation(tag).letter(words).label == letter


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        # ISO 999:1996, 8.2: its two ways with spaces.
        ("word", ["New Amsterdam", "new-town", "New York", "Newark", "newfound"]),
        ("letter", ["New Amsterdam", "Newark", "newfound", "new-town", "New York"]),
    ],
)
def test_word_by_word_and_letter_by_letter(order: Any, expected: list[str]) -> None:
    assert in_order(expected, "en", order) == expected


@pytest.mark.parametrize(
    "expected",
    [
        # ISO 999:1996, 8.1: signs, then figures by their value, then letters.
        ["& sons", "9 lives", "10 lives", "100 lives", "nine lives"],
        ["C", "C#", "C++", "Ca"],
        ["chapter 2", "chapter 10"],
        ["polish", "Polish"],
    ],
)
def test_signs_figures_letters(expected: list[str]) -> None:
    assert in_order(expected, "en") == expected


@pytest.mark.parametrize(
    ("tag", "one", "other", "same"),
    [
        ("en", "Lamp", "lamp", True),
        ("en", "e-mail", "email", True),
        ("en", "resume", "Résumé", True),
        ("en", "data base", "database", True),
        ("en", "C", "C++", False),
        ("sv", "ras", "rås", False),
        ("tr", "ısı", "isi", False),
        ("de", "Masse", "Maße", True),
    ],
)
def test_what_differs_only_in_form(tag: str, one: str, other: str, same: bool) -> None:
    rules = collation(tag)
    assert (rules.same(one) == rules.same(other)) is same


@settings(deadline=None)  # the first one loads ICU
@given(TAGS, st.lists(WORDS, max_size=20))
def test_the_order_is_total_and_stable(tag: str, words: list[str]) -> None:
    key = collation(tag).key
    ordered = sorted(words, key=key)
    assert ordered == in_order(words, tag) == sorted(ordered, key=key)
    assert len({key(word) for word in words}) == len(set(words))


@settings(deadline=None)  # the first one loads ICU
@given(TAGS, st.text(st.characters(codec=None), max_size=8))
def test_any_string_has_a_key_and_a_letter(tag: str, words: str) -> None:
    rules = collation(tag)
    assert rules.key(words)[2] == words
    assert rules.letter(words).number >= 0
    assert rules.letter(unicodedata.normalize("NFD", words)) == rules.letter(words)


@given(TAGS, st.lists(st.text("aäåzöčchñ1 -", min_size=1, max_size=5), max_size=20))
def test_words_of_one_letter_stand_together(tag: str, words: list[str]) -> None:
    rules = collation(tag)
    numbers = [rules.letter(word).number for word in sorted(words, key=rules.key)]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("lamp, oil", "lamp oil"),
        ("“Lamp”", "Lamp"),
        ("and/or", "and or"),
        ("!?", "!?"),
        ("The", "The"),
        ("the  lamp", "lamp"),
        ("AT&T", "AT&T"),
    ],
)
def test_what_counts(words: str, form: str) -> None:
    assert filed(words, "en") == form


def test_near_matches() -> None:
    near = Near(["lamp", "Light", "harbour"])
    assert near("Lihgt") == ("Light",)
    assert or_similar(near("lmap")) == " (“lamp”)"
    assert or_similar(near("x" * 10_000)) == ""


def test_near_matches_among_many() -> None:
    near = Near(f"entry {number:06}" for number in range(100_000))
    assert near("entry 050000x")[0] == "entry 050000"


def test_without_icu(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def absent(name: str, *others: Any) -> Any:
        if name == "icu":
            raise ImportError(name)
        return real(name, *others)

    monkeypatch.setattr(builtins, "__import__", absent)
    collation.cache_clear()
    with pytest.raises(PublisherError) as caught:
        collation("en")
    assert [found.code for found in caught.value.diagnostics] == ["IDX001"]
