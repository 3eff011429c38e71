"""What the rich article is written with: runs, paragraphs, items, cells, pictures."""

import io

from PIL import Image as Pixels

from publisher.document.nodes import (
    Cell,
    Inline,
    Inlines,
    ListItem,
    Paragraph,
    Text,
)
from publisher.pictures import Picture


def t(*parts: str | Inline) -> Inlines:
    """A run: words, and inlines as they are."""
    return tuple(Text(text=part) if isinstance(part, str) else part for part in parts)


def p(*parts: str | Inline) -> Paragraph:
    return Paragraph(children=t(*parts))


def item(*parts: str | Inline, checked: bool | None = None) -> ListItem:
    return ListItem(blocks=(p(*parts),), checked=checked)


def cells(*texts: str | Inline, header: bool = False) -> tuple[Cell, ...]:
    return tuple(Cell(blocks=(p(text),), header=header) for text in texts)


def png(name: str, width: int, height: int, ink: int) -> Picture:
    """A plain picture of one grey, with a frame."""
    pixels = Pixels.new("L", (width, height), ink)
    pixels.paste(ink // 2, (width // 4, height // 4, width * 3 // 4, height * 3 // 4))
    data = io.BytesIO()
    pixels.save(data, "PNG")
    return Picture(name, data.getvalue(), "image/png", width, height)


PICTURES = {
    picture.name: picture
    for picture in (
        png("harbour.png", 900, 500, 190),
        png("press.png", 500, 400, 160),
        png("quay.png", 500, 400, 210),
        png("mark.png", 40, 40, 60),
    )
}
