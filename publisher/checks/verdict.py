"""EPUBCheck's verdict on an EPUB that this process wrote, in this process while that goes well.

Of what was just written nothing is to be feared, so it is read by the Java virtual machine of this
process, which costs no second start of Python. Where that fails all the same, it is given up: the
file, and all later ones, are read by one that can be replaced.
"""

from pathlib import Path

from publisher.checks import epubcheck, epubcheck_apart
from publisher.checks.epubcheck import EpubcheckFailed, Message


class _Verdicts:
    """Whether the machine of this process is given up."""

    given_up = False


def own_verdict(path: Path) -> tuple[Message, ...]:
    """Every message on the EPUB at `path`. Raises as `epubcheck_apart.validate` does."""
    if not _Verdicts.given_up:
        try:
            return epubcheck.validate(path)
        except EpubcheckFailed:
            _Verdicts.given_up = True
    return epubcheck_apart.validate(path)
