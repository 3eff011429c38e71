"""Books of others, EPUB 3 and EPUB 2, each with the outline of what is made of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.document.nodes import Figure, Heading, Link, NoteRef, Paragraph
from publisher.document.text import leaves, plain, runs
from publisher.sources import Reading, read
from tests.sources.epub.books import PICTURE, chapters, epub, package, page
from tests.sources.news.outline import outline

FOLDER = Path(__file__).parent / "golden"

NAV = page(
    '<body><nav epub:type="toc"><ol><li><a href="text/one.xhtml">The lamp</a><ol>'
    '<li><a href="text/two.xhtml">The wire</a></li></ol></li>'
    '<li><a href="text/three.xhtml">A word after</a></li>'
    '<li><a href="text/gone.xhtml">Gone</a></li></ol></nav></body>'
)
PARTS = ("one", "two", "three", "notes")
SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
MODERN: dict[str, str | bytes] = {
    "OPS/book.opf": package(
        ["cover.xhtml", "title.xhtml", *(f"text/{name}.xhtml" for name in PARTS)],
        '<dc:title id="t2">A keeper’s year</dc:title>\n'
        '<meta refines="#t2" property="title-type">subtitle</meta>\n'
        '<dc:creator id="c1">Piet Smit</dc:creator>\n'
        '<meta refines="#c1" property="role">ill</meta>\n'
        '<meta refines="#c1" property="display-seq">2</meta>\n'
        '<dc:creator id="c2">Nora Hale</dc:creator>\n'
        '<meta refines="#c2" property="role" scheme="marc:relators">aut</meta>\n'
        '<meta refines="#c2" property="display-seq">1</meta>\n'
        '<dc:contributor id="c3">Iris Bol</dc:contributor>\n'
        '<meta refines="#c3" property="role">xyz</meta>\n'
        "<dc:publisher>Signal Press</dc:publisher>\n<dc:date>2026-05-03</dc:date>\n"
        "<dc:rights>CC BY 4.0</dc:rights>\n<dc:subject>Lamps</dc:subject>\n"
        "<dc:description>&lt;p&gt;A year &lt;em&gt;on the rock&lt;/em&gt;.&lt;/p&gt;"
        "</dc:description>\n"
        "<dc:relation>urn:example:other</dc:relation>\n"
        '<meta property="belongs-to-collection">Island books</meta>\n',
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="cover" href="pictures/cover.png" media-type="image/png" '
        'properties="cover-image"/>'
        '<item id="egg" href="pictures/egg%20lamp.png" media-type="image/png"/>',
    ),
    "OPS/nav.xhtml": NAV,
    "OPS/cover.xhtml": page(
        f'<body epub:type="cover"><svg {SVG}><image xlink:href="pictures/cover.png"/></svg></body>'
    ),
    "OPS/title.xhtml": page(
        '<body><section epub:type="titlepage"><h1>A book</h1></section></body>'
    ),
    "OPS/text/one.xhtml": page(
        '<body><section epub:type="chapter" id="start"><h1>The lamp</h1>'
        '<p id="p1">It weighs 90 grams.<a epub:type="noteref" href="notes.xhtml#n1">1</a> '
        'See <a href="two.xhtml#p1">the wire</a>, <a href="three.xhtml">the end</a>, '
        '<a href="two.xhtml#nowhere">nowhere</a> and '
        '<a href="https://lamp.example/">the web</a>.</p>'
        '<figure><img src="../pictures/egg%20lamp.png" alt="A lamp and an egg"/>'
        "<figcaption>Much the same.</figcaption></figure></section></body>"
    ),
    "OPS/text/two.xhtml": page(
        '<body><h3>The wire</h3><p id="p1">A wire'
        '<a epub:type="noteref" href="#fn">*</a> holds it.</p>'
        '<h4>Its length</h4><p>Two metres.</p><img src="../pictures/none.png" alt="Lost"/>'
        f'<svg {SVG} aria-label="An egg"><image href="../pictures/egg%20lamp.png"/></svg>'
        '<aside epub:type="footnote" id="fn"><p>Of copper.</p></aside></body>'
    ),
    "OPS/text/three.xhtml": page("<body><p>Nobody noticed.</p></body>"),
    "OPS/text/notes.xhtml": page(
        '<body><section epub:type="endnotes"><ol>'
        '<li epub:type="endnote" id="n1"><p>Without the wire. <a href="one.xhtml#p1" '
        'role="doc-backlink">↩</a></p></li></ol></section></body>'
    ),
    "OPS/pictures/cover.png": PICTURE,
    "OPS/pictures/egg lamp.png": PICTURE,
}

XHTML = "http://www.w3.org/1999/xhtml"
OLD: dict[str, str | bytes] = {
    "OPS/book.opf": (
        '<?xml version="1.0"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="2.0" '
        'unique-identifier="u">\n<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:opf="http://www.idpf.org/2007/opf">\n'
        "<dc:title>Das Licht</dc:title>\n<dc:language>de</dc:language>\n"
        '<dc:identifier opf:scheme="ISBN">9783000000003</dc:identifier>\n'
        '<dc:identifier id="u" opf:scheme="UUID">08d4d60a-6588-4885-bf25-a60e0884d005'
        "</dc:identifier>\n"
        '<dc:creator opf:role="aut" opf:file-as="Vogt, Lena">Lena Vogt</dc:creator>\n'
        '<dc:contributor opf:role="trl">Jan Berg</dc:contributor>\n'
        '<dc:contributor opf:role="bkp">a program</dc:contributor>\n'
        '<dc:date opf:event="creation">2019-01-01</dc:date>\n'
        '<dc:date opf:event="publication">2020-02-02</dc:date>\n'
        '<meta name="calibre:series" content="Küste"/>\n'
        '<meta name="cover" content="pic"/>\n</metadata>\n'
        '<manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
        '<item id="pic" href="cover.png" media-type="image/png"/>'
        '<item id="a" href="a.html" media-type="application/xhtml+xml"/>'
        '<item id="b" href="b.html" media-type="application/xhtml+xml"/></manifest>\n'
        '<spine toc="ncx"><itemref idref="a"/><itemref idref="b"/></spine>\n'
        '<guide><reference type="cover" href="a.html"/></guide></package>'
    ),
    "OPS/toc.ncx": (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>'
        '<navPoint><navLabel><text>Die Lampe</text></navLabel><content src="b.html#x"/></navPoint>'
        "</navMap></ncx>"
    ),
    "OPS/a.html": f'<html xmlns="{XHTML}"><body><img src="cover.png"/></body></html>',
    "OPS/b.html": (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN"\n'
        ' "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">\n'
        f'<html xmlns="{XHTML}" xml:lang="de"><body><h2 id="x">Die Lampe</h2>'
        "<p>Sie wiegt 90&nbsp;Gramm &mdash; wie ein Ei.</p></body></html>"
    ),
    "OPS/cover.png": PICTURE,
}


def reading(source: Source, given: Metadata | None = None) -> Reading:
    return read(source, given or Metadata())


def texts(found: Reading) -> list[str]:
    return [plain(run) for block in found.document.blocks for run in runs(block)]


@pytest.mark.parametrize(("name", "files"), [("modern", MODERN), ("old", OLD)])
def test_each_book_reads_as_its_outline_says(
    name: str, files: dict[str, str | bytes], golden: Callable[[Path, str], None]
) -> None:
    golden(FOLDER / f"{name}.txt", outline(reading(epub(files))))


def test_links_lead_to_ids_that_are_unique_in_the_whole_book() -> None:
    document = reading(epub(MODERN)).document
    links = [
        leaf.href
        for block in document.blocks
        for run in runs(block)
        for leaf in run
        if isinstance(leaf, Link)
    ]
    assert links == ["#two-p1", "#three", "https://lamp.example/"]
    ids = [block.id for block in document.blocks if block.id]
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in links if link[0] == "#"} <= set(ids)


def test_notes_are_called_across_files_and_are_no_text() -> None:
    document = reading(epub(MODERN)).document
    calls = [
        leaf.note
        for block in document.blocks
        for run in runs(block)
        for leaf in leaves(run)
        if isinstance(leaf, NoteRef)
    ]
    assert [
        plain(run) for name in calls for block in document.notes[name] for run in runs(block)
    ] == [
        "Without the wire.",
        "Of copper.",
    ]
    assert "Of copper." not in texts(reading(epub(MODERN)))


def test_pictures_are_handed_on_under_the_names_that_images_have() -> None:
    found = reading(epub(MODERN))
    shown = [
        image.src
        for block in found.document.blocks
        if isinstance(block, Figure)
        for image in block.images
    ]
    assert shown == ["OPS/pictures/egg lamp.png", "OPS/pictures/egg lamp.png"]
    assert found.embedded == {
        "OPS/pictures/egg lamp.png": PICTURE,
        "OPS/pictures/cover.png": PICTURE,
    }


def test_chapters_are_as_deep_as_the_contents_put_them() -> None:
    headings = [
        (block.level, plain(block.children))
        for block in reading(epub(MODERN)).document.blocks
        if isinstance(block, Heading)
    ]
    assert headings == [(1, "The lamp"), (2, "The wire"), (3, "Its length"), (1, "A word after")]


def test_a_chapter_in_another_language_or_direction_says_so() -> None:
    book: dict[str, str | bytes] = {
        "OPS/book.opf": package(["a.xhtml", "b.xhtml"]),
        "OPS/a.xhtml": page("<body><p>One</p></body>"),
        "OPS/b.xhtml": page("<body><p>شيء</p></body>", root='lang="ar" dir="rtl"'),
    }
    one, two = reading(epub(book)).document.blocks
    assert (one.language, one.direction) == (None, None)
    assert (two.language, two.direction) == ("ar", "rtl")


def test_what_is_given_goes_before_what_the_book_says() -> None:
    meta = reading(epub(MODERN), Metadata(language="en-US", byline=("A. Hand",))).document.meta
    assert (meta.language, [one.text for one in meta.byline]) == ("en-US", ["A. Hand"])


def test_each_block_is_placed_in_its_file_and_the_lines_of_all() -> None:
    found = reading(chapters("<body><p>One</p></body>", "<body>\n<p>Two</p></body>"))
    second = found.document.blocks[1]
    assert isinstance(second, Paragraph)
    assert second.span
    assert (second.span.file, second.span.line) == ("book.epub/OPS/c1.xhtml", 6)
    line = found.lines[-1]
    assert "Two" in found.source_map.lines[line.first - 1]
    assert found.source_map.line_span(line.first) == found.source_map.line_span(line.last)
    assert found.source_map.line_span(line.first).file == "book.epub/OPS/c1.xhtml"
    assert found.source_map.within(second.span, 0, 1) == second.span


def test_nothing_active_comes_out_of_a_book() -> None:
    body = (
        "<body onload='x()'><script>alert(1)</script><p onclick='x()'>Text "
        "<a href='javascript:x()'>here</a></p><iframe src='http://x.example'>in</iframe></body>"
    )
    found = reading(chapters(body))
    assert texts(found) == ["Text here"]
    assert "HTM001" in [one.code for one in found.diagnostics]


def test_what_a_book_says_falsely_or_has_made_anew_is_told() -> None:
    found = [one.code for one in reading(epub(MODERN)).diagnostics]
    assert found == ["EBK010", "EBK005", "EBK007", "EBK008", "EBK009"]
