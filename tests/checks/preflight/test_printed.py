"""Books for printers: good ones trip no rule, and each fault is found by its rule and no other."""

import io
from collections import Counter

import msgspec
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from publisher.assets import Source
from publisher.checks.preflight import preflight
from publisher.diagnostics import PublisherError
from publisher.targets import load_target, target_files
from tests.checks.preflight.printed import Book, Fault
from tests.conftest import ROOT

PRINTERS = [
    name
    for name in sorted(target_files(ROOT))
    if (rules := load_target(name, ROOT).pdf) and rules.for_print
]


@pytest.mark.parametrize("target", PRINTERS)
def test_a_good_book_trips_no_rule(target: str) -> None:
    assert Book(target).found() == ()


def rgb_text(book: Book) -> None:
    book.paint(f"1 0 0 rg {book.text()}")


def rgb_area(book: Book) -> None:
    book.paint(f"1 0.5 0 rg {book.middle} f")


def rgb_picture(book: Book) -> None:
    picture = book.pdf.make_stream(
        bytes(300 * 300 * 3),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=300,
        Height=300,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceRGB,
    )
    book.paint("50 0 0 50 150 300 cm /Q Do", XObject=Dictionary(Q=picture))


def form_of(book: Book, operators: str, **entries: object) -> pikepdf.Object:
    return book.pdf.make_stream(
        operators.encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 100, 100]),
        **entries,
    )


def rgb_in_a_form(book: Book) -> None:
    form = form_of(book, "0 0 1 rg 10 10 40 40 re f")
    book.paint("1 0 0 1 150 300 cm /Q Do", XObject=Dictionary(Q=form))


def rgb_in_a_form_in_a_form(book: Book) -> None:
    inner = form_of(book, "0 0 1 rg 10 10 40 40 re f")
    outer = form_of(book, "/R Do", Resources=Dictionary(XObject=Dictionary(R=inner)))
    book.paint("1 0 0 1 150 300 cm /Q Do", XObject=Dictionary(Q=outer))


def rgb_in_a_pattern(book: Book) -> None:
    pattern = book.pdf.make_stream(
        b"0 1 0 rg 0 0 5 5 re f",
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=Array([0, 0, 8, 8]),
        XStep=8,
        YStep=8,
        Resources=Dictionary(),
    )
    book.paint(f"/Pattern cs /Q scn {book.middle} f", Pattern=Dictionary(Q=pattern))


def rgb_shading(book: Book) -> None:
    shading = shading_in(Name.DeviceRGB, [1, 0, 0], [0, 0, 1])
    book.paint("150 300 50 50 re W n /Q sh", Shading=Dictionary(Q=shading))


def rgb_shading_in_a_pattern(book: Book) -> None:
    pattern = Dictionary(PatternType=2, Shading=shading_in(Name.DeviceRGB, [1, 0, 0], [0, 0, 1]))
    book.paint(f"/Pattern cs /Q scn {book.middle} f", Pattern=Dictionary(Q=pattern))


def shading_in(space: pikepdf.Object, first: list[float], last: list[float]) -> Dictionary:
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1)
    function.C0, function.C1 = Array(first), Array(last)
    return Dictionary(
        ShadingType=2, ColorSpace=space, Coords=Array([150, 300, 200, 300]), Function=function
    )


def lab_area(book: Book) -> None:
    lab = Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])
    book.paint(f"/L cs 50 20 20 sc {book.middle} f", ColorSpace=Dictionary(L=lab))


def profiled_area(book: Book) -> None:
    profile = book.pdf.make_stream(bytes(128), N=4)
    space = Array([Name.ICCBased, profile])
    book.paint(f"/L cs .2 .2 0 0 sc {book.middle} f", ColorSpace=Dictionary(L=space))


