"""MKD: Markdown."""

from publisher.diagnostics.catalogue.entry import Entry

MKD: dict[str, Entry] = {}
