"""Boxes and matrices as files hold them (ISO 32000-1, 7.9.5 and 8.3.4)."""

import math

import pikepdf

from publisher.checks.preflight.marks import Box

POINTS_PER_MM = 72 / 25.4
_FARTHEST = 1e9


def millimetres(points: float) -> float:
    """Points (1/72 inch) in millimetres."""
    return points / POINTS_PER_MM


def points(millimetres: float) -> float:
    """Millimetres in points."""
    return millimetres * POINTS_PER_MM


def box_of(value: object) -> Box | None:
    """The box of an array of four numbers, its corners put in order; None for anything else."""
    if not isinstance(value, pikepdf.Array) or len(value) != 4:
        return None
    try:
        x1, y1, x2, y2 = (_bounded(float(one)) for one in value)
    except (TypeError, ValueError):
        return None
    return (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def matrix_of(value: object) -> pikepdf.Matrix | None:
    """The matrix of an array of six numbers; None for anything else."""
    if not isinstance(value, pikepdf.Array) or len(value) != 6:
        return None
    try:
        return pikepdf.Matrix(*(float(one) for one in value))
    except (TypeError, ValueError):
        return None


def moved(matrix: pikepdf.Matrix, box: Box) -> Box:
    """The upright box around `box` after `matrix`."""
    left, bottom, right, top = box
    corners = [
        matrix.transform(corner)
        for corner in ((left, bottom), (right, bottom), (left, top), (right, top))
    ]
    xs = [_bounded(float(x)) for x, _ in corners]
    ys = [_bounded(float(y)) for _, y in corners]
    return (min(xs), min(ys), max(xs), max(ys))


def scale(matrix: pikepdf.Matrix) -> float:
    """How much longer lengths get, on the average of both directions."""
    return math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))


def sides(matrix: pikepdf.Matrix) -> tuple[float, float]:
    """The lengths of the two sides of a square of one unit."""
    return math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d)


def _bounded(value: float) -> float:
    return min(max(value, -_FARTHEST), _FARTHEST) if value == value else 0.0
