"""EPUB files that are damaged, protected, false or hostile: each finding, and where it points."""

import io
import zipfile

import pytest

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError
from publisher.document.nodes import Figure
from publisher.document.text import plain, runs
from publisher.sources import epub as reader
from publisher.sources import read
from publisher.sources.epub import chapters as chapters_module
from tests.sources.epub.books import PICTURE, chapters, epub, package, page

ONE = page("<body><p>One</p></body>")
ENCRYPTED = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
    'xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData><e:EncryptionMethod '
    'Algorithm="{}"/><e:CipherData><e:CipherReference URI="OPS/c0.xhtml"/></e:CipherData>'
    "</e:EncryptedData></encryption>"
)
AES = "http://www.w3.org/2001/04/xmlenc#aes256-cbc"


def codes(source: Source) -> list[str]:
    try:
        found = read(source, Metadata()).diagnostics
    except PublisherError as failure:
        found = failure.diagnostics
    return [one.code for one in found]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (Source("a.epub", b"not a book"), "SRC020"),
        (Source("a.epub", b""), "SRC020"),
        (epub({"META-INF/container.xml": "<container/>"}), "EBK001"),
        (epub({}), "EBK001"),
        (epub({"OPS/book.opf": "<package/>"}), "EBK001"),
        (epub({"OPS/book.opf": "<package>"}), "SRC016"),
        (chapters("<body/>", **{"META-INF/encryption.xml": ENCRYPTED.format(AES)}), "EBK002"),
        (chapters("<body><p>A</p></body>", mimetype="text/plain"), "EBK003"),
        (epub({"OPS/book.opf": package(["c.xhtml", "none.xhtml"]), "OPS/c.xhtml": ONE}), "EBK004"),
        (chapters("<body><p>A<br></p></body>"), "EBK006"),
        (chapters('<body><p><a href="c9.xhtml">A</a></p></body>'), "EBK008"),
        (chapters('<body><p><a href="../../../etc/passwd">A</a></p></body>'), "EBK008"),
        (chapters('<body><p>A <img src="../../../etc/passwd" alt="x"/></p></body>'), "EBK009"),
        (chapters('<body><p>A <img src="none.png" alt="x"/></p></body>'), "EBK009"),
        (chapters("<body/>"), "EBK012"),
        (chapters("<body><p>A</p></body>", **{"OPS/../../x.png": PICTURE}), "SRC022"),
    ],
)
def test_each_fault_is_told(source: Source, code: str) -> None:
    assert code in codes(source)


def test_a_link_to_what_is_made_anew_only_loses_its_target() -> None:
    body = '<body><p>See <a href="nav.xhtml">the contents</a></p></body>'
    files = {
        "OPS/book.opf": package(
            ["c.xhtml"],
            items='<item id="n" href="nav.xhtml" properties="nav"/>',
        ),
        "OPS/c.xhtml": page(body),
        "OPS/nav.xhtml": page('<body><nav epub:type="toc"><ol/></nav></body>'),
    }
    found = read(epub(files), Metadata())
    assert [one.code for one in found.diagnostics] == []
    assert [plain(run) for block in found.document.blocks for run in runs(block)] == [
        "See the contents"
    ]


@pytest.mark.parametrize(
    ("file", "scheme"),
    [
        ("META-INF/license.lcpl", "Readium LCP"),
        ("META-INF/sinf.xml", "Apple FairPlay"),
        ("META-INF/rights.xml", "Adobe ADEPT"),
        ("META-INF/none.xml", "an unknown scheme"),
    ],
)
def test_a_protected_book_is_refused_by_name(file: str, scheme: str) -> None:
    files = {"META-INF/encryption.xml": ENCRYPTED.format(AES), file: "<x/>"}
    with pytest.raises(PublisherError) as caught:
        read(chapters("<body/>", **files), Metadata())
    (found,) = caught.value.diagnostics
    assert found.code == "EBK002"
    assert scheme in found.message
    assert "OPS/c0.xhtml" in found.message


