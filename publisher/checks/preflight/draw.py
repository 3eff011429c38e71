"""Pages with what was found on them: a frame around each place, its code beside it."""

import io
from collections.abc import Sequence

import pypdfium2
from PIL import Image, ImageDraw

from publisher.assets import Source
from publisher.checks.apart import ReaderEnded, TookTooLong, work_apart
from publisher.checks.preflight.found import Found
from publisher.checks.preflight.limits import too_much
from publisher.checks.preflight.marks import Box
from publisher.diagnostics.catalogue import CATALOGUE

MOST_PAGES = 50
"""Pages that are drawn; the first with findings."""

_LONGEST = 120.0
"""Seconds."""

_SCALE = 110 / 72
"""Pixels to the point."""

_MOST_SIDE = 3000
"""Pixels of a page's longer side."""

_COLOURS = {"error": (200, 30, 30), "warning": (205, 120, 0), "info": (30, 90, 200)}
_APART = 2
"""Pixels between a thing and the frame around it."""


def drawn_apart(source: Source, found: Sequence[Found]) -> tuple[tuple[int, bytes], ...]:
    """What `drawn` makes, in a process of its own. Raises PublisherError: PRE001."""
    try:
        return work_apart(drawn, source, tuple(found), seconds=_LONGEST)
    except (TookTooLong, ReaderEnded):
        raise too_much(source.name, "its pages cannot be drawn") from None


def drawn(source: Source, found: Sequence[Found]) -> tuple[tuple[int, bytes], ...]:
    """Pages with findings as PNG, each with its number from 1; at most `MOST_PAGES`."""
    by_page: dict[int, list[Found]] = {}
    for one in found:
        if one.page is not None:
            by_page.setdefault(one.page, []).append(one)
    document = pypdfium2.PdfDocument(source.data)
    try:
        return tuple(
            (number, _page(document, number, by_page[number]))
            for number in sorted(by_page)[:MOST_PAGES]
        )
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, number: int, found: Sequence[Found]) -> bytes:
    page = document[number - 1]
    try:
        media = page.get_mediabox()
        page.set_cropbox(*media)
        page.set_rotation(0)
        longer = max(media[2] - media[0], media[3] - media[1], 1)
        scale = min(_SCALE, _MOST_SIDE / longer)
        picture: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
    finally:
        page.close()
    pen = ImageDraw.Draw(picture)
    told: dict[str, None] = {}
    for one in found:
        colour = _COLOURS[CATALOGUE[one.code].severity]
        if one.box is None:
            told[one.code] = None
            continue
        frame = _pixels(one.box, media, scale, picture.size)
        pen.rectangle(frame, outline=colour, width=2)
        pen.text((frame[0], max(frame[1] - 12, 0)), one.code, fill=colour)
    pen.text((4, 4), " ".join(told), fill=_COLOURS["error"])
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()


def _pixels(box: Box, media: Box, scale: float, size: tuple[int, int]) -> Box:
    """The box of a place in the picture, within it, and never inside out."""
    left, bottom, right, top = box
    x = [(edge - media[0]) * scale for edge in (left, right)]
    y = [(media[3] - edge) * scale for edge in (top, bottom)]
    first = (min(max(x[0] - _APART, 0), size[0] - 2), min(max(y[0] - _APART, 0), size[1] - 2))
    second = (min(x[1] + _APART, size[0] - 1), min(y[1] + _APART, size[1] - 1))
    return (*first, max(second[0], first[0] + 1), max(second[1], first[1] + 1))
