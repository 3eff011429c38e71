"""EPUBCheck in this process: its verdicts, its limits, and its silence."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from publisher.checks import epubcheck

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    not epubcheck.available(), reason="the extra `check` is not installed"
)

PROMPT_EXIT = 10.0  # seconds

CONTAINER = """<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""

PACKAGE = """<package version="3.0" unique-identifier="id" xmlns="http://www.idpf.org/2007/opf">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:5bb6a2ea-2d5f-5a44-8f8e-ad6bd8f0a5c1</dc:identifier>
<dc:title>Seed</dc:title><dc:language>en</dc:language>
<meta property="dcterms:modified">2020-01-01T00:00:00Z</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="page" href="page.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="page"/></spine></package>"""

NAVIGATION = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title>Contents</title></head><body><nav epub:type="toc"><ol>
<li><a href="page.xhtml">Seed</a></li></ol></nav></body></html>"""

PAGE = """<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Seed</title></head>
<body><p>A seed.</p></body></html>"""

VALID = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "EPUB/package.opf": PACKAGE,
    "EPUB/nav.xhtml": NAVIGATION,
    "EPUB/page.xhtml": PAGE,
}


def epub(path: Path, **changed: str | None) -> Path:
    """The valid EPUB, with the entries changed whose stem is named; None leaves one out."""
    with zipfile.ZipFile(path, "w") as container:
        for name, content in VALID.items():
            stem = name.rpartition("/")[2].partition(".")[0]
            entry = changed.get(stem, content)
            if entry is not None:
                container.writestr(name, entry)
    return path


def places(messages: tuple[epubcheck.Message, ...]) -> set[tuple[str, str, str, int]]:
    return {(m.id, m.severity, m.path, m.line) for m in messages}


def test_valid_epub_has_no_error_or_warning(tmp_path: Path) -> None:
    messages = epubcheck.validate(epub(tmp_path / "valid.epub"))
    assert [m for m in messages if m.severity in {"fatal", "error", "warning"}] == []


def test_name_of_the_epub_may_be_in_any_script(tmp_path: Path) -> None:
    assert epubcheck.validate(epub(tmp_path / "Übung – 種.epub")) == ()


def test_version_is_that_of_the_jar() -> None:
    assert epubcheck.version().split(".")[0] == "5"


def test_package_without_navigation(tmp_path: Path) -> None:
    package = PACKAGE.replace(' properties="nav"', "")
    messages = epubcheck.validate(epub(tmp_path / "no-nav.epub", package=package))
    assert ("RSC-005", "error", "EPUB/package.opf", 6) in places(messages)
    assert any("nav" in m.text for m in messages)


def test_malformed_page(tmp_path: Path) -> None:
    page = PAGE.replace("</p>", "")
    messages = epubcheck.validate(epub(tmp_path / "malformed.epub", page=page))
    assert ("RSC-016", "fatal", "EPUB/page.xhtml", 2) in places(messages)
    assert next(m for m in messages if m.id == "RSC-016").column > 1


def test_missing_page(tmp_path: Path) -> None:
    messages = epubcheck.validate(epub(tmp_path / "missing.epub", page=None))
    assert ("RSC-001", "error", "EPUB/page.xhtml", 0) in places(messages)


def test_file_that_is_no_zip(tmp_path: Path) -> None:
    path = tmp_path / "text.epub"
    path.write_text("No EPUB at all.")
    assert ("PKG-008", "fatal", "", 0) in places(epubcheck.validate(path))


def test_file_that_is_absent(tmp_path: Path) -> None:
    assert places(epubcheck.validate(tmp_path / "absent.epub")) == {("PKG-018", "fatal", "", 0)}


def test_usage_notes_are_given(tmp_path: Path) -> None:
    page = NAVIGATION.replace('nav epub:type="toc"', 'nav epub:type="bridgehead"')
    messages = epubcheck.validate(epub(tmp_path / "usage.epub", page=page))
    assert ("OPF-086b", "usage", "EPUB/page.xhtml", 2) in places(messages)


def test_every_place_is_given_and_in_order(tmp_path: Path) -> None:
    page = PAGE.replace("<p>A seed.</p>", "<p><blink/></p>\n" * 40)
    messages = epubcheck.validate(epub(tmp_path / "many.epub", page=page))
    assert [m.line for m in messages if m.id == "RSC-005"] == list(range(2, 42))


def test_two_threads_at_once(tmp_path: Path) -> None:
    valid = epub(tmp_path / "valid.epub")
    missing = epub(tmp_path / "missing.epub", page=None)
    expected = [epubcheck.validate(valid), epubcheck.validate(missing)]
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(epubcheck.validate, [valid, missing] * 10))
    assert found == expected * 10


def test_slow_file_runs_out_of_time_and_the_next_does_not(tmp_path: Path) -> None:
    valid = epub(tmp_path / "valid.epub")
    epubcheck.validate(valid)
    slow = epub(tmp_path / "slow.epub", page=PAGE.replace("A seed.", "<em>A</em> seed." * 100_000))
    with pytest.raises(epubcheck.EpubcheckFailed, match=r"longer than 0\.05 s"):
        epubcheck.validate(slow, timeout=0.05)
    assert epubcheck.validate(valid) == ()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_forked_child_is_told(tmp_path: Path) -> None:
    child = f"""
import os, pathlib, sys
from publisher.checks import epubcheck
epubcheck.start()
if os.fork() == 0:
    try:
        epubcheck.validate(pathlib.Path({str(tmp_path / "absent.epub")!r}))
    except epubcheck.EpubcheckUnavailable:
        os._exit(7)  # as a worker of multiprocessing ends
sys.exit(os.waitstatus_to_exitcode(os.wait()[1]))
"""
    assert run(child).returncode == 7


def test_nothing_is_printed_and_the_process_ends(tmp_path: Path) -> None:
    epub(tmp_path / "malformed.epub", page=PAGE.replace("</p>", ""))
    child = f"""
import pathlib
from publisher.checks import epubcheck
path = pathlib.Path({str(tmp_path)!r}) / "malformed.epub"
assert [m.id for m in epubcheck.validate(path) if m.severity == "fatal"] == ["RSC-016"]
assert any("must be terminated" in m.text for m in epubcheck.validate(path))
"""
    loud = {"JAVA_TOOL_OPTIONS": "-Duser.language=de", "LC_ALL": "de_DE.UTF-8", "LANG": "de"}
    done = run(child, **loud)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == [tmp_path / "malformed.epub"]


def test_process_ends_while_the_jvm_starts() -> None:
    child = "import time; from publisher.checks import epubcheck; epubcheck.start(); time.sleep({})"
    for seconds in (0, 0.1, 0.6):
        done = run(child.format(seconds))
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT is sent otherwise")
def test_interrupt_reaches_python(tmp_path: Path) -> None:
    child = f"""
import pathlib, jpype
from publisher.checks import epubcheck
epubcheck.start()
while not jpype.isJVMStarted():
    pass
print("started", flush=True)
try:
    epubcheck.validate(pathlib.Path({str(tmp_path / "absent.epub")!r}))
except KeyboardInterrupt:
    print("interrupted")
"""
    command = [sys.executable, "-c", child]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "started\n"
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=PROMPT_EXIT)
    assert (process.returncode, out) == (0, "interrupted\n")


def run(child: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", child],
        env=os.environ | variables,
        capture_output=True,
        text=True,
        timeout=PROMPT_EXIT,
        check=False,
    )
