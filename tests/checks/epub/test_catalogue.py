"""Each check on EPUBs: a book that shows its code, and one in which nothing is amiss."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from publisher.checks.epub.catalogue import CHECKS, check_book
from publisher.checks.epub.check import check_epub
from publisher.diagnostics import Severity
from publisher.diagnostics.catalogue import CATALOGUE
from publisher.span import Span
from tests.checks.epub.books import GOOD, Files, book, picture, spoiled, written

ALL = tuple(CHECKS)
IMAGE = '<img src="leaf.png" alt="A leaf with five teeth."/>'


def with_files(files: Files, more: Mapping[str, str | bytes]) -> Files:
    return {**files, **{f"EPUB/{name}": content for name, content in more.items()}}


def item(href: str, kind: str, properties: str = "") -> tuple[str, str, str]:
    """A change that puts a file into the manifest."""
    stated = f' properties="{properties}"' if properties else ""
    stem = href.partition(".")[0]
    line = f'<item id="x-{stem}" href="{href}" media-type="{kind}"{stated}/></manifest>'
    return ("package.opf", "</manifest>", line)


ENCRYPTION = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"
 xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>
<enc:EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/>
<enc:CipherData><enc:CipherReference URI="EPUB/seed.otf"/></enc:CipherData>
</enc:EncryptedData></encryption>"""

END = ("two.xhtml", "<p>More.</p>")
HUGE = picture(2800, 2100, "PNG")

