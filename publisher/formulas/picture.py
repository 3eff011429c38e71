"""Formulas as pictures of pixels, for reading systems that set neither MathML nor vectors.

WeasyPrint draws them, as it does in a PDF, and PDFium turns that into pixels. The ground is white
and not transparent: black lines on a dark page would be lost. layouts/css/epub/formula-picture.css
says how the ground goes with that of the page.
"""

import math
from collections.abc import Iterator, Sequence

import msgspec
import pypdfium2
import weasyprint
from PIL import Image

from publisher.formulas.drawing import EM, draw
from publisher.formulas.formula import Drawing, Formula
from publisher.pictures import png

_PIXELS = 96
"""Pixels of an em: twice what a reader of 300 pixels an inch has for text of 12 points."""
_POINTS = 72.0
"""Points of an em on the page that is drawn."""
_UNIT = EM / _PIXELS
"""A pixel in the units of a drawing's view box."""
_EDGE = 4
"""Pixels around a drawing, so that no stroke is cut: the box does not count its thickness."""
_GREYS = 16
_BATCH = 64
_SETTLED = "@page { margin: 0; size: %gpt %gpt } body { margin: 0 } svg { display: block }"


class FormulaPicture(msgspec.Struct, frozen=True):
    """A PNG; `width`, `height` and `depth` in em of the text around it.

    `depth` is how far it reaches below the baseline, which lies between two rows of pixels.
    """

    data: bytes
    width: float
    height: float
    depth: float


class _Frame(msgspec.Struct, frozen=True):
    """A drawing on whole pixels: how wide it is, how far it goes above and below the baseline."""

    drawing: Drawing
    left: float
    wide: int
    above: int
    below: int

    @property
    def high(self) -> int:
        return self.above + self.below

    @property
    def svg(self) -> str:
        size = (self.wide * _POINTS / _PIXELS, self.high * _POINTS / _PIXELS)
        view = (
            self.left - _EDGE * _UNIT,
            -self.above * _UNIT,
            self.wide * _UNIT,
            self.high * _UNIT,
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{" ".join(map(repr, view))}" '
            f'style="width: {size[0]}pt; height: {size[1]}pt; break-after: page">'
            f"{self.drawing.paths}</svg>"
        )


def draw_pictures(formulas: Sequence[Formula]) -> list[FormulaPicture]:
    """The picture of each formula, in order.

    Raises FormulaError where one cannot be drawn.
    """
    frames = [_frame(draw(formula)) for formula in formulas]
    batches = (frames[at : at + _BATCH] for at in range(0, len(frames), _BATCH))
    return [picture for batch in batches for picture in _pictures(batch)]


def _frame(drawing: Drawing) -> _Frame:
    left, top, width, height = map(float, drawing.view.split())
    return _Frame(
        drawing=drawing,
        left=left,
        wide=math.ceil(width / _UNIT) + 2 * _EDGE,
        above=math.ceil(-top / _UNIT) + _EDGE,
        below=math.ceil((top + height) / _UNIT) + _EDGE,
    )


def _pictures(frames: Sequence[_Frame]) -> Iterator[FormulaPicture]:
    """The frames as pages of one PDF, each in its upper left corner, and their pixels."""
    scale = _POINTS / _PIXELS
    page = (max(each.wide for each in frames) * scale, max(each.high for each in frames) * scale)
    markup = f"<style>{_SETTLED % page}</style>{''.join(each.svg for each in frames)}"
    pdf = weasyprint.HTML(string=markup).write_pdf()
    with pypdfium2.PdfDocument(pdf) as document:
        for number, frame in enumerate(frames):
            crop = (0, page[1] - frame.high * scale, page[0] - frame.wide * scale, 0)
            drawn = document[number].render(scale=1 / scale, crop=crop, grayscale=True).to_pil()
            exact = drawn.crop((0, 0, frame.wide, frame.high))
            yield FormulaPicture(
                data=png.written(_in_few_greys(exact)),
                width=round(frame.wide / _PIXELS, 4),
                height=round(frame.high / _PIXELS, 4),
                depth=round(frame.below / _PIXELS, 4),
            )


def _in_few_greys(image: Image.Image) -> Image.Image:
    """`image` in half a byte a pixel, which takes a third off its file."""
    step = 255 // (_GREYS - 1)
    levels = image.convert("L").point([(value + step // 2) // step for value in range(256)])
    reduced = Image.frombytes("P", levels.size, levels.tobytes())
    reduced.putpalette([grey * step for grey in range(_GREYS) for _ in range(3)])
    return reduced
