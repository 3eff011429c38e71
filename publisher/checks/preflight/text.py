"""Text objects (ISO 32000-1, 9.4): where each run of text stands, and how large it is."""

from typing import Any

import msgspec
import pikepdf

from publisher.checks.preflight.geometry import moved, sides
from publisher.checks.preflight.marks import Box
from publisher.checks.preflight.state import State

_ASCENT, _DESCENT = 0.75, -0.22
"""Of the size: how far letters reach above the base line and below it, in most fonts."""


class Shown(msgspec.Struct, frozen=True):
    """A run of text: its box, None for spaces alone; its size in points; the codes shown."""

    box: Box | None
    size: float
    codes: set[int]


class Text:
    """The matrices of a text object."""

    def __init__(self) -> None:
        self._matrix = pikepdf.Matrix()
        self._line = pikepdf.Matrix()

    def move(self, operator: str, operands: Any, state: State) -> None:
        """Does what an operator of text says that shows nothing; others are left out."""
        if operator == "BT":
            self._line = self._matrix = pikepdf.Matrix()
        elif operator == "Tm":
            self._line = self._matrix = pikepdf.Matrix(*(float(one) for one in operands))
        elif operator in ("Td", "TD"):
            x, y = float(operands[0]), float(operands[1])
            if operator == "TD":
                state.leading = -y
            self._shift(x, y)
        elif operator == "T*":
            self._shift(0, -state.leading)
        elif operator == "Tc":
            state.character_space = float(operands[0])
        elif operator == "Tw":
            state.word_space = float(operands[0])
        elif operator == "Tz":
            state.scale = float(operands[0]) / 100
        elif operator == "TL":
            state.leading = float(operands[0])
        elif operator == "Ts":
            state.rise = float(operands[0])
        elif operator == "Tr":
            state.mode = int(operands[0])

    def next_line(self, operator: str, operands: Any, state: State) -> None:
        """What `'` and `"` do before they show text."""
        if operator == '"':
            state.word_space, state.character_space = float(operands[0]), float(operands[1])
        self._shift(0, -state.leading)

    def _shift(self, x: float, y: float) -> None:
        self._line = pikepdf.Matrix(1, 0, 0, 1, x, y) @ self._line
        self._matrix = self._line

    def show(self, value: Any, state: State) -> Shown | None:
        """A string, or an array of strings and shifts in thousandths; None without a font."""
        font, size = state.font, state.size
        if font is None:
            return None
        codes: set[int] = set()
        start: float | None = None
        end = at = 0.0
        for part in value if isinstance(value, pikepdf.Array) else [value]:
            if not isinstance(part, pikepdf.String):
                at -= float(part) / 1000 * size * state.scale
                continue
            for code, width, is_space in font.split(bytes(part)):
                codes.add(code)
                step = width / 1000 * size + state.character_space
                if is_space and font.codes == 1 and code == 32:
                    step += state.word_space
                step *= state.scale
                if not is_space:
                    start = at if start is None else start
                    end = at + step - state.character_space * state.scale
                at += step
        whole = self._matrix @ state.ctm
        self._matrix = pikepdf.Matrix(1, 0, 0, 1, at, 0) @ self._matrix
        if start is None:
            return Shown(None, 0.0, codes)
        box = (start, _DESCENT * size + state.rise, end, _ASCENT * size + state.rise)
        return Shown(moved(whole, box), abs(size) * sides(whole)[1], codes)