@pytest.mark.parametrize(
    "algorithm", ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"]
)
def test_hidden_fonts_are_no_protection(algorithm: str) -> None:
    files = {"META-INF/encryption.xml": ENCRYPTED.format(algorithm)}
    assert codes(chapters("<body><p>A</p></body>", **files)) == []


@pytest.mark.parametrize(
    ("doctype", "code"),
    [
        ('<!DOCTYPE html [<!ENTITY a "b">]>', "SRC014"),
        ('<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname">]>', "SRC014"),
    ],
)
def test_entities_of_a_chapters_own_are_refused(doctype: str, code: str) -> None:
    chapter = f"{doctype}<html xmlns='http://www.w3.org/1999/xhtml'><body><p>&a;</p></body></html>"
    files = {"OPS/book.opf": package(["c.xhtml"]), "OPS/c.xhtml": chapter}
    assert code in codes(epub(files))


def test_a_chapter_that_is_not_well_formed_is_placed_and_read() -> None:
    found = read(chapters("<body><p>One<br>two</p>\n<p>Three</p></body>"), Metadata())
    told = next(one for one in found.diagnostics if one.code == "EBK006")
    assert told.span
    assert told.span.file == "book.epub/OPS/c0.xhtml"
    blocks = found.document.blocks
    assert [plain(run) for block in blocks for run in runs(block)] == ["One\ntwo", "Three"]
    assert [block.span.line if block.span else 0 for block in blocks] == [5, 6]


def test_chapters_in_one_another_too_deep_are_refused() -> None:
    assert "SRC019" in codes(chapters("<body>" + "<div>" * 5000 + "</div>" * 5000 + "</body>"))


def test_a_book_that_unpacks_to_too_much_is_refused() -> None:
    body = f"<body><p>{' ' * 80_000_000}</p></body>"
    assert "SRC026" in codes(chapters(body))


def test_texts_above_the_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chapters_module, "LARGEST", 300)
    assert "EBK011" in codes(chapters("<body><p>A</p></body>", "<body><p>B</p></body>"))


def test_what_is_neither_text_nor_picture_in_the_reading_order_is_told() -> None:
    opf = package(["c.xhtml"], items='<item id="s" href="s.bin" media-type="application/x-s"/>')
    files = {
        "OPS/book.opf": opf.replace("</spine>", '<itemref idref="s"/></spine>'),
        "OPS/c.xhtml": ONE,
        "OPS/s.bin": "s",
    }
    assert codes(epub(files)) == ["EBK004"]


def test_a_picture_in_the_reading_order_is_shown() -> None:
    opf = package(["c.xhtml"], items='<item id="s" href="a/s.png" media-type="image/png"/>')
    files: dict[str, str | bytes] = {
        "OPS/book.opf": opf.replace("</spine>", '<itemref idref="s"/></spine>'),
        "OPS/c.xhtml": ONE,
        "OPS/a/s.png": PICTURE,
    }
    found = read(epub(files), Metadata())
    shown = found.document.blocks[-1]
    assert isinstance(shown, Figure)
    assert shown.images[0].src == "OPS/a/s.png"
    assert found.embedded == {"OPS/a/s.png": PICTURE}


def test_a_chapter_listed_twice_is_read_once() -> None:
    opf = package(["c.xhtml"]).replace("</spine>", '<itemref idref="i0"/></spine>')
    found = read(epub({"OPS/book.opf": opf, "OPS/c.xhtml": ONE}), Metadata())
    assert len(found.document.blocks) == 1


def test_the_media_type_comes_first() -> None:
    source = chapters("<body><p>A</p></body>")
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source.data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in reversed(old.namelist()):
            new.writestr(name, old.read(name))
    found = reader.read(Source("a.epub", stream.getvalue()), Metadata())
    assert [one.code for one in found.diagnostics] == ["EBK003"]
