"""Words divided by the patterns of their language, and what style sheets are told."""

import pyphen
import pytest

from publisher.layouts import load_theme
from publisher.typography.hyphenation import divide, hyphenation_tokens, install_dictionaries
from publisher.typography.table import table_for, tags
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("word", "language", "divided"),
    [
        ("Donaudampfschifffahrt", "de", "Do|nau|dampf|schiff|fahrt"),
        ("nejkrásnějšího", "cs", "nej|krás|něj|šího"),
        ("opettajalle", "fi", "opet|ta|jal|le"),
        ("kaupunki", "fi", "kau|pun|ki"),
        ("saatçilik", "tr", "sa|at|çi|lik"),
        ("İstanbul", "tr", "İs|tan|bul"),
        ("İNGİLTERE", "tr", "İN|GİL|TE|RE"),
        ("возможность", "ru", "воз|мож|ность"),
        ("publication", "en-US", "pub|li|ca|tion"),
        ("publication", "en-GB", "pub|lic|a|tion"),
        ("שלום", "he", "שלום"),
        ("auto", "it", "auto"),
        ("cyhoeddiad", "cy", "cyhoeddiad"),
    ],
)
def test_words_are_divided_as_their_language_does(word: str, language: str, divided: str) -> None:
    assert "|".join(divide(word, language)) == divided


@pytest.mark.parametrize("tag", tags())
def test_every_dictionary_is_there(tag: str) -> None:
    install_dictionaries()
    rows = table_for(tag).hyphenation
    assert not rows.dictionary or rows.dictionary in pyphen.LANGUAGES
    assert rows.word >= rows.left + rows.right


def test_style_sheets_are_told_in_the_terms_of_css() -> None:
    assert hyphenation_tokens("pt") == {
        "hyphens": "auto",
        "hyphenate-limit-chars": "5 2 3",
        "hyphenation-language": '"pt-PT"',
    }
    assert hyphenation_tokens("ja")["hyphens"] == "manual"
    assert hyphenation_tokens('cy"};x')["hyphenation-language"] == '"und"'
    assert hyphenation_tokens("zh-Hant")["hyphenation-language"] == '"zh-Hant"'


def test_a_theme_sets_a_language_with_its_limits() -> None:
    theme = load_theme("article", ROOT)
    assert "hyphenate-limit-chars: 5 2 2;" in theme.stylesheet("epub", "pl")
    assert '-weasy-lang: "de-DE";' in theme.stylesheet("print", "de")
    assert "-weasy-lang" not in theme.stylesheet("epub", "de")