SPOILED: list[tuple[str, Files, str, int]] = [
    ("ELT005", spoiled(("two.xhtml", "<p>More.</p>", "<p>More.")), "two.xhtml", 4),
    ("ELT010", spoiled((*END, "<p>More.</p>\n<p>\u00a0</p>")), "two.xhtml", 5),
    ("ELT010", spoiled(("one.xhtml", ">Roots<", "><")), "one.xhtml", 5),
    ("ELT011", spoiled(("two.xhtml", "<title>The Second<", "<title>two.xhtml<")), "two.xhtml", 2),
    ("ELT011", spoiled(("two.xhtml", "<title>The Second<", "<title><")), "two.xhtml", 2),
    ("ELT012", spoiled(("one.xhtml", '<h2 id="s1">Roots</h2>', '<h3 id="s1">Roots</h3>')),
     "one.xhtml", 5),
    ("ELT013", spoiled((*END, "<h1>A</h1><p>a</p>\n<h1>B</h1><p>b</p>")), "two.xhtml", 4),
    ("ELT014", spoiled(("one.xhtml", '<a role="doc-backlink" href="#call">Back</a>', "")),
     "one.xhtml", 8),
    ("ELT015", spoiled(("one.xhtml", 'href="#n1"', 'href="#s1"')), "one.xhtml", 4),
    ("ELT016", spoiled(("one.xhtml", 'href="#n1"', 'href="#s1"')), "one.xhtml", 8),
    ("ELT017", spoiled(("nav.xhtml", ">The Second<", ">Flowers<"),
                       ("toc.ncx", "The Second", "Flowers")), "nav.xhtml", 5),
    ("ELT018", spoiled(("nav.xhtml", '<li><a href="two.xhtml">The Second</a></li>', ""),
                       ("toc.ncx", "two.xhtml", "one.xhtml")), "two.xhtml", 3),
    ("ELT019", spoiled(("toc.ncx", "The Second", "The Third")), "toc.ncx", 6),
    ("ELT019", spoiled(("toc.ncx", '<content src="two.xhtml"/>', '<content src="one.xhtml"/>')),
     "toc.ncx", 6),
    ("ELT020", spoiled(("nav.xhtml", 'epub:type="bodymatter"', 'epub:type="frontmatter"')),
     "package.opf", 27),
    ("ELT021", spoiled(("one.xhtml", ' alt="A leaf with five teeth."', "")), "one.xhtml", 6),
    ("ELT022", spoiled(("one.xhtml", "A leaf with five teeth.", "")), "one.xhtml", 6),
    ("ELT023", spoiled(("one.xhtml", "A leaf with five teeth.", "IMG_0042.jpg")), "one.xhtml", 6),
    ("ELT024", spoiled(("one.xhtml", "A leaf with", "Image of a leaf with")), "one.xhtml", 6),
    ("ELT025", spoiled(("two.xhtml", ' xml:lang="en" lang="en"', "")), "two.xhtml", 1),
    ("ELT026", spoiled(("one.xhtml", ' xml:lang="el" lang="el"', "")), "one.xhtml", 5),
    ("ELT027", spoiled(("two.xhtml", "<section>", '<section id="c1">')), "two.xhtml", 3),
    ("ELT028", with_files(spoiled(item("old.css", "text/css")), {"old.css": "p {}"}),
     "package.opf", 26),
    ("ELT029", spoiled((*END, "<p>漢</p>")), "two.xhtml", 4),
    ("ELT030", {**GOOD, "META-INF/encryption.xml": ENCRYPTION}, "seed.otf", 1),
    ("ELT031", spoiled(("package.opf", "<dc:rights>Free</dc:rights>", "")), "package.opf", 2),
    ("ELT032", spoiled(("package.opf", 'property="file-as"', 'property="alternate-script"')),
     "package.opf", 5),
    ("ELT033", spoiled(("package.opf", "schema:accessibilityHazard", "schema:accessibilityAPI")),
     "package.opf", 2),
    ("ELT034", spoiled(("one.xhtml", ' alt="A leaf with five teeth."', "")), "package.opf", 13),
    ("ELT034", spoiled(("package.opf", "structuralNavigation", "MathML")), "package.opf", 13),
    ("ELT034", spoiled(("package.opf", "structuralNavigation", "pageNavigation")),
     "package.opf", 13),
    ("ELT034", spoiled((*END, '<p><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi>'
                        "</math></p>")), "package.opf", 13),
    ("ELT035", spoiled((*END, '<p style="text-indent: 0">More.</p>')), "two.xhtml", 4),
    ("ELT036", spoiled(("book.css", "body {", "body { background: #fff;")), "book.css", 2),
    ("ELT037", spoiled(("book.css", "1.5em", "18px")), "book.css", 3),
    ("ELT037", spoiled((*END, '<p style="font-size: 9pt">More.</p>')), "two.xhtml", 4),
    ("ELT038", spoiled(("book.css", "hyphens: auto;", "")), "book.css", 2),
    ("ELT039", spoiled(("package.opf", ' properties="cover-image"', "")), "package.opf", 2),
    ("ELT040", {**GOOD, "EPUB/cover.jpg": picture(600, 960, "JPEG")}, "package.opf", 2),
    ("ELT041", {**GOOD, "EPUB/leaf.png": HUGE}, "leaf.png", 1),
    ("ELT042", spoiled((*END, "<p>" + "More. " * 60_000 + "</p>")), "two.xhtml", 1),
    ("ELT043", spoiled((*END, '<p onclick="go()">More.</p>')), "two.xhtml", 4),
    ("ELT043", spoiled((*END, "<p>More.</p><script>go()</script>")), "two.xhtml", 4),
    ("ELT043", spoiled((*END, '<p><a href="JavaScript:go()">More.</a></p>')), "two.xhtml", 4),
    ("ELT044", spoiled((*END, '<p><img src="https://example.org/a.png" alt="A"/></p>')),
     "two.xhtml", 4),
    ("ELT044", spoiled(("book.css", "url(seed.otf)", "url(seed.otf), url(https://a.test/b.otf)")),
     "book.css", 1),
    ("ELT045", spoiled(("two.xhtml", "<h1>The Second", "<h1>The Sec\u00adond")), "two.xhtml", 3),
    ("ELT045", spoiled(("package.opf", "A Seed", "A S\u00adeed")), "package.opf", 4),
    ("ELT046", spoiled((*END, "<p>More.  Much more.</p>")), "two.xhtml", 4),
    ("ELT047", spoiled((*END, "<p>It's more.</p>")), "two.xhtml", 4),
]  # fmt: skip


def test_nothing_is_amiss_in_a_good_book() -> None:
    assert check_book(book(), enabled=ALL) == ()


