"""What all streams of a file share while they are read: its fonts, and the count of operators."""

import pikepdf

from publisher.checks.preflight.fonts import Font
from publisher.checks.preflight.limits import MOST_OPERATORS, TooMuch


class Common:
    """Fonts are read once for all pages; patterns and glyphs are looked at once a page."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[int, int], Font] = {}
        self._left = MOST_OPERATORS
        self._met: set[tuple[int, int]] = set()

    def turn_page(self) -> None:
        """Begins to count anew."""
        self._left = MOST_OPERATORS
        self._met = set()

    def font(self, value: object) -> Font | None:
        """The font of a dictionary, read when it is first used; None for what is none."""
        if not isinstance(value, pikepdf.Dictionary):
            return None
        key = value.objgen
        if key == (0, 0):
            return Font(value)
        if key not in self._fonts:
            self._fonts[key] = Font(value)
        return self._fonts[key]

    def count(self) -> None:
        """Counts an operator. Raises TooMuch."""
        self._left -= 1
        if self._left < 0:
            raise TooMuch(f"more than {MOST_OPERATORS:,} operators on a page")

    def once(self, value: pikepdf.Object) -> bool:
        """Whether a pattern or glyph is met for the first time on this page."""
        key = value.objgen
        if key != (0, 0) and key in self._met:
            return False
        self._met.add(key)
        return True
