"""The glossary of a publication: its terms get anchors, and words of all parts lead to them."""

from collections.abc import Sequence

import msgspec

from publisher.diagnostics import Diagnostic
from publisher.document.nodes import InlineSpan
from publisher.glossary import Glossary, make_glossary, refer_to_terms
from publisher.publication.anchors import nodes
from publisher.publication.manuscript import Manuscript

_TERM = "glossary-term"
"""The role of words that lead to the glossary."""


class Defined(msgspec.Struct, frozen=True):
    """The parts with their words linked, and what is amiss with terms and words."""

    manuscripts: tuple[Manuscript, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def refer_to_glossary(manuscripts: Sequence[Manuscript]) -> Defined:
    """`manuscripts` with their glossaries anchored; found are IDX020 and IDX021.

    Raises PublisherError: IDX001 where a glossary is to be sorted and ICU is not installed.
    """
    found: list[Diagnostic] = []
    anchors: dict[str, str] = {}
    made = []
    for each in manuscripts:
        document = each.document
        if each.role == "glossary":
            glossary = make_glossary(document, in_order=each.alphabetical)
            document = glossary.document
            anchors = glossary.glossary.anchors | anchors
            found += glossary.diagnostics
        made.append(msgspec.structs.replace(each, document=document))
    for at, each in enumerate(made):
        if any(
            isinstance(node, InlineSpan) and node.role == _TERM for node in nodes(each.document)
        ):
            referred = refer_to_terms(each.document, Glossary(anchors))
            made[at] = msgspec.structs.replace(each, document=referred.document)
            found += referred.diagnostics
    return Defined(tuple(made), tuple(found))
