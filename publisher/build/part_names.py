"""The names of parts: of their files in an EPUB, and of the ids that are made up in them."""

import re
import unicodedata

from publisher.configuration.publication import Role

_LONGEST = 60


class PartNames:
    """The names that the parts of one publication have."""

    def __init__(self) -> None:
        self._taken: set[str] = {"cover", "nav"}

    def fresh(self, wanted: str, role: Role) -> str:
        """A name of plain letters, digits and hyphens that no other part has."""
        plainer = unicodedata.normalize("NFKD", wanted).encode("ascii", "ignore").decode().lower()
        stem = re.sub(r"^[\d_. -]+|[^a-z0-9]+", "-", plainer).strip("-")[:_LONGEST].strip("-")
        name = free = stem or role
        number = 1
        while free in self._taken:
            number += 1
            free = f"{name}-{number}"
        self._taken.add(free)
        return free
