"""IMG: pictures."""

from publisher.diagnostics.catalogue.entry import Entry

IMG: dict[str, Entry] = {}
