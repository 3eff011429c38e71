"""Accessibility metadata, computed from what the publication holds (EPUB Accessibility 1.1, 2).

Values are those of the Schema.org Accessibility Properties for Discoverability Vocabulary (W3C).
"""

from collections.abc import Iterator, Sequence

import msgspec

from publisher.backends.epub.item import Item
from publisher.document.nodes import Block, Heading, Inline, InlineSpan
from publisher.publication import Publication
from publisher.publication.anchors import nodes
from publisher.publication.settled import (
    DisplayedFormula,
    InlineFormula,
    NoteCall,
    ShownImage,
)
from publisher.terms import Terms

_FORMULAS = (DisplayedFormula, InlineFormula)


class Accessibility(msgspec.Struct, frozen=True):
    """Values of schema.org's properties, as the package document repeats them."""

    modes: tuple[str, ...]
    sufficient: tuple[str, ...]
    features: tuple[str, ...]
    hazards: tuple[str, ...]
    summary: str


class _Content(msgspec.Struct, frozen=True):
    """What of a publication the properties are computed from; decorative pictures say nothing."""

    pictures: int
    described: bool
    headings: bool
    formulas: bool
    drawn: bool
    ruby: bool
    roles: bool
    notes: bool
    index: bool
    vertical: bool


def describe_accessibility(
    publication: Publication, documents: Sequence[Item], terms: Terms
) -> Accessibility:
    """What a reader who cannot see, hear or hold a page may expect of `publication`.

    `documents` are its content documents as they are written. No conformance is claimed: that is
    for the publisher to assert. Nothing moves, flashes or sounds: only the first frame of an
    animation is kept, and a drawing loses what runs in it.
    """
    content = _content(publication, documents)
    sufficient: tuple[str, ...] = ("textual",)
    if content.pictures or content.drawn:
        sufficient = ("textual,visual", "textual") if content.described else ("textual,visual",)
    return Accessibility(
        modes=("textual", "visual") if content.pictures or content.drawn else ("textual",),
        sufficient=sufficient,
        features=tuple(_features(content)),
        hazards=("none",),
        summary=" ".join(_summary(content, terms)),
    )


def with_pages(computed: Accessibility, terms: Terms) -> Accessibility:
    """What is computed of a publication, where the pages of its print edition are marked."""
    return msgspec.structs.replace(
        computed,
        features=(*computed.features, "pageBreakMarkers", "pageNavigation"),
        summary=f"{computed.summary} {terms.summary_pages}",
    )


def _content(publication: Publication, documents: Sequence[Item]) -> _Content:
    found: list[Block | Inline] = []
    for part in publication.parts:
        found += nodes((part.document, part.notes))
    mathml = any("mathml" in each.properties for each in documents)
    titled = any(part.document.meta.title for part in publication.parts)
    pictures = [each for each in found if isinstance(each, ShownImage) and each.file]
    meaning = [each for each in pictures if each.alt != ""]
    return _Content(
        pictures=len(meaning),
        described=all(each.alt for each in meaning),
        headings=titled or any(isinstance(each, Heading) for each in found),
        formulas=mathml,
        drawn=not mathml and any(isinstance(each, _FORMULAS) and each.formula for each in found),
        ruby=any(isinstance(each, InlineSpan) and each.role == "ruby" for each in found),
        roles=any(b' role="doc-' in each.data for each in documents),
        notes=any(isinstance(each, NoteCall) for each in found),
        index=bool(publication.index.groups),
        vertical=publication.vertical,
    )


def _features(content: _Content) -> Iterator[str]:
    """Long descriptions, markup for speech and high contrast are never claimed: none is made."""
    yield from ("displayTransformability", "readingOrder", "tableOfContents")
    if content.headings:
        yield "structuralNavigation"
    if content.index:
        yield "index"
    if content.roles:
        yield "ARIA"
    if content.vertical:
        yield "verticalWriting"
    if content.pictures and content.described:
        yield "alternativeText"
    if content.formulas:
        yield "MathML"
    elif content.drawn:
        yield "describedMath"  # by the words that stand for each picture
    if content.ruby:
        yield "rubyAnnotations"


def _summary(content: _Content, terms: Terms) -> Iterator[str]:
    yield terms.summary_text
    yield terms.summary_navigation
    if content.index:
        yield terms.summary_index
    if content.notes:
        yield terms.summary_notes
    if not content.pictures:
        yield terms.summary_no_images
    elif content.described:
        yield terms.summary_images_described
    else:
        yield terms.summary_images_undescribed
    if content.formulas:
        yield terms.summary_formulas
