"""By what a publication is known and filed, and when it was changed: never by the clock."""

import datetime
import uuid

_UNDATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:publisher:article")
# The article of a language that a catalogue files after the title (ISBD A.4.1, RDA 6.2.1.7).
_ARTICLES = {
    "en": ("The", "A", "An"),
    "de": ("Der", "Die", "Das", "Ein", "Eine"),
}


def uuid_of(*names: str) -> str:
    """A UUID of version 5 (RFC 9562, 5.5) over what names a work: a new text keeps it."""
    return uuid.uuid5(_NAMESPACE, "\n".join(names)).urn


def filed(title: str, language: str) -> str:
    """The title as a catalogue files it: "Ferry, The"."""
    first, _, rest = title.partition(" ")
    if rest and first in _ARTICLES.get(language.split("-")[0], ()):
        return f"{rest[0].upper()}{rest[1:]}, {first}"
    return title


def last_changed(epoch: datetime.datetime | None, *days: datetime.date | None) -> str:
    """The moment of `epoch`, or the start of the first of `days`, as xsd:dateTime in UTC."""
    day = next(filter(None, days), None)
    moment = _UNDATED
    if epoch:
        moment = epoch.astimezone(datetime.UTC)
    elif day:
        moment = datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
