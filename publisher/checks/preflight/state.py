"""The state of graphics and text that operators change (ISO 32000-1, 8.4 and 9.3)."""

import copy
from dataclasses import dataclass, field

import pikepdf

from publisher.checks.preflight.colour import GREY, Space
from publisher.checks.preflight.fonts import Font
from publisher.checks.preflight.marks import Box

EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)


@dataclass
class Paint:
    """A current colour: its space and components, and a pattern where that is what paints."""

    space: Space = GREY
    values: tuple[float, ...] = (0.0,)
    pattern: pikepdf.Object | None = None


@dataclass
class State:
    """All that `q` saves and `Q` brings back; text matrices stay with the text object."""

    ctm: pikepdf.Matrix
    clip: Box = EVERYWHERE
    fill: Paint = field(default_factory=Paint)
    stroke: Paint = field(default_factory=Paint)
    line_width: float = 1.0
    font: Font | None = None
    size: float = 0.0
    character_space: float = 0.0
    word_space: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    overprint_fill: bool = False
    overprint_stroke: bool = False
    overprint_mode: int = 0
    alpha_fill: float = 1.0
    alpha_stroke: float = 1.0
    blend: str = "Normal"
    masked: bool = False

    def saved(self) -> "State":
        """A copy that later operators do not change: they replace what it holds."""
        return copy.copy(self)
