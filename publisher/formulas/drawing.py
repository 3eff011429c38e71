"""MathML as vectors, for pages whose renderer sets no MathML.

ziamath draws with the outlines of STIX Two Math, which it brings.
"""

import functools
import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree import ElementTree

from publisher.formulas.formula import Drawing, Formula, FormulaError

with warnings.catch_warnings():
    # It finds its font by a function that Python 3.11 and 3.12 advise against, 3.13 does not.
    warnings.simplefilter("ignore", DeprecationWarning)
    import ziamath.zmath
    from ziamath.config import config

EM = 10.0
"""An em in the units of a drawing's view box."""

_FAULTS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What ziamath raises for MathML that it does not know: it has no exceptions of its own."""


@functools.lru_cache(maxsize=1024)
def draw(formula: Formula) -> Drawing:
    """The drawing of `formula`. Raises FormulaError where it cannot be drawn."""
    config.svg2 = False  # paths, no symbols that refer to each other by id
    config.precision = 2
    try:
        with _quiet():
            element = ElementTree.fromstring(formula.mathml)  # noqa: S314  (read_formula wrote it)
            svg: str = ziamath.zmath.Math(element, size=EM, margin=0).svg()
    except _FAULTS as failure:
        raise FormulaError(f"{type(failure).__name__}: {failure}") from failure
    found = re.fullmatch(r'(?s)<svg[^>]*viewBox="([^"]*)"[^>]*?(?:/>|>(.*)</svg>)', svg)
    if not found:
        raise FormulaError("its drawing is empty")
    _, top, width, height = map(float, found[1].split())
    if height < 0:  # the box around nothing
        raise FormulaError("its drawing is empty")
    sizes = (round(length / EM, 3) for length in (width, height, top + height))
    return Drawing(found[2] or "", found[1], *sizes)


@contextmanager
def _quiet() -> Iterator[None]:
    """ziafont writes to the root logger, which would from then on print what every library logs."""
    handler = logging.NullHandler()
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
