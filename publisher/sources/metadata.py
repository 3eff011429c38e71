"""The metadata given beside a text, joined with what the text itself says."""

import msgspec

from publisher.configuration.metadata import Contributor, Metadata
from publisher.document.document import Byline, Dateline, Meta
from publisher.document.nodes import Text
from publisher.languages import direction as direction


def complete(meta: Meta, given: Metadata) -> Meta:
    """`meta` with each value that was `given`; what is given goes before what was read."""
    changes: dict[str, object] = {
        "byline": tuple(_byline(name) for name in given.byline) or meta.byline,
        "direction": direction(meta.language),
    }
    if given.kicker:
        changes["kicker"] = (Text(text=given.kicker),)
    if given.dateline:
        changes["dateline"] = Dateline(text=given.dateline)
    if given.date:
        changes["date"] = given.date.isoformat()
    plain = ("identifier", "publication", "publisher", "rights", "description", "source")
    changes |= {key: getattr(given, key) for key in plain if getattr(given, key)}
    if given.subjects:
        changes["subjects"] = given.subjects
    return msgspec.structs.replace(meta, **changes)


def _byline(name: str | Contributor) -> Byline:
    if isinstance(name, str):
        return Byline(text=name, name=name)
    return Byline(text=name.name, name=name.name, role=name.role, place=name.place)
