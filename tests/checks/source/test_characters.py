"""LNT007 to LNT011: letters that pass for others, and characters that nobody sees."""

import pytest

from publisher.document.nodes import CodeBlock
from tests.checks.source.subjects import codes, document_reading, fixed, marked

HOMOGLYPHS = [
    ("en", "A sm\u0430ll word.", "sm\u0430ll", "A small word."),
    ("en", "The \u0420aypal page.", "\u0420aypal", "The Paypal page."),
    ("ru", "Это сл\u006fво.", "сл\u006fво", "Это слово."),
    ("en", "The \u039fmega file.", "\u039fmega", "The Omega file."),
    ("ru", "Это C\u041eP.", "C\u041eP", None),
]


@pytest.mark.parametrize(("language", "text", "word", "after"), HOMOGLYPHS)
def test_a_letter_of_another_script(language: str, text: str, word: str, after: str | None) -> None:
    assert marked(text, language) == [("LNT007", word)]
    assert fixed(text, language) == (after or text)


@pytest.mark.parametrize(
    "text",
    ["Слово and слово, LaTeX’ом, iPhone-ы, Wi-Fi.", "αβγ-rays, 5 µm, kΩ, Δt.", "ЯTalent и Яндекс"],
)
def test_words_in_one_script_and_words_that_deceive_nobody(text: str) -> None:
    assert marked(text, "ru") == []


BIDI = [
    ("A \u202egnorw\u202c word.", ["LNT008"]),
    ("A \u202bnever ended word.", ["LNT009"]),
    ("A \u2067never ended word.", ["LNT009"]),
    ("An \u2066isolate\u2069 and \u202ban embedding\u202c.", []),
    ("An end \u202cof nothing, and\u2069 another.", ["LNT010", "LNT010"]),
    ("A \u2066mixed \u202anesting\u2069 here.", ["LNT009"]),
]


@pytest.mark.parametrize(("text", "expected"), BIDI)
def test_bidirectional_controls(text: str, expected: list[str]) -> None:
    assert [code for code, _ in marked(text)] == expected


def test_an_end_of_nothing_is_taken_out() -> None:
    assert fixed("An end \u202cof nothing.") == "An end of nothing."
    assert fixed("A \u202bnever ended word.") == "A \u202bnever ended word."


def test_controls_in_code_are_found_line_by_line() -> None:
    code = CodeBlock(text="if admin:\u202e\n    pass\u202c\n")
    assert codes(document_reading(code)) == ["LNT008", "LNT009", "LNT010"]


INVISIBLE = [
    ("en", "A zero\u200bwidth space.", "A zerowidth space."),
    ("de", "Ein Wort\u200d joiner.", "Ein Wort joiner."),
    ("ru", "Сло\u200cво здесь.", "Слово здесь."),
    ("en", "A mark\u200e of direction.", "A mark of direction."),
    ("ko", "한글\u3164채움.", None),
    ("en", "Tags \U000e0041\U000e0042 here.", None),
]


@pytest.mark.parametrize(("language", "text", "after"), INVISIBLE)
def test_what_nobody_sees(language: str, text: str, after: str | None) -> None:
    assert [code for code, _ in marked(text, language)] == ["LNT011"]
    assert fixed(text, language) == (after or text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "می\u200cخواهم بروم."),
        ("hi", "क्\u200dष और क्\u200cष."),
        ("th", "ภาษา\u200bไทย."),
        ("he", "שלום \u200fABC\u200e שלום."),
        ("en", "A family 👩\u200d👩\u200d👧, hyphen\u00adation, 5\u2060%."),
        ("en", "Scotland 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"),
    ],
)
def test_what_a_script_needs(language: str, text: str) -> None:
    assert marked(text, language, code="LNT011") == []
