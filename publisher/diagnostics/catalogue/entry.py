"""How one code reads."""

from typing import Literal, NamedTuple


class Entry(NamedTuple):
    """A code's severity and wording; `message` and `help` are filled with a finding's facts."""

    severity: Literal["error", "warning", "info"]
    message: str
    help: str
