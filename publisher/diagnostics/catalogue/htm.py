"""HTM: HTML pages."""

from publisher.diagnostics.catalogue.entry import Entry

HTM: dict[str, Entry] = {}
