"""A formula, and its drawing."""

import hashlib

import msgspec


class FormulaError(Exception):
    """A formula that cannot be read or drawn; its message says why."""


class Formula(msgspec.Struct, frozen=True):
    """A formula as MathML (a `math` element), with the words that stand for it."""

    mathml: str
    words: str

    @property
    def name(self) -> str:
        """What the file of its picture is called, without suffix: equal formulas share one."""
        return f"formula-{hashlib.sha256(self.mathml.encode()).hexdigest()[:12]}"


class Drawing(msgspec.Struct, frozen=True):
    """An SVG's inside and its view box; `width`, `height` and `depth` in em of the text around it.

    `depth` is how far it reaches below the baseline.
    """

    paths: str
    view: str
    width: float
    height: float
    depth: float
