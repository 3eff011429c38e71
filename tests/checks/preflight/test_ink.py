"""Ink as it is added up, beside the plates that Ghostscript separates a page into."""

import subprocess
from pathlib import Path

import msgspec
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from publisher.assets import Source
from publisher.checks.preflight import preflight
from tests.checks.preflight.printed import Book
from tests.checks.preflight.test_printed import shading_in
from tests.reading import program


def over() -> Dictionary:
    """Settings by which what is painted prints over what is below."""
    return Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1)


def flat(book: Book) -> None:
    book.paint("0.9 0.7 0.5 0.4 k 150 300 80 80 re f")


def stroked(book: Book) -> None:
    book.paint("0.9 0.9 0.9 0 K 20 w 150 300 m 230 300 l S")


def grey(book: Book) -> None:
    book.paint("0.2 g 150 300 80 80 re f")


def covered(book: Book) -> None:
    """What is painted over is knocked out: the inks of both never lie together."""
    book.paint("1 0 0 0 k 150 300 80 80 re f 0 1 1 0 k 150 300 80 80 re f")


def overprinted(book: Book) -> None:
    book.paint(
        "1 0.3 0 0 k 150 300 80 80 re f /O gs 0 0 1 0.5 k 170 320 80 80 re f",
        ExtGState=Dictionary(O=over()),
    )


def spot(book: Book) -> None:
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1)
    tint.C0, tint.C1 = Array([0, 0, 0, 0]), Array([0, 0.5, 1, 0])
    space = Array([Name.Separation, Name("/Orange"), Name.DeviceCMYK, tint])
    book.paint("/S cs 0.8 scn 150 300 80 80 re f", ColorSpace=Dictionary(S=space))


def spot_over_process(book: Book) -> None:
    spot(book)
    book.paint("/O gs 0.4 0.2 0 0 k 160 310 40 40 re f", ExtGState=Dictionary(O=over()))


def registration(book: Book) -> None:
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1)
    tint.C0, tint.C1 = Array([0, 0, 0, 0]), Array([1, 1, 1, 1])
    space = Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])
    book.paint("/S cs 0.7 scn 150 300 80 80 re f", ColorSpace=Dictionary(S=space))


def picture(book: Book) -> None:
    pixels = bytes([10, 20, 30, 40]) * 8000 + bytes([200, 180, 160, 90]) * 2000
    _place(book, pixels, Name.DeviceCMYK)


def turned_picture(book: Book) -> None:
    pixels = bytes([10, 20, 30, 40]) * 8000 + bytes([200, 180, 160, 90]) * 2000
    _place(book, pixels, Name.DeviceCMYK, Decode=Array([1, 0] * 4))


def indexed_picture(book: Book) -> None:
    table = String(bytes([0, 0, 0, 0, 230, 200, 100, 20, 255, 255, 255, 255]))
    _place(book, bytes([0, 1] * 5000), Array([Name.Indexed, Name.DeviceCMYK, 2, table]))


def shaded(book: Book) -> None:
    shading = shading_in(Name.DeviceCMYK, [0, 0, 0, 0], [0.9, 0.8, 0.7, 0.2])
    book.paint("150 270 60 60 re W n /Q sh", Shading=Dictionary(Q=shading))


def _place(book: Book, pixels: bytes, space: object, **more: object) -> None:
    stream = book.pdf.make_stream(
        pixels,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=100,
        Height=100,
        BitsPerComponent=8,
        ColorSpace=space,
        **more,
    )
    book.paint("80 0 0 80 150 300 cm /Q Do", XObject=Dictionary(Q=stream))


CASES = [
    (flat, 250),
    (stroked, 270),
    (grey, 80),
    (covered, 200),
    (overprinted, 280),
    (spot, 80),
    (spot_over_process, 140),
    (registration, 280),
    (picture, 247),
    (turned_picture, 361),
    (indexed_picture, 216),
    (shaded, 260),
]


def bare(target: str = "offset") -> Book:
    """A book of one page that nothing is painted on."""
    book = Book(target, pages=1)
    book.page().Contents = book.pdf.make_stream(b"")
    return book


def measured(book: Book) -> float:
    """The most ink that preflight finds."""
    rules = msgspec.structs.replace(book.rules, ink=1.0)
    target = msgspec.structs.replace(book.target, pdf=rules)
    found = preflight(Source("book.pdf", book.data()), target).found
    return max((float(one.facts["ink"]) for one in found if one.code == "PRE023"), default=0.0)


@pytest.mark.parametrize(("fault", "ink"), CASES, ids=[case.__name__ for case, _ in CASES])
def test_ink_is_added_up(fault: object, ink: float) -> None:
    book = bare()
    fault(book)  # type: ignore[operator]
    assert measured(book) == pytest.approx(ink, abs=1)


@program("gs")
@pytest.mark.parametrize(("fault", "ink"), CASES, ids=[case.__name__ for case, _ in CASES])
def test_ghostscript_separates_the_same_ink(fault: object, ink: float, tmp_path: Path) -> None:
    book = bare()
    fault(book)  # type: ignore[operator]
    assert on_plates(book, tmp_path) == pytest.approx(ink, abs=2)


def on_plates(book: Book, folder: Path) -> float:
    """The most ink of a pixel on all plates of the first page."""
    (folder / "book.pdf").write_bytes(book.data())
    subprocess.run(
        [
            *("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r36"),
            *("-dOverprint=/enable", "-o", folder / "plate.tif"),
            folder / "book.pdf",
        ],
        check=True,
        capture_output=True,
    )
    planes = [
        [255 - value for value in Image.open(path).convert("L").tobytes()]
        for path in sorted(folder.glob("plate*(*).tif"))
    ]
    assert len(planes) >= 4
    return max(map(sum, zip(*planes, strict=True))) / 255 * 100
