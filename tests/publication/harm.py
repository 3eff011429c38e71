"""What can go wrong in one output of a book and not in the other, done to a finished file."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator

import pikepdf

Files = dict[str, bytes]
InEpub = Callable[[Files], None]
InPdf = Callable[[pikepdf.Pdf], None]

_CHAPTERS = b"prose", b"voices"
_INDEX = "EPUB/text/index.xhtml"


def harmed_epub(data: bytes, harm: InEpub) -> bytes:
    """The EPUB in `data` after `harm` was done to its files."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    before = dict(files)
    harm(files)
    assert files != before
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def harmed_pdf(data: bytes, harm: InPdf) -> bytes:
    """The PDF in `data` after `harm` was done to it."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        harm(pdf)
        pdf.save(target)
    return target.getvalue()


# --- EPUB ---------------------------------------------------------------------------------


def drop_chapter(files: Files) -> None:
    del files["EPUB/text/voices.xhtml"]
    package = _package(files)
    lines = re.split(rb"(?<=>)", files[package])
    files[package] = b"".join(line for line in lines if b"voices" not in line)


def swap_chapters(files: Files) -> None:
    one, other = _CHAPTERS
    package = _package(files)
    files[package] = re.sub(
        b'idref="text-(%b|%b)-xhtml"' % _CHAPTERS,
        lambda found: b'idref="text-%b-xhtml"' % (other if found[1] == one else one),
        files[package],
    )


def _package(files: Files) -> str:
    return next(name for name in files if name.endswith(".opf"))


def remove_entry(files: Files) -> None:
    entry = rb'<li class="index-entry"[^\n]*HTML[^\n]*</li>'
    files[_INDEX] = re.sub(entry, b"", files[_INDEX])


def lower_heading(files: Files) -> None:
    name = "EPUB/text/prose.xhtml"
    files[name] = re.sub(rb"<h3(.*?)</h3>", rb"<h4\1</h4>", files[name], count=1)


def break_link(files: Files) -> None:
    name = "EPUB/text/foreword.xhtml"
    files[name] = re.sub(rb'href="matter-2.xhtml#[^"]*"', b'href="prose.xhtml"', files[name])


# --- PDF ----------------------------------------------------------------------------------


def drop_section(pdf: pikepdf.Pdf) -> None:
    del _document(pdf).K[_chapters(pdf)[1]]


def swap_sections(pdf: pikepdf.Pdf) -> None:
    one, other, *_ = _chapters(pdf)
    kids = _document(pdf).K
    kids[one], kids[other] = kids[other], kids[one]


def remove_item(pdf: pikepdf.Pdf) -> None:
    index = next(each for each in _elements(_document(pdf)) if each.S == "/Index")
    entries = next(each for each in _elements(index) if each.S == "/L")
    del entries.K[0]


def lower_level(pdf: pikepdf.Pdf) -> None:
    heading = next(each for each in _elements(_document(pdf)) if each.S == "/H3")
    heading.S = pikepdf.Name.H4


def break_annotation(pdf: pikepdf.Pdf) -> None:
    """Has the first link of the text, on both its lines, lead to where the last one leads."""
    links = [
        annotation
        for page in pdf.pages[11:]
        for annotation in page.obj.get("/Annots", [])
        if "/Dest" in annotation
    ]
    there = links[0].Dest
    for link in links:
        if link.Dest == there:
            link.Dest = links[-1].Dest


def _document(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
    found = pdf.Root.StructTreeRoot.K[0]
    assert isinstance(found, pikepdf.Dictionary)
    return found


def _chapters(pdf: pikepdf.Pdf) -> list[int]:
    """Which children of the document hold chapters: their titles are of the second level."""
    return [
        at
        for at, section in enumerate(_document(pdf).K)
        if any(each.S == "/H2" for each in _elements(section))
    ]


def _elements(value: object) -> Iterator[pikepdf.Dictionary]:
    if isinstance(value, pikepdf.Array):
        for each in value:
            yield from _elements(each)
    elif isinstance(value, pikepdf.Dictionary) and "/S" in value:
        yield value
        yield from _elements(value.get("/K"))
