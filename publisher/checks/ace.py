"""Ace by DAISY, which looks at an EPUB's pages in a browser for what shuts people out.

Stage: checks, only where it is asked for. Input: the path of an EPUB whose container was looked at
already. Output: a diagnostic for each violation, its severity by the impact. Source: Ace 1.4
(https://daisy.github.io/ace), its report in JSON. It needs Node.js and a Chromium, costs seconds a
book, and keeps all that it writes in a temporary folder.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import msgspec

from publisher.assets import Source
from publisher.checks.ace_report import Report, violations
from publisher.diagnostics import Diagnostic, diagnose
from publisher.span import whole_file

COMMANDS = ("ace-cli", "ace-puppeteer", "ace")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER_VARIABLE = "PUPPETEER_EXECUTABLE_PATH"
REMEDY = "npm install --global @daisy/ace-cli"
_LONGEST = 180.0
"""Seconds for a book."""


def command() -> Path | None:
    """Ace's command, None where it is not installed."""
    return _first(COMMANDS)


def browser() -> Path | None:
    """The browser that Ace is to use, None where there is none."""
    named = os.environ.get(BROWSER_VARIABLE)
    return Path(named) if named and Path(named).is_file() else _first(BROWSERS)


def audit(path: Path, source: Source) -> tuple[Diagnostic, ...]:
    """What Ace finds in the EPUB at `path`, whose bytes are in `source`.

    ELT053 where a part of Ace is missing, ELT054 where it fails.
    """
    name = source.name
    program, shown = command(), browser()
    if program is None:
        facts = {"missing": "Ace", "remedy": f"install it: {REMEDY}"}
        return (diagnose("ELT053", whole_file(name), **facts),)
    if shown is None:
        remedy = f"install Chromium, or name a browser in {BROWSER_VARIABLE}"
        facts = {"missing": "a browser", "remedy": remedy}
        return (diagnose("ELT053", whole_file(name), **facts),)
    with tempfile.TemporaryDirectory(prefix="publisher-", ignore_cleanup_errors=True) as folder:
        try:
            report = _run(program, shown, path, Path(folder))
        except _NoVerdict as failure:
            return (diagnose("ELT054", whole_file(name), reason=str(failure)),)
    return tuple(violations(report, source))


class _NoVerdict(Exception):
    """Ace ended without a report; the text says how."""


def _run(program: Path, shown: Path, path: Path, folder: Path) -> Report:
    """Ace's report. All that it and its browser keep goes into `folder`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    # Chromium has 60 s to start, not 5: a machine may be busy.
    own = {BROWSER_VARIABLE: str(shown), "ACE_TIMEOUT_INITIAL": "60000"}
    with subprocess.Popen(  # noqa: S603 # a program that its user asked for
        [str(program), "--force", "--outdir", str(folder / "report"), str(path.absolute())],
        env={**kept, **own, "HOME": str(folder), "TMPDIR": str(folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        try:
            said, _ = process.communicate(timeout=_LONGEST)
        except subprocess.TimeoutExpired:
            _end(process)
            raise _NoVerdict(f"it took longer than {_LONGEST:g} s") from None
    written = folder / "report" / "report.json"
    if not written.is_file():
        lines = said.decode(errors="replace").strip().splitlines() or ["it said nothing"]
        raise _NoVerdict(lines[-1][:200])
    try:
        return msgspec.json.decode(written.read_bytes(), type=Report)
    except msgspec.MsgspecError as fault:
        raise _NoVerdict(f"its report cannot be read ({fault})") from fault


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends Ace with the browser that it started."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _first(names: tuple[str, ...]) -> Path | None:
    return next((Path(found) for name in names if (found := shutil.which(name))), None)
