"""Files that are damaged, absurd or meant to do harm: a coded error, or an answer, and soon."""

import io
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

from publisher.assets import Source
from publisher.checks import apart
from publisher.checks.parity import compare_files
from publisher.checks.parity.pdf import limits, read_apart, reader, runs, tree
from publisher.diagnostics import PublisherError, UsageError
from tests.checks.parity.drawn import Drawing
from tests.checks.parity.dying import die
from tests.checks.parity.making import codes, made_epub, made_pdf, read

BODY = "<h1>A heading</h1><p>A paragraph over two pages.</p>"


def refused(source: Source) -> str:
    with pytest.raises(PublisherError) as caught:
        read(source)
    return caught.value.diagnostics[0].code


def outcome(source: Source) -> str:
    """The code of what is wrong, else "read"; then the file has no difference from itself."""
    try:
        assert codes(source, source) == []
    except PublisherError as failure:
        return failure.diagnostics[0].code
    return "read"


def drawn() -> Drawing:
    return Drawing(["A heading", "A paragraph over two pages."])


@pytest.mark.parametrize("data", [b"%PDF-", b"%PDF-1.7\n" + b"x" * 5000])
def test_what_is_no_pdf(data: bytes) -> None:
    assert refused(Source("a.pdf", data)) == "PDF001"


def test_a_pdf_with_a_password() -> None:
    target = io.BytesIO()
    lock = pikepdf.Encryption(owner="a", user="b")
    drawn().pdf.save(target, encryption=lock)
    assert refused(Source("a.pdf", target.getvalue())) == "PDF001"


@settings(max_examples=30)
@given(st.binary(min_size=1, max_size=40), st.floats(0, 1), st.floats(0, 1))
def test_a_damaged_file_is_refused_or_read(damage: bytes, at: float, cut: float) -> None:
    for source in (made_epub(BODY), made_pdf(BODY)):
        data = bytearray(source.data)
        start = int(at * len(data))
        data[start : start + len(damage)] = damage
        for broken in (bytes(data), source.data[: int(cut * len(data))]):
            assert outcome(Source("a", broken))[:3] in ("rea", "PDF", "SRC", "EBK", "PAR")


def cycle_elements(pdf: pikepdf.Pdf) -> None:
    root = pdf.Root.StructTreeRoot
    root.K[0].K.append(root.K[0])
    root.K.append(root.K[0])


def cycle_roles(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary({"/A": Name.B, "/B": Name.A, "/H1": Name.H1})


def cycle_outline(pdf: pikepdf.Pdf) -> None:
    item = pdf.make_indirect(
        Dictionary(Title=String("A"), Dest=Array([pdf.pages[0].obj, Name.Fit]))
    )
    item.Next = item.First = item.Last = item
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=item, Last=item, Count=9))


def cycle_names(pdf: pikepdf.Pdf) -> None:
    names = pdf.make_indirect(Dictionary())
    names.Kids = Array([names, names])
    pdf.Root.Names = Dictionary(Dests=names)


def cycle_forms(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(b"/X Do /X Do")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 99, 99])
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    page = pdf.pages[0]
    page.Resources.XObject = Dictionary(X=form)
    page.contents_add(b"/Span <</MCID 7>> BDC /X Do EMC")


def wrong_types(pdf: pikepdf.Pdf) -> None:
    element = pdf.Root.StructTreeRoot.K[0]
    element.Pg, element.Alt, element.Lang, element.S = 7, 7, Array(), String("P")
    pdf.Root.StructTreeRoot.K.append(Array([1, Name.X, Dictionary(S=Name.P, K=Dictionary())]))
    pdf.Root.StructTreeRoot.K.append(Dictionary(Type=Name.OBJR, Obj=7))
    pdf.Root.Names = Array()
    pdf.Root.Lang = 7


def wrong_marks(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K[0].K = Array([-1, 2**31 - 1, 10**18])


def wrong_link(pdf: pikepdf.Pdf) -> None:
    links = (
        Dictionary(Subtype=Name.Link, Dest=Array([])),
        Dictionary(Subtype=Name.Link, Dest=Array([10**9, Name.XYZ, Name.A, String("b")])),
        Dictionary(Subtype=Name.Link, A=Dictionary(S=Name.GoTo, D=String("nowhere"))),
        Dictionary(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=7)),
    )
    kids = [
        Dictionary(S=Name.Link, K=Array([Dictionary(Type=Name.OBJR, Obj=link), 0]))
        for link in links
    ]
    pdf.Root.StructTreeRoot.K[0].K = Array(kids)


@pytest.mark.parametrize(
    "change",
    [
        cycle_elements,
        cycle_roles,
        cycle_outline,
        cycle_names,
        wrong_types,
        wrong_marks,
        wrong_link,
    ],
)
def test_a_structure_that_leads_astray(change: Callable[[pikepdf.Pdf], None]) -> None:
    drawing = drawn()
    drawing.source(drawing.element("H1", 0), drawing.element("P", 1))
    change(drawing.pdf)
    source = Source("a.pdf", drawing.data())
    assert outcome(source) in ("read", "PDF001")


def test_forms_that_draw_one_another_without_end() -> None:
    drawing = drawn()
    drawing.source(drawing.element("H1", 0), drawing.element("P", 1))
    cycle_forms(drawing.pdf)
    with pytest.raises(PublisherError) as caught:
        read_apart(Source("a.pdf", drawing.data()), longest=3)
    assert [each.code for each in caught.value.diagnostics] == ["PAR022"]


