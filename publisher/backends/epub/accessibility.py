"""Accessibility metadata, computed from what the publication holds (EPUB Accessibility 1.1, 2)."""

from collections.abc import Iterator

import msgspec

from publisher.document.nodes import Image, InlineMath, MathBlock
from publisher.publication import Publication
from publisher.terms import Terms


class Accessibility(msgspec.Struct, frozen=True):
    """Values of schema.org's properties, as the package document repeats them."""

    modes: tuple[str, ...]
    sufficient: tuple[str, ...]
    features: tuple[str, ...]
    hazards: tuple[str, ...]
    summary: str


def describe_accessibility(publication: Publication, terms: Terms) -> Accessibility:
    """What a reader who cannot see, hear or hold a page may expect of `publication`.

    No conformance is claimed: that is for the publisher to assert.
    """
    nodes = [node for part in publication.parts for node in _nodes(part.document)]
    images = [node for node in nodes if isinstance(node, Image) and node.alt != ""]
    described = all(image.alt for image in images)
    features = ["displayTransformability", "readingOrder", "structuralNavigation"]
    features.append("tableOfContents")
    if images and described:
        features.append("alternativeText")
    if any(isinstance(node, MathBlock | InlineMath) for node in nodes):
        features.append("MathML")
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


def _nodes(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for item in value:
            yield from _nodes(item)
    elif isinstance(value, dict):
        yield from _nodes(tuple(value.values()))
    elif isinstance(value, msgspec.Struct):
        yield value
        for name in value.__struct_fields__:
            yield from _nodes(getattr(value, name))