def indexed_rgb_picture(book: Book) -> None:
    space = Array([Name.Indexed, Name.DeviceRGB, 1, String(bytes([255, 0, 0, 0, 0, 255]))])
    picture = book.pdf.make_stream(
        bytes([0, 1] * 45000),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=300,
        Height=300,
        BitsPerComponent=8,
        ColorSpace=space,
    )
    book.paint("50 0 0 50 150 300 cm /Q Do", XObject=Dictionary(Q=picture))


def spot_area(book: Book) -> None:
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1)
    tint.C0, tint.C1 = Array([0, 0, 0, 0]), Array([0, 0.5, 1, 0])
    space = Array([Name.Separation, Name("/Orange"), Name.DeviceCMYK, tint])
    book.paint(f"/S cs 1 scn {book.middle} f", ColorSpace=Dictionary(S=space))


def rich_black_text(book: Book) -> None:
    book.paint(f"0.6 0.4 0.4 1 k {book.text()}")


def rich_black_small_text(book: Book) -> None:
    book.paint(f"0.4 0.3 0.3 1 k {book.text(6)}")


def small_coloured_text(book: Book) -> None:
    book.paint(f"0.8 0.4 0 0 k {book.text(6)}")


def four_hundred(book: Book) -> None:
    book.paint(f"1 1 1 1 k {book.middle} f")


def heavy_picture(book: Book) -> None:
    picture = book.pdf.make_stream(
        bytes([200, 200, 200, 100]) * 90000,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=300,
        Height=300,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceCMYK,
    )
    book.paint("50 0 0 50 150 300 cm /Q Do", XObject=Dictionary(Q=picture))


def heavy_shading(book: Book) -> None:
    shading = shading_in(Name.DeviceCMYK, [0, 0, 0, 0], [1, 1, 1, 0.5])
    book.paint("150 300 50 50 re W n /Q sh", Shading=Dictionary(Q=shading))


def heavy_overprint(book: Book) -> None:
    over = Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1)
    book.paint(
        f"1 0.9 0 0 k {book.middle} f /O gs 0 0 1 0 k {book.middle} f",
        ExtGState=Dictionary(O=over),
    )


def hairline(book: Book) -> None:
    book.paint("0.1 w 0 G 150 300 m 200 300 l S")


def line_of_no_width(book: Book) -> None:
    book.paint("0 w 0 G 150 300 m 200 300 l S")


def thin_by_scale(book: Book) -> None:
    book.paint("0.1 0 0 0.1 0 0 cm 1 w 0 G 1500 3000 m 2000 3000 l S")


def thin_area(book: Book) -> None:
    book.paint("0 g 150 300 60 0.1 re f")


def white_overprint(book: Book) -> None:
    over = Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1)
    book.paint(f"/O gs 0 0 0 0 k {book.text()}", ExtGState=Dictionary(O=over))


def black_on_colour(book: Book) -> None:
    x, y = book.width / 2 - 60, book.height / 2 + 50
    book.paint(f"0.5 0 0 0 k {x} {y} 120 40 re f 0 0 0 1 k {book.text()}")


def coarse_picture(book: Book) -> None:
    book.paint("250 0 0 250 50 100 cm /P Do")


def coarse_line_art(book: Book) -> None:
    picture = book.pdf.make_stream(
        bytes(32 * 256),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=256,
        Height=256,
        BitsPerComponent=1,
        ImageMask=True,
    )
    book.paint("0 g 50 0 0 50 150 300 cm /Q Do", XObject=Dictionary(Q=picture))


def unembedded(book: Book) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    font.Encoding = Name.WinAnsiEncoding
    operators = book.text().replace("/F ", "/G ")
    book.paint(f"0 g {operators}", Font=Dictionary(G=book.pdf.make_indirect(font)))