@pytest.mark.parametrize(
    ("code", "files", "file", "line"),
    SPOILED,
    ids=[f"{n}-{row[0]}" for n, row in enumerate(SPOILED)],
)
def test_each_code_is_given_at_its_place(code: str, files: Files, file: str, line: int) -> None:
    found = [each for each in check_book(book(files), enabled=ALL) if each.code == code]
    assert found
    span = found[0].span
    assert span
    assert span.file == f"seed.epub/EPUB/{file}"
    assert span.line == line


def test_every_code_of_a_check_is_spoiled_for() -> None:
    given = {code for check in CHECKS.values() for code in check.codes}
    assert given == {row[0] for row in SPOILED} - {"ELT005"}


def test_the_column_is_that_of_the_tag() -> None:
    (found,) = check_book(book(spoiled((*END, "<p>More. <b>x</b></p><p> </p>"))))
    assert found.span == Span("seed.epub/EPUB/two.xhtml", 4, 22, 4, 22)


def test_a_tag_is_counted_past_comments_and_quoted_brackets() -> None:
    page = '<!-- <p/> --><p title="a > b">More.</p><![CDATA[<p>]]><p/>'
    (found,) = check_book(book(spoiled((*END, page))))
    assert found.span
    assert found.span.column == page.index("<p/>", 20) + 1


def test_names_and_codes_switch_checks_off_and_on() -> None:
    files = spoiled((*END, "<p/><p>It's more.</p>"))
    assert [each.code for each in check_book(book(files))] == ["ELT010"]
    assert (
        check_book(book(files), ("ELT010",)) == check_book(book(files), ("empty-elements",)) == ()
    )
    assert [each.code for each in check_book(book(files), ("ELT010",), ("ELT047",))] == ["ELT047"]


def test_without_notes_only_warnings_are_looked_for() -> None:
    files = spoiled((*END, "<p/>"), ("package.opf", "<dc:rights>Free</dc:rights>", ""))
    (found,) = check_book(book(files), notes=False)
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    "files",
    [
        spoiled(("nav.xhtml", ">The Second<", ">II. The Second Part of It<"),
                ("toc.ncx", "The Second", "II. The Second Part of It")),
        spoiled(("two.xhtml", "<h1>The Second</h1>", "<h1>The <br/>Second</h1>")),
        spoiled(("one.xhtml", ' alt="A leaf with five teeth."', ' alt="" role="presentation"')),
        spoiled((*END, "<table><tr><td></td></tr></table>")),
        spoiled((*END, '<p><svg xmlns="http://www.w3.org/2000/svg"><title>A</title></svg></p>')),
        spoiled((*END, "<pre>漢  'x'</pre>")),
        spoiled((*END, "<p>The angle α is that of β.</p>")),
        spoiled((*END, "<p>&nbsp;x&eacute;</p>")),
        spoiled(("book.css", "body {", "@media (prefers-color-scheme: dark) { body { color: red } }"
                 " body { background: transparent;")),
        spoiled((*END, '<p><img src="leaf.png" alt="Finch, A.jpeg of one"/></p>')),
        spoiled((*END, '<script type="application/ld+json">{}</script>')),
        spoiled(("package.opf", 'version="3.0"', 'version="3.0"'),
                ("package.opf", "<meta property=\"schema:accessMode\">textual</meta>",
                 '<meta property="schema:accessMode">textual</meta>'
                 '<meta property="rendition:layout">pre-paginated</meta>'),
                ("book.css", "1.5em", "18px"), ("book.css", "body {", "body { color: red;")),
    ],
)  # fmt: skip
def test_what_is_right_is_not_found_fault_with(files: Files) -> None:
    assert check_book(book(files), enabled=ALL) == ()


def test_a_table_of_every_code_has_its_severity() -> None:
    for name, check in CHECKS.items():
        for code in check.codes:
            assert CATALOGUE[code].severity in ("warning", "info"), name


def test_a_good_book_has_no_finding_above_a_note(tmp_path: Path) -> None:
    found = check_epub(written(tmp_path), enabled=ALL)
    assert [each for each in found if each.severity is not Severity.INFO] == []
