"""The same input gives the same bytes, wherever and by whomever it is built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

MACHINES = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "HOME": "one", "umask": "022"},
    {"TZ": "America/Anchorage", "LC_ALL": "C.UTF-8", "HOME": "two", "umask": "077"},
)


def build_on(machine: dict[str, str], folder: Path) -> dict[str, bytes]:
    """The files that a fresh process builds from content/, copied into `folder`."""
    shutil.copytree(ROOT / "content", folder / "content")
    environment = {**os.environ, "PYTHONHASHSEED": machine["umask"], "PYTHONPATH": str(ROOT)}
    environment |= {name: value for name, value in machine.items() if name.isupper()}
    environment["HOME"] = str(folder / machine["HOME"])
    subprocess.run(
        [sys.executable, "-m", "publisher", "build", "content", "--out", "dist", "--no-check"],
        cwd=folder,
        env=environment,
        check=True,
        capture_output=True,
        umask=int(machine["umask"], 8),
    )
    return {path.name: path.read_bytes() for path in sorted((folder / "dist").iterdir())}


def test_two_machines_build_the_same_bytes(tmp_path: Path) -> None:
    first, second = (
        build_on(machine, tmp_path / f"folder {number}") for number, machine in enumerate(MACHINES)
    )
    assert list(first) == [
        "harbour-press.epub",
        "harbour-press.pdf",
        "manifest.json",
        "quoin.epub",
        "quoin.pdf",
        "setzkasten.epub",
        "setzkasten.pdf",
    ]
    assert [name for name in first if first[name] != second[name]] == []
