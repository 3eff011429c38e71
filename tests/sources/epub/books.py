"""Small EPUBs made for tests: a book is a dictionary of its files."""

import io
import zipfile
from collections.abc import Mapping

from publisher.assets import Source

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OPS/book.opf"
 media-type="application/oebps-package+xml"/></rootfiles>
</container>"""

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c636800"
    "00008200817765b1260000000049454e44ae426082"
)
"""A PNG of one pixel."""


def page(body: str, *, title: str = "Part", root: str = 'lang="en"') -> str:
    """A content document of EPUB 3."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f"{root}>\n<head><title>{title}</title></head>\n{body}\n</html>"
    )


def package(spine: list[str], metadata: str = "", items: str = "", version: str = "3.0") -> str:
    """A package document whose spine has these files, by name."""
    manifest = "".join(
        f'<item id="i{at}" href="{name}" media-type="application/xhtml+xml"/>'
        for at, name in enumerate(spine)
    )
    references = "".join(f'<itemref idref="i{at}"/>' for at in range(len(spine)))
    return (
        f'<?xml version="1.0"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="{version}" '
        'unique-identifier="id">\n<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:opf="http://www.idpf.org/2007/opf">\n'
        '<dc:identifier id="id">urn:example:book</dc:identifier>\n'
        f"<dc:title>A book</dc:title>\n<dc:language>en</dc:language>\n{metadata}</metadata>\n"
        f"<manifest>{manifest}{items}</manifest>\n<spine>{references}</spine>\n</package>"
    )


def epub(files: Mapping[str, str | bytes], name: str = "book.epub") -> Source:
    """An EPUB with these files; container and media type are added where they are not given."""
    whole = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, **files}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in whole.items():
            archive.writestr(path, data)
    return Source(name, stream.getvalue())


def chapters(*bodies: str, **files: str | bytes) -> Source:
    """An EPUB of these bodies, one a chapter: c0.xhtml, c1.xhtml…"""
    names = [f"c{at}.xhtml" for at in range(len(bodies))]
    pages = {f"OPS/{name}": page(body) for name, body in zip(names, bodies, strict=True)}
    return epub({"OPS/book.opf": package(names), **pages, **files})
