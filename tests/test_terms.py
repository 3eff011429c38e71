"""The words that layouts put on a page, found along the tag of the language."""

import tomllib

import pytest

from publisher.languages import NEUTRAL
from publisher.resources import resource_folder
from publisher.terms import Terms, terms_for
from publisher.typography.table import tags

WORDS = [name for name in Terms.__struct_fields__ if name != "language"]
FILES = sorted(path.stem for path in (resource_folder("layouts") / "terms").glob("*.toml"))
PRIMARY = sorted({tag.split("-")[0] for tag in tags()} - {NEUTRAL})

SPELT_AS_IN_ENGLISH = {
    # English has these words from French, and spells them as French does.
    "fr": {
        *("figure", "section", "page", "note", "sources", "introduction", "prologue"),
        *("conclusion", "index", "notes", "colophon", "volume", "important", "page_list"),
    },
    # From Latin, as in English: nota, editorialis, volumen.
    "da": {"note", "tip"},
    "nb": {"note"},
    "nn": {"note"},
    "es": {"editorial"},
    "pt": {"editorial", "volume"},
    "ro": {"editorial", "important"},
    # A tip is one in these as well.
    "cs": {"tip"},
    "nl": {"tip"},
    "sk": {"tip"},
    # Publishers print the English or the Greek word: "colofone" is for the scholars of books.
    "it": {"copyright_page", "colophon", "volume"},
    # Magazines and books on programming print the English word.
    "de": {"editorial", "listing"},
    "pl": {"listing"},
    # The same as the Cyrillic "листинг".
    "sr-Latn": {"listing"},
}


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


@pytest.mark.parametrize("language", [tag for tag in FILES if not tag.startswith("en")])
def test_no_word_is_left_in_english(language: str) -> None:
    english, terms = terms_for("en"), terms_for(language)
    same = {word for word in WORDS if getattr(terms, word) == getattr(english, word)}
    family = language if language in SPELT_AS_IN_ENGLISH else language.split("-")[0]
    assert same == SPELT_AS_IN_ENGLISH.get(family, set())


@pytest.mark.parametrize(("base", "region"), [("en", "en-US"), ("pt", "pt-BR")])
def test_a_table_of_a_region_says_only_what_differs(base: str, region: str) -> None:
    folder = resource_folder("layouts") / "terms"
    shared = tomllib.loads((folder / f"{base}.toml").read_text(encoding="utf-8"))
    own = tomllib.loads((folder / f"{region}.toml").read_text(encoding="utf-8"))
    assert own
    assert all(shared[word] != own[word] for word in own)
