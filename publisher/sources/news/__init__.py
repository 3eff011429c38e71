"""News formats: ninjs, NewsML-G2, NITF, RSS and Atom. One source file gives one document."""

from publisher.sources.news.ninjs import read_ninjs

__all__ = ["FORMATS"]

FORMATS = {
    **dict.fromkeys((".json", ".ninjs"), read_ninjs),
}
