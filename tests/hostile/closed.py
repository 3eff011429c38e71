"""Runs `publisher` commands one by one, each in a process of its own that can reach nothing.

Started once, it imports what a build needs, then forks for each line of JSON on its standard
input: a list of arguments. It answers with a line of JSON: exit code, output, cost, and what the
command tried to reach. Usage: python -m tests.hostile.closed SECRET, where SECRET is a file that
no command may open.
"""

import json
import os
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

NETWORK = {
    "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto",
    "urllib.Request", "http.client.connect", "ftplib.connect",
}  # fmt: skip
LONGEST = 60
"""Seconds after which a command is ended: what it may take is measured in seconds of work."""


def main(secret: str) -> None:
    import publisher.backends.epub
    import publisher.backends.pdf
    import publisher.cli  # noqa: F401

    for line in sys.stdin:
        answer = run(json.loads(line), secret)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def run(arguments: list[str], secret: str) -> dict[str, Any]:
    """What came of one command."""
    with tempfile.TemporaryDirectory() as folder:
        said, reached = Path(folder) / "said", Path(folder) / "reached"
        reached.touch()
        child = os.fork()
        if child == 0:
            _become(arguments, said, reached, secret)
        code, cost = _wait(child)
        return {
            "code": code,
            "said": said.read_text(encoding="utf-8", errors="replace"),
            "reached": reached.read_text(encoding="utf-8").split("\n")[:-1],
            "seconds": cost.ru_utime + cost.ru_stime,
            "megabytes": cost.ru_maxrss / 1024,
        }


def _wait(child: int) -> tuple[int, Any]:
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        found, status, cost = os.wait4(child, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status), cost
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    _, status, cost = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), cost


def _become(arguments: list[str], said: Path, reached: Path, secret: str) -> None:
    """Runs the command in this process, and ends it."""
    output = os.open(said, os.O_WRONLY | os.O_CREAT)
    log = os.open(reached, os.O_WRONLY | os.O_APPEND)
    for stream in (1, 2):
        os.dup2(output, stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)

    def watch(event: str, details: tuple[Any, ...]) -> None:
        opened = event == "open" and isinstance(details[0], str) and details[0] == secret
        if event in NETWORK or opened:
            os.write(log, f"{event} {details!r}\n".encode())
            raise PermissionError(event)

    sys.addaudithook(watch)
    sys.argv = ["publisher", *arguments]
    code = 70
    try:
        from publisher.cli import main as publisher

        publisher()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main(sys.argv[1])
