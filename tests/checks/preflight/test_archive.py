"""PDF/A-2b: what pikepdf passes for an archive, and what breaks it."""

import io

import pikepdf
import pytest
from pikepdf import Dictionary, Name, String, pdfa

from publisher.assets import Source
from publisher.checks.preflight import preflight
from publisher.targets import load_target
from tests.checks.parity.making import made_pdf
from tests.conftest import ROOT

_BODY = "<h1>Ships at night</h1><p>No harbour is lit for ships that do not come.</p>"


def codes(data: bytes) -> list[str]:
    target = load_target("archive", ROOT)
    return [found.code for found in preflight(Source("kept.pdf", data), target).diagnostics]


@pytest.fixture(scope="module")
def kept() -> bytes:
    """A page of ours, prepared by pikepdf: all but our fonts is what its checker knows."""
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(made_pdf(_BODY).data)) as pdf:
        pdfa.prepare(pdf, "2b")
        pdf.save(stream, **pdfa.resolve_save_kwargs("2b"))
    return stream.getvalue()


def saved(pdf: pikepdf.Pdf) -> bytes:
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()


def test_a_good_file_breaks_no_rule(kept: bytes) -> None:
    """What the checker does not know is told as a remark, never as a fault."""
    assert set(codes(kept)) == {"PRE081"}


def test_what_archives_refuse_is_told_with_its_clause(kept: bytes) -> None:
    with pikepdf.open(io.BytesIO(kept)) as pdf:
        action = Dictionary(S=Name.URI, URI=String("https://example.org"))
        pdf.Root.AA = Dictionary(WC=action)
        data = saved(pdf)
    assert set(codes(data)) - {"PRE081"} == {"PRE080"}
    target = load_target("archive", ROOT)
    found = preflight(Source("kept.pdf", data), target).diagnostics
    broken = [one.message for one in found if one.code == "PRE080"]
    assert broken
    assert all("ISO 19005-2, 6." in message for message in broken)


def test_an_ordinary_file_is_none_for_an_archive() -> None:
    assert "PRE080" in codes(made_pdf(_BODY).data)
