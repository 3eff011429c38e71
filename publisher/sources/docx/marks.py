"""What a run's own look and style say of its words, and which of several forms is read."""

import functools
import re
from collections.abc import Iterator

import langcodes

from publisher.sources.docx.fields import Meaning
from publisher.sources.docx.names import DRAWING, Element, m, number, value, w
from publisher.sources.docx.pieces import Mark
from publisher.sources.docx.styles import Look

_EAST_ASIAN = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_WORTH_READING = (w("t"), m("t"), w("sym"), f"{{{DRAWING}}}blip", w("txbxContent"))


def chosen(alternate: Element) -> Element:
    """The first of several forms of the same content that has anything to read (part 3, 7.5)."""
    forms = [form for form in alternate if isinstance(form.tag, str)]
    for form in forms:
        if next(form.iter(*_WORTH_READING), None) is not None:
            return form
    return forms[0] if forms else alternate


def marks_of(own: Look, named: str | None, outer: tuple[Mark, ...]) -> Iterator[Mark]:
    """The marks by a run's own look and the name of its style; a link is underlined anyway."""
    linked = any(mark.kind == "link" for mark in outer)
    if own.bold or named == "strong":
        yield Mark("strong")
    if own.italic or named == "emphasis":
        yield Mark("emphasis")
    if own.small_caps:
        yield Mark("small_caps")
    if own.strike:
        yield Mark("deleted")
    if own.underline and not linked and named != "link":
        yield Mark("underline")
    if own.position in ("superscript", "subscript") and named != "note":
        yield Mark(own.position)
    if named == "code":
        yield Mark("code")


def link_mark(found: Meaning) -> Mark | None:
    """The mark of what a field leads to."""
    if found.href:
        return Mark("link", found.href)
    return Mark("link", f"#{found.bookmark}") if found.bookmark else None


def language_of(shown: Look, text: str) -> str | None:
    """The language of a run's words: Word keeps one a kind of script (17.3.2.20)."""
    if not any(character.isalpha() for character in text):
        return None
    if shown.rtl:
        tag = shown.language_complex
    elif _EAST_ASIAN.search(text):
        tag = shown.language_east_asian
    else:
        tag = shown.language
    return tag if tag and known_language(tag) else None


@functools.lru_cache(maxsize=256)
def known_language(tag: str) -> bool:
    """Whether a tag is one of BCP 47; "x-none" is Word's word for no language."""
    return tag.lower() not in ("x-none", "zxx") and bool(langcodes.tag_is_valid(tag))


_GRAPHICS = {"chart": "a chart", "diagram": "a diagram", "lockedCanvas": "a drawing"}


def kind_of_graphic(drawing: Element) -> str:
    """What a drawing without pictures and words is, for messages."""
    data = next(drawing.iter(f"{{{DRAWING}}}graphicData"), None)
    kind = data.get("uri", "").rpartition("/")[2] if data is not None else ""
    return _GRAPHICS.get(kind, "a drawing")


def level_of(paragraph: Element) -> int | None:
    """The outline level that a paragraph has of its own, from 0 (17.3.1.20)."""
    found = value(paragraph, "pPr", "outlineLvl")
    return number(found) if found else None
