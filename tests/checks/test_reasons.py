import io

import pikepdf
import pytest

from publisher.checks.reasons import said


def test_a_reason_is_the_same_in_each_run() -> None:
    with pytest.raises(pikepdf.PdfError) as failure:
        pikepdf.open(io.BytesIO(b"%PDF-1.7\n1 0 obj\n<<"))
    assert "BytesIO" in str(failure.value)
    assert said(failure.value) == "unable to find trailer dictionary while recovering damaged file"


def test_a_reason_is_a_line_that_prints() -> None:
    assert said(ValueError("a\x1b[31mb\nand more")) == "a\ufffd[31mb"
    assert len(said(ValueError("x" * 1000))) == 120
