"""From documents to a publication: what both backends render, with its anchors and contents."""

from publisher.publication.article import assemble_article
from publisher.publication.assemble import Arrangement, assemble
from publisher.publication.manuscript import Manuscript
from publisher.publication.publication import About, Contributor, Entry, Part, Publication

__all__ = [
    "About",
    "Arrangement",
    "Contributor",
    "Entry",
    "Manuscript",
    "Part",
    "Publication",
    "assemble",
    "assemble_article",
]
