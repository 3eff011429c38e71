"""Books made by hand as a printer wants them, target by target, so that one thing can be wrong."""

import functools
import io
from collections.abc import Callable

import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String

from publisher.assets import Source
from publisher.checks.preflight import preflight
from publisher.diagnostics import Diagnostic
from publisher.targets import PdfRules, load_target
from tests.conftest import ROOT

Fault = Callable[["Book"], None]

MM = 72 / 25.4
_LETTERS = " abcdefghijklmnopqrstuvwxyz"
_DATE = "D:20261125120000Z"


class Book:
    """A book of a target's fewest pages, with something on each that is right for it.

    That is a line of text, a rule, a picture, and an area that bleeds at the outer edge.
    """

    def __init__(self, target: str, pages: int | None = None) -> None:
        self.target = load_target(target, ROOT)
        self.rules: PdfRules = self.target.pdf_rules
        self.pdf = pikepdf.new()
        self.version = "1.3" if self.rules.standard == "PDF/X-1a:2001" else "1.6"
        self.name = "book.pdf"
        trim = self.rules.trims[0] if self.rules.trims else None
        self.width, self.height = (
            (trim.width * MM, trim.height * MM) if trim else (148 * MM, 210 * MM)
        )
        self.font = self._font()
        self.picture = self._picture()
        least = max(self.rules.pages_least, self.rules.pages_multiple)
        for number in range(1, (pages or least) + 1):
            self._page(number)
        self._describe()

    def _font(self) -> pikepdf.Object:
        program, widths = letters()
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name("/ABCDEF+SourceSerif4"),
            Flags=32,
            FontBBox=Array([-200, -300, 1200, 1000]),
            ItalicAngle=0,
            Ascent=900,
            Descent=-250,
            CapHeight=670,
            StemV=80,
            FontFile3=self.pdf.make_stream(program, Subtype=Name.Type1C),
        )
        return self.pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type1,
                BaseFont=Name("/ABCDEF+SourceSerif4"),
                FirstChar=32,
                LastChar=122,
                Widths=Array(list(widths)),
                Encoding=Name.WinAnsiEncoding,
                FontDescriptor=self.pdf.make_indirect(descriptor),
            )
        )

    def _picture(self) -> pikepdf.Object:
        return self.pdf.make_stream(
            bytes(range(250)) * 250,
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=250,
            Height=250,
            BitsPerComponent=8,
            ColorSpace=Name.DeviceGray,
        )

    def _page(self, number: int) -> None:
        rules, bleed = self.rules, self.rules.bleed * MM
        left, bottom, right, top = bleed, bleed, bleed, bleed
        if rules.bleed_sides == "outer":
            left, right = (0.0, bleed) if number % 2 else (bleed, 0.0)
        wide, high = left + self.width + right, bottom + self.height + top
        page = self.pdf.add_blank_page(page_size=(wide, high))
        page.obj.TrimBox = Array([left, bottom, left + self.width, bottom + self.height])
        if bleed:
            page.obj.BleedBox = Array([0, 0, wide, high])
        page.obj.Resources = Dictionary(
            Font=Dictionary(F=self.font), XObject=Dictionary(P=self.picture)
        )
        middle = bottom + self.height / 2
        tint = "0.8 g" if "cmyk" not in rules.colours else "0.3 0.1 0 0 k"
        parts = [f"0 g BT /F 11 Tf {wide / 2 - 60} {middle} Td (a line of text) Tj ET"]
        parts.append(f"1 w 0 G {wide / 2 - 60} {middle - 20} m {wide / 2 + 60} {middle - 20} l S")
        parts.append(f"q 54 0 0 54 {wide / 2 - 60} {middle - 90} cm /P Do Q")
        if bleed:
            at = left + self.width - 9 if right else 0
            parts.append(f"{tint} {at} 0 {9 + bleed} {high} re f")
        page.obj.Contents = self.pdf.make_stream("\n".join(parts).encode())

    def _describe(self) -> None:
        info = self.pdf.docinfo
        info["/Title"] = "A book"
        info["/CreationDate"] = info["/ModDate"] = _DATE
        if self.rules.standard.startswith("PDF/X"):
            info["/Trapped"] = Name("/False")
            if self.rules.standard == "PDF/X-1a:2001":
                info["/GTS_PDFXVersion"] = "PDF/X-1:2001"
                info["/GTS_PDFXConformance"] = "PDF/X-1a:2001"
            else:
                info["/GTS_PDFXVersion"] = "PDF/X-4"
            self.pdf.Root.OutputIntents = Array([self.intent()])

    def intent(self) -> Dictionary:
        """An output intent with the head of a printer's profile."""
        header = bytearray(128)
        header[12:20] = b"prtrCMYK"
        return Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFX,
            OutputConditionIdentifier=String(self.rules.output_condition),
            RegistryName=String("http://www.color.org"),
            Info=String(self.rules.output_condition),
            DestOutputProfile=self.pdf.make_stream(bytes(header), N=4),
        )

    def page(self, number: int = 1) -> pikepdf.Dictionary:
        found = self.pdf.pages[number - 1].obj
        assert isinstance(found, pikepdf.Dictionary)
        return found

    def paint(self, operators: str, number: int = 1, **resources: Dictionary) -> None:
        """Adds operators to a page, painted last; `resources` by category, such as ExtGState."""
        page = self.page(number)
        before = page.Contents
        assert isinstance(before, pikepdf.Stream)
        data = before.read_bytes() + f"\nq {operators} Q\n".encode()
        page.Contents = self.pdf.make_stream(data)
        for category, entries in resources.items():
            found = page.Resources.get(f"/{category}", Dictionary())
            assert isinstance(found, Dictionary)
            for key in entries.keys():  # noqa: SIM118 - no mapping
                found[key] = entries[key]
            page.Resources[f"/{category}"] = found

    @property
    def middle(self) -> str:
        """The place of an area in the middle of a page, for `re`."""
        return f"{self.width / 2} {self.height / 2 + 40} 40 40 re"

    def text(self, size: float = 11) -> str:
        """Operators that show a line in the middle of a page, in the current colour."""
        x, y = self.width / 2 - 40, self.height / 2 + 60
        return f"BT /F {size} Tf {x} {y} Td (a line) Tj ET"

    def data(self) -> bytes:
        stream = io.BytesIO()
        self.pdf.save(
            stream,
            force_version=self.version,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
        return stream.getvalue()

    def found(self) -> tuple[Diagnostic, ...]:
        """What preflight finds in it, against its target."""
        return preflight(Source(self.name, self.data()), self.target).diagnostics


@functools.cache
def letters() -> tuple[bytes, tuple[int, ...]]:
    """A program with small letters alone, and the widths of codes 32 to 122."""
    path = ROOT / "fonts/source-serif-4/SourceSerif4-Regular.otf"
    with TTFont(path) as font:
        cut = subset.Subsetter(subset.Options(hinting=False, desubroutinize=True))
        cut.populate(text=_LETTERS)
        cut.subset(font)
        names, metrics = font.getBestCmap(), font["hmtx"].metrics
        scale = 1000 / font["head"].unitsPerEm
        widths = tuple(
            round(metrics[names[code]][0] * scale) if code in names else 0
            for code in range(32, 123)
        )
        return font.getTableData("CFF "), widths
