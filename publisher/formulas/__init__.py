"""Formulas: TeX read into MathML, MathML made safe, MathML drawn as vectors.

`mathml.read_formula` and `drawing.draw` are imported where a formula is met: their libraries take
a fifth of a second.
"""

from publisher.formulas.formula import Drawing, Formula, FormulaError

__all__ = ["Drawing", "Formula", "FormulaError"]
