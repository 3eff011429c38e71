"""Small files made for tests: an EPUB and a PDF of one body, whose parts can then differ."""

import functools
import io
from collections.abc import Callable

import pikepdf

from publisher.assets import Source
from publisher.backends.pdf.pages import set_pages
from publisher.backends.pdf.tags import mend_tags
from publisher.checks.parity import Content, compare
from publisher.checks.parity.epub import read_epub
from publisher.checks.parity.pdf import read_pdf
from publisher.diagnostics import Diagnostic
from publisher.fonts.library import library_for
from publisher.pictures import Picture
from tests.conftest import ROOT
from tests.rich import png
from tests.sources.epub.books import epub, package, page

Change = Callable[[pikepdf.Pdf], None]

MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="{}"><mi>x</mi></math>'
DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>{}</title>'
    '<path d="M0 0h9v9z"/></svg>'
)
"""A formula in an EPUB, and in a PDF."""

_SHEET = """
@page { size: 100mm 120mm; margin: 10mm }
body { font: 10pt/14pt "Source Serif 4"; hyphens: auto }
h1, h2, h3 { bookmark-level: none }
.note { display: block }
.at-foot { float: footnote }
.note::footnote-marker, .note::footnote-call { content: none }
.mark { bookmark-level: 1; bookmark-label: content(text) }
"""
_PICTURES = {"press.png": png("press.png", 40, 30, 90)}


def made_epub(*bodies: str, metadata: str = "", contents: str = "", name: str = "a.epub") -> Source:
    """An EPUB with a chapter for each body; `contents` is the list of its navigation document."""
    names = [f"c{at}.xhtml" for at in range(len(bodies))]
    pages = {
        f"OPS/{each}": page(f"<body>{body}</body>")
        for each, body in zip(names, bodies, strict=True)
    }
    nav = f'<body><nav epub:type="toc"><ol>{contents}</ol></nav></body>'
    items = '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    files = {"OPS/book.opf": package(names, metadata, items), "OPS/nav.xhtml": page(nav), **pages}
    return epub(files, name)


@functools.cache
def _pages(body: str, head: str, language: str) -> bytes:
    top = f"<head><title>A book</title>{head}</head>"
    markup = f'<html lang="{language}">{top}<body>{body}</body></html>'
    pictures: dict[str, Picture] = _PICTURES
    return set_pages(markup, _SHEET, library_for(ROOT), pictures).data


def made_pdf(
    body: str, change: Change = lambda _: None, *, head: str = "", name: str = "b.pdf"
) -> Source:
    """A tagged PDF of a body, after `change` was made in it."""
    with pikepdf.open(io.BytesIO(_pages(body, head, "en"))) as pdf:
        mend_tags(pdf, {"x squared", "y squared"})
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:identifier"] = "urn:example:book"
        change(pdf)
        return Source(name, saved(pdf))


def saved(pdf: pikepdf.Pdf) -> bytes:
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()


def read(source: Source) -> Content:
    return read_pdf(source) if source.data.startswith(b"%PDF") else read_epub(source)


def found(one: Source, other: Source) -> list[Diagnostic]:
    return list(compare(read(one), read(other)))


def codes(one: Source, other: Source) -> list[str]:
    return [each.code for each in found(one, other)]
