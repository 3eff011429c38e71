"""Office's formulas (OMML, ECMA-376 part 1, 22.1) as MathML 3, and as words in a line.

Word shows what stands in these elements by rules of its own; here each becomes the element of
MathML with the same meaning. What is not known is read for what is inside it.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from publisher.sources.docx.names import MATH, Element, m, w

_MATHML = "http://www.w3.org/1998/Math/MathML"
_ROOT = f'<math xmlns="{_MATHML}"/>'
_TOKEN = re.compile(r"(\d+(?:[.,]\d+)*)|([^\W\d_]['′]?)|(\s+)|(.)", re.DOTALL)

_STYLES = {"p": "normal", "b": "bold", "i": "italic", "bi": "bold-italic"}
_SCRIPTS = {
    "double-struck": "double-struck",
    "script": "script",
    "fraktur": "fraktur",
    "sans-serif": "sans-serif",
    "monospace": "monospace",
}
_SKIPPED = frozenset((w("del"), w("moveFrom"), m("ctrlPr"), w("rPr"), m("rPr"), m("argPr")))
_INTEGRALS = frozenset("∫∬∭∮∯∰")


class Formula(NamedTuple):
    """A formula as MathML, and as its words for who cannot see it."""

    mathml: str
    text: str


class _Set(NamedTuple):
    """Elements of MathML in a row, and the words that they say."""

    row: list[Element]
    text: str


def formula(element: Element) -> Formula:
    """The formula in an `m:oMath`."""
    root = etree.fromstring(_ROOT)
    content = _content(element)
    root.extend(content.row)
    return Formula(etree.tostring(root, encoding="unicode"), " ".join(content.text.split()))


def _name(name: str) -> str:
    return f"{{{_MATHML}}}{name}"


def _content(element: Element | None) -> _Set:
    row: list[Element] = []
    text: list[str] = []
    for inner in element if element is not None else ():
        if inner.tag in _SKIPPED or (inner.tag.endswith("Pr") and MATH in inner.tag):
            continue
        found = _HANDLERS.get(inner.tag, _content)(inner)
        row += found.row
        text.append(found.text)
    return _Set(row, "".join(text))


def _argument(element: Element, name: str) -> _Set:
    """The content of a child as one element."""
    content = _content(element.find(m(name)))
    if len(content.row) == 1:
        return content
    return _Set([_made("mrow", *content.row)], content.text)


def _made(name: str, *inner: Element, **attributes: str) -> Element:
    made = etree.Element(_name(name), attributes)
    made.extend(inner)
    return made


def _token(name: str, text: str, **attributes: str) -> Element:
    made = etree.Element(_name(name), attributes)
    made.text = text
    return made


def _property(element: Element, name: str, default: str) -> str:
    """A property's value; an empty one is said, too."""
    properties = next((part for part in element if part.tag.endswith("Pr")), None)
    found = properties.find(m(name)) if properties is not None else None
    return default if found is None else found.get(m("val"), "")


def _on(element: Element, name: str) -> bool:
    return _property(element, name, "0") in ("", "1", "on", "true")


def _grouped(text: str) -> str:
    """The words of a part, in brackets where they are more than one sign or number."""
    return text if len(text) <= 1 or text.isalnum() else f"({text})"


# --- one function an element -----------------------------------------------------------------


def _run(run: Element) -> _Set:
    text = "".join(part.text or "" for part in run.iter(m("t"), w("t")))
    properties = run.find(m("rPr"))
    if properties is not None and properties.find(m("nor")) is not None:
        return _Set([_token("mtext", text)] if text else [], text)
    variant = _variant(properties)
    return _Set([_sign(found, variant) for found in _TOKEN.finditer(text)], text)


def _variant(properties: Element | None) -> dict[str, str]:
    if properties is None:
        return {}
    script, style = properties.find(m("scr")), properties.find(m("sty"))
    named = _SCRIPTS.get(script.get(m("val"), "")) if script is not None else None
    if named is None and style is not None:
        named = _STYLES.get(style.get(m("val"), ""))
    return {"mathvariant": named} if named else {}


def _sign(found: re.Match[str], variant: dict[str, str]) -> Element:
    number, letter, space, operator = found.groups()
    if number:
        return _token("mn", number)
    if letter:
        return _token("mi", letter, **variant)
    return _token("mtext", "\u00a0") if space else _token("mo", operator)


def _fraction(element: Element) -> _Set:
    above, below = _argument(element, "num"), _argument(element, "den")
    text = f"{_grouped(above.text)}/{_grouped(below.text)}"
    kind = _property(element, "type", "bar")
    if kind == "lin":
        return _Set([*above.row, _token("mo", "/"), *below.row], text)
    attributes = {"noBar": {"linethickness": "0"}, "skw": {"bevelled": "true"}}.get(kind, {})
    return _Set([_made("mfrac", *above.row, *below.row, **attributes)], text)


def _radical(element: Element) -> _Set:
    inside, degree = _argument(element, "e"), _argument(element, "deg")
    if _on(element, "degHide") or not degree.text:
        return _Set([_made("msqrt", *inside.row)], f"√{_grouped(inside.text)}")
    text = f"{degree.text}√{_grouped(inside.text)}"
    return _Set([_made("mroot", *inside.row, *degree.row)], text)


