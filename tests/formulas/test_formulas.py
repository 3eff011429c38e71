"""Formulas: TeX into MathML, MathML made safe, vectors; what cannot be read says why."""

import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from publisher.document.mathml import MATHML
from publisher.formulas import FormulaError
from publisher.formulas.drawing import draw
from publisher.formulas.mathml import read_formula

NAMESPACE = f'xmlns="{MATHML}"'


@pytest.mark.parametrize(
    ("tex", "element"),
    [
        ("E = mc^2", "msup"),
        (r"\frac{a}{b}", "mfrac"),
        (r"\sum_{k=1}^n k", "munderover"),
        (r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", "mtable"),
        (r"\text{if } x < 0", "mtext"),
    ],
)
def test_tex_becomes_mathml_with_its_source_as_words(tex: str, element: str) -> None:
    formula = read_formula(tex, None, displayed=True)
    root = etree.fromstring(formula.mathml)
    assert root.tag == f"{{{MATHML}}}math"
    assert (root.get("display"), root.get("alttext")) == ("block", tex)
    assert root.find(f".//{{{MATHML}}}{element}") is not None


def test_rows_are_not_numbered_twice() -> None:
    formula = read_formula(r"\begin{align}a&=b\\c&=d\end{align}", None, displayed=True)
    assert "(1)" not in "".join(map(str, etree.fromstring(formula.mathml).itertext()))


@pytest.mark.parametrize(
    ("tex", "reason"),
    [
        (r"\frac{1}{", "token"),
        (r"\foo{x}", r"\foo is not known"),
        ("a & b", "well-formed"),
        (r"\left(\frac{a}{b}\right", "stop iteration"),
        ("", "empty"),
        ("x^{" * 60 + "}" * 60, "too deep"),
        ("x" * 5000, "too long"),
    ],
)
def test_what_cannot_be_read_says_why(tex: str, reason: str) -> None:
    with pytest.raises(FormulaError, match=reason.replace("\\", r"\\")):
        read_formula(tex, None, displayed=False)


@pytest.mark.parametrize(
    ("mathml", "reason"),
    [
        (f"<math {NAMESPACE}><maction><mi>x</mi></maction></math>", "maction"),
        (f"<math {NAMESPACE}><script>x()</script></math>", "script"),
        ("<!DOCTYPE m [<!ENTITY b 'c'>]><math><mi>&b;</mi></math>", "document type"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "svg is not MathML"),
        ("<mi>x</mi>", "mi is not presentation"),
        ("<math>" + "<mrow>" * 50 + "</mrow>" * 50 + "</math>", "too deep"),
    ],
)
def test_mathml_that_acts_or_leads_elsewhere_is_refused(mathml: str, reason: str) -> None:
    with pytest.raises(FormulaError, match=reason):
        read_formula("x", mathml, displayed=False)


def test_mathml_keeps_what_it_shows_alone() -> None:
    mathml = (
        f'<math {NAMESPACE}><semantics><mrow onclick="x()" href="javascript:y"><mi>x</mi></mrow>'
        '<annotation encoding="application/x-tex">x</annotation></semantics></math>'
    )
    made = read_formula("x", mathml, displayed=False).mathml
    assert "<mrow><mi>x</mi></mrow>" in made
    assert "annotation" not in made


def test_a_drawing_stands_on_the_baseline() -> None:
    low, plain = (draw(read_formula(tex, None, displayed=False)) for tex in ("y", "x"))
    assert low.depth > 0.15 > plain.depth
    assert 0.3 < plain.width < 0.8
    assert "<path" in plain.paths
    assert "id=" not in plain.paths


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("abx12^_{}\\&<>+- \n frac sqrt left(right)begin"), max_size=40))
def test_any_source_is_read_or_told(tex: str) -> None:
    try:
        made = draw(read_formula(tex, None, displayed=True))
    except FormulaError:
        return
    assert made.width >= 0


def test_drawing_leaves_logging_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    draw(read_formula(r"\sqrt{x + 17}", None, displayed=True))
    assert root.handlers == []
