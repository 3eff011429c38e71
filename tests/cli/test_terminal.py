"""What a terminal gets, and what a pipe: colour only where it is wanted."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

ESCAPE = b"\x1b["


def shown_on_terminal(arguments: list[str], environment: dict[str, str]) -> bytes:
    """The output of the command on a pseudo-terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "publisher", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", **environment},
    )
    os.close(theirs)
    output = b""
    try:
        while piece := os.read(ours, 4096):
            output += piece
    except OSError:  # Linux says EIO where the other end is closed
        pass
    os.close(ours)
    process.wait()
    return output


@pytest.fixture
def faulty(tmp_path: Path) -> str:
    source = tmp_path / "a.txt"
    source.write_text("H\n\nHe added: “We must go.“\n", encoding="utf-8")
    return str(source)


def test_a_terminal_gets_colour(faulty: str) -> None:
    output = shown_on_terminal(["check", faulty], {})
    assert ESCAPE in output
    assert b"TYP001" in output


def test_no_color_is_respected(faulty: str) -> None:
    assert ESCAPE not in shown_on_terminal(["check", faulty], {"NO_COLOR": "1"})


def test_a_pipe_gets_plain_lines(faulty: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "publisher", "check", faulty], capture_output=True, check=True
    )
    assert ESCAPE not in done.stdout + done.stderr


def test_a_build_on_a_terminal_shows_how_far_it_is(faulty: str, tmp_path: Path) -> None:
    arguments = ["build", faulty, "--out", str(tmp_path / "o"), "--to", "pdf"]
    assert b"building" in shown_on_terminal(arguments, {})
