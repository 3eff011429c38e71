"""Bytes to characters: what proves an encoding, what is guessed at, what is refused."""

import pytest

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError
from publisher.document.text import document_text
from publisher.sources import Reading, read

TEXTS = {
    "en": "Café society returns\n\nThe “Grand Café” reopened — with 40 € menus, as naïve as before."
    " It’s said that the façade was redone, and the rôle of the maître d’hôtel given to his son.",
    "pl": "Łódź świętuje jubileusz\n\nMieszkańcy przyszli na główną ulicę, żeby zobaczyć występy"
    " zespołów z całej Polski. Koncert trwał do północy, a później były sztuczne ognie.",
    "ru": "Город празднует юбилей\n\nЖители вышли на главную улицу, чтобы увидеть выступления"
    " ансамблей со всей страны. Концерт продолжался до полуночи, а потом был салют.",
    "ja": "市は記念日を祝う\n\n住民は大通りに出て、全国から集まった楽団の演奏を見た。"
    "コンサートは真夜中まで続き、その後に花火が上がった。市長は感謝の言葉を述べた。",
    "zh": "城市庆祝周年纪念\n\n居民来到主要街道观看来自全国各地的乐团表演。"
    "音乐会一直持续到午夜，然后放烟花。市长表示感谢，并祝愿大家身体健康。",
}


def read_bytes(data: bytes, encoding: str | None = None) -> Reading:
    return read(Source("a.txt", data), Metadata(encoding=encoding))


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("en", "utf-8-sig"),
        ("en", "utf-16"),
        ("en", "utf-16-le"),
        ("en", "utf-16-be"),
        ("en", "utf-32"),
        ("en", "cp1252"),
        ("pl", "cp1250"),
        ("pl", "iso8859-2"),
        ("ru", "cp1251"),
        ("ru", "koi8-r"),
        ("ja", "shift_jis"),
        ("ja", "euc_jp"),
        ("zh", "gb18030"),
    ],
)
def test_encodings_are_told(language: str, encoding: str) -> None:
    reading = read_bytes(TEXTS[language].encode(encoding))
    assert document_text(reading.document) == TEXTS[language].replace("\n\n", "\n")


@pytest.mark.parametrize("encoding", ["cp1250", "iso8859-2", "iso8859-16"])
def test_an_encoding_that_is_given_goes_before_all_guesses(encoding: str) -> None:
    text = "Ţara sărbătoreşte" if encoding == "cp1250" else "Dworzec w Łodzi"
    reading = read_bytes(text.encode(encoding, "replace"), encoding)
    assert reading.encoding.rule == "given"
    assert document_text(reading.document).split()[0] in text


def test_a_guess_is_a_note() -> None:
    reading = read_bytes(TEXTS["en"].encode("cp1252"))
    assert [found.code for found in reading.diagnostics] == ["SRC012"]
    assert reading.encoding.value == "cp1252"


def test_well_formed_utf_8_is_no_guess() -> None:
    reading = read_bytes(TEXTS["en"].encode())
    assert (reading.encoding.rule, reading.diagnostics) == ("well-formed", ())


@pytest.mark.parametrize(
    ("data", "encoding", "code", "line", "column"),
    [
        (b"H\n\nna\xefve \xe2\x80\x99s caf\xc3\xa9 \xc3\xa9", None, "SRC005", 3, 3),
        (b"H\n\na\x81b", "cp1252", "SRC005", 3, 2),
        (b"H\n\ntext", "no-such", "SRC011", 1, 1),
        (b"H\n\na\0b", None, "SRC006", 3, 2),
        ("H\n\na\0b, and so on".encode("utf-16"), None, "SRC006", 3, 2),
        (b"\xff\xfe", None, "SRC003", 1, 1),
    ],
)
def test_what_no_encoding_has_is_located(
    data: bytes, encoding: str | None, code: str, line: int, column: int
) -> None:
    with pytest.raises(PublisherError) as caught:
        read_bytes(data, encoding)
    (found,) = caught.value.diagnostics
    assert found.span
    assert (found.code, found.span.line, found.span.column) == (code, line, column)
