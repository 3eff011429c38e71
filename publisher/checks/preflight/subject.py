"""A PDF as the rules read it: the file, its pages with their boxes and marks, and the target."""

import functools
from collections.abc import Iterator

import msgspec
import pikepdf
import pypdfium2

from publisher.assets import Source
from publisher.checks.parity.pdf.tree import Node, read_tree
from publisher.checks.preflight.common import Common
from publisher.checks.preflight.geometry import box_of
from publisher.checks.preflight.interpreter import page_marks
from publisher.checks.preflight.limits import MOST_MARKS, TooMuch
from publisher.checks.preflight.marks import Box, Mark
from publisher.checks.preflight.trims import trim_in
from publisher.diagnostics import PublisherError
from publisher.targets import PdfRules, Target


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A page: its number from 1, its boxes (ISO 32000-1, 14.11.2), and how far it is turned.

    `trim` is what the page is cut to: its TrimBox, else what the target makes of its size; where
    neither says, the whole page, and `cut` is False. `stated` are the boxes of the page, by name.
    """

    number: int
    media: Box
    crop: Box
    bleed: Box
    trim: Box
    cut: bool
    stated: dict[str, Box]
    turned: int
    page: pikepdf.Page

    @property
    def width(self) -> float:
        """Of the page as it is cut, in points."""
        return self.trim[2] - self.trim[0]

    @property
    def height(self) -> float:
        """Of the page as it is cut, in points."""
        return self.trim[3] - self.trim[1]


class Subject:
    """What a rule is given; without a `target` it has no `rules`."""

    def __init__(self, source: Source, pdf: pikepdf.Pdf, target: Target | None) -> None:
        self.pdf = pdf
        self.source = source
        self.rules: PdfRules | None = target.pdf_rules if target else None
        self.right_to_left = _reads_right_to_left(pdf)
        self.sheets = tuple(
            _sheet(number, page, self.rules, self.right_to_left)
            for number, page in enumerate(pdf.pages, start=1)
        )
        self._common = Common()
        self._marks: dict[int, tuple[Mark, ...]] = {}
        self._left = MOST_MARKS
        self._xmp: pikepdf.models.PdfMetadata | None = None

    def marks(self, sheet: Sheet) -> tuple[Mark, ...]:
        """What is painted on a page. Raises TooMuch."""
        if sheet.number not in self._marks:
            found = tuple(page_marks(sheet.page, self._common))
            self._left -= len(found)
            if self._left < 0:
                raise TooMuch(f"more than {MOST_MARKS:,} things painted")
            self._marks[sheet.number] = found
        return self._marks[sheet.number]

    def all_marks(self) -> Iterator[tuple[Sheet, Mark]]:
        """What is painted on each page, with the page."""
        for sheet in self.sheets:
            for mark in self.marks(sheet):
                yield sheet, mark

    def xmp(self, name: str) -> str | None:
        """A field of the XMP metadata, such as "dc:title"; None where it is not there.

        Reading changes nothing: no editor is named, and Info stays as it is.
        """
        if "/Metadata" not in self.pdf.Root:
            return None
        if self._xmp is None:
            self._xmp = self.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
        found = self._xmp.get(name)
        return None if found is None else str(found)

    @functools.cached_property
    def tree(self) -> Node | None:
        """The root of the structure; None where there is none. Raises TooMuch."""
        try:
            return read_tree(self.pdf, self.source.name)
        except PublisherError as failure:
            raise TooMuch("more elements of structure than are read") from failure

    @functools.cached_property
    def document(self) -> pypdfium2.PdfDocument:
        """The file as PDFium has it. Raises pypdfium2.PdfiumError."""
        return pypdfium2.PdfDocument(self.source.data)


def _reads_right_to_left(pdf: pikepdf.Pdf) -> bool:
    wishes = pdf.Root.get("/ViewerPreferences")
    return isinstance(wishes, pikepdf.Dictionary) and wishes.get("/Direction") == "/R2L"


def _sheet(number: int, page: pikepdf.Page, rules: PdfRules | None, right_to_left: bool) -> Sheet:
    stated = {
        name: box
        for name in ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")
        if (box := box_of(page.obj.get(f"/{name}")))
    }
    media = stated.get("MediaBox", (0.0, 0.0, 612.0, 792.0))
    crop = stated.get("CropBox", media)
    trim = stated.get("TrimBox", crop)
    # Many programs write a TrimBox of the size of the sheet: that says no more than none.
    cut = "TrimBox" in stated
    if rules and rules.trims and trim == media:
        spine_left = (number % 2 == 1) is not right_to_left
        found = trim_in(media, rules, spine_left=spine_left)
        cut, trim = found is not None, found or trim
    turned = page.obj.get("/Rotate", 0)
    return Sheet(
        number=number,
        media=media,
        crop=crop,
        bleed=stated.get("BleedBox", crop),
        trim=trim,
        cut=cut,
        stated=stated,
        turned=turned % 360 if isinstance(turned, int) else 0,
        page=page,
    )