def drawn_font(book: Book) -> None:
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 700, 700]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        FirstChar=97,
        LastChar=97,
        Widths=Array([700]),
        Encoding=Dictionary(Differences=Array([97, Name("/a")])),
        CharProcs=Dictionary(a=book.pdf.make_stream(b"700 0 0 0 700 700 d1 0 0 600 600 re f")),
        Resources=Dictionary(),
    )
    x, y = book.width / 2, book.height / 2 + 60
    book.paint(
        f"0 g BT /G 12 Tf {x} {y} Td (aa) Tj ET", Font=Dictionary(G=book.pdf.make_indirect(font))
    )


def tiny_type(book: Book) -> None:
    book.paint(f"0 g {book.text(4)}")


def see_through(book: Book) -> None:
    half = Dictionary(Type=Name.ExtGState, ca=0.5)
    book.paint(f"/H gs 0.5 g {book.middle} f", ExtGState=Dictionary(H=half))


def multiplied(book: Book) -> None:
    blend = Dictionary(Type=Name.ExtGState, BM=Name.Multiply)
    book.paint(f"/H gs 0.5 g {book.middle} f", ExtGState=Dictionary(H=blend))


def softly_masked(book: Book) -> None:
    group = form_of(book, "0.5 g 0 0 100 100 re f")
    mask = Dictionary(Type=Name.Mask, S=Name.Luminosity, G=group)
    settings = Dictionary(Type=Name.ExtGState, SMask=mask)
    book.paint(f"/H gs 0.5 g {book.middle} f", ExtGState=Dictionary(H=settings))


def picture_with_alpha(book: Book) -> None:
    alpha = book.pdf.make_stream(
        bytes(90000),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=300,
        Height=300,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )
    book.picture.SMask = alpha


def linked(book: Book) -> None:
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([100, 100, 200, 120]), Border=Array([0] * 3)
    )
    link.A = Dictionary(S=Name.URI, URI=String("https://example.org"))
    book.page().Annots = Array([book.pdf.make_indirect(link)])


def bookmarked(book: Book) -> None:
    with book.pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Chapter", 0))


def attached(book: Book) -> None:
    book.pdf.attachments["notes.txt"] = b"notes"


def with_a_form(book: Book) -> None:
    field = Dictionary(FT=Name.Tx, T=String("name"))
    book.pdf.Root.AcroForm = Dictionary(Fields=Array([book.pdf.make_indirect(field)]))


def layered(book: Book) -> None:
    group = book.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Layer")))
    book.pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary())


def scripted(book: Book) -> None:
    action = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    book.pdf.Root.OpenAction = book.pdf.make_indirect(action)


def untitled(book: Book) -> None:
    del book.pdf.docinfo["/Title"]


def two_titles(book: Book) -> None:
    with book.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp["dc:title"] = "Another book"


def undated(book: Book) -> None:
    del book.pdf.docinfo["/ModDate"]


def trapping_unknown(book: Book) -> None:
    book.pdf.docinfo["/Trapped"] = Name.Unknown


def unlabelled(book: Book) -> None:
    del book.pdf.docinfo["/GTS_PDFXVersion"]
    if "/GTS_PDFXConformance" in book.pdf.docinfo:
        del book.pdf.docinfo["/GTS_PDFXConformance"]


def no_intent(book: Book) -> None:
    del book.pdf.Root["/OutputIntents"]


def another_intent(book: Book) -> None:
    book.pdf.Root.OutputIntents[0].OutputConditionIdentifier = String("FOGRA47")


def a_screens_profile(book: Book) -> None:
    header = bytearray(128)
    header[12:20] = b"mntrRGB "
    book.pdf.Root.OutputIntents[0].DestOutputProfile = book.pdf.make_stream(bytes(header), N=3)


def later_version(book: Book) -> None:
    book.version = "1.7"


def transfer_curve(book: Book) -> None:
    curve = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=2)
    settings = Dictionary(Type=Name.ExtGState, TR=curve)
    book.paint("/H gs", ExtGState=Dictionary(H=book.pdf.make_indirect(settings)))


def transparency_group(book: Book) -> None:
    book.page().Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK)


