"""A formula's source into Presentation MathML that any reader may be handed.

MathML 3 (W3C Recommendation), chapter 3, less what acts or leads elsewhere: EPUB 3.3, 6.1.4.1
allows presentation markup alone.
"""

import functools
import re

import latex2mathml.converter
import latex2mathml.exceptions
from lxml import etree

from publisher.document.mathml import ATTRIBUTES, ELEMENTS, MATHML
from publisher.formulas.formula import Formula, FormulaError

_LONGEST = 4000
"""Characters of a formula's source; latex2mathml's time grows faster than its input."""
_DEEPEST = 40
"""Levels of braces, and of MathML elements."""

_NUMBERED = re.compile(r"\\(begin|end)\{(align|equation|gather)\}")
"""Environments that number their rows; the numbers of a document are not the formula's."""

# latex2mathml has no exception that its own share, and meets odd input with Python's.
_FAULTS: tuple[type[Exception], ...] = (
    *(
        fault
        for fault in vars(latex2mathml.exceptions).values()
        if isinstance(fault, type) and issubclass(fault, Exception)
    ),
    ArithmeticError,
    AttributeError,
    LookupError,
    RuntimeError,  # and RecursionError
    StopIteration,
    TypeError,
    ValueError,
)


@functools.lru_cache(maxsize=1024)
def read_formula(source: str, mathml: str | None, *, displayed: bool) -> Formula:
    """The formula that `mathml` holds, or that `source` has in TeX where there is none.

    Raises FormulaError where neither can be read.
    """
    if len(mathml or source) > _LONGEST * (10 if mathml else 1):
        raise FormulaError("it is too long")
    root = _parsed(mathml or _from_tex(source, displayed=displayed))
    clean = _cleaned(root, 0)
    clean.set("display", "block" if displayed else "inline")
    clean.set("alttext", source.strip() or "".join(map(str, clean.itertext())))
    return Formula(etree.tostring(clean, encoding="unicode"), clean.get("alttext", ""))


def _from_tex(source: str, *, displayed: bool) -> str:
    if _depth(source) > _DEEPEST:
        raise FormulaError("it is nested too deep")
    tex = _NUMBERED.sub(r"\\\1{\2*}", source).strip()
    if not tex:
        raise FormulaError("it is empty")
    try:
        made: str = latex2mathml.converter.convert(tex, display="block" if displayed else "inline")
    except _FAULTS as failure:
        said = re.sub(r"(?<!^)(?=[A-Z])", " ", type(failure).__name__).lower()
        raise FormulaError(f"{said}: {failure}" if str(failure) else said) from failure
    if unknown := re.search(r"<m[ion]>(\\[A-Za-z]+)", made):
        raise FormulaError(f"the command {unknown[1]} is not known")
    return made


def _depth(source: str) -> int:
    depth = deepest = 0
    for character in source:
        depth += {"{": 1, "}": -1}.get(character, 0)
        deepest = max(deepest, depth)
    return deepest


def _parsed(mathml: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(mathml, parser)
    except etree.XMLSyntaxError as failure:
        raise FormulaError(f"it is not well-formed: {failure}") from failure
    if root.getroottree().docinfo.internalDTD is not None:
        raise FormulaError("it has a document type")
    return root


def _cleaned(element: etree._Element, depth: int) -> etree._Element:
    """A copy of `element` that holds only what `ELEMENTS` and `ATTRIBUTES` name."""
    if depth > _DEEPEST:
        raise FormulaError("it is nested too deep")
    name = etree.QName(element)
    if name.namespace not in (None, MATHML):
        raise FormulaError(f"{name.localname} is not MathML")
    if name.localname == "semantics" and len(element):  # its annotations say the same once more
        return _cleaned(element[0], depth)
    if name.localname not in ELEMENTS or (depth == 0) != (name.localname == "math"):
        raise FormulaError(f"{name.localname} is not presentation MathML")
    copy = etree.Element(f"{{{MATHML}}}{name.localname}", nsmap={None: MATHML})  # type: ignore[dict-item]
    copy.text = element.text
    for key, value in element.attrib.items():
        if key in ATTRIBUTES and len(value) < 100:
            copy.set(key, value)
    for child in element:
        inner = _cleaned(child, depth + 1)
        inner.tail = child.tail
        copy.append(inner)
    return copy
