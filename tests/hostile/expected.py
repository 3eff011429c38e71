"""What must be said of each hostile file: one of these codes, or of these families.

From ../shared/corpus/hostile/EXPECTED.md. An empty tuple: it builds, and nothing need be said.
`FAILS`: no file may come of it; where that is not said, either is right.
"""

from typing import NamedTuple


class Expected(NamedTuple):
    """`codes`: one of them must be there, a family stands for any of its codes.

    `pending` says what is known to be amiss; the test tells when it is no more.
    """

    codes: tuple[str, ...] = ()
    fails: bool | None = None
    pending: str = ""


BUILDS = Expected(fails=False)


def fails(*codes: str) -> Expected:
    return Expected(codes, True)


def says(*codes: str) -> Expected:
    return Expected(codes, False)


def either(*codes: str) -> Expected:
    return Expected(codes, None)


STORED: dict[str, Expected] = {
    "text/nul-bytes.txt": fails("SRC006"),
    "text/invalid-utf8.txt": either("SRC005", "SRC012"),
    "text/empty.txt": fails("SRC003"),
    "text/only-whitespace.txt": fails("SRC004"),
    "text/only-bom.txt": fails("SRC003", "SRC004"),
    "text/only-headline.txt": says("TXT001"),
    "text/title-only-punctuation.txt": BUILDS,
    "text/title-emoji-zwj.txt": either("FNT001"),
    "text/bidi-override.txt": either("SRC008", "FNT001", "TXT"),
    "text/zero-width.txt": either(),
    "text/combining-stack.txt": either(),
    "text/extremely-long-word.txt": BUILDS,
    "text/long-url.txt": BUILDS,
    "text/control-chars.txt": either("SRC008"),
    "text/noncharacters.txt": either("SRC008", "FNT001"),
    "text/markup-lookalike.txt": BUILDS,
    "text/mixed-newlines.txt": BUILDS,
    "text/utf16-no-bom.txt": either("SRC005", "SRC006", "SRC012"),
    "text/utf32-bom.txt": BUILDS,
    "text/double-encoded.txt": BUILDS,
    "text/duplicate-headings.txt": BUILDS,
    "text/all-headings.txt": BUILDS,
    "names/title-reserved.txt": BUILDS,
    "names/title-path.txt": BUILDS,
    "names/title-trailing-dot.txt": BUILDS,
    "names/title-very-long.txt": BUILDS,
    "markdown/image-file-url.md": says("IMG002", "MKD011"),
    "markdown/image-metadata-service.md": says("IMG001", "MKD011"),
    "markdown/image-path-traversal.md": says("IMG002"),
    "markdown/image-missing.md": says("IMG003"),
    "markdown/raw-script.md": says("HTM001"),
    "markdown/unclosed.md": either(),
    "markdown/front-matter-bad.md": either("MKD"),
    "markdown/front-matter-tag.md": fails("MKD"),
    "markdown/footnotes-odd.md": says("MKD"),
    "markdown/duplicate-slugs.md": either(),
    "markdown/heading-levels.md": either(),
    "html/mutation-xss.html": says("HTM"),
    "html/meta-charset-lies.html": either("HTM007", "SRC"),
    "html/base-href.html": either("IMG001", "IMG003", "HTM"),
    "html/css-import.html": either(),
    "xml/billion-laughs.xml": fails("SRC014"),
    "xml/external-entity.xml": fails("SRC014"),
    "xml/not-well-formed.xml": fails("SRC016"),
    "xml/wrong-encoding-declared.xml": either("SRC", "NWS"),
    "xml/xinclude.xml": either("SRC015", "NWS"),
    "json/lone-surrogate.json": either("NWS004", "FNT001"),
    "json/wrong-types.json": fails("NWS008"),
    "json/truncated.json": fails("NWS001"),
    "json/duplicate-keys.json": either("NWS"),
    "docx/zip-slip.docx": either("SRC022"),
    "docx/external-image.docx": either("DOC007", "IMG001"),
    "docx/entity-in-document.docx": fails("SRC014"),
    "docx/not-a-zip.docx": fails("SRC020"),
    "docx/missing-document.docx": fails("DOC002", "SRC029"),
    "docx/huge-image-header.docx": either("DOC007", "IMG006"),
    "docx/legacy.docx": fails("DOC001"),
}
"""By the name in the corpus."""

PICTURES: dict[str, Expected] = {
    "html/svg-script.svg": says("IMG014"),
    "html/svg-entity.svg": says("IMG015"),
    "html/svg-bomb.svg": says("IMG015"),
    "images/truncated.png": says("IMG008"),
    "images/not-an-image.png": says("IMG007"),
    "images/gif-html-polyglot.gif": says("IMG008"),
}
"""Shown by a page of Markdown, and of HTML, with words for each."""

MADE: dict[str, Expected] = {
    "single-line-10mb.txt": either("SRC"),
    "many-lines.txt": either("SRC"),
    "deep-quotes.md": fails("MKD009"),
    "deep-lists.md": fails("MKD009"),
    "deep-brackets.md": either(),
    "deep-emphasis.md": either(),
    "deep-div.html": BUILDS,
    "deep.xml": either("SRC", "NWS"),
    "deep.json": fails("NWS002"),
    "zip-bomb.docx": fails("SRC026", "SRC027"),
    "many-entries.docx": either("SRC021"),
    "link-to-passwd.txt": fails("SRC010"),
    "link-loop.txt": fails("SRC010", "SRC001"),
    "lone-surrogate-name-\udcff\udced\udca0\udc80.txt": BUILDS,
    "CON.txt": BUILDS,
    "aux.md": BUILDS,
    "COM1.txt": BUILDS,
    "newline\nname.txt": BUILDS,
    "huge-table.md": fails("SRC030", "MKD024"),
    "regex-trap.txt": either("SRC", "FNT001"),
}
"""Written by make_hostile.py; png-bomb.png is shown like the pictures of the corpus."""
