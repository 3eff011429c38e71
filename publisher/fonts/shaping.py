"""Words measured and drawn by HarfBuzz with the very font file that will set them."""

import functools
from collections.abc import Iterator

import uharfbuzz
from fontTools.pens.recordingPen import RecordingPen

from publisher.fonts.families import Face

Segment = tuple[str, tuple[tuple[float, float], ...]]
"""One step of an outline, as a fontTools pen records it: "moveTo", "lineTo", "curveTo", …"""


@functools.cache
def _font(path: str) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path)))


@functools.cache
def characters(face: Face) -> frozenset[int]:
    """The code points that a face has glyphs for."""
    return frozenset(_font(str(face.path)).face.unicodes)


def width(text: str, face: Face, size: float, *, tracking: float = 0.0) -> float:
    """How wide `text` is, in the unit of `size`; `tracking` is added per glyph, in em."""
    if not text:
        return 0.0
    advance, glyphs = _advance(text, str(face.path))
    return (advance + glyphs * tracking) * size


@functools.lru_cache(maxsize=4096)
def _advance(text: str, path: str) -> tuple[float, int]:
    """The width of `text` in em, and its number of glyphs."""
    font = _font(path)
    shaped = _shape(text, font)
    units: int = sum(position.x_advance for position in shaped.glyph_positions)
    upem: int = font.face.upem
    return units / upem, len(shaped.glyph_infos)


def outline(
    text: str, face: Face, size: float, *, x: float, y: float, tracking: float = 0.0
) -> Iterator[Segment]:
    """The outlines of `text`, its baseline starting at (`x`, `y`), y growing downwards."""
    if not text:
        return
    font = _font(str(face.path))
    scale = size / font.face.upem
    shaped = _shape(text, font)
    for info, position in zip(shaped.glyph_infos, shaped.glyph_positions, strict=True):
        left, base = x + position.x_offset * scale, y - position.y_offset * scale
        for step, points in _glyph(info.codepoint, str(face.path)):
            yield step, tuple((left + px * scale, base - py * scale) for px, py in points)
        x += position.x_advance * scale + tracking * size


@functools.lru_cache(maxsize=2048)
def _glyph(number: int, path: str) -> tuple[Segment, ...]:
    """The outline of a glyph in the font's own units."""
    pen = RecordingPen()
    _font(path).draw_glyph_with_pen(number, pen)
    return tuple(pen.value)


def _shape(text: str, font: uharfbuzz.Font) -> uharfbuzz.Buffer:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, {"kern": True, "liga": True})
    return buffer
