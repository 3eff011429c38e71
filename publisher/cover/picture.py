"""A cover's design as a JPEG: drawn as a PDF page, rendered by PDFium, packed by Pillow."""

import functools
import io

import pydyf
import pypdfium2

from publisher.cover.design import Cover, Shape
from publisher.cover.lines import HEIGHT, WIDTH

_QUALITY = 88


@functools.lru_cache(maxsize=16)
def draw_jpeg(cover: Cover) -> bytes:
    """The cover as a baseline JPEG of `WIDTH` by `HEIGHT` pixels in sRGB."""
    with pypdfium2.PdfDocument(_page(cover)) as document:
        # Four bytes a pixel, which PDFium fills quicker than three.
        bitmap = document[0].render(
            scale=1, rev_byteorder=True, may_draw_forms=False, prefer_bgrx=True
        )
        picture = bitmap.to_pil()
    packed = io.BytesIO()
    picture.save(packed, "JPEG", quality=_QUALITY)
    return packed.getvalue()


def _page(cover: Cover) -> bytes:
    """The design as a PDF of one page, a point a pixel."""
    drawing = pydyf.Stream()
    drawing.set_matrix(1, 0, 0, -1, 0, HEIGHT)
    drawing.set_color_rgb(*_rgb(cover.ground))
    drawing.rectangle(0, 0, WIDTH, HEIGHT)
    drawing.fill()
    for shape in cover.shapes:
        _fill(drawing, shape)
    document = pydyf.PDF()
    document.add_object(drawing)
    page = {
        "Type": "/Page",
        "Parent": document.pages.reference,
        "Contents": drawing.reference,
        "MediaBox": pydyf.Array([0, 0, WIDTH, HEIGHT]),
    }
    document.add_page(pydyf.Dictionary(page))
    written = io.BytesIO()
    document.write(written)
    return written.getvalue()


def _fill(drawing: pydyf.Stream, shape: Shape) -> None:
    drawing.set_color_rgb(*_rgb(shape.colour))
    x, y = 0.0, 0.0
    for step, points in shape.outline:
        if step == "moveTo":
            drawing.move_to(*points[0])
        elif step == "lineTo":
            drawing.line_to(*points[0])
        elif step == "curveTo":
            drawing.curve_to(*(value for point in points for value in point))
        elif step == "qCurveTo":
            drawing.curve_to(*_cubic((x, y), *points))
        if points:
            x, y = points[-1]
    drawing.fill()


def _cubic(
    start: tuple[float, float], control: tuple[float, float], end: tuple[float, float]
) -> tuple[float, ...]:
    """A quadratic curve, as TrueType draws them, raised to the cubic of the same shape."""
    first = tuple(s + 2 / 3 * (c - s) for s, c in zip(start, control, strict=True))
    second = tuple(e + 2 / 3 * (c - e) for e, c in zip(end, control, strict=True))
    return (*first, *second, *end)


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
