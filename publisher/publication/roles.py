"""What the role of a part decides: its place in the book, where it starts, what names it."""

import functools
from typing import Literal, get_args

import msgspec

from publisher.configuration.publication import Role, Start
from publisher.terms import Terms

Matter = Literal["front", "body", "back"]


class Trait(msgspec.Struct, frozen=True):
    """What holds for all parts of a role, unless the publication says otherwise.

    `made` parts have no source: their page is made of what the publication holds. A `quiet` part
    shows no title of its own and stands in no printed contents.
    """

    matter: Matter
    start: Start = "recto"
    made: bool = False
    quiet: bool = False


TRAITS: dict[Role, Trait] = {
    "cover": Trait("front", made=True, quiet=True),
    "half-title": Trait("front", made=True, quiet=True),
    "title-page": Trait("front", made=True, quiet=True),
    "copyright-page": Trait("front", "page", made=True, quiet=True),
    "dedication": Trait("front", quiet=True),
    "epigraph": Trait("front", quiet=True),
    "contents": Trait("front", made=True),
    "list-of-figures": Trait("front", "page", made=True),
    "list-of-tables": Trait("front", "page", made=True),
    "foreword": Trait("front"),
    "preface": Trait("front"),
    "acknowledgements": Trait("front"),
    "introduction": Trait("front"),
    "dramatis-personae": Trait("front", "page"),
    "editorial": Trait("body", "page"),
    "prologue": Trait("body"),
    "part": Trait("body"),
    "section": Trait("body", "page"),
    "chapter": Trait("body"),
    "article": Trait("body", "page"),
    "advertisement": Trait("body", "page", quiet=True),
    "epilogue": Trait("body"),
    "conclusion": Trait("body"),
    "afterword": Trait("back"),
    "appendix": Trait("back"),
    "notes": Trait("back", made=True),
    "glossary": Trait("back"),
    "bibliography": Trait("back", made=True),
    "index": Trait("back", made=True),
    "contributors": Trait("back", "page", made=True),
    "masthead": Trait("back", "page", made=True),
    "colophon": Trait("back", "page", quiet=True),
}


TITLED: frozenset[Role] = frozenset(("half-title", "title-page"))
"""Pages that show the title of the work."""


def role_word(role: Role, terms: Terms) -> str:
    """What a part of this role is called; what there are many of has no such name."""
    if role in _MANY:
        return ""
    word: str = getattr(terms, role.replace("-", "_"))
    return word


_MANY = frozenset(("part", "section", "chapter", "article", "advertisement"))


def role_of_title(title: str, terms: Terms) -> Role | None:
    """The role that a title names in the language of `terms`: "Preface", "Vorwort"."""
    return _named(terms).get(_plain(title))


@functools.cache
def _named(terms: Terms) -> dict[str, Role]:
    named: dict[str, Role] = {}
    for role in get_args(Role):
        if role != "cover" and (word := role_word(role, terms)):
            named.setdefault(_plain(word), role)
    return named


def _plain(words: str) -> str:
    return " ".join(words.casefold().rstrip(".: ").split())
