"""What a content document is in its book, as it says itself or its guide does.

EPUB Structural Semantics Vocabulary 1.1; guide types of OPF 2.0.1, 2.6.
"""

from collections.abc import Iterable
from typing import get_args

from publisher.configuration.publication import Role

_NAMED_OTHERWISE: dict[str, Role] = {
    "halftitlepage": "half-title",
    "titlepage": "title-page",
    "title-page": "title-page",
    "toc": "contents",
    "loi": "list-of-figures",
    "lot": "list-of-tables",
    "acknowledgments": "acknowledgements",
    "z3998:dramatis-personae": "dramatis-personae",
    "imprint": "copyright-page",
    "preamble": "preface",
    "text": "chapter",
}
_UNTOLD = frozenset(("cover", "section", "notes", "index", "contributors", "masthead", "article"))
"""Names of our roles that mean other things in the vocabulary, or hold others' words."""
MADE_ANEW: dict[Role, str] = {
    "cover": "cover",
    "half-title": "half-title",
    "title-page": "title page",
    "contents": "contents",
}
"""Pages that each book gets anew, and what they are called."""


def role_of(types: Iterable[str]) -> Role | None:
    """The role that one of the `types` of a document means."""
    for kind in types:
        if kind == "cover" or kind in _NAMED_OTHERWISE:
            return "cover" if kind == "cover" else _NAMED_OTHERWISE[kind]
        for role in get_args(Role):
            if kind == role and role not in _UNTOLD:
                return role  # type: ignore[no-any-return]
    return None