def _scripts(name: str, *parts: tuple[str, str]) -> Callable[[Element], _Set]:
    """A base with what is set above or below it; `parts` are the children and their marks."""

    def convert(element: Element) -> _Set:
        base = _argument(element, "e")
        found = [(mark, _argument(element, part)) for part, mark in parts]
        text = base.text + "".join(f"{mark}{_grouped(part.text)}" for mark, part in found)
        inner = [row for _, part in found for row in part.row]
        return _Set([_made(name, *base.row, *inner)], text)

    return convert


def _before(element: Element) -> _Set:
    base, below, above = (_argument(element, name) for name in ("e", "sub", "sup"))
    text = f"_{_grouped(below.text)}^{_grouped(above.text)}{base.text}"
    row = (*base.row, _made("mprescripts"), *below.row, *above.row)
    return _Set([_made("mmultiscripts", *row)], text)


def _large_operator(element: Element) -> _Set:
    sign = _property(element, "chr", "∫") or "∫"
    limits = _property(element, "limLoc", "subSup" if sign in _INTEGRALS else "undOvr")
    inside = _content(element.find(m("e")))
    row, text, kind = [_token("mo", sign)], sign, ""
    for name, hidden, mark in (("sub", "subHide", "_"), ("sup", "supHide", "^")):
        part = _argument(element, name)
        if not _on(element, hidden) and part.text:
            row += part.row
            text += f"{mark}{_grouped(part.text)}"
            kind += name
    under = limits == "undOvr"
    names = {
        "sub": ("msub", "munder"),
        "sup": ("msup", "mover"),
        "subsup": ("msubsup", "munderover"),
    }
    made = _made(names[kind][under], *row) if kind else row[0]
    return _Set([made, *inside.row], f"{text} {inside.text}")


def _delimiters(element: Element) -> _Set:
    opening, closing = _property(element, "begChr", "("), _property(element, "endChr", ")")
    between = _property(element, "sepChr", "|")
    parts = [_content(part) for part in element.findall(m("e"))]
    row = [_token("mo", opening, fence="true")] if opening else []
    for at, part in enumerate(parts):
        if at and between:
            row.append(_token("mo", between, separator="true"))
        row += part.row
    if closing:
        row.append(_token("mo", closing, fence="true"))
    text = f"{opening}{between.join(part.text for part in parts)}{closing}"
    return _Set([_made("mrow", *row)], text)


def _matrix(element: Element) -> _Set:
    rows = [[_content(cell) for cell in line.findall(m("e"))] for line in element.findall(m("mr"))]
    table = _made(
        "mtable",
        *(_made("mtr", *(_made("mtd", *cell.row) for cell in line)) for line in rows),
    )
    return _Set([table], "; ".join(", ".join(cell.text for cell in line) for line in rows))


def _equations(element: Element) -> _Set:
    lines = [_content(line) for line in element.findall(m("e"))]
    rows = (_made("mtr", _made("mtd", *line.row)) for line in lines)
    return _Set([_made("mtable", *rows)], "; ".join(line.text for line in lines))


def _function(element: Element) -> _Set:
    name, inside = _content(element.find(m("fName"))), _content(element.find(m("e")))
    plain = all(part.tag == _name("mi") for part in name.row)
    row = [_token("mi", name.text.strip())] if plain and name.text.strip() else name.row
    return _Set([*row, _token("mo", "\u2061"), *inside.row], f"{name.text} {inside.text}")


def _accent(element: Element) -> _Set:
    base = _argument(element, "e")
    sign = _property(element, "chr", "\u0302") or "\u0302"
    text = f"{base.text}{sign}" if len(base.text) == 1 else f"{_grouped(base.text)}{sign}"
    return _Set([_made("mover", *base.row, _token("mo", sign), accent="true")], text)


def _bar(element: Element) -> _Set:
    base = _argument(element, "e")
    above = _property(element, "pos", "bot") == "top"
    sign = _token("mo", "\u00af" if above else "\u0332", stretchy="true")
    return _Set([_made("mover" if above else "munder", *base.row, sign)], base.text)


def _brace(element: Element) -> _Set:
    base = _argument(element, "e")
    sign = _property(element, "chr", "\u23df") or "\u23df"
    above = _property(element, "pos", "bot") == "top"
    mark = _token("mo", sign, stretchy="true")
    return _Set([_made("mover" if above else "munder", *base.row, mark)], base.text)


def _framed(element: Element) -> _Set:
    inside = _content(element.find(m("e")))
    return _Set([_made("menclose", *inside.row, notation="box")], inside.text)


def _phantom(element: Element) -> _Set:
    inside = _content(element.find(m("e")))
    if _property(element, "show", "1") in ("0", "off", "false"):
        return _Set([_made("mphantom", *inside.row)], "")
    return inside


_HANDLERS: dict[str, Callable[[Element], _Set]] = {
    m("r"): _run,
    m("f"): _fraction,
    m("rad"): _radical,
    m("sSup"): _scripts("msup", ("sup", "^")),
    m("sSub"): _scripts("msub", ("sub", "_")),
    m("sSubSup"): _scripts("msubsup", ("sub", "_"), ("sup", "^")),
    m("sPre"): _before,
    m("nary"): _large_operator,
    m("d"): _delimiters,
    m("m"): _matrix,
    m("eqArr"): _equations,
    m("func"): _function,
    m("limLow"): _scripts("munder", ("lim", "_")),
    m("limUpp"): _scripts("mover", ("lim", "^")),
    m("acc"): _accent,
    m("bar"): _bar,
    m("groupChr"): _brace,
    m("borderBox"): _framed,
    m("phant"): _phantom,
}
