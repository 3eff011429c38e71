"""Each element that a book can hold, in the EPUB and in the structure of the PDF."""

import re
import subprocess
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from publisher.backends.epub import render_epub
from publisher.backends.pdf import render_pdf
from publisher.build.ready import make_ready
from publisher.build.works import find_works
from publisher.layouts import load_theme
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "works" / "everything"
GOLDEN = ROOT / "tests" / "golden" / "epub" / "everything"
NAMES = {
    "x": "http://www.w3.org/1999/xhtml",
    "m": "http://www.w3.org/1998/Math/MathML",
    "epub": "http://www.idpf.org/2007/ops",
}
Structure = list[tuple[str, str]]

# What it is called; where it is in the EPUB; its type in the PDF, and words that are in it there.
ELEMENTS = [
    ("half-title", "//x:section[@epub:type='halftitlepage']/x:p", "P", "The Whole Case"),
    ("title", "//x:h1[@epub:type='title']", "H1", "The Whole Case"),
    ("subtitle", "//x:p[@epub:type='subtitle']", "P", "A book that holds one of each"),
    ("translator", "//x:p[@class='maker']", "P", "Translated by Ivo Lund"),
    ("copyright page", "//x:section[@epub:type='copyright-page']/x:p", "P", "© 2026 Ada Marsh"),
    ("ISBN", "//x:p[contains(., 'ISBN')]", "P", "978-0-306-40615-7"),
    ("dedication", "//x:section[@role='doc-dedication']//x:p", "P", "who read to the end"),
    ("epigraph", "//x:section[@role='doc-epigraph']//x:blockquote", "BlockQuote", "A case holds"),
    ("list of figures", "//x:section[@epub:type='loi']//x:a", "Link", "The case, seen from above"),
    ("list of tables", "//x:section[@epub:type='lot']//x:a", "Link", "How many sorts"),
    ("foreword", "//x:section[@role='doc-foreword']", "H1", "Foreword"),
    ("part", "//x:section[@role='doc-part']/x:header/x:h1", "H1", "Part I Text"),
    ("chapter in a part", "//x:section[@role='doc-chapter']//x:h2", "H2", "Chapter 1 Prose"),
    ("numbered section", "//x:h3[x:span[@class='number']]", "H3", "1.1 Notes and references"),
    ("opening", "//x:span[@class='opening']", "P", "Not all that a book"),
    ("emphasis", "//x:em", "P", "one of each"),
    ("small capitals", "//x:span[@class='small-caps']", "P", "small capitals"),
    ("code in a line", "//x:p/x:code", "Code", "code"),
    ("subscript", "//x:sub", "P", "H2O"),
    ("note", "//x:aside[@role='doc-footnote']", "Note", "Of oak, with ninety-eight boxes"),
    ("two calls of one note", "//x:a[@role='doc-backlink'][2]", "Note", "A note with two calls"),
    ("reference by number", "//x:a[contains(@href, '#tbl-sorts')]", "Link", "Table 3.1"),
    ("reference by page", "//x:section[@role='doc-foreword']//x:a", "Link", "page"),
    ("reference to a part", "//x:a[@href='prose.xhtml#prose']", "Link", "the prose"),
    ("address", "//x:a[@href='https://example.org/case']", "P", "an address is outside"),
    ("list", "//x:ul/x:li", "LI", "one sort of item"),
    ("list in a list", "//x:li//x:ol/x:li", "LI", "first"),
    ("task", "//x:span[@class='task-box']", "LI", "proofed"),
    ("definition", "//x:dl/x:dd", "LBody", "What it means"),
    ("pause", "//x:hr", None, ""),
    (
        "quotation",
        "//x:blockquote/x:p[@class='attribution']",
        "BlockQuote",
        "A quotation set apart",
    ),
    ("pull quote", "//x:aside[@aria-hidden='true']", None, ""),
    ("box", "//x:aside[contains(@class, 'box')]", "Div", "Matter beside the text"),
    ("abbreviation", "//x:abbr[@title='HyperText Markup Language']", "Span", "HTML"),
    ("glossary term", "//x:a[contains(@href, 'glossary.xhtml#term-sort')]", "Link", "sort"),
    ("citation", "//x:cite/x:a[contains(@href, '#ref-lund2026')]", "Link", "Lund 2026"),
    ("verse", "//x:p[@class='stanza']/x:span[@class='line indent-1']", "P", "the sheet goes under"),
    ("number of a line", "//x:span[@class='line-number'][@aria-hidden='true']", None, ""),
    ("speaker", "//x:b[@class='speaker']", "P", "Ada. Who locked the forme"),
    ("stage direction", "//x:p[@class='direction']", "P", "The lamp goes out"),
    ("interview", "//x:div[@class='dialogue interview']", "P", "What is a quoin"),
    ("letter", "//x:blockquote[@epub:type='z3998:letter']", "BlockQuote", "The ink has come"),
    ("salutation", "//x:p[@epub:type='z3998:salutation']", "P", "Dear Ivo"),
    ("sign", "//x:blockquote[@class='sign']", "BlockQuote", "Mind the rollers"),
    ("cutting", "//x:blockquote[@class='cutting']", "BlockQuote", "The press was seen"),
    ("passage in German", "//x:span[@lang='de']", "Span", "liest Deutsch"),
    ("paragraph in German", "//x:p[@lang='de']", "P", "Ein ganzer Absatz"),
    ("drawing", "//x:figure//x:img[contains(@alt, 'A grid')]", "Figure", "A grid of boxes"),
    ("picture", "//x:figure//x:img[contains(@alt, 'Dots')]", "Figure", "Dots that grow"),
    ("caption", "//x:p[@class='caption'][x:span]", "P", "Figure 3.1 The case"),
    ("credit", "//x:p[@class='credit']", "P", "Ida Brandt"),
    ("head of a table", "//x:thead//x:th[@scope='col']", "TH", "sorts"),
    ("cell", "//x:tbody//x:td", "TD", "600"),
    ("caption of a table", "//x:table/x:caption", "Caption", "Table 3.1"),
    ("wide table", "//x:table[@class='wide stacks']", "TD", "the youngest in the shop"),
    ("listing", "//x:figure[@class='listing']//x:span[@class='k']", "Code", "def lay(case"),
    ("caption of a listing", "//x:figure[@class='listing']//x:p", "P", "Listing 3.1"),
    ("formula in a line", "//x:span[@class='formula tex']/m:math", "Formula", r"a \cdot b"),
    ("formula", "//x:div[@class='formula tex']/m:math[@alttext]", "Formula", r"A = \int_0^b"),
    ("afterword", "//x:section[@role='doc-afterword']", "H1", "Afterword"),
    ("appendix", "//x:section[@role='doc-appendix']//x:h1", "H1", "Appendix A Sorts"),
    ("glossary", "//x:section[@role='doc-glossary']//x:dt", "LBody", "case"),
    ("bibliography", "//x:p[@id='ref-marsh2025']", "P", "Marsh, Ada, and Ida Brandt"),
    ("index", "//x:section[@role='doc-index']//x:li[@epub:type='index-entry']", "LI", "case"),
    ("see", "//x:span[@epub:type='index-xref-preferred']/x:a", "Link", "case"),
    ("colophon", "//x:section[@role='doc-colophon']//x:p", "P", "Set by rule"),
]


