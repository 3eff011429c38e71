"""The rules that an EPUB is made by; each file of publisher/targets says why it has its values."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

_CODE_POINT = r"U\+(?!0*[0-7]?[0-9A-F]$|D[89A-F]..$|FFF[EF]$)([0-9A-F]{4,5}|10[0-9A-F]{4})"
"""A character as Unicode writes it, "U+2060": none of ASCII's, none that XML may not hold."""
Character = Annotated[str, Meta(pattern=f"^{_CODE_POINT}$")]
Replacement = Annotated[str, Meta(pattern=f"^({_CODE_POINT}|U\\+0020|)$")]


class EpubRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The table `[epub]` of a target. Its keys are those that `publisher targets NAME` explains."""

    notes: Annotated[
        Literal["pop-up", "endnotes"],
        Meta(
            description="How notes are marked up: as footnotes that a reader shows over the page, "
            "or as a list of endnotes. Both lead back to their calls."
        ),
    ]
    formulas: Annotated[
        Literal["mathml", "svg", "png"],
        Meta(description="Formulas as MathML, as vectors in the page, or as pictures."),
    ]
    fonts: Annotated[
        Literal["embed", "leave-out"],
        Meta(description="Whether the theme's fonts are in the file."),
    ]
    characters: Annotated[
        dict[Character, Replacement],
        Meta(
            description="Characters that others stand for, by code point (U+202F); for nothing, "
            "they are left out."
        ),
    ]
    styles: Annotated[
        tuple[str, ...],
        Meta(description="Style sheets in the theme's css/ that follow those that it names."),
    ]
    css_left_out: Annotated[
        tuple[str, ...],
        Meta(
            description="What style sheets may not hold, and is taken out: properties, at-rules "
            'such as "@supports", pseudo-elements such as "::first-letter".'
        ),
    ]
    picture_pixels: Annotated[
        int, Meta(gt=0, description="The most pixels of a picture, its width by its height.")
    ]
    picture_bytes: Annotated[int, Meta(gt=0, description="The largest file of a picture.")]
    picture_colours: Annotated[
        Literal["srgb", "grey"], Meta(description="The colours of pictures of pixels.")
    ]
    picture_ground: Annotated[
        Literal["keep", "white"],
        Meta(description="Whether what is transparent in a picture stays so, or is set on white."),
    ]
    jpeg_quality: Annotated[
        int, Meta(ge=1, le=95, description="Pillow's quality of a JPEG that is written anew.")
    ]
    cover_short_side: Annotated[
        int, Meta(ge=0, description="The fewest pixels of the cover's shorter side.")
    ]
    cover_long_side: Annotated[
        int, Meta(ge=0, description="The fewest pixels of the cover's longer side.")
    ]
    cover_bytes: Annotated[int, Meta(gt=0, description="The largest file of the cover.")]
    navigation_depth: Annotated[
        int, Meta(ge=1, le=6, description="The most levels of the NCX, the contents of EPUB 2.")
    ]
    document_bytes: Annotated[
        int, Meta(gt=0, description="The most bytes of a content document; more are divided.")
    ]
    epub_bytes: Annotated[int, Meta(gt=0, description="The largest EPUB that is taken.")]
    cover_meta: Annotated[
        bool, Meta(description="Whether the package names the cover as EPUB 2 does, too.")
    ]
    display_options: Annotated[
        bool,
        Meta(description="Whether META-INF tells Apple Books that the fonts are to be used."),
    ]

    @property
    def variants(self) -> tuple[str, ...]:
        """The folders of templates, and the style sheets, that rules choose by their values."""
        return (f"notes-{self.notes}", f"formulas-{self.formulas}")

    def with_characters(self, markup: str) -> str:
        """`markup` with other characters in the place of those that are replaced."""
        if not self.characters:
            return markup
        return markup.translate(
            {
                int(found.removeprefix("U+"), 16): _character(instead)
                for found, instead in self.characters.items()
            }
        )


def _character(code_point: str) -> str:
    return chr(int(code_point.removeprefix("U+"), 16)) if code_point else ""
