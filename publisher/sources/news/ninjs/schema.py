"""The fields of ninjs that an article needs, by version (IPTC ninjs 1.6, 2.2 and 3.1).

Names are in lower case: 2.x writes them so, 3.x in camel case, and but for that and for
`embargoeduntil` they are the same. 1.x has fields by name in place of lists with roles.
"""

from typing import Any

import msgspec


def _written(name: str) -> str:
    return name.replace("_", "")


class Value(msgspec.Struct, frozen=True, rename=_written):
    """A headline, a description or a body of 2.x and 3.x; `path` is where it stands."""

    value: str = ""
    role: str | None = None
    content_type: str | None = None
    path: str = ""


class Concept(msgspec.Struct, frozen=True, rename=_written):
    """A person, a place, a subject…"""

    name: str | None = None
    rel: str | None = None
    literal: str | None = None


class Rendition(msgspec.Struct, frozen=True, rename=_written):
    """A file that shows a picture in one size; `mime_type` is the name in 1.x."""

    href: str | None = None
    name: str | None = None
    width: float | None = None
    content_type: str | None = None
    mime_type: str | None = None


class Standard(msgspec.Struct, frozen=True, rename=_written):
    """Which standard the item follows."""

    name: str | None = None
    version: str | None = None


class Common(msgspec.Struct, frozen=True, kw_only=True, rename=_written):
    """What all versions have."""

    uri: str | None = None
    type: str | None = None
    first_created: str | None = None
    version_created: str | None = None
    content_created: str | None = None
    embargoed: str | None = None
    pub_status: str | None = None
    copyright_holder: str | None = None
    copyright_notice: str | None = None
    usage_terms: str | None = None
    ed_note: str | None = None
    language: str | None = None
    title: str | None = None
    slugline: str | None = None
    located: str | None = None


class Ninjs(Common, frozen=True, kw_only=True, rename=_written):
    """An item of ninjs 2 or 3."""

    by: str | None = None
    headlines: tuple[Value, ...] = ()
    descriptions: tuple[Value, ...] = ()
    bodies: tuple[Value, ...] = ()
    subjects: tuple[Concept, ...] = ()
    info_sources: tuple[Concept, ...] = ()
    renditions: tuple[Rendition, ...] = ()
    associations: tuple[dict[str, Any], ...] = ()
    embargoed_until: str | None = None
    standard: Standard | None = None


class Ninjs1(Common, frozen=True, kw_only=True, rename=_written):
    """An item of ninjs 1; `headline_…`, `description_…` and `body_…` come with it as they are."""

    byline: str | None = None
    headline: str | None = None
    subject: tuple[Concept, ...] = ()
    info_source: tuple[Concept, ...] = ()
    renditions: dict[str, Rendition] = {}
    associations: dict[str, dict[str, Any]] = {}
