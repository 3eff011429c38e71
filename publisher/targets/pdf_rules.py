"""The rules that a PDF is checked by; each file of publisher/targets says why it has its values.

Lengths are in millimetres, sizes of type and widths of lines in points, inks in per cent.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Size = tuple[Annotated[float, Meta(gt=0)], Annotated[float, Meta(gt=0)]]
"""A width and a height."""

Standard = Literal["none", "PDF/UA-1", "PDF/A-2b", "PDF/X-1a:2001", "PDF/X-4"]
Colours = Literal["grey", "cmyk", "spot", "rgb", "lab"]


class Trim(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A size of a page after it is cut."""

    name: Annotated[str, Meta(description="What the printer calls it, or its inches.")]
    width: Annotated[float, Meta(gt=0, description="Its width.")]
    height: Annotated[float, Meta(gt=0, description="Its height.")]


class Paper(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A paper that is printed on."""

    name: Annotated[str, Meta(description="Its colour, and its weight as the printer gives it.")]
    page: Annotated[float, Meta(gt=0, description="What a page adds to the spine, in mm.")]


class Gutter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The margin at the spine of works of up to so many pages."""

    pages: Annotated[int, Meta(gt=0, description="The most pages that it holds for.")]
    margin: Annotated[float, Meta(ge=0, description="What is left free at the spine.")]


class PdfRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The table `[pdf]` of a target. Its keys are those that `publisher targets NAME` explains."""

    standard: Annotated[
        Standard, Meta(description="The standard that a file must keep to, and say that it does.")
    ]
    trims: Annotated[
        tuple[Trim, ...], Meta(description="The sizes of pages that are taken; with none, all are.")
    ]
    trim_range: Annotated[
        tuple[Size, ...],
        Meta(max_length=2, description="Sizes of one's own: from this one up to that; or none."),
    ]
    bleed: Annotated[float, Meta(ge=0, description="What is printed beyond the trim.")]
    bleed_sides: Annotated[
        Literal["none", "all", "outer"],
        Meta(description="Where the bleed lies: at all sides, or at all but the spine."),
    ]
    bleed_when: Annotated[
        Literal["never", "touched", "always"],
        Meta(description="Whether pages have a bleed: all, or where something meets the trim."),
    ]
    gutter: Annotated[
        tuple[Gutter, ...], Meta(description="What is left free at the spine, by count of pages.")
    ]
    margin: Annotated[
        float, Meta(ge=0, description="What is left free of text at the other three edges.")
    ]
    colours: Annotated[
        tuple[Colours, ...], Meta(description="The colour spaces that a file may use.")
    ]
    text_black: Annotated[
        Literal["any", "black-ink"],
        Meta(description="Whether text that is black must be so by the black ink alone."),
    ]
    black_overprint: Annotated[
        bool, Meta(description="Whether black text must print over the colours below it.")
    ]
    ink: Annotated[
        float, Meta(gt=0, le=400, description="The most ink in one place; 400 is no limit.")
    ]
    output_condition: Annotated[
        str, Meta(description="The printing condition that the output intent names; may be empty.")
    ]
    output_profile: Annotated[
        str, Meta(description="The colour profile that colours are made for; may be empty.")
    ]
    marks: Annotated[
        tuple[Literal["crop", "registration", "colour-bar"], ...],
        Meta(description="The printer's marks that may stand outside the bleed."),
    ]
    picture_least: Annotated[
        int, Meta(ge=0, description="The fewest pixels to the inch of a picture as it is placed.")
    ]
    picture_wanted: Annotated[
        int, Meta(ge=0, description="The pixels to the inch that a picture should have.")
    ]
    line_art_least: Annotated[
        int, Meta(ge=0, description="The fewest pixels to the inch of black and white line art.")
    ]
    line_least: Annotated[float, Meta(ge=0, description="The thinnest line.")]
    type_least: Annotated[float, Meta(ge=0, description="The smallest type.")]
    type_in_inks_least: Annotated[
        float, Meta(ge=0, description="The smallest type in more than one ink.")
    ]
    fonts: Annotated[
        Literal["embedded", "subset"],
        Meta(description="Fonts are embedded; or embedded with no more than what is used."),
    ]
    type3: Annotated[bool, Meta(description="Whether fonts may be drawn by the page's operators.")]
    transparency: Annotated[bool, Meta(description="Whether colours may show through others.")]
    annotations: Annotated[
        Literal["keep", "none"], Meta(description="Links and comments on the pages.")
    ]
    outline: Annotated[Literal["keep", "none"], Meta(description="Bookmarks.")]
    attachments: Annotated[Literal["keep", "none"], Meta(description="Files inside the file.")]
    tags: Annotated[
        Literal["required", "optional"], Meta(description="Tags, by which a page is read aloud.")
    ]
    pages_least: Annotated[int, Meta(ge=1, description="The fewest pages.")]
    pages_most: Annotated[int, Meta(ge=1, description="The most pages, on the thinnest paper.")]
    pages_multiple: Annotated[
        int, Meta(ge=1, description="The count of pages is a multiple of this.")
    ]
    papers: Annotated[tuple[Paper, ...], Meta(description="The papers that one may choose.")]
    spine_extra: Annotated[
        float, Meta(ge=0, description="What the cover adds to the spine, in mm.")
    ]
    file_name: Annotated[
        str, Meta(description="A regular expression that the file's name matches; may be empty.")
    ]
    file_bytes: Annotated[int, Meta(gt=0, description="The largest file that is taken.")]

    @property
    def for_print(self) -> bool:
        """Whether pages are cut to their size, and printed, rather than shown."""
        return self.bleed_when != "never" or self.pages_multiple > 1 or self.standard[:5] == "PDF/X"

    def margin_at_spine(self, pages: int) -> float:
        """What is left free at the spine of a work of so many `pages`, in mm."""
        fitting = (each.margin for each in self.gutter if pages <= each.pages)
        return next(fitting, self.gutter[-1].margin if self.gutter else 0.0)
