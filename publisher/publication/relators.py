"""What contributors did, as catalogues write it: MARC relator codes."""

import functools
import tomllib
from pathlib import Path

from publisher.configuration.toml import did_you_mean


@functools.cache
def relators() -> dict[str, str]:
    """What each code stands for, in English."""
    return tomllib.loads((Path(__file__).parent / "relators.toml").read_text(encoding="utf-8"))


def relator(written: str) -> str | None:
    """The code for a role written as a code or as its name; None for one that is not known."""
    wanted = " ".join(written.casefold().replace("-", " ").split())
    if wanted in relators():
        return wanted
    return next((code for code, name in relators().items() if name == wanted), None)


def nearest(written: str) -> str:
    """A remedy for a role that is not known."""
    return did_you_mean(written.casefold(), set(relators().values()))
