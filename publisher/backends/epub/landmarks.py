"""The landmarks of a publication, from which its navigation and its guide are made.

EPUB 3.3, 7.4.4: the landmarks nav. OPF 2.0.1, 2.6: the guide, for readers that know no landmarks.
"""

from collections.abc import Iterator

import msgspec

from publisher.configuration.publication import Role
from publisher.publication import Publication
from publisher.publication.roles import role_word
from publisher.terms import Terms


class Landmark(msgspec.Struct, frozen=True):
    """A place that a reader may jump to.

    `type` is its epub:type, `guide` its type in the guide, None where that has none, `href` its
    address from the package document.
    """

    type: str
    guide: str | None
    words: str
    href: str


_TYPES: dict[Role, tuple[str, str | None]] = {
    "copyright-page": ("copyright-page", "copyright-page"),
    "dedication": ("dedication", "dedication"),
    "epigraph": ("epigraph", "epigraph"),
    "list-of-figures": ("loi", "loi"),
    "list-of-tables": ("lot", "lot"),
    "foreword": ("foreword", "foreword"),
    "preface": ("preface", "preface"),
    "acknowledgements": ("acknowledgments", "acknowledgements"),
    "introduction": ("introduction", None),
    "prologue": ("prologue", None),
    "epilogue": ("epilogue", None),
    "conclusion": ("conclusion", None),
    "afterword": ("afterword", None),
    "appendix": ("appendix", None),
    "notes": ("endnotes", "notes"),
    "glossary": ("glossary", "glossary"),
    "bibliography": ("bibliography", "bibliography"),
    "index": ("index", "index"),
    "contributors": ("contributors", None),
    "masthead": ("imprint", None),
    "colophon": ("colophon", "colophon"),
}
"""A role's types in landmarks and guide; what there are many of is found in the contents."""


def landmarks(publication: Publication, terms: Terms) -> Iterator[Landmark]:
    """The landmarks in reading order, the first of each role; `terms` has their words."""
    yield Landmark("cover", "cover", terms.cover, "text/cover.xhtml")
    yield Landmark("titlepage", "title-page", terms.title_page, "text/title-page.xhtml")
    yield Landmark("toc", "toc", terms.contents, "nav.xhtml#toc")
    met: set[Role] = set()
    for part in publication.parts:
        href = f"text/{part.name}.xhtml"
        if part.name == publication.body_start:
            yield Landmark("bodymatter", "text", terms.begin, href)
        if part.role in _TYPES and part.role not in met:
            met.add(part.role)
            kind, guide = _TYPES[part.role]
            yield Landmark(kind, guide, role_word(part.role, terms), href)
