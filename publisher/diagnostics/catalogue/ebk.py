"""EBK: EPUB files that are read as sources."""

from publisher.diagnostics.catalogue.entry import Entry

EBK: dict[str, Entry] = {}
