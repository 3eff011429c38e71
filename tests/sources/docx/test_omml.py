"""Office's formulas as MathML and as words."""

import pytest
from lxml import etree

from publisher.sources.docx.names import MATH
from publisher.sources.docx.omml import formula


def r(text: str, properties: str = "") -> str:
    said = f"<m:rPr>{properties}</m:rPr>" if properties else ""
    return f"<m:r>{said}<m:t>{text}</m:t></m:r>"


def part(name: str, inner: str) -> str:
    return f"<m:{name}>{inner}</m:{name}>"


def e(text: str) -> str:
    return part("e", r(text))


FORMULAS = [
    ("run", r("2x+1.5"), "<mn>2</mn><mi>x</mi><mo>+</mo><mn>1.5</mn>", "2x+1.5"),
    ("upright", r("d", '<m:sty m:val="p"/>'), '<mi mathvariant="normal">d</mi>', "d"),
    (
        "script",
        r("R", '<m:scr m:val="double-struck"/>'),
        '<mi mathvariant="double-struck">R</mi>',
        "R",
    ),
    ("words", r("if so", "<m:nor/>"), "<mtext>if so</mtext>", "if so"),
    (
        "fraction",
        part("f", part("num", r("a+b")) + part("den", r("c"))),
        "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>",
        "(a+b)/c",
    ),
    (
        "binomial",
        part(
            "f",
            '<m:fPr><m:type m:val="noBar"/></m:fPr>' + part("num", r("n")) + part("den", r("k")),
        ),
        '<mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac>',
        "n/k",
    ),
    (
        "linear",
        part(
            "f", '<m:fPr><m:type m:val="lin"/></m:fPr>' + part("num", r("a")) + part("den", r("b"))
        ),
        "<mi>a</mi><mo>/</mo><mi>b</mi>",
        "a/b",
    ),
    (
        "square root",
        part("rad", '<m:radPr><m:degHide m:val="on"/></m:radPr><m:deg/>' + e("x")),
        "<msqrt><mi>x</mi></msqrt>",
        "√x",
    ),
    (
        "cube root",
        part("rad", part("deg", r("3")) + e("x")),
        "<mroot><mi>x</mi><mn>3</mn></mroot>",
        "3√x",
    ),
    (
        "both scripts",
        part("sSubSup", e("x") + part("sub", r("i")) + part("sup", r("2"))),
        "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>",
        "x_i^2",
    ),
    (
        "scripts before",
        part("sPre", part("sub", r("6")) + part("sup", r("14")) + e("C")),
        "<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>",
        "_6^14C",
    ),
    (
        "sum",
        part(
            "nary",
            '<m:naryPr><m:chr m:val="∑"/></m:naryPr>'
            + part("sub", r("i=1"))
            + part("sup", r("n"))
            + e("i"),
        ),
        "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>"
        "<mi>i</mi>",
        "∑_(i=1)^n i",
    ),
    (
        "integral",
        part("nary", '<m:naryPr><m:supHide m:val="1"/></m:naryPr>' + part("sub", r("C")) + e("f")),
        "<msub><mo>∫</mo><mi>C</mi></msub><mi>f</mi>",
        "∫_C f",
    ),
    ("bare operator", part("nary", e("f")), "<mo>∫</mo><mi>f</mi>", "∫ f"),
    (
        "delimiters",
        part("d", '<m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr>' + e("a") + e("b")),
        '<mrow><mo fence="true">[</mo><mi>a</mi><mo separator="true">|</mo><mi>b</mi></mrow>',
        "[a|b",
    ),
    (
        "matrix",
        part("m", part("mr", e("a") + e("b")) + part("mr", e("c") + e("d"))),
        "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr>"
        "<mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable>",
        "a, b; c, d",
    ),
    (
        "equations",
        part("eqArr", e("a") + e("b")),
        "<mtable><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable>",
        "a; b",
    ),
    (
        "function",
        part("func", part("fName", r("sin")) + e("x")),
        "<mi>sin</mi><mo>\u2061</mo><mi>x</mi>",
        "sin x",
    ),
    (
        "limit",
        part("limLow", e("l") + part("lim", r("n"))),
        "<munder><mi>l</mi><mi>n</mi></munder>",
        "l_n",
    ),
    (
        "accent",
        part("acc", '<m:accPr><m:chr m:val="⃗"/></m:accPr>' + e("v")),
        '<mover accent="true"><mi>v</mi><mo>⃗</mo></mover>',
        "v⃗",
    ),
    (
        "bar",
        part("bar", '<m:barPr><m:pos m:val="top"/></m:barPr>' + e("x")),
        '<mover><mi>x</mi><mo stretchy="true">¯</mo></mover>',
        "x",
    ),
    (
        "brace",
        part("groupChr", e("x")),
        '<munder><mi>x</mi><mo stretchy="true">⏟</mo></munder>',
        "x",
    ),
    ("frame", part("borderBox", e("x")), '<menclose notation="box"><mi>x</mi></menclose>', "x"),
    (
        "phantom",
        part("phant", '<m:phantPr><m:show m:val="0"/></m:phantPr>' + e("x")),
        "<mphantom><mi>x</mi></mphantom>",
        "",
    ),
    ("unknown", part("newer", e("x")), "<mi>x</mi>", "x"),
    ("nothing", part("f", ""), "<mfrac><mrow/><mrow/></mfrac>", "/"),
]


@pytest.mark.parametrize(
    ("omml", "mathml", "text"), [row[1:] for row in FORMULAS], ids=[row[0] for row in FORMULAS]
)
def test_formulas(omml: str, mathml: str, text: str) -> None:
    root = etree.fromstring(f'<m:oMath xmlns:m="{MATH}">{omml}</m:oMath>')
    found = formula(root)
    start = '<math xmlns="http://www.w3.org/1998/Math/MathML"'
    assert found.mathml == f"{start}>{mathml}</math>"
    assert found.text == text