@pytest.fixture(scope="module")
def outputs() -> tuple[bytes, bytes]:
    (work,) = find_works([FOLDER]).works
    ready = make_ready(work, epoch=None)
    theme = load_theme("book", ROOT)
    return (
        render_epub(ready.publications["epub"], theme, ready.library),
        render_pdf(ready.publications["pdf"], theme, ready.library),
    )


@pytest.fixture(scope="module")
def pages(outputs: tuple[bytes, bytes]) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(outputs[0])) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xhtml")]
        return {Path(name).name: archive.read(name) for name in names}


@pytest.fixture(scope="module")
def structure(outputs: tuple[bytes, bytes], tmp_path_factory: pytest.TempPathFactory) -> Structure:
    """The type of each structure element of the PDF, and the words in it, alternatives too."""
    path = tmp_path_factory.mktemp("pdf") / "everything.pdf"
    path.write_bytes(outputs[1])
    done = subprocess.run(
        ["pdfinfo", "-struct-text", path], capture_output=True, text=True, check=True
    )
    return [*_elements(done.stdout.splitlines()), *_alternatives(outputs[1])]


def _alternatives(data: bytes) -> Iterator[tuple[str, str]]:
    """The type of each structure element with a text that stands for it, and that text."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for found in pdf.objects:
            if isinstance(found, pikepdf.Dictionary) and "/S" in found and "/Alt" in found:
                yield str(found.S)[1:], str(found.Alt)


def _elements(lines: list[str]) -> Iterator[tuple[str, str]]:
    opened: list[tuple[int, str, list[str]]] = []
    for line in [*lines, "."]:
        depth = len(line) - len(line.lstrip())
        while opened and depth <= opened[-1][0]:
            _, kind, words = opened.pop()
            yield kind, " ".join("".join(words).split())
        text = line.strip()
        if text.startswith('"'):
            for _, _, words in opened:
                words.append(text[1:].removesuffix('"').replace("\\n", " "))
        elif found := re.match(r"(\w+)(?: \"[^\"]*\")?(?: \((?:block|inline)\))?:?", text):
            opened.append((depth, found[1], [text[found.end() :]]))


@pytest.mark.parametrize(
    ("path", "kind", "words"), [pytest.param(*each[1:], id=each[0]) for each in ELEMENTS]
)
def test_it_is_in_both(
    path: str, kind: str | None, words: str, pages: dict[str, bytes], structure: Structure
) -> None:
    roots = [etree.fromstring(page) for page in pages.values()]
    assert any(root.xpath(path, namespaces=NAMES) for root in roots)
    if kind:
        wanted = _letters(words)
        assert any(each == kind and wanted in _letters(text) for each, text in structure)


def _letters(text: str) -> str:
    return re.sub(r"[\s\u00ad]|(?<=\w)-(?=\w)", "", text).casefold()


def test_golden_pages(pages: dict[str, bytes], request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        GOLDEN.mkdir(parents=True, exist_ok=True)
        for name, page in pages.items():
            (GOLDEN / name).write_bytes(page)
    assert {path.name for path in GOLDEN.iterdir()} == set(pages)
    for name, page in pages.items():
        assert page.decode() == (GOLDEN / name).read_text(encoding="utf-8"), name
