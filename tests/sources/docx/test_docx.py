"""Word documents: what they become, where each word stands, what is told."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from publisher.assets import Source
from publisher.configuration.metadata import Lines, Metadata
from publisher.diagnostics import PublisherError, Severity
from publisher.document.nodes import Table
from publisher.document.text import plain, runs
from publisher.sources import Reading, read
from tests.sources.docx.cases import CASES, STYLED, STYLES, TITLE, field, png, style
from tests.sources.docx.strict import as_strict
from tests.sources.docx.word import (
    external,
    outline,
    paragraph,
    read_word,
    run,
    word,
)

GOLDEN = Path(__file__).parents[2] / "golden" / "docx"


def told(reading: Reading) -> list[str]:
    return [found.code for found in reading.diagnostics]


def fault(data: bytes) -> list[str]:
    with pytest.raises(PublisherError) as caught:
        read_word(data)
    return [found.code for found in caught.value.diagnostics]


def page(reading: Reading) -> str:
    """The document, the roles of its paragraphs and what was found, as a golden file has it."""
    lines = [
        f"{line.first}-{line.last} {line.role} ({line.rule}, {line.confidence}): {line.reason}"
        for line in reading.lines
    ]
    found = [
        f"{one.code} {one.span.line if one.span else 0}: {one.message}"
        for one in reading.diagnostics
    ]
    changes = [f"{one.rule} {one.span.line}: {one.before!r}" for one in reading.normalisations]
    parts = [
        outline(reading.document),
        *("\n".join(rows) + "\n" for rows in (lines, changes, found)),
    ]
    return "\n".join(parts)


@pytest.mark.parametrize("name", CASES)
def test_golden_documents(name: str, golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN / f"{name}.txt", page(read_word(CASES[name])))


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("styled", []),
        ("changes", ["DOC003", "DOC004", "DOC005"]),
        ("contents", ["DOC011"]),
        ("links", ["DOC008", "DOC008", "DOC009"]),
        ("notes", ["DOC010"]),
        ("pictures", ["DOC007", "DOC007", "DOC007", "DOC014"]),
        ("runs", ["DOC015", "DOC012"]),
    ],
)
def test_what_is_left_out_is_told(name: str, codes: list[str]) -> None:
    assert told(read_word(CASES[name])) == codes


def test_a_file_of_python_docx(golden: Callable[[Path, str], None], tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("The harbour in winter", 0)
    made.add_paragraph("By Ada Holm")
    made.add_paragraph("The first boats came in at six.")
    made.add_heading("Ropes", 1)
    made.add_paragraph("hemp", style="List Bullet")
    made.add_paragraph("nylon", style="List Bullet 2")
    made.add_paragraph("one", style="List Number")
    made.add_paragraph("two", style="List Number")
    made.add_paragraph("“It held.”", style="Intense Quote")
    table = made.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Boats"
    table.cell(1, 0).text, table.cell(1, 1).text = "in", "12"
    made.save(str(tmp_path / "a.docx"))
    golden(GOLDEN / "python-docx.txt", page(read_word((tmp_path / "a.docx").read_bytes())))


def test_places_are_paragraphs_and_columns() -> None:
    reading = read_word(STYLED)
    quote = reading.document.blocks[-6]
    assert quote.span
    assert (quote.span.line, quote.span.column, quote.span.end_line) == (10, 1, 11)
    assert reading.source_map.lines[quote.span.line - 1] == "“It held,” she said."


def test_pictures_are_handed_on_by_the_names_that_the_document_calls() -> None:
    reading = read_word(CASES["pictures"])
    assert sorted(reading.embedded) == ["media/one.png", "media/two.png"]
    assert reading.embedded["media/one.png"] == png()


def test_the_strict_schema_is_read_alike() -> None:
    assert b"purl.oclc.org" in as_strict(STYLED)
    assert outline(read_word(as_strict(STYLED)).document) == outline(read_word(STYLED).document)


def test_macros_are_left_out() -> None:
    row = '<Relationship Id="m" Type="http://x/relationships/vbaProject" Target="vbaProject.bin"/>'
    reading = read_word(word(TITLE + paragraph("Text."), targets=(row,)), name="a.docm")
    assert "DOC006" in told(reading)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("heading 3", "heading"),
        ("Heading 3", "heading"),
        ("Überschrift 3", "heading"),
        ("Titre 3", "heading"),
        ("标题 3", "heading"),
        ("Заголовок 3", "heading"),
        ("Intense Quote", "quote"),
        ("Bildunterschrift", "caption"),
    ],
)
def test_styles_are_known_by_their_names_in_many_languages(name: str, role: str) -> None:
    data = word(TITLE + paragraph("Text.") + paragraph("Here", style="X"), styles=style("X", name))
    line = read_word(data).lines[-1]
    assert (line.role, line.rule) == (role, "style")


def test_a_circle_of_styles_ends() -> None:
    circle = style("A", "Aa", based_on="B") + style("B", "Bb", based_on="A")
    data = word(TITLE + paragraph("Text.", style="A"), styles=circle)
    assert read_word(data).lines[-1].role == "paragraph"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "vbscript:x",
        "other.xlsx",
        "",
    ],
)
def test_unsafe_links_are_dropped_and_told(address: str) -> None:
    link = f'<w:hyperlink r:id="l">{run("words")}</w:hyperlink>'
    rows = (external("l", "hyperlink", address),)
    reading = read_word(word(TITLE + paragraph("Some ", link), targets=rows))
    assert "DOC008" in told(reading)
    (block,) = reading.document.blocks
    assert "link" not in outline(reading.document)
    assert plain(block.children) == "Some words"  # type: ignore[union-attr]


CORE = (
    '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
    "<dc:title>Ice</dc:title><dc:creator>Ada Holm</dc:creator><dc:language>de-AT</dc:language>"
    "<cp:keywords>ice, rope</cp:keywords><dcterms:created>2026-02-03T04:05:06Z</dcterms:created>"
    "</cp:coreProperties>"
)


def test_properties_fill_what_the_text_does_not_say() -> None:
    reading = read_word(
        word("<w:tbl><w:tr><w:tc>" + paragraph("x") + "</w:tc></w:tr></w:tbl>", core=CORE),
        language=None,
    )
    found = reading.document.meta
    assert (plain(found.title), found.byline[0].name) == ("Ice", "Ada Holm")
    assert (found.date, found.subjects) == ("2026-02-03", ("ice", "rope"))
    assert (found.language, reading.language.rule) == ("de-AT", "declared")
    assert "DOC017" in told(reading)


GERMAN = "Der Gemeinderat hat am Montag über die Gezeiten und über das Brot gesprochen."


@pytest.mark.parametrize(
    ("text", "marked", "language", "codes"),
    [
        (GERMAN, "de-CH", "de-CH", []),
        (GERMAN, "en-US", "de", ["DOC018"]),
        (GERMAN, "", "de", []),
        ("Brot", "de-DE", "de-DE", []),
        ("Brot", "", "en", ["DOC021"]),
        ("Brot", "x-none", "en", ["DOC021"]),
    ],
)
def test_the_language_is_what_the_text_reads_as(
    text: str, marked: str, language: str, codes: list[str]
) -> None:
    said = f'<w:lang w:val="{marked}"/>' if marked else ""
    styles = STYLES.replace('<w:lang w:val="en-GB"/>', "")
    data = word(paragraph(run(text, said), style="Titel"), styles=styles)
    reading = read_word(data, language=None)
    assert reading.document.meta.language == language
    assert [code for code in told(reading) if code in ("DOC018", "DOC021")] == codes


FAULTS = [
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "DOC001"),
    (b"no archive", "SRC020"),
    (word(""), "SRC004"),
    (word(paragraph(" ")), "SRC004"),
    (word("").replace(b"word/document.xml", b"word/dokument.xml"), "DOC002"),
]


@pytest.mark.parametrize(("data", "code"), FAULTS)
def test_what_cannot_be_read(data: bytes, code: str) -> None:
    assert fault(data)[0] == code


def test_a_document_without_a_headline_is_named_after_its_file() -> None:
    data = word("<w:tbl><w:tr><w:tc>" + paragraph("x") + "</w:tc></w:tr></w:tbl>")
    reading = read_word(data, name="ice.docx")
    assert plain(reading.document.meta.title) == "ice"
    assert "DOC020" in told(reading)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (paragraph("Only a headline"), "DOC019"),
        (paragraph("x" * 300, '<w:r><w:footnoteReference w:id="7"/></w:r>'), "DOC010"),
        (paragraph('<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>'), "DOC013"),
        (paragraph("a\u0085b"), "SRC008"),
        (paragraph("A sentence stands first.") + paragraph("b"), "DOC016"),
        ('<w:altChunk r:id="a"/>' + paragraph("a"), "DOC014"),
    ],
)
def test_findings(body: str, code: str) -> None:
    reading = read_word(word(body))
    assert code in told(reading)
    assert all(found.severity is not Severity.ERROR for found in reading.diagnostics)


def test_a_field_may_span_paragraphs() -> None:
    opened, closed = field("TOC", "one\n").split(run("one\n"))
    data = word(
        TITLE
        + f"<w:p>{opened}{run('Ropes 3')}</w:p>"
        + f"<w:p>{run('Ice 4')}{closed}</w:p>"
        + paragraph("Text.")
    )
    reading = read_word(data)
    assert [line.role for line in reading.lines] == [
        "headline",
        "left-out",
        "left-out",
        "paragraph",
    ]
    assert told(reading) == ["DOC011"]


def test_tables_in_tables_as_deep_as_xml_may_be() -> None:
    inner = paragraph("x")
    for _ in range(60):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    assert fault(word(TITLE + inner)) == ["SRC019"]
    inner = paragraph("x")
    for _ in range(38):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    assert "x" in outline(read_word(word(TITLE + inner)).document)


def test_what_is_said_beside_the_file_holds() -> None:
    body = paragraph("Winter", style="Titel") + paragraph("Ice and ropes") + paragraph("Text.")
    said = (
        Lines(first=1, role="kicker"),
        Lines(first=2, role="headline", begins="Ice"),
        Lines(first=9, role="heading"),
    )
    source = Source("a.docx", word(body + paragraph("Correction: no."), styles=STYLES))
    given = Metadata(language="en", lines=(*said, Lines(first=4, role="correction")))
    reading = read(source, given)
    meta = reading.document.meta
    assert (plain(meta.kicker), plain(meta.title)) == ("Winter", "Ice and ropes")
    assert [line.rule for line in reading.lines] == ["given", "given", "text", "given"]
    assert told(reading) == ["TXT004"]
    assert "role='correction'" in outline(reading.document)


def test_words_on_two_pages_are_two_words() -> None:
    body = "<w:p><w:r><w:t>A title</w:t></w:r></w:p>" + (
        '<w:p><w:r><w:t>one end</w:t><w:br w:type="page"/><w:t>another start</w:t></w:r></w:p>'
    )
    found = read(Source("a.docx", word(body)), Metadata())
    (paragraph,) = found.document.blocks
    assert [plain(run) for run in runs(paragraph)] == ["one end\nanother start"]


def test_a_look_of_a_table_that_is_no_number_is_none() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = "".join(f"<w:tr>{cell.format(word)}</w:tr>" for word in ("a", "b"))
    body = f'<w:tbl><w:tblPr><w:tblLook w:val="none"/></w:tblPr>{rows}</w:tbl>'
    found = read(Source("a.docx", word(body)), Metadata())
    assert isinstance(found.document.blocks[0], Table)


def test_a_row_that_merged_cells_fill_stays() -> None:
    merged = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    first = "".join(merged.format(' w:val="restart"', word) for word in "ab")
    more = "".join(merged.format("", "") for _ in "ab")
    last = "".join(f"<w:tc><w:p><w:r><w:t>{word}</w:t></w:r></w:p></w:tc>" for word in "cd")
    body = f"<w:tbl><w:tr>{first}</w:tr><w:tr>{more}</w:tr><w:tr>{last}</w:tr></w:tbl>"
    (table,) = read(Source("a.docx", word(body)), Metadata()).document.blocks
    assert isinstance(table, Table)
    assert [len(row) for row in table.rows] == [2, 0, 2]
    assert [cell.rowspan for cell in table.rows[0]] == [2, 2]


def test_a_note_that_a_note_calls_is_read() -> None:
    call = '<w:r><w:{}Reference w:id="2"/></w:r>'
    found = read(
        Source(
            "a.docx",
            word(
                f"<w:p><w:r><w:t>Text</w:t></w:r>{call.format('footnote')}</w:p>",
                footnotes=f'<w:footnote w:id="2"><w:p><w:r><w:t>One</w:t></w:r>'
                f"{call.format('endnote')}</w:p></w:footnote>",
                endnotes='<w:endnote w:id="2"><w:p><w:r><w:t>Two</w:t></w:r></w:p></w:endnote>',
            ),
        ),
        Metadata(),
    )
    notes = found.document.notes
    assert [plain(run) for note in notes.values() for block in note for run in runs(block)] == [
        "One",
        "Two",
    ]