def one_page_more(book: Book) -> None:
    book.pdf.pages.append(book.pdf.pages[0])


def one_page(book: Book) -> None:
    while len(book.pdf.pages) > book.rules.pages_multiple:
        del book.pdf.pages[-1]


def a_larger_page(book: Book) -> None:
    page = book.page(2)
    for name in ("/MediaBox", "/BleedBox", "/TrimBox"):
        left, bottom, right, top = (float(edge) for edge in page[name])
        page[name] = Array([left, bottom, right, top + 72])
    right, top = float(page.MediaBox[2]), float(page.MediaBox[3])
    book.paint(f"0.3 0.1 0 0 k 0 {top - 80} {right} 80 re f", 2)


def another_trim(book: Book) -> None:
    for page in book.pdf.pages:
        page.obj.MediaBox = page.obj.TrimBox = Array([0, 0, 300, 420])
        if "/BleedBox" in page.obj:
            del page.obj["/BleedBox"]
        x, y = 150 - 40, 210
        page.obj.Contents = book.pdf.make_stream(
            f"0 g BT /F 11 Tf {x} {y} Td (a line) Tj ET".encode()
        )


def no_trim_box(book: Book) -> None:
    for page in book.pdf.pages:
        del page.obj["/TrimBox"]


def trim_beyond_bleed(book: Book) -> None:
    left = float(book.page().TrimBox[0])
    book.page().BleedBox = Array([left + 3, *list(book.page().MediaBox)[1:]])


def half_the_bleed(book: Book) -> None:
    for page in book.pdf.pages:
        _, _, right, top = (float(edge) for edge in page.obj.MediaBox)
        page.obj.MediaBox = page.obj.BleedBox = Array([4, 4, right - 4, top - 4])


def bleed_not_filled(book: Book) -> None:
    left, bottom, right, top = (float(edge) for edge in book.page(2).TrimBox)
    book.paint(f"0.3 g {left} {top - 80} {right - left} 80 re f", 2)
    assert bottom > 0


def paper_beyond_the_bleed(book: Book) -> None:
    for page in book.pdf.pages:
        _, _, right, top = (float(edge) for edge in page.obj.MediaBox)
        page.obj.MediaBox = Array([-20, -20, right + 20, top + 20])


def turned(book: Book) -> None:
    book.page().Rotate = 90


def text_in_the_gutter(book: Book) -> None:
    y = book.height / 2 + 80
    left = float(book.page().TrimBox[0])
    book.paint(f"0 g BT /F 11 Tf {left + 8} {y} Td (a line) Tj ET")


def text_at_the_foot(book: Book) -> None:
    bottom = float(book.page().TrimBox[1])
    book.paint(f"0 g BT /F 11 Tf {book.width / 2} {bottom + 6} Td (a line) Tj ET")


