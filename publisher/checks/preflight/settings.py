"""Operators of colour (ISO 32000-1, 8.6.8) and dictionaries of settings (8.4.5)."""

from collections.abc import Callable
from typing import Any

import pikepdf

from publisher.checks.preflight.colour import CMYK, GREY, RGB, Space, read_space
from publisher.checks.preflight.fonts import Font
from publisher.checks.preflight.state import Paint, State

_DEVICE: dict[str, tuple[Space, str]] = {
    "g": (GREY, "fill"),
    "G": (GREY, "stroke"),
    "rg": (RGB, "fill"),
    "RG": (RGB, "stroke"),
    "k": (CMYK, "fill"),
    "K": (CMYK, "stroke"),
}
_CHOOSING = {"cs": "fill", "CS": "stroke"}
_SETTING = {"sc": "fill", "scn": "fill", "SC": "stroke", "SCN": "stroke"}
COLOUR_OPERATORS = frozenset((*_DEVICE, *_CHOOSING, *_SETTING))


def set_colour(
    state: State, operator: str, operands: Any, named: object, resources: pikepdf.Dictionary
) -> None:
    """Does what a colour operator says; `named` are the resources' colour spaces."""
    if operator in _DEVICE:
        space, which = _DEVICE[operator]
        setattr(state, which, Paint(space, tuple(float(one) for one in operands)))
    elif operator in _CHOOSING:
        space = read_space(operands[0], named)
        setattr(state, _CHOOSING[operator], Paint(space, _first(space)))
    else:
        which = _SETTING[operator]
        paint: Paint = getattr(state, which)
        numbers = tuple(float(one) for one in operands if not isinstance(one, pikepdf.Name))
        pattern = None
        if len(operands) and isinstance(operands[-1], pikepdf.Name):
            patterns = resources.get("/Pattern")
            if isinstance(patterns, pikepdf.Dictionary):
                pattern = patterns.get(str(operands[-1]))
        setattr(state, which, Paint(paint.space, numbers, pattern))


def _first(space: Space) -> tuple[float, ...]:
    """The colour that a space starts with (8.6.5 to 8.6.6)."""
    if space.family == "cmyk":
        return (0.0, 0.0, 0.0, 1.0)
    return ((1.0 if space.family == "spot" else 0.0),) * space.count


def apply_settings(
    state: State, found: pikepdf.Dictionary, font: Callable[[object], Font | None]
) -> pikepdf.Stream | None:
    """Takes over the settings of a dictionary; gives the group that its soft mask draws."""
    if (width := found.get("/LW")) is not None:
        state.line_width = float(width)
    named = found.get("/Font")
    if isinstance(named, pikepdf.Array) and len(named) == 2:
        state.font, state.size = font(named[0]), float(named[1])
    if "/OP" in found:
        state.overprint_stroke = bool(found.get("/OP"))
        state.overprint_fill = state.overprint_stroke
    if "/op" in found:
        state.overprint_fill = bool(found.get("/op"))
    if "/OPM" in found:
        state.overprint_mode = int(found.get("/OPM", 0))
    state.alpha_fill = float(found.get("/ca", state.alpha_fill))
    state.alpha_stroke = float(found.get("/CA", state.alpha_stroke))
    if (blend := found.get("/BM")) is not None:
        first = blend[0] if isinstance(blend, pikepdf.Array) and len(blend) else blend
        state.blend = str(first)[1:].replace("Compatible", "Normal") or "Normal"
    mask = found.get("/SMask")
    if mask is None:
        return None
    state.masked = isinstance(mask, pikepdf.Dictionary)
    group = mask.get("/G") if isinstance(mask, pikepdf.Dictionary) else None
    return group if isinstance(group, pikepdf.Stream) else None
