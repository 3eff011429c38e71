"""Markup into pages by WeasyPrint, which sees only our fonts and opens nothing.

WeasyPrint is imported, and its fonts and style sheets are read, once a process.
"""

import functools
import os
import tempfile
import urllib.parse
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any
from xml.sax.saxutils import escape

import weasyprint
from weasyprint.text.ffi import pango
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from publisher.backends.pdf import line_ends, tags
from publisher.backends.pdf.bookmarks import name_bookmarks
from publisher.backends.pdf.footnotes import place_notes
from publisher.backends.pdf.printed import printed_texts
from publisher.backends.pdf.scene_breaks import leave_space
from publisher.backends.pdf.tags import name_languages
from publisher.configuration.publication import NotePlace
from publisher.configuration.theme import SceneBreak
from publisher.diagnostics import PublisherError, diagnose
from publisher.fonts.library import Library
from publisher.pictures import Picture
from publisher.typography.hyphenation import install_dictionaries

_BASE = "https://publication.invalid/"
"""Where a page seems to lie: what it asks for below is a picture of the publication (RFC 2606)."""


class Pages:
    """Pages that are laid out: `starts` says on which, from 0, each element with an id starts.

    They are drawn when their `data` is asked for, so that what needs to know only where they begin
    need not wait.
    """

    def __init__(self, document: weasyprint.Document) -> None:
        self._document = document
        self.starts = _starts(document)

    @property
    def texts(self) -> list[str]:
        """What stands on each page, as `printed_texts` has it."""
        return printed_texts(self._document)

    @functools.cached_property
    def data(self) -> bytes:
        """The PDF. Raises PublisherError as `set_pages` does."""
        return self.draw()

    def draw(self) -> bytes:
        """The PDF, as `data` keeps it."""
        with _addresses_told():
            data: bytes = self._document.write_pdf(pdf_variant="pdf/ua-1", uncompressed_pdf=True)
        return data


def set_pages(
    markup: str,
    stylesheet: str,
    library: Library,
    pictures: Mapping[str, Picture] = MappingProxyType({}),
    *,
    notes: NotePlace = "foot",
    passages: str = "",
    scene_break: SceneBreak = "ornament",
) -> Pages:
    """The pages of an HTML document set with one style sheet, tagged as PDF/UA-1 asks.

    `notes` says where they go, `scene_break` what shows one; `passages` are rules for this document
    alone, after those of the style sheet. Raises PublisherError: LAY004 where one of them asks for
    a file or an address that is not among the `pictures`, which lie in `../images/` under their
    names.
    """
    document = _laid_out(markup, (stylesheet, passages), library, pictures, notes)
    if scene_break == "space":
        leave_space(document)
    return Pages(document)


def _laid_out(
    markup: str,
    styles: tuple[str, str],
    library: Library,
    pictures: Mapping[str, Picture],
    notes: NotePlace,
) -> weasyprint.Document:
    install_dictionaries()
    fetcher = _Closed(pictures)
    html = weasyprint.HTML(string=markup, base_url=f"{_BASE}text/", url_fetcher=fetcher)
    place_notes(html.etree_element, notes)
    name_bookmarks(html.etree_element)
    name_languages(html.etree_element)
    tags.install()
    line_ends.install()
    stylesheet, passages = styles
    with _addresses_told():
        sheets = [_css(stylesheet, library)]
        if passages:
            sheets.append(weasyprint.CSS(string=passages, url_fetcher=_Closed()))
        return html.render(
            stylesheets=sheets,
            font_config=_fonts(library),
            pdf_variant="pdf/ua-1",
            presentational_hints=True,  # the number that an ordered list starts with
            uncompressed_pdf=True,  # the finishing pass compresses
        )


@contextmanager
def _addresses_told() -> Iterator[None]:
    try:
        yield
    except FatalURLFetchingError as failure:
        raise PublisherError(diagnose("LAY004", address=str(failure))) from failure


def _starts(document: weasyprint.Document) -> dict[str, int]:
    starts: dict[str, int] = {}
    for number, page in enumerate(document.pages):
        for name in page.anchors:
            starts.setdefault(name, number)
    return starts


class _Closed(URLFetcher):  # type: ignore[misc]
    """Opens nothing: what a page needs is handed to WeasyPrint with it."""

    def __init__(self, pictures: Mapping[str, Picture] = MappingProxyType({})) -> None:
        super().__init__()
        self._pictures = pictures

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        found = self._pictures.get(urllib.parse.unquote(url.removeprefix(f"{_BASE}images/")))
        if found is None:
            raise FatalURLFetchingError(url)
        return URLFetcherResponse(url, found.data, {"Content-Type": found.media_type})


@functools.cache
def _css(stylesheet: str, library: Library) -> weasyprint.CSS:
    return weasyprint.CSS(string=stylesheet, font_config=_fonts(library), url_fetcher=_Closed())


@functools.cache
def _fonts(library: Library) -> FontConfiguration:
    with _fontconfig_file(library) as path, _environment("FONTCONFIG_FILE", path):
        return FontConfiguration()


@contextmanager
def _fontconfig_file(library: Library) -> Iterator[str]:
    """A fontconfig configuration (fonts-conf(5)) that names just the folders of `library`."""
    folders = "".join(f"<dir>{escape(str(folder))}</dir>" for folder in library.folders)
    system = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
    text = (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig>{folders}{system if library.system else ''}"
        '<cachedir prefix="xdg">fontconfig</cachedir></fontconfig>'
    )
    with tempfile.TemporaryDirectory(prefix="publisher-") as folder:
        path = Path(folder) / "fonts.conf"
        path.write_text(text, encoding="utf-8")
        yield str(path)


@contextmanager
def _environment(name: str, value: str) -> Iterator[None]:
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


def pango_version() -> str:
    """The version of the Pango library that the system brings, such as "1.50.12"."""
    version: int = pango.pango_version()
    return f"{version // 10000}.{version // 100 % 100}.{version % 100}"
