"""Fonts as far as their runs are measured: widths of codes, and which codes are spaces."""

import re
from collections.abc import Iterator, Sequence

import pikepdf

_THOUSAND = 1000
_MOST_CODES = 70_000
_MOST_MAP = 4_000_000
"""Bytes of a font's map to Unicode that are read."""

_PAIR = re.compile(rb"<([0-9A-Fa-f]{2,8})>\s*<([0-9A-Fa-f]{4})>")
_SPACES = frozenset((0x0020, 0x00A0, 0x2002, 0x2003, 0x2007, 0x2009, 0x200A, 0x200B, 0x202F))


class Font:
    """A font as a page's operators use it; `key` tells it from others."""

    def __init__(self, value: pikepdf.Dictionary) -> None:
        self.value = value
        self.key: tuple[int, int] = value.objgen
        self.kind = str(value.get("/Subtype", ""))
        self.codes = 2 if self.kind == "/Type0" else 1
        self._widths: dict[int, float] = {}
        self._default = 500.0
        if self.kind == "/Type0":
            self._read_composite(value)
        else:
            self._read_simple(value)
        self._spaces = _spaces(value) | ({32} if self.codes == 1 else set())

    def _read_simple(self, value: pikepdf.Dictionary) -> None:
        first, widths = value.get("/FirstChar"), value.get("/Widths")
        descriptor = value.get("/FontDescriptor")
        if isinstance(descriptor, pikepdf.Dictionary):
            self._default = _number(descriptor.get("/MissingWidth"), 0.0)
        scale = 1.0
        if self.kind == "/Type3":
            matrix = value.get("/FontMatrix")
            numbers = list(matrix) if isinstance(matrix, pikepdf.Array) else []
            scale = abs(_number(numbers[0], 0.001)) * _THOUSAND if numbers else 1.0
        if isinstance(first, int) and isinstance(widths, pikepdf.Array):
            for at, width in enumerate(widths):
                if at > 255:
                    break
                self._widths[first + at] = _number(width, 0.0) * scale

    def _read_composite(self, value: pikepdf.Dictionary) -> None:
        self._default = 1000.0
        below = value.get("/DescendantFonts")
        if not isinstance(below, pikepdf.Array) or not len(below):
            return
        if not isinstance(descendant := below[0], pikepdf.Dictionary):
            return
        self._default = _number(descendant.get("/DW"), 1000.0)
        rows = descendant.get("/W")
        if isinstance(rows, pikepdf.Array):
            for code, width in _composite_widths(list(rows)):
                if len(self._widths) >= _MOST_CODES:
                    return
                self._widths[code] = width

    def split(self, text: bytes) -> Iterator[tuple[int, float, bool]]:
        """The codes of a string: each with its width in thousandths, and whether it is a space."""
        for at in range(0, len(text) - self.codes + 1, self.codes):
            code = int.from_bytes(text[at : at + self.codes], "big")
            yield code, self._widths.get(code, self._default), code in self._spaces


def _composite_widths(rows: Sequence[object]) -> Iterator[tuple[int, float]]:
    """Codes and widths of an array W (ISO 32000-1, 9.7.4.3)."""
    at = 0
    while at + 1 < len(rows):
        first, second = rows[at], rows[at + 1]
        if not isinstance(first, int):
            return
        if isinstance(second, pikepdf.Array):
            for number, width in enumerate(second):
                yield first + number, _number(width, 0.0)
            at += 2
        elif isinstance(second, int) and at + 2 < len(rows):
            same = _number(rows[at + 2], 0.0)
            yield from ((code, same) for code in range(first, min(second, first + _MOST_CODES) + 1))
            at += 3
        else:
            return


def _spaces(value: pikepdf.Dictionary) -> set[int]:
    """Codes that the font's own map to Unicode (9.10.3) gives a space for."""
    stream = value.get("/ToUnicode")
    if not isinstance(stream, pikepdf.Stream):
        return set()
    try:
        data = stream.read_bytes()[:_MOST_MAP]
    except pikepdf.PdfError:
        return set()
    return {int(one, 16) for one, to in _PAIR.findall(data) if int(to, 16) in _SPACES}


def _number(value: object, otherwise: float) -> float:
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return otherwise