CASES: list[tuple[str, Fault, str]] = [
    ("ingramspark", rgb_text, "PRE020"),
    ("ingramspark", rgb_area, "PRE020"),
    ("ingramspark", rgb_picture, "PRE020"),
    ("ingramspark", rgb_in_a_form, "PRE020"),
    ("ingramspark", rgb_in_a_form_in_a_form, "PRE020"),
    ("ingramspark", rgb_in_a_pattern, "PRE020"),
    ("ingramspark", rgb_shading, "PRE020"),
    ("ingramspark", rgb_shading_in_a_pattern, "PRE020"),
    ("ingramspark", indexed_rgb_picture, "PRE020"),
    ("ingramspark", lab_area, "PRE020"),
    ("ingramspark", profiled_area, "PRE020"),
    ("ingramspark", spot_area, "PRE020"),
    ("lulu", four_hundred, "PRE020"),
    ("ingramspark", rich_black_text, "PRE021"),
    ("offset", rich_black_small_text, "PRE021"),
    ("offset", small_coloured_text, "PRE022"),
    ("ingramspark", four_hundred, "PRE023"),
    ("ingramspark", heavy_picture, "PRE023"),
    ("ingramspark", heavy_shading, "PRE023"),
    ("ingramspark", heavy_overprint, "PRE023"),
    ("offset", hairline, "PRE024"),
    ("offset", line_of_no_width, "PRE024"),
    ("offset", thin_by_scale, "PRE024"),
    ("offset", thin_area, "PRE024"),
    ("offset", white_overprint, "PRE025"),
    ("offset", black_on_colour, "PRE026"),
    ("ingramspark", coarse_picture, "PRE030"),
    ("ingramspark", coarse_line_art, "PRE030"),
    ("newspaper", unembedded, "PDF002"),
    ("kdp", drawn_font, "PRE040"),
    ("kdp", tiny_type, "PRE043"),
    ("kdp", see_through, "PRE045"),
    ("kdp", multiplied, "PRE045"),
    ("kdp", softly_masked, "PRE045"),
    ("kdp", picture_with_alpha, "PRE045"),
    ("kdp", linked, "PRE050"),
    ("kdp", bookmarked, "PRE051"),
    ("kdp", attached, "PRE053"),
    ("kdp", with_a_form, "PRE054"),
    ("kdp", layered, "PRE055"),
    ("kdp", scripted, "PDF006"),
    ("kdp", untitled, "PDF004"),
    ("kdp", two_titles, "PRE060"),
    ("magazine", trapping_unknown, "PRE061"),
    ("magazine", unlabelled, "PRE062"),
    ("offset", unlabelled, "PRE062"),
    ("magazine", no_intent, "PRE063"),
    ("magazine", another_intent, "PRE064"),
    ("magazine", a_screens_profile, "PRE064"),
    ("magazine", undated, "PRE065"),
    ("magazine", later_version, "PRE066"),
    ("magazine", transfer_curve, "PRE068"),
    ("magazine", transparency_group, "PRE068"),
    ("offset", one_page_more, "PRE072"),
    ("lulu", one_page_more, "PRE072"),
    ("kdp", one_page, "PRE070"),
    ("kdp", a_larger_page, "PRE011"),
    ("newspaper", another_trim, "PRE012"),
    ("offset", no_trim_box, "PRE013"),
    ("offset", trim_beyond_bleed, "PRE010"),
    ("offset", half_the_bleed, "PRE014"),
    ("kdp", paper_beyond_the_bleed, "PRE015"),
    ("kdp", bleed_not_filled, "PRE016"),
    ("offset", bleed_not_filled, "PRE016"),
    ("bod", turned, "PRE017"),
    ("kdp", text_in_the_gutter, "PRE018"),
    ("ingramspark", text_at_the_foot, "PRE018"),
]


@pytest.mark.parametrize(
    ("target", "fault", "code"), CASES, ids=[f"{t}-{f.__name__}" for t, f, _ in CASES]
)
def test_a_fault_is_found_by_its_rule_alone(target: str, fault: Fault, code: str) -> None:
    book = Book(target)
    fault(book)
    assert {found.code for found in book.found()} == {code}


OF_ONES_OWN: list[tuple[dict[str, object], str]] = [
    ({"pages_most": 12}, "PRE071"),
    ({"file_name": r"978\d{10}_txt\.pdf"}, "PRE073"),
    ({"file_bytes": 1000}, "PRE074"),
    ({"picture_wanted": 400}, "PRE031"),
]


@pytest.mark.parametrize(("rules", "code"), OF_ONES_OWN, ids=str)
def test_rules_of_ones_own_are_held_to(rules: dict[str, object], code: str) -> None:
    book = Book("kdp")
    changed = msgspec.structs.replace(book.rules, **rules)
    book.target = msgspec.structs.replace(book.target, pdf=changed)
    assert {found.code for found in book.found()} == {code}


