"""Who wrote a document, and where and when it was filed, as the document says it itself."""

import msgspec


class Byline(msgspec.Struct, frozen=True, omit_defaults=True):
    """One contributor as the article names them; `text` is what is set."""

    text: str
    name: str | None = None
    role: str | None = None
    place: str | None = None


class Dateline(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where and when a report was filed; one that is `run_in` is set in the first paragraph."""

    text: str
    place: str | None = None
    date: str | None = None
    agency: str | None = None
    run_in: bool = False
