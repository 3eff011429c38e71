"""Each difference is found, and nothing else is; in both orders of the files."""

import pikepdf
import pytest

from publisher.diagnostics import Diagnostic
from tests.checks.parity.making import DRAWN, MATH, Change, codes, found, made_epub, made_pdf

IMAGE = '<p>See <img src="../images/press.png" alt="{}"/> there.</p>'
TABLE = (
    "<table><thead><tr><th>Island</th><th>Copies</th></tr></thead>"
    "<tbody><tr><th>Skerry</th><td>1,204</td></tr><tr><th>Holm</th><td>87</td></tr></tbody></table>"
)
CALLED = (
    '<p>A note is called<a href="#n1" epub:type="noteref" class="note-call" id="r1">1</a> here,'
    " and another there{}.</p>"
)
SECOND_CALL = '<a href="#n2" epub:type="noteref" class="note-call" id="r2">2</a>'
NOTE = (
    '<aside class="note" epub:type="footnote" id="n{0}"><p><a href="#r{0}">{0}</a> {1}</p></aside>'
)
FIRST_NOTE = NOTE.format(1, "The first of them.")
NOTES = FIRST_NOTE + NOTE.format(2, "Another note.")
PLACES = (
    '<h2 id="one">The first place</h2><p>Its text is short.</p><p>More of it.</p>'
    '<h2 id="two">The second place</h2><p>Its text, too.</p><p>And more.</p>'
    '<p>Go <a href="#{}">there</a> now.</p>'
)
FILLING = "<p>The press came over on the tide, its cylinders in oil.</p>"

CASES = [
    ("words", "<p>We did the sums.</p>", "<p>We did the sums. Twice.</p>", "PAR001"),
    ("paragraph", f"{FILLING}<p>A last word.</p>", FILLING, "PAR001"),
    ("between", f"{FILLING}<p>Lost.</p><p>Kept here.</p>", f"{FILLING}<p>Kept here.</p>", "PAR001"),
    ("changed", "<p>Nine copies were sold.</p>", "<p>Ten copies were sold.</p>", "PAR002"),
    ("capitals", "<p>The Press is here.</p>", "<p>The press is here.</p>", "PAR002"),
    ("hyphen", "<p>It is well-kept.</p>", "<p>It is wellkept.</p>", "PAR002"),
    ("level", f"<h1>A</h1><h2>B</h2>{FILLING}", f"<h1>A</h1><h3>B</h3>{FILLING}", "PAR003"),
    ("kind", "<ul><li>Take the wall out.</li></ul>", "<p>Take the wall out.</p>", "PAR004"),
    ("heading", "<h2>Voices</h2>", "<p>Voices</p>", "PAR004"),
    (
        "cut",
        "<p>One sentence.</p><p>Another one.</p>",
        "<p>One sentence. Another one.</p>",
        "PAR005",
    ),
    ("note", CALLED.format("") + NOTES, CALLED.format("") + FIRST_NOTE, "PAR006"),
    ("call", CALLED.format(SECOND_CALL) + NOTES, CALLED.format("") + NOTES, "PAR007"),
    (
        "link",
        '<p>See <a href="https://example.org/">the archive</a>.</p>',
        "<p>See the archive.</p>",
        "PAR008",
    ),
    (
        "address",
        '<p>See <a href="https://example.org/a">the archive</a>.</p>',
        '<p>See <a href="https://example.org/b">the archive</a>.</p>',
        "PAR009",
    ),
    ("target", PLACES.format("one"), PLACES.format("two"), "PAR009"),
    ("picture", IMAGE.format("The press"), "<p>See there.</p>", "PAR010"),
    ("alternative", IMAGE.format("The press"), IMAGE.format("The quay"), "PAR011"),
    ("cell", TABLE, TABLE.replace("1,204", "1,240"), "PAR012"),
    ("rows", TABLE, TABLE.replace("<tr><th>Holm</th><td>87</td></tr>", ""), "PAR012"),
    ("head", TABLE, TABLE.replace("<th>Skerry</th>", "<td>Skerry</td>"), "PAR013"),
    (
        "code",
        "<pre><code>print(one)</code></pre>",
        "<pre><code>print(two)</code></pre>",
        "PAR014",
    ),
    (
        "moved",
        f"<p>Here or there.</p>{FILLING}<p>More.</p>",
        f"{FILLING}<p>More.</p><p>Here or there.</p>",
        "PAR020",
    ),
]
"""A name, the body of an EPUB, that of a PDF, the only code that is found."""


@pytest.mark.parametrize(
    ("one", "other", "code"), [each[1:] for each in CASES], ids=[c[0] for c in CASES]
)
def test_a_difference_is_found_by_its_code_alone(one: str, other: str, code: str) -> None:
    assert codes(made_epub(one), made_pdf(other)) == [code]
    assert codes(made_pdf(one), made_epub(other)) == [code]
    assert codes(made_epub(one), made_epub(other)) == [code]
    assert codes(made_pdf(one), made_pdf(other)) == [code]


@pytest.mark.parametrize("body", sorted({body for each in CASES for body in each[1:3]}))
def test_the_same_text_in_both_has_no_difference(body: str) -> None:
    assert found(made_epub(body), made_pdf(body)) == []


def formula(words: str, other: str) -> tuple[str, str]:
    """The body of an EPUB, and of a PDF whose formula is drawn; "" for none."""
    text = "<p>As {} says, it holds.</p>"
    epub = text.format(MATH.format(words) if words else "")
    return epub, text.format(DRAWN.format(other) if other else "")