def test_whole_fonts_are_found_where_subsets_are_wanted() -> None:
    book = Book("kdp")
    changed = msgspec.structs.replace(book.rules, fonts="subset")
    book.target = msgspec.structs.replace(book.target, pdf=changed)
    assert book.found() == ()
    book.font.BaseFont = book.font.FontDescriptor.FontName = Name("/SourceSerif4")
    assert [found.code for found in book.found()] == ["PRE042"]


def test_a_file_without_an_identifier() -> None:
    book = Book("magazine")
    source = Source("book.pdf", book.data().replace(b"/ID [", b"/Xd ["))
    assert [found.code for found in preflight(source, book.target).diagnostics] == ["PRE067"]


def test_an_encrypted_file() -> None:
    book = Book("kdp")
    for owner, user in (("secret", ""), ("secret", "open")):
        stream = io.BytesIO()
        book.pdf.save(stream, encryption=pikepdf.Encryption(owner=owner, user=user))
        source = Source("book.pdf", stream.getvalue())
        if user:
            with pytest.raises(PublisherError) as failure:
                preflight(source, book.target)
            found = failure.value.diagnostics
        else:
            found = preflight(source, book.target).diagnostics
        assert [one.code for one in found] == ["PRE003"]


def test_a_place_is_told_in_one_form() -> None:
    book = Book("offset")
    book.paint("0.1 w 0 G 150 300 m 200 300 l S", 3)
    (found,) = book.found()
    assert found.message.endswith(" [page 3: 149.9 299.9 200.1 300.1 pt]")
    assert found.span is not None
    assert found.span.file == "book.pdf"


def test_what_is_alike_is_told_once_with_its_count() -> None:
    book = Book("offset")
    for number in range(1, 5):
        rgb_text_at = f"1 0 0 rg {book.text()}"
        book.paint(rgb_text_at, number)
    (found,) = book.found()
    assert found.message.endswith(" pt], and 3 more")


def test_a_hundred_faults_are_not_a_hundred_lines() -> None:
    book = Book("offset")
    for part in range(25, 85):
        book.paint(f"1 1 1 {part / 100} k {part} {100 + part} 20 20 re f")
    codes = Counter(found.code for found in book.found())
    assert codes == {"PRE023": 20, "PRE002": 1}
    (rest,) = [found.message for found in book.found() if found.code == "PRE002"]
    assert rest.startswith("40 more findings PRE023")


def test_marks_may_stand_outside_the_bleed() -> None:
    """Crop marks in Separation /All, on paper beyond the bleed, are what a printer wants."""
    book = Book("offset")
    for number, page in enumerate(book.pdf.pages, start=1):
        right, top = float(page.obj.MediaBox[2]), float(page.obj.MediaBox[3])
        page.obj.MediaBox = Array([-30, -30, right + 30, top + 30])
        tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1)
        tint.C0, tint.C1 = Array([0, 0, 0, 0]), Array([1, 1, 1, 1])
        space = Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])
        book.paint(
            "/A CS 1 SCN 0.25 w -25 8.5 m -10 8.5 l S 8.5 -25 m 8.5 -10 l S",
            number,
            ColorSpace=Dictionary(A=space),
        )
    assert book.found() == ()


def test_a_page_without_bleed_is_taken_where_nothing_meets_its_edge() -> None:
    book = Book("kdp")
    for page in book.pdf.pages:
        left, bottom, right, top = (float(edge) for edge in page.obj.TrimBox)
        page.obj.MediaBox = page.obj.TrimBox = Array([left, bottom, right, top])
        del page.obj["/BleedBox"]
        x, y = (left + right) / 2 - 40, (bottom + top) / 2
        page.obj.Contents = book.pdf.make_stream(
            f"0 g BT /F 11 Tf {x} {y} Td (a line) Tj ET".encode()
        )
    assert book.found() == ()
    book.paint("0.5 g 0 100 400 100 re f")
    assert {found.code for found in book.found()} == {"PRE016"}
