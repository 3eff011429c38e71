"""Three full stops that stand for an ellipsis."""

import re
from collections.abc import Iterator

from publisher.typography.proposal import Proposal
from publisher.typography.table import Table

_STOPS = re.compile(r"\.(?: ?\.)++")
_THREE = ("...", ". . .")


def replace_ellipses(text: str, table: Table) -> Iterator[Proposal]:
    """TYP006 for each run of three full stops, closed up or spaced."""
    for found in _STOPS.finditer(text):
        if found[0] not in _THREE:
            continue  # a rule of dots, or one that somebody miscounted
        facts: dict[str, object] = {"found": found[0], "expected": table.ellipsis}
        yield Proposal(found.start(), found.end(), table.ellipsis, "ellipsis", "TYP006", facts)
