"""DOC: Word documents."""

from publisher.diagnostics.catalogue.entry import Entry

DOC: dict[str, Entry] = {}