def test_a_file_that_ends_its_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_work", die)
    large = Source("a.pdf", made_pdf(BODY).data + b" " * 1_000_000)  # more than a pipe holds
    with pytest.raises(PublisherError) as caught:
        read_apart(large)
    assert [each.code for each in caught.value.diagnostics] == ["PDF001"]


def test_reading_in_a_process_of_its_own_gives_the_same() -> None:
    source = made_pdf(BODY)
    assert read_apart(source) == read(source)
    with pytest.raises(PublisherError) as caught:
        read_apart(Source("a.pdf", b"%PDF-"))
    assert [each.code for each in caught.value.diagnostics] == ["PDF001"]


def test_a_structure_that_is_too_deep() -> None:
    drawing = drawn()
    element = drawing.element("P", 1)
    for _ in range(limits.DEEPEST + 1):
        element = drawing.element("Div", element)
    assert refused(drawing.source(element)) == "PAR022"


def test_a_page_that_unpacks_to_too_much() -> None:
    drawing = drawn()
    source = drawing.source(drawing.element("P", 1))
    with pikepdf.open(io.BytesIO(source.data)) as pdf:
        bomb = zlib.compress(b" " * 70_000_000, 9)
        pdf.pages[0].Contents = stream = pikepdf.Stream(pdf, b"")
        stream.write(bomb, filter=Name.FlateDecode)
        target = io.BytesIO()
        pdf.save(target, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
        stream.write(bomb, filter=Array([Name.FlateDecode] * 3))
        other = io.BytesIO()
        pdf.save(other, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert refused(Source("a.pdf", target.getvalue())) == "PAR022"
    assert refused(Source("a.pdf", other.getvalue())) == "PAR022"


@pytest.mark.parametrize(
    ("module", "limit"),
    [
        (reader, "LARGEST"),
        (reader, "MOST_PAGES"),
        (reader, "MOST_CHARACTERS"),
        (tree, "MOST_ELEMENTS"),
        (runs, "MOST_OBJECTS"),
    ],
)
def test_limits_hold(monkeypatch: pytest.MonkeyPatch, module: object, limit: str) -> None:
    assert hasattr(limits, limit)
    source = made_pdf(BODY)
    assert read(source).blocks
    monkeypatch.setattr(module, limit, 0)
    assert refused(source) == "PAR022"


def test_an_epub_that_unpacks_to_too_much() -> None:
    source = made_epub(BODY)
    target = io.BytesIO(source.data)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("OPS/c9.xhtml", b" " * 70_000_000)
    opf = zipfile.ZipFile(target).read("OPS/book.opf").decode()
    listed = opf.replace('href="c0.xhtml"', 'href="c9.xhtml"')
    other = io.BytesIO()
    with zipfile.ZipFile(target) as old, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, listed if entry.endswith(".opf") else old.read(entry))
    assert refused(Source("a.epub", other.getvalue())) == "SRC026"


def test_texts_of_an_epub_that_are_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publisher.checks.parity.epub.LARGEST", 10)
    assert refused(made_epub(BODY)) == "PAR022"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<p>" * 200 + "x" + "</p>" * 200, "SRC019"),
        ("<p>not closed", "SRC016"),
        (
            '<p xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/passwd"/></p>',
            "SRC015",
        ),
    ],
)
def test_markup_that_does_harm(body: str, code: str) -> None:
    assert refused(made_epub(body)) == code


ONE = [f"<p>{'a b ' * (at % 7)}{at % 11}</p>" for at in range(8000)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ONE, ONE[::-1]),
        (["<p>a</p>"] * 8000, ["<p>b</p>"] * 8000),
        (["<p>a</p>"] * 8000, ["<p>a</p>", "<p>b</p>"] * 4000),
        (["<p>" + "a " * 60_000 + "</p>"], ["<p>" + "a b " * 30_000 + "</p>"]),
        (
            [f"<p>w{at}</p>" for at in range(8000)],
            [f"<p>w{at * 3 % 8000}</p>" for at in range(8000)],
        ),
    ],
    ids=["reversed", "different", "every second", "one paragraph", "shuffled"],
)
def test_texts_that_are_made_to_take_long(one: list[str], other: list[str]) -> None:
    start = time.process_time()
    assert codes(made_epub("".join(one)), made_epub("".join(other)))
    assert time.process_time() - start < 20


def test_an_index_that_is_made_to_take_long() -> None:
    """An entry with thousands of places, none of which the other file leads to."""
    places = [f'<p id="a{at}">w{at}</p>' for at in range(20_000)]
    entry = '<ul epub:type="index"><li>press{}</li></ul>'
    one, other = (
        "".join(f', <a href="#a{at}">{at}</a>' for at in range(first, 20_000, 10))
        for first in (0, 5)
    )
    body = "".join(places)
    start = time.process_time()
    found = codes(made_epub(body + entry.format(one)), made_epub(body + entry.format(other)))
    assert found == ["PAR008"] * 4_000
    assert time.process_time() - start < 20


def test_what_is_neither(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("A heading\n", encoding="utf-8")
    book = tmp_path / "b.epub"
    book.write_bytes(made_epub(BODY).data)
    for other, code in ((text, "PAR023"), (tmp_path / "none.pdf", "SRC001"), (tmp_path, "SRC001")):
        with pytest.raises(UsageError) as caught:
            compare_files(book, other)
        assert [each.code for each in caught.value.diagnostics] == [code]
    assert compare_files(book, book) == ()
