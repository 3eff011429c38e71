"""Lengths, all in points (1/72 inch) once they are read."""

import re

_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "px": 0.75}
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(pt|mm|cm|in|px)")


def points(length: str) -> float:
    """A CSS length such as "34pt" or "162mm" in points. Raises ValueError for any other text."""
    found = _LENGTH.fullmatch(length.strip())
    if not found:
        known = ", ".join(_POINTS)
        raise ValueError(f"{length!r} is not a number with a unit ({known})")
    return float(found[1]) * _POINTS[found[2]]