@pytest.mark.parametrize(
    ("words", "other", "expected"),
    [
        ("x squared", "x squared", []),
        ("x squared", "", ["PAR015"]),
        ("", "x squared", ["PAR015"]),
        ("x squared", "y squared", ["PAR016"]),
    ],
)
def test_formulas(words: str, other: str, expected: list[str]) -> None:
    epub, pdf = formula(words, other)
    assert codes(made_epub(epub), made_pdf(pdf)) == expected


def test_the_language_of_a_passage() -> None:
    body = "<p>They say {} at the harbour.</p>"
    stated = body.format('<span lang="de">die Druckerei am Hafen</span>')
    unstated = made_pdf(body.format("<span>die Druckerei am Hafen</span>"))
    (difference,) = found(made_epub(stated), unstated)
    assert difference.code == "PAR017"
    assert "“die Druckerei am Hafen” is in the language de" in difference.message
    assert codes(made_epub(stated), made_pdf(stated)) == []


@pytest.mark.parametrize(
    ("metadata", "head", "expected"),
    [
        ("<dc:creator>Ann Lee</dc:creator>", "", ["contributors: “Ann Lee” in a.epub, nothing in"]),
        (
            "",
            '<meta name="author" content="Bo Ek">',
            ["contributors: nothing in a.epub, “Bo Ek” in"],
        ),
        (
            "<dc:creator>Ann Lee</dc:creator><dc:subject>Print</dc:subject>",
            '<meta name="author" content="Ann Lee"><meta name="keywords" content="Print, Sea">',
            ["subjects: “Print” in a.epub, “Print; Sea” in"],
        ),
        ("<dc:rights>CC BY</dc:rights>", "", ["rights: “CC BY” in a.epub, nothing in"]),
        ("<dc:date>2026-05-04</dc:date>", "", []),
        (
            '<dc:subject id="s">AKD</dc:subject>'
            '<meta refines="#s" property="authority">Thema</meta>',
            "",
            [],
        ),
    ],
)
def test_metadata(metadata: str, head: str, expected: list[str]) -> None:
    differences = found(made_epub(FILLING, metadata=metadata), made_pdf(FILLING, head=head))
    assert {each.code for each in differences} <= {"PAR018"}
    assert [each.message.rpartition(" ")[0] for each in differences] == expected


def test_contents() -> None:
    line = '<li><a href="c0.xhtml#{0}">{0}</a></li>'
    pdf = made_pdf('<p class="mark" id="One">One</p><p class="mark" id="Two">Two</p>')
    body = '<p id="One">One</p><p id="Two">Two</p>'
    both = line.format("One") + line.format("Two")
    assert codes(made_epub(body, contents=both), pdf) == []
    (missing,) = found(made_epub(body, contents=line.format("One")), pdf)
    assert (missing.code, "“Two” at depth 1 only in b.pdf" in missing.message) == ("PAR019", True)


def untag(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


def test_a_pdf_without_tags_is_compared_by_its_text() -> None:
    body = f"<h1>A heading</h1>{FILLING}"
    assert codes(made_epub(body), made_pdf(body, untag)) == ["PAR021"]
    assert codes(made_pdf(body, untag), made_pdf(body)) == ["PAR021"]
    assert codes(made_pdf(body, untag), made_pdf(body, untag)) == []
    assert codes(made_epub(body + "<p>Lost words.</p>"), made_pdf(body, untag)) == [
        "PAR021",
        "PAR001",
    ]


def remove_words(pdf: pikepdf.Pdf) -> None:
    """Takes the alternative text of a picture away."""
    for element in pdf.objects:
        if isinstance(element, pikepdf.Dictionary) and "/Alt" in element:
            del element["/Alt"]


def make_artifact(pdf: pikepdf.Pdf) -> None:
    """Takes the last element out of the structure, and leaves what it draws."""
    body = pdf.Root.StructTreeRoot.K[0]
    while isinstance(body.K[-1], pikepdf.Dictionary) and str(body.K[-1].S) != "/P":
        body = body.K[-1]
    del body.K[-1]


@pytest.mark.parametrize(
    ("change", "code", "message"),
    [
        (remove_words, "PAR011", "“The press” (a.epub/OPS/c0.xhtml, line 5), and no words"),
        (make_artifact, "PAR001", "only in a.epub: “A last word.”"),
    ],
)
def test_what_only_the_tags_of_a_pdf_say(change: Change, code: str, message: str) -> None:
    body = f"{IMAGE.format('The press')}<p>A last word.</p>"
    (difference,) = found(made_epub(body), made_pdf(body, change))
    assert difference.code == code
    assert message in difference.message


def test_both_places_are_said() -> None:
    long = "".join(f"<p>Paragraph {number} of many.</p>" for number in range(40))
    (difference,) = found(
        made_epub(f"{long}\n<p>At the end.</p>"), made_pdf(f"{long}<p>In the end.</p>")
    )
    assert isinstance(difference, Diagnostic)
    assert difference.span is not None
    assert (difference.span.file, difference.span.line) == ("a.epub/OPS/c0.xhtml", 6)
    assert (
        "“At” (a.epub/OPS/c0.xhtml, line 6) is “In” in the other file (b.pdf, page 4)"
        in difference.message
    )
