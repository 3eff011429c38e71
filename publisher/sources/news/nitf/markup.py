"""NITF's body in the words of XHTML, so that one reader reads both.

Most elements have the name and the sense of HTML's. What marks up a name, a place or a sum has no
counterpart, and its words are taken as they stand.
"""

from collections.abc import Callable

from lxml import etree

from publisher.sources.news.elements import attribute, below, first, local, text_of

_NAMES = {
    "hl1": "h1",
    "hl2": "h2",
    "bq": "blockquote",
    "block": "div",
    "credit": "cite",
    "datasource": "p",
    "lang": "span",
    "note": "aside",
    "body.content": "div",
    "body.end": "div",
}
_SAME = frozenset(
    "p a br em q pre hr ul ol li dl dt dd table caption thead tbody tfoot tr td th col colgroup "
    "sub sup".split()
)
_NO_WORDS = frozenset("alt-code nitf-table-metadata nitf-col nitf-colgroup media-metadata".split())
_KEPT = frozenset("id href rowspan colspan start dir align valign".split())
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class Markup:
    """XHTML made of NITF. `left_out` names media that are no pictures.

    `notes` are the footnotes that were called, which go below the text.
    """

    def __init__(self) -> None:
        self.left_out: list[str] = []
        self.notes: list[etree._Element] = []

    def convert(self, element: etree._Element) -> etree._Element:
        """The XHTML of an element and all in it; each part keeps the line it came from."""
        name = local(element)
        special = _SPECIAL.get(name)
        if special:
            return special(self, element)
        made = _made(_NAMES.get(name, name if name in _SAME else "span"), element)
        for key in _KEPT & set(map(str, element.attrib)):
            made.set(key, str(element.get(key)))
        if language := attribute(element, _LANGUAGE) or attribute(element, "lang"):
            made.set("lang", language)
        if name == "block" and element.get("style"):
            made.set("class", str(element.get("style")))
        return self._filled(made, element)

    def _filled(self, made: etree._Element, element: etree._Element) -> etree._Element:
        """`made` with the text and the converted children of `element`."""
        made.text = element.text
        for child in element:
            if not isinstance(child.tag, str) or local(child) in _NO_WORDS:
                _append_text(made, child.tail)
                continue
            part = self.convert(child)
            part.tail = child.tail
            made.append(part)
        return made

    def _media(self, element: etree._Element) -> etree._Element:
        """A figure (NITF `media`): its pictures, captions, and who made them."""
        figure = _made("figure", element)
        for reference in below(element, "media-reference"):
            source = attribute(reference, "source")
            kind = attribute(reference, "mime-type") or attribute(element, "media-type") or "image"
            if not source or not kind.startswith(("image", "photo", "picture", "graphic")):
                self.left_out.append(f"media of the type {kind}")
                continue
            picture = _made("img", reference)
            picture.set("src", source)
            if "alternate-text" in reference.attrib:
                picture.set("alt", str(reference.get("alternate-text")))
            figure.append(picture)
        said = [*below(element, "media-caption")]
        makers = [*below(element, "media-producer")]
        if said or makers:
            caption = _made("figcaption", (said or makers)[0])
            for part in said:
                caption.append(self._filled(_made("span", part), part))
            for maker in makers:
                credit = self._filled(_made("span", maker), maker)
                credit.set("class", "credit")
                caption.append(credit)
            figure.append(caption)
        return figure

    def _note(self, element: etree._Element) -> etree._Element:
        """The call of a footnote (NITF `fn`), which stands where it is called."""
        note = _made("aside", element)
        self.notes.append(note)
        name = f"fn-{len(self.notes)}"
        note.set("id", name)
        note.set("role", "doc-footnote")
        self._filled(note, element)
        call = _made("a", element)
        call.set("href", f"#{name}")
        call.text = name
        return call

    def _table(self, element: etree._Element) -> etree._Element:
        """The table in an `nitf-table`, without what describes its data."""
        return self._filled(_made("div", element), element)

    def _fraction(self, element: etree._Element) -> etree._Element:
        made = _made("span", element)
        made.text = f"{text_of(first(element, 'frac-num'))}⁄{text_of(first(element, 'frac-den'))}"
        return made


def _made(name: str, origin: etree._Element) -> etree._Element:
    made = etree.Element(name)
    made.sourceline = origin.sourceline
    return made


def _append_text(made: etree._Element, text: str | None) -> None:
    """Adds characters at the end of `made`."""
    if text and len(made):
        made[-1].tail = (made[-1].tail or "") + text
    elif text:
        made.text = (made.text or "") + text


_SPECIAL: dict[str, Callable[[Markup, etree._Element], etree._Element]] = {
    "media": Markup._media,
    "fn": Markup._note,
    "nitf-table": Markup._table,
    "frac": Markup._fraction,
}
