"""The check of anybody's PDF: each fault is found by its rule, and by no other."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from publisher.checks.pdf import check_pdf


def change(built: Path, path: Path, fault: Callable[[pikepdf.Pdf], None]) -> list[str]:
    """The codes found on a sample work's PDF after `fault` was made in it."""
    with pikepdf.open(built / "harbour-press.pdf") as pdf:
        fault(pdf)
        pdf.save(path)
    return [found.code for found in check_pdf(path, "changed.pdf")]


def unembed(pdf: pikepdf.Pdf) -> None:
    for found in pdf.objects:
        if isinstance(found, pikepdf.Dictionary) and found.get("/FontFile3") is not None:
            del found["/FontFile3"]
            return


def untag(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/MarkInfo"]


def untitle(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        del metadata["dc:title"]
    if "/Title" in pdf.docinfo:
        del pdf.docinfo["/Title"]


def mute(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pdf.make_indirect(
        pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    )


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (unembed, "PDF002"),
        (untag, "PDF003"),
        (untitle, "PDF004"),
        (mute, "PDF005"),
        (script, "PDF006"),
    ],
)
def test_a_fault_is_found_by_its_rule_alone(
    built: Path, tmp_path: Path, fault: Callable[[pikepdf.Pdf], None], code: str
) -> None:
    assert change(built, tmp_path / "changed.pdf", fault) == [code]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"not a PDF at all" * 99])
def test_what_is_no_pdf(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(data)
    assert [found.code for found in check_pdf(path, "x.pdf")] == ["PDF001"]


def test_a_truncated_file_is_damaged_or_unreadable(built: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    whole = (built / "harbour-press.pdf").read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3])
    assert {found.code for found in check_pdf(path, "x.pdf")} & {"PDF001", "PDF007"}
