"""What the lines of a plain text are taken for: an example for each role, in the field's words."""

import pytest

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.sources import Reading, read

LONG = "A paragraph of the usual length, which goes on for as long as its news does, and ends."
OTHER = "Another one of about that length, so that a reader sees at once what is text, and it ends."
TEXT = f"{LONG} {OTHER}\n\n{OTHER} {LONG}\n\n{LONG} {OTHER}"


def reading(text: str, language: str = "en") -> Reading:
    return read(Source("article.txt", text.encode()), Metadata(language=language))


def roles(text: str, language: str = "en") -> list[str]:
    """The roles of a text's lines, each with its last line where it has several."""
    return [
        f"{line.role}:{line.last - line.first + 1}" if line.last > line.first else line.role
        for line in reading(text, language).lines
        if line.role != "blank"
    ]


P3 = ["paragraph"] * 3


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("A ship sails", ["headline"]),
        ("A ship sails\nIt carries salt and hopes", ["headline", "standfirst"]),
        ("A ship sails\n\nBy Ann Lee", ["headline", "byline"]),
        ("A ship sails\nBy Ann Lee and Bo Ek\n3 May 2024", ["headline", "byline", "dateline"]),
        ("A ship sails\n3 May 2024\nUpdated 4 May 2024", ["headline", "dateline:2"]),
        ("A ship sails\nBy Ann Lee\nBy Bo Ek", ["headline", "byline", "byline"]),
        ("SHIPPING\nA ship sails with a load of salt", ["kicker", "headline"]),
        (
            "A ship sails with a load of salt, and its\nowner says that it will be back",
            ["headline:2"],
        ),
        (
            "A ship sails\n\nIt carries salt and hopes\n\nBy Ann Lee, shipping correspondent",
            ["headline", "standfirst", "byline"],
        ),
    ],
)
def test_heads(head: str, expected: list[str]) -> None:
    assert roles(f"{head}\n\n{TEXT}") == [*expected, *P3]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("A sub-heading", ["heading"]),
        ("A sub-heading\n-------------", ["heading:2"]),
        ("- salt\n- hopes\n- rope", ["list:3"]),
        ("1. salt\n2. hopes", ["list:2"]),
        ("a) salt\nb) hopes", ["list:2"]),
        ("• salt\n  – from the sea\n• hopes", ["list:3"]),
        ("> We sail at dawn,\n> she said.", ["quote:2"]),
        ("Port    Ships   Salt\nRiga       12    3.5\nKiel        7    2.25", ["table:3"]),
        ("Port\tShips\nRiga\t12\nKiel\t7", ["table:3"]),
        ("| Port | Ships |\n|------|-------|\n| Riga | 12 |", ["table:3"]),
        ("***", ["separator"]),
        ("* * *", ["separator"]),
        ("—", ["separator"]),
        ("The sea is wide,\nThe ship is small,\nThe wind is cold,\nAnd that is all.", ["verse:4"]),
        ("images/ship.jpg — The ship at its berth", ["figure"]),
        ("[Image: ship.png]", ["figure"]),
        ("Photo: Bo Ek", ["caption"]),
        ("Correction: the ship has two masts, not three.", ["correction"]),
    ],
)
def test_blocks(block: str, expected: list[str]) -> None:
    found = roles(f"A ship sails\n\n{TEXT}\n\n{block}\n\n{TEXT}")
    assert found == ["headline", *P3, *expected, *P3]


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        ("-30-", ["end-mark"]),
        ("ENDS", ["end-mark"]),
        ("Sources: the harbour office; Lloyd’s Register", ["sources"]),
        ("(Reporting by Ann Lee; editing by Bo Ek)", ["agency"]),
    ],
)
def test_feet(foot: str, expected: list[str]) -> None:
    assert roles(f"A ship sails\n\n{TEXT}\n\n{foot}") == ["headline", *P3, *expected]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Von Jörg Meier, Berlin"),
        ("fr", "Par Anne Le Goff"),
        ("es", "Por José García Márquez"),
        ("it", "di Maria Rossi"),
        ("nl", "Door Jan de Vries"),
        ("pl", "Autor: Jan Kowalski"),
        ("sv", "Av Anna Öberg"),
        ("ru", "Автор: Иван Петров"),
        ("pt", "Por Maria da Silva"),
    ],
)
def test_bylines_by_language(language: str, line: str) -> None:
    assert roles(f"Headline\n\n{line}\n\n{TEXT}", language)[:2] == ["headline", "byline"]


@pytest.mark.parametrize(
    ("language", "start", "place", "date", "agency"),
    [
        ("en", "LONDON (Reuters) — ", "LONDON", None, "Reuters"),
        ("en", "GENEVA, March 3 – ", "GENEVA", None, None),
        (
            "en",
            "CAPE CANAVERAL, Fla., May 30, 2020 (AP) -- ",
            "CAPE CANAVERAL, Fla.",
            "2020-05-30",
            "AP",
        ),
        ("de", "Berlin (dpa) - ", "Berlin", None, "dpa"),
        ("fr", "Paris, le 3 mai 2021 – ", "Paris", "2021-05-03", None),
        ("es", "Madrid, 4 de junio de 2022 (EFE).- ", "Madrid", "2022-06-04", "EFE"),
        ("ru", "МОСКВА, 5 мая 2021 (ТАСС) — ", "МОСКВА", "2021-05-05", "ТАСС"),
    ],
)
def test_datelines_in_the_text(
    language: str, start: str, place: str, date: str | None, agency: str | None
) -> None:
    found = reading(f"Headline\n\n{start}{LONG}\n\n{OTHER}", language)
    dateline = found.document.meta.dateline
    assert dateline
    assert dateline.run_in
    assert (dateline.place, dateline.date, dateline.agency) == (place, date, agency)
    assert "dateline" in roles(f"Headline\n\n{start}{LONG}\n\n{OTHER}", language)


@pytest.mark.parametrize(
    "opening",
    [
        "The ship – a barque – sails.",
        "Well-known, she says, and well-loved.",
        "In May – or June – it will be back.",
        "Not so – said the owner.",
    ],
)
def test_a_dash_in_a_sentence_makes_no_dateline(opening: str) -> None:
    assert reading(f"Headline\n\n{opening} {LONG}\n\n{OTHER}").document.meta.dateline is None


@pytest.mark.parametrize("width", [32, 50, 66, 72, 80, 100])
@pytest.mark.parametrize("indent", ["", "   "])
def test_wrapped_lines_are_joined_at_any_width(width: int, indent: str) -> None:
    import textwrap

    paragraphs = [f"{LONG} {OTHER} {LONG}", f"{OTHER} {OTHER}", f"{LONG} {LONG}"] * 2
    between = "\n" if indent else "\n\n"
    body = between.join(
        textwrap.fill(text, width, initial_indent=indent, break_on_hyphens=False)
        for text in paragraphs
    )
    found = reading(f"Headline\n\n{body}").document
    assert len(found.blocks) == len(paragraphs)


def test_what_was_nearly_chosen_is_told() -> None:
    (line,) = [
        line
        for line in reading(f"Headline\n\n{TEXT}\n\nA sub-heading\n\n{TEXT}").lines
        if line.role == "heading"
    ]
    assert [(other.role, other.confidence < line.confidence) for other in line.alternatives] == [
        ("paragraph", True)
    ]


def test_direction_of_a_passage_that_is_not_the_document_s() -> None:
    blocks = reading(f"Headline\n\n{LONG}\n\nمرحبا بالعالم، هذه فقرة كاملة.").document.blocks
    assert [block.direction for block in blocks] == [None, "rtl"]
