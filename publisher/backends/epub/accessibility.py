"""Accessibility metadata, computed from what the publication holds (EPUB Accessibility 1.1, 2)."""

import msgspec

from publisher.publication import Publication
from publisher.publication.anchors import nodes
from publisher.publication.settled import DisplayedFormula, InlineFormula, ShownImage
from publisher.terms import Terms


class Accessibility(msgspec.Struct, frozen=True):
    """Values of schema.org's properties, as the package document repeats them."""

    modes: tuple[str, ...]
    sufficient: tuple[str, ...]
    features: tuple[str, ...]
    hazards: tuple[str, ...]
    summary: str


def describe_accessibility(
    publication: Publication, terms: Terms, *, mathml: bool = True
) -> Accessibility:
    """What a reader who cannot see, hear or hold a page may expect of `publication`.

    Without `mathml`, its formulas are drawn, and described by their words. No conformance is
    claimed: that is for the publisher to assert.
    """
    found = list(nodes(tuple((part.document, part.notes) for part in publication.parts)))
    images = [
        node for node in found if isinstance(node, ShownImage) and node.file and node.alt != ""
    ]
    described = all(image.alt for image in images)
    features = ["displayTransformability", "readingOrder", "structuralNavigation"]
    features.append("tableOfContents")
    if images and described:
        features.append("alternativeText")
    if any(isinstance(node, DisplayedFormula | InlineFormula) and node.formula for node in found):
        features.append("MathML" if mathml else "describedMath")
    pictures = terms.summary_no_images
    if images:
        pictures = terms.summary_images_described if described else terms.summary_images_undescribed
    return Accessibility(
        modes=("textual", "visual") if images else ("textual",),
        sufficient=("textual",) if described else ("textual,visual",),
        features=tuple(features),
        hazards=("none",),
        summary=f"{terms.summary_text} {terms.summary_navigation} {pictures}",
    )


def with_pages(computed: Accessibility, terms: Terms) -> Accessibility:
    """What is computed of a publication, where the pages of its print edition are marked."""
    return msgspec.structs.replace(
        computed,
        features=(*computed.features, "pageBreakMarkers", "pageNavigation"),
        summary=f"{computed.summary} {terms.summary_pages}",
    )
