"""Formulas: TeX read into MathML, MathML made safe, MathML drawn as vectors."""

from publisher.formulas.drawing import Drawing, draw
from publisher.formulas.mathml import Formula, FormulaError, read_formula

__all__ = ["Drawing", "Formula", "FormulaError", "draw", "read_formula"]
