"""EPUBCheck in a process of its own: the same verdicts, and a new one where it fails."""

import threading
from pathlib import Path

import pytest

from publisher.checks import epubcheck, epubcheck_apart, verdict
from publisher.checks.epubcheck import EpubcheckFailed, Message
from tests.checks.test_epubcheck import PAGE, epub

pytestmark = pytest.mark.skipif(
    not epubcheck.available(), reason="the extra `check` is not installed"
)


def process_id() -> int:
    process = epubcheck_apart._helper._process
    assert process
    return process.pid


def test_the_verdict_is_that_of_this_process(tmp_path: Path) -> None:
    path = epub(tmp_path / "malformed.epub", page=PAGE.replace("</p>", ""))
    assert epubcheck_apart.validate(path) == epubcheck.validate(path)


def test_one_process_reads_all_files(tmp_path: Path) -> None:
    path = epub(tmp_path / "valid.epub")
    assert epubcheck_apart.validate(path) == ()
    first = process_id()
    assert epubcheck_apart.validate(path) == ()
    assert process_id() == first


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read(tmp_path: Path) -> None:
    valid = epub(tmp_path / "valid.epub")
    epubcheck_apart.validate(valid)
    first = process_id()
    slow = epub(tmp_path / "slow.epub", page=PAGE.replace("A seed.", "<em>A</em> seed." * 100_000))
    with pytest.raises(EpubcheckFailed, match=r"longer than 0\.05 s"):
        epubcheck_apart.validate(slow, timeout=0.05)
    assert epubcheck_apart.validate(valid) == ()
    assert process_id() != first


def test_a_process_that_ends_is_replaced(tmp_path: Path) -> None:
    valid = epub(tmp_path / "valid.epub")
    epubcheck_apart.validate(valid)
    process = epubcheck_apart._helper._process
    assert process
    threading.Timer(0.2, process.kill).start()
    slow = epub(tmp_path / "slow.epub", page=PAGE.replace("A seed.", "<em>A</em> seed." * 300_000))
    with pytest.raises(EpubcheckFailed, match="memory"):
        epubcheck_apart.validate(slow)
    assert epubcheck_apart.validate(valid) == ()


def test_its_folder_goes_with_it(tmp_path: Path) -> None:
    epubcheck_apart.validate(epub(tmp_path / "valid.epub"))
    folder = epubcheck_apart._helper._folder
    assert folder
    assert Path(folder.name).is_dir()
    epubcheck_apart._helper.close()
    assert not Path(folder.name).exists()


def test_what_fails_in_this_process_is_read_apart_from_then_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []

    def fail(path: Path) -> tuple[Message, ...]:
        read.append(path)
        raise EpubcheckFailed("a crash")

    monkeypatch.setattr(epubcheck, "validate", fail)
    monkeypatch.setattr(verdict._Verdicts, "given_up", False)
    valid = epub(tmp_path / "valid.epub")
    assert verdict.own_verdict(valid) == verdict.own_verdict(valid) == ()
    assert read == [valid]
