"""Fonts cut down to the characters of a work, with the features that set them."""

import functools

import uharfbuzz

from publisher.fonts.families import Face

# What any Latin text may need, so that most works share one subset: Basic Latin, Latin-1 and
# the marks and spaces that typography puts in.
_COMMON = frozenset(
    {
        *range(0x20, 0x7F),
        *range(0xA0, 0x100),
        *range(0x2009, 0x2028),
        *(0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044, 0x2060, 0x20AC, 0x2122, 0x2212),
    }
)

_FEATURES = frozenset(
    int.from_bytes(tag.encode())
    for tag in (
        *("smcp", "c2sc", "pcap", "c2pc", "unic", "titl", "case"),
        *("onum", "lnum", "pnum", "tnum", "zero", "ordn", "sups", "subs", "sinf", "afrc"),
        *("dlig", "hlig", "swsh"),
    )
)
"""What style sheets ask for by CSS's font-variant properties, beside what any text is set with:
kerning, ligatures, marks, forms of a language, fractions."""


def subset(face: Face, text: frozenset[int]) -> bytes:
    """The font file of `face` with the code points in `text` and the common Latin ones.

    Glyph names go, hinting and the layout features of CSS stay; the bytes depend on nothing else
    than the font file, the set of characters and the version of HarfBuzz.
    """
    return _subset(face, text - _COMMON)


@functools.lru_cache(maxsize=256)
def _subset(face: Face, rare: frozenset[int]) -> bytes:
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(_COMMON | rare)
    wanted.layout_feature_tag_set.update(_FEATURES)  # and those that HarfBuzz keeps by itself
    wanted.name_id_set.update({0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17})
    source = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face.path)))
    return bytes(uharfbuzz.subset(source, wanted).blob.data)
