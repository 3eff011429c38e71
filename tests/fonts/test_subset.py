"""Fonts cut to a work's characters set its words as the whole fonts do."""

import pytest
import uharfbuzz

from publisher.fonts.families import Face
from publisher.fonts.library import library_for
from publisher.fonts.subset import subset
from tests.conftest import ROOT

FACES = [face for family in library_for(ROOT).families.values() for face in family.faces]
WORDS = (
    "Office waffle fjord Th ft fb, AVATAR To Ty",
    "0123456789 1/2 3⁄4 H2O 1st 2nd",
    "NATO Œuvre naïve Łódź İstanbul ışık",
    "Škoda cœur „Straße“ Ångström façade",
    "a\u0301 e\u0308 n\u0303",
)
FEATURES: tuple[dict[str, bool], ...] = (
    {},
    {"kern": False, "liga": False},
    *({tag: True} for tag in ("smcp", "c2sc", "onum", "lnum", "pnum", "tnum", "frac", "sups")),
    *({tag: True} for tag in ("subs", "ordn", "dlig", "hlig", "case", "zero", "titl", "swsh")),
    {"smcp": True, "c2sc": True, "onum": True},
)
LANGUAGES = ("en", "tr", "nl", "pl", "ro")


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_every_feature_stays(face: Face) -> None:
    text = "".join(WORDS)
    whole = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face.path))))
    cut = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(subset(face, frozenset(map(ord, text))))))
    assert len(cut.face.blob.data) < len(whole.face.blob.data)
    assert _set(WORDS[2], whole, {"smcp": True}, "en") != _set(WORDS[2], whole, {}, "en") or (
        face.italic or "Code" in face.file  # some of these have no small capitals
    )
    for words in WORDS:
        for features in FEATURES:
            for language in LANGUAGES:
                assert _set(words, cut, features, language) == _set(
                    words, whole, features, language
                ), (words, features, language)


def _set(
    words: str, font: uharfbuzz.Font, features: dict[str, bool], language: str
) -> list[tuple[int, int, int, int, tuple[int, ...]]]:
    """Each glyph as it is placed, known by its advance, its place and the box around its ink."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    buffer.language = language
    uharfbuzz.shape(font, buffer, features)
    return [
        (place.x_advance, place.x_offset, place.y_offset, info.cluster, _ink(font, info.codepoint))
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


def _ink(font: uharfbuzz.Font, glyph: int) -> tuple[int, ...]:
    found = font.get_glyph_extents(glyph)
    return (found.x_bearing, found.y_bearing, found.width, found.height) if found else ()
