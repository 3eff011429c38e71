"""Paths as they are drawn (ISO 32000-1, 8.5): the box around them, and whether they clip."""

from collections.abc import Sequence
from typing import Any

import pikepdf

from publisher.checks.preflight.geometry import moved
from publisher.checks.preflight.marks import Box

_POINTS = {"m": 1, "l": 1, "c": 3, "v": 2, "y": 2}
"""How many points an operator of a path has."""


class Path:
    """The current path, between its first operator and the one that paints it."""

    def __init__(self) -> None:
        self.clips = False
        self._box: Box | None = None

    def add(self, operator: str, operands: Any, ctm: pikepdf.Matrix) -> bool:
        """Takes an operator that makes a path; False for others."""
        if operator in _POINTS:
            numbers = [float(one) for one in operands]
            for at in range(0, 2 * _POINTS[operator], 2):
                self._take(ctm.transform((numbers[at], numbers[at + 1])))
        elif operator == "re":
            x, y, width, height = (float(one) for one in operands)
            left, bottom, right, top = moved(ctm, (x, y, x + width, y + height))
            self._take((left, bottom))
            self._take((right, top))
        elif operator in ("W", "W*"):
            self.clips = True
        else:
            return operator == "h"
        return True

    def _take(self, point: Sequence[float]) -> None:
        x, y = point
        if self._box is None:
            self._box = (x, y, x, y)
        else:
            left, bottom, right, top = self._box
            self._box = (min(left, x), min(bottom, y), max(right, x), max(top, y))

    def box(self) -> Box | None:
        """The box around all points, those that steer curves included; None for no path."""
        return self._box
