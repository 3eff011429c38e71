"""The names of parts: of their files in an EPUB, and of the ids that are made up in them."""

import re
import unicodedata
from typing import get_args

from publisher.configuration.publication import Role
from publisher.publication.roles import TRAITS

_LONGEST = 60
_MADE = frozenset(role for role in get_args(Role) if TRAITS[role].made)
"""Roles whose name is the name of their page: no other part may have it."""


class PartNames:
    """The names that the parts of one publication have."""

    def __init__(self) -> None:
        self._taken: set[str] = {"nav"}

    def fresh(self, wanted: str, role: Role) -> str:
        """A name of plain letters, digits and hyphens that no other part has."""
        plainer = unicodedata.normalize("NFKD", wanted).encode("ascii", "ignore").decode().lower()
        stem = re.sub(r"^[\d_. -]+|[^a-z0-9]+", "-", plainer).strip("-")[:_LONGEST].strip("-")
        name = free = stem or role
        number = 1
        while free in self._taken or (free in _MADE and free != role):
            number += 1
            free = f"{name}-{number}"
        self._taken.add(free)
        return free
