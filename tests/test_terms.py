"""The words that layouts put on a page, found along the tag of the language."""

import tomllib

import pytest

from publisher.languages import NEUTRAL
from publisher.resources import resource_folder
from publisher.terms import Terms, terms_for
from publisher.typography.table import tags

WORDS = [name for name in Terms.__struct_fields__ if name != "language"]
PRIMARY = sorted({tag.split("-")[0] for tag in tags()} - {NEUTRAL})


@pytest.mark.parametrize("language", PRIMARY)
def test_every_language_with_rules_of_typography_has_words(language: str) -> None:
    terms = terms_for(language)
    assert terms.language.split("-")[0] == language
    assert all(getattr(terms, word).strip() for word in WORDS)
    assert terms.foreign_to(language) is None


@pytest.mark.parametrize(
    ("language", "found", "contents", "foreign"),
    [
        ("fr-CH", "fr", "Table des matières", None),
        ("pt-BR", "pt-BR", "Sumário", None),
        ("pt-AO", "pt", "Índice", None),
        ("zh-TW", "zh-Hant", "目錄", None),
        ("zh", "zh-Hans", "目录", None),
        ("no", "nb", "Innhold", None),
        ("sr-ME", "sr-Latn", "Sadržaj", None),
        ("cy", "en", "Contents", "en"),
        ("und", "en", "Contents", "en"),
        ("", "en", "Contents", "en"),
    ],
)
def test_words_are_found_along_the_tag(
    language: str, found: str, contents: str, foreign: str | None
) -> None:
    terms = terms_for(language)
    assert (terms.language, terms.contents) == (found, contents)
    assert terms.foreign_to(language) == foreign


def test_a_table_of_a_region_says_only_what_differs() -> None:
    folder = resource_folder("layouts") / "terms"
    shared = tomllib.loads((folder / "pt.toml").read_text(encoding="utf-8"))
    own = tomllib.loads((folder / "pt-BR.toml").read_text(encoding="utf-8"))
    assert all(shared[word] != own[word] for word in own)
