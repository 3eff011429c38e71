"""PDFs for readers who listen: each fault of the structure is found by its rule and no other."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from publisher.assets import Source
from publisher.checks.preflight import preflight
from publisher.diagnostics import Diagnostic
from publisher.targets import load_target
from tests.checks.parity.making import made_pdf
from tests.conftest import ROOT

Fault = Callable[[pikepdf.Pdf], None]

BODY = """
<h1>Ships at night</h1>
<p>No harbour is lit for ships that do <a href="https://example.org">not come</a>.</p>
<h2>Lamps</h2>
<p><img src="../images/press.png" width="20" alt="A press"/></p>
<table><tr><th>Lamp</th><th>Oil</th></tr><tr><td>One</td><td>Two</td></tr></table>
"""


@pytest.fixture(scope="module")
def good() -> bytes:
    return made_pdf(BODY).data


def found_in(data: bytes, target: str | None = "screen") -> tuple[Diagnostic, ...]:
    against = load_target(target, ROOT) if target else None
    return preflight(Source("read.pdf", data), against).diagnostics


def changed(data: bytes, fault: Fault, path: Path) -> list[str]:
    path.write_bytes(data)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        fault(pdf)
        pdf.save(path)
    return [found.code for found in found_in(path.read_bytes())]


def elements(pdf: pikepdf.Pdf, role: str) -> list[pikepdf.Dictionary]:
    return [
        one
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary)
        and one.get("/S") == f"/{role}"
        and one.get("/Type") == "/StructElem"
    ]


def skip_a_level(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H2")[0].S = Name.H3


def begin_below(pdf: pikepdf.Pdf) -> None:
    for role in ("H1", "H2"):
        for heading in elements(pdf, role):
            heading.S = Name.H2


def unhead_the_table(pdf: pikepdf.Pdf) -> None:
    for cell in elements(pdf, "TH"):
        cell.S = Name.TD


def silence_the_figure(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "Figure")[0]["/Alt"]


def paint_unmarked(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"q 0 g 20 20 10 10 re f Q")


def hide_the_title(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/ViewerPreferences"]


def untab(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj["/Tabs"]


def unlabel(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        del xmp["pdfuaid:part"]


def loosen_the_link(pdf: pikepdf.Pdf) -> None:
    link = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([20, 20, 60, 30]), F=4)
    )
    pdf.pages[0].obj.Annots.append(link)


def silence_the_link(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Annots[0]["/Contents"]


def invent_a_role(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H2")[0].S = Name.Chapter


def untag(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/MarkInfo"]


def unmap_a_font(pdf: pikepdf.Pdf) -> None:
    font = next(
        one
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") == "/Type0"
    )
    del font["/ToUnicode"]


def unembed(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/FontFile3") is not None:
            del one["/FontFile3"]
            return


def untitle(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        del xmp["dc:title"]
    if "/Title" in pdf.docinfo:
        del pdf.docinfo["/Title"]


def mute(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def use_inks(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"/Artifact BMC q 1 0 0 0 k 20 20 10 10 re f Q EMC")


CASES: list[tuple[Fault, str]] = [
    (skip_a_level, "PRE090"),
    (begin_below, "PRE090"),
    (unhead_the_table, "PRE091"),
    (silence_the_figure, "PRE092"),
    (paint_unmarked, "PRE093"),
    (hide_the_title, "PRE094"),
    (untab, "PRE095"),
    (unlabel, "PRE096"),
    (loosen_the_link, "PRE097"),
    (silence_the_link, "PRE097"),
    (invent_a_role, "PRE098"),
    (untag, "PRE099"),
    (unmap_a_font, "PRE041"),
    (unembed, "PDF002"),
    (untitle, "PDF004"),
    (mute, "PDF005"),
    (use_inks, "PRE020"),
]


def test_a_good_file_trips_no_rule(good: bytes) -> None:
    assert found_in(good) == ()
    assert found_in(good, None) == ()


@pytest.mark.parametrize(("fault", "code"), CASES, ids=[fault.__name__ for fault, _ in CASES])
def test_a_fault_is_found_by_its_rule_alone(
    good: bytes, tmp_path: Path, fault: Fault, code: str
) -> None:
    assert changed(good, fault, tmp_path / "changed.pdf") == [code]


def test_elements_are_found_on_their_page(good: bytes, tmp_path: Path) -> None:
    path = tmp_path / "changed.pdf"
    path.write_bytes(good)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        silence_the_figure(pdf)
        pdf.save(path)
    (found,) = found_in(path.read_bytes())
    assert "[page 1: " in found.message


def test_without_a_target_tags_are_no_more_than_a_remark(good: bytes, tmp_path: Path) -> None:
    path = tmp_path / "changed.pdf"
    path.write_bytes(good)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        untag(pdf)
        pdf.save(path)
    (found,) = found_in(path.read_bytes(), None)
    assert (found.code, found.severity) == ("PDF003", "info")


def test_the_sample_works_are_good_for_a_screen(built: Path) -> None:
    paths = sorted(built.glob("*.pdf"))
    assert paths
    for path in paths:
        assert found_in(path.read_bytes()) == ()
