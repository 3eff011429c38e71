"""The wheel: an installed publisher finds its layouts and fonts, and builds from them."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.conftest import ROOT


def test_an_installed_wheel_builds_the_same_files(built: Path, tmp_path: Path) -> None:
    """The wheel unpacked is what an installer leaves; the checkout is out of sight."""
    article = ROOT / "content" / "harbour-press.txt"
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    program = (
        "import sys, publisher; from publisher.resources import resource_folder\n"
        f"assert publisher.__file__.startswith({str(site)!r}), publisher.__file__\n"
        f"assert str(resource_folder('fonts')).startswith({str(site)!r})\n"
        "from publisher.cli import app; app(sys.argv[1:])"
    )
    out = tmp_path / "out"
    subprocess.run(
        [sys.executable, "-c", program, "build", article, "--out", out, "--no-check"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(site)},
        check=True,
        capture_output=True,
    )
    for name in ("harbour-press.epub", "harbour-press.pdf"):
        assert (out / name).read_bytes() == (built / name).read_bytes()
