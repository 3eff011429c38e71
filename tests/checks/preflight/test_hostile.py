"""PDFs of unknown origin: damaged, huge in few bytes, without an end. None crashes, none hangs."""

import io
import random
import time
import zlib
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name

from publisher.assets import Source
from publisher.checks import apart
from publisher.checks.preflight import check, preflight, preflight_apart
from publisher.checks.preflight import limits as bounds
from publisher.checks.preflight.check import Preflight
from publisher.diagnostics import PublisherError
from publisher.targets import load_target
from tests.checks.parity.dying import die
from tests.checks.preflight.printed import Book
from tests.conftest import ROOT

REFUSED = {"PDF001", "PRE001", "PRE003"}


def outcome(data: bytes, target: str | None = "ingramspark") -> str:
    """The code of why a file is refused, else "read"."""
    against = load_target(target, ROOT) if target else None
    try:
        preflight(Source("x.pdf", data), against)
    except PublisherError as failure:
        (found,) = failure.diagnostics
        return found.code
    return "read"


@pytest.fixture(scope="module")
def whole() -> bytes:
    return Book("ingramspark", pages=2).data()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"not a PDF at all" * 99])
def test_what_is_no_pdf(data: bytes) -> None:
    assert outcome(data) == "PDF001"


def test_a_file_without_its_end_is_mended_and_called_damaged(whole: bytes) -> None:
    found = preflight(Source("x.pdf", whole[: whole.rindex(b"xref")])).diagnostics
    assert "PDF007" in {one.code for one in found}


@given(st.integers(0, 60_000))
@settings(max_examples=40, deadline=None)
def test_a_truncated_file_is_refused_or_read(end: int) -> None:
    data = Book("ingramspark", pages=2).data()
    assert outcome(data[: end % len(data)]) in REFUSED | {"read"}


@given(st.integers(0, 2**32))
@settings(max_examples=80, deadline=None)
def test_a_damaged_file_is_refused_or_read(seed: int) -> None:
    data = bytearray(Book("ingramspark", pages=2).data())
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 60)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    assert outcome(bytes(data), chance.choice((None, "ingramspark", "screen"))) in REFUSED | {
        "read"
    }


_OPERANDS = st.sampled_from(
    ["0", "1", "-1", "1e9", "/F", "/P", "(a)", "<ff>", "[1 2]", "<</MCID 0>>", "true", "null"]
)
_OPERATORS = st.sampled_from(
    "q Q cm w gs Do sh Tf BT ET Td TD Tm T* Tj TJ ' \" Tc Tw Tz TL Ts Tr m l c v y h re W f B S n"
    " g G rg RG k K cs CS sc scn SC SCN BMC BDC EMC d J j M ri i BX EX MP DP d0 d1".split()
)


@given(st.lists(st.tuples(st.lists(_OPERANDS, max_size=6), _OPERATORS), max_size=60))
@settings(max_examples=80, deadline=None)
def test_any_operators_with_any_operands_are_read(
    operators: list[tuple[list[str], str]],
) -> None:
    book = Book("newspaper", pages=4)
    book.paint("\n".join(" ".join([*operands, operator]) for operands, operator in operators))
    assert outcome(book.data(), "newspaper") == "read"


def test_what_a_rule_cannot_read_is_told() -> None:
    """The name of a font that is no text: those rules that read it say so, the others go on."""
    book = Book("newspaper", pages=4)
    book.paint("1 0 0 rg 150 300 60 60 re f")
    data = book.data().replace(b"SourceSerif4", b"SourceSer\xe3f4")
    found = preflight(Source("x.pdf", data), book.target).diagnostics
    assert {one.code for one in found} == {"PRE004", "PRE020"}


def test_forms_that_draw_each_other_come_to_an_end() -> None:
    book = Book("newspaper", pages=4)
    one, other = (
        book.pdf.make_stream(
            b"/R Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])
        )
        for _ in range(2)
    )
    one.Resources = Dictionary(XObject=Dictionary(R=other))
    other.Resources = Dictionary(XObject=Dictionary(R=one))
    book.paint("/Q Do", XObject=Dictionary(Q=one))
    assert outcome(book.data(), "newspaper") == "PRE001"


def test_forms_that_draw_many_come_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight forms, each drawing the next ten times: 10^8 operators in two kilobytes."""
    book = Book("newspaper", pages=4)
    inner = book.pdf.make_stream(
        b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])
    )
    for _ in range(8):
        outer = book.pdf.make_stream(
            b"/R Do " * 10, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])
        )
        outer.Resources = Dictionary(XObject=Dictionary(R=inner))
        inner = outer
    book.paint("/Q Do", XObject=Dictionary(Q=inner))
    monkeypatch.setattr("publisher.checks.preflight.common.MOST_OPERATORS", 20_000)
    assert outcome(book.data(), "newspaper") == "PRE001"


def test_a_stream_that_unpacks_to_too_much() -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    packed = zlib.compress(b"0 0 9 9 re f\n" * 8_000_000, 9)
    page.obj.Contents = pikepdf.Stream(pdf, packed, Filter=Name.FlateDecode)
    stream = io.BytesIO()
    pdf.save(stream, compress_streams=False)
    assert outcome(stream.getvalue()) == "PRE001"


@pytest.mark.parametrize(
    ("limit", "value"), [("LARGEST", 10), ("MOST_PAGES", 1), ("MOST_OBJECTS", 3)]
)
def test_there_is_a_limit_to_all(
    whole: bytes, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    assert getattr(bounds, limit) > value
    monkeypatch.setattr(check, limit, value)
    assert outcome(whole) == "PRE001"


def test_a_picture_of_many_pixels_is_not_unpacked() -> None:
    book = Book("ingramspark", pages=18)
    picture = book.pdf.make_stream(
        b"",
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=100_000,
        Height=100_000,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceCMYK,
    )
    book.paint("50 0 0 50 150 300 cm /Q Do", XObject=Dictionary(Q=picture))
    start = time.monotonic()
    assert outcome(book.data()) == "read"
    assert time.monotonic() - start < 60


def test_another_process_reads_what_this_one_would(whole: bytes) -> None:
    source, target = Source("x.pdf", whole), load_target("ingramspark", ROOT)
    assert preflight_apart(source, target) == preflight(source, target)
    with pytest.raises(PublisherError, match="PDF001"):
        preflight_apart(Source("x.pdf", b"%PDF-"))


def _sleep(*_: object) -> Preflight:
    time.sleep(60)
    return Preflight((), ())


def test_what_takes_too_long_is_ended(whole: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "preflight", _sleep)
    with pytest.raises(PublisherError, match="PRE001"):
        preflight_apart(Source("x.pdf", whole), longest=2)


def test_what_ends_the_process_is_told(whole: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_work", die)
    with pytest.raises(PublisherError, match="PDF001"):
        preflight_apart(Source("x.pdf", whole))


OTHERS = sorted(Path("/usr/share/doc").rglob("*.pdf"))[:20]


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
@pytest.mark.parametrize("target", [None, "screen", "offset", "kdp", "archive"])
def test_other_peoples_files_are_read(path: Path, target: str | None) -> None:
    assert outcome(path.read_bytes(), target) == "read"
