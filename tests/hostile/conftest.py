"""What the tests of hostile files share: a closed process, and what it may cost."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

SECONDS, MEGABYTES = 5.0, 512
SECRET = "c4n4ry-7f2e"

Run = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file outside of every work's folder; its words may be in no output."""
    path = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    path.write_text(SECRET, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def run(secret: Path) -> Iterator[Run]:
    """Runs a command of `publisher` in a process of its own."""
    command = [sys.executable, "-m", "tests.hostile.closed", str(secret)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as server:
        assert server.stdin
        assert server.stdout

        def ask(*arguments: object) -> dict[str, Any]:
            assert server.stdin
            assert server.stdout
            server.stdin.write(json.dumps([str(argument) for argument in arguments]) + "\n")
            server.stdin.flush()
            answer: dict[str, Any] = json.loads(server.stdout.readline())
            return answer

        yield ask
        server.stdin.close()
