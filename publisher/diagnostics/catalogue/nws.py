"""NWS: news formats and feeds."""

from publisher.diagnostics.catalogue.entry import Entry

NWS: dict[str, Entry] = {}
