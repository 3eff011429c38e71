"""What has numbers in a book of ours, told by the numbers that it shows."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from publisher.configuration.publication import Numbering, Numerals
from publisher.sources.epub.own.markup import below, classes, has_class, inside, words
from publisher.sources.html.names import HEADINGS
from publisher.sources.html.tree import Element

_ROMAN = re.compile(r"[IVXLCDM]+")


def numbering_of(parts: Sequence[Element]) -> Numbering:
    """How the parts, chapters, headings and figures of these elements are numbered."""
    chapters = _numerals(parts, "role-chapter")
    return Numbering(
        parts=_numerals(parts, "role-part"),
        chapters=chapters,
        sections=_sections(parts, chapters),
        figures=_figures(parts),
    )


def _numerals(parts: Sequence[Element], role: str) -> Numerals:
    for part in parts:
        if not has_class(part, role):
            continue
        head = next(below(part, "headline"), None)
        label = (
            next(
                (one for one in inside(head) if {"part-label", "number"} & set(classes(one))), None
            )
            if head
            else None
        )
        if label:
            number = words(label).split("\u00a0")[-1].split()[-1:]
            return "roman" if number and _ROMAN.fullmatch(number[0]) else "arabic"
    return "none"


def _sections(parts: Sequence[Element], chapters: Numerals) -> bool:
    """Whether headings have numbers; after that of a chapter where it has one."""
    for part in parts:
        for number in below(part, "number"):
            around = number.parent
            if around and around.name in HEADINGS and not has_class(around, "headline"):
                return chapters == "none" or "." in words(number)
    return False


def _figures(parts: Sequence[Element]) -> Literal["referred", "work", "chapter"]:
    """Whether all that has a caption has a number, and whether that begins with its chapter's."""
    captions = [caption for part in parts for caption in _captions(part)]
    labels = [words(label) for caption in captions for label in below(caption, "label")]
    if len(labels) < len(captions) or not labels:
        return "referred"
    return "chapter" if any("." in label for label in labels) else "work"


def _captions(part: Element) -> Iterator[Element]:
    return (
        one
        for one in part.walk()
        if one.name == "caption" or (one.name == "p" and has_class(one, "caption"))
    )
