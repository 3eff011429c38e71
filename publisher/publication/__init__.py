"""From documents to a publication: what both backends render, with its anchors and contents."""

from publisher.publication.article import assemble_article
from publisher.publication.publication import Contributor, Entry, Part, Publication

__all__ = ["Contributor", "Entry", "Part", "Publication", "assemble_article"]
