"""The parts of a publication before their numbers, notes and references are settled."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

from publisher.configuration.publication import Layout, Role, Space, Start
from publisher.document.document import Document
from publisher.pictures import Picture


class Manuscript(msgspec.Struct, frozen=True, kw_only=True):
    """One part as it is handed in.

    `name` starts the name of its file and its ids. `path` is its source below the publication's
    folder, which links of other parts may name. `depth` counts the divisions that it stands in.
    `alphabetical` puts the terms of a glossary in the order of its language. `pictures` holds the
    files of its images by their `src`.
    """

    name: str
    role: Role
    document: Document
    path: str | None = None
    depth: int = 0
    section: str | None = None
    start: Start | None = None
    only: Literal["epub", "pdf"] | None = None
    space: Space | None = None
    layout: Layout | None = None
    alphabetical: bool = False
    pictures: Mapping[str, Picture] = MappingProxyType({})
