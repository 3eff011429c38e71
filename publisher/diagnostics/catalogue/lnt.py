"""LNT: what is amiss in a source."""

from publisher.diagnostics.catalogue.entry import Entry

LNT: dict[str, Entry] = {}
