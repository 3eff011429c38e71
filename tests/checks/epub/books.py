"""A small EPUB in which nothing is amiss, and ways to spoil it."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from publisher.assets import Source
from publisher.checks.epub.book import Book, open_book
from tests.conftest import ROOT

Files = dict[str, str | bytes]

CONTAINER = """<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""

PACKAGE = """<package version="3.0" unique-identifier="id" xml:lang="en" xmlns="http://www.idpf.org/2007/opf">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:5bb6a2ea-2d5f-5a44-8f8e-ad6bd8f0a5c1</dc:identifier>
<dc:title>A Seed</dc:title><dc:language>en</dc:language>
<dc:creator id="author">Ada Finch</dc:creator>
<meta refines="#author" property="file-as">Finch, Ada</meta>
<meta refines="#author" property="role" scheme="marc:relators">aut</meta>
<dc:publisher>The press</dc:publisher><dc:date>2020-01-01</dc:date><dc:rights>Free</dc:rights>
<dc:description>What grows.</dc:description><dc:subject>Plants</dc:subject>
<meta property="dcterms:modified">2020-01-01T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">All of it is text.</meta>
</metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="two.xhtml" media-type="application/xhtml+xml"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="css" href="book.css" media-type="text/css"/>
<item id="font" href="seed.otf" media-type="font/otf"/>
<item id="cover" href="cover.jpg" media-type="image/jpeg" properties="cover-image"/>
<item id="leaf" href="leaf.png" media-type="image/png"/>
</manifest>
<spine toc="ncx"><itemref idref="one"/><itemref idref="two"/>
<itemref idref="nav" linear="no"/></spine></package>"""

_HTML = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
xml:lang="en" lang="en">
<head><title>{title}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
<body>{body}</body></html>"""

NAVIGATION = _HTML.format(
    title="Contents",
    body="""<nav epub:type="toc"><h1>Contents</h1><ol>
<li><a href="one.xhtml#c1">The First</a><ol><li><a href="one.xhtml#s1">Roots</a></li></ol></li>
<li><a href="two.xhtml">The Second</a></li></ol></nav>
<nav epub:type="landmarks" hidden="hidden"><ol>
<li><a epub:type="bodymatter" href="one.xhtml">Start of the text</a></li>
<li><a epub:type="toc" href="nav.xhtml">Contents</a></li></ol></nav>""",
)
ONE = _HTML.format(
    title="The First",
    body="""<section id="c1"><h1>The First</h1>
<p>A seed<a id="call" epub:type="noteref" role="doc-noteref" href="#n1">1</a>.</p>
<h2 id="s1">Roots</h2><p>They hold <i xml:lang="el" lang="el">ρίζα</i>.</p>
<figure><img src="leaf.png" alt="A leaf with five teeth."/></figure>
<p><img src="leaf.png" alt=""/></p>
<aside id="n1" epub:type="footnote" role="doc-footnote"><p>A note. <a role="doc-backlink" \
href="#call">Back</a></p></aside></section>""",
)
TWO = _HTML.format(title="The Second", body="<section><h1>The Second</h1>\n<p>More.</p></section>")
NCX = """<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head>
<meta name="dtb:uid" content="urn:uuid:5bb6a2ea-2d5f-5a44-8f8e-ad6bd8f0a5c1"/></head>
<docTitle><text>A Seed</text></docTitle><navMap>
<navPoint id="p1"><navLabel><text>The First</text></navLabel><content src="one.xhtml#c1"/>
</navPoint>
<navPoint id="p2"><navLabel><text>The Second</text></navLabel><content src="two.xhtml"/>
</navPoint>
</navMap></ncx>"""
CSS = """@font-face { font-family: "Seed"; src: url(seed.otf) }
body { font-family: "Seed", serif; hyphens: auto; text-align: justify }
h1 { font-size: 1.5em; color: #333 }
"""


def picture(width: int, height: int, kind: str) -> bytes:
    """A picture of one grey."""
    written = io.BytesIO()
    Image.new("L", (width, height), 128).save(written, kind)
    return written.getvalue()


FONT = (ROOT / "fonts" / "source-serif-4" / "SourceSerif4-Regular.otf").read_bytes()
COVER = picture(1600, 2560, "JPEG")

GOOD: Files = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "EPUB/package.opf": PACKAGE,
    "EPUB/nav.xhtml": NAVIGATION,
    "EPUB/one.xhtml": ONE,
    "EPUB/two.xhtml": TWO,
    "EPUB/toc.ncx": NCX,
    "EPUB/book.css": CSS,
    "EPUB/seed.otf": FONT,
    "EPUB/cover.jpg": COVER,
    "EPUB/leaf.png": picture(20, 10, "PNG"),
}


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """The archive of `files`, in their order."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


def spoiled(*changes: tuple[str, str, str]) -> Files:
    """The good book, with the text of a file exchanged: file, what is there, what takes its place.

    An empty text that is there stands for the end of the file.
    """
    files = dict(GOOD)
    for name, before, after in changes:
        path = f"EPUB/{name}"
        text = files[path]
        assert isinstance(text, str)
        assert before in text, (name, before)
        files[path] = text.replace(before, after, 1) if before else text + after
    return files


def book(files: Mapping[str, str | bytes] = GOOD) -> Book:
    return open_book(Source("seed.epub", packed(files)))


def written(folder: Path, files: Mapping[str, str | bytes] = GOOD) -> Path:
    path = folder / "seed.epub"
    path.write_bytes(packed(files))
    return path
