"""The content of paragraphs: runs, links, fields, notes, pictures, formulas (ECMA-376-1, 17.3).

Input: a paragraph's element. Output: its pieces. Its text boxes wait in `boxes`, to be read
after it. Of tracked changes, the text as it is after them is read.
"""

import re
from collections.abc import Callable, Iterator

import msgspec

from publisher.diagnostics import Diagnostic
from publisher.document.nodes import IndexMark, Inline, InlineMath, LineBreak, NoteRef, Text
from publisher.sources.docx.desk import Desk, excerpt
from publisher.sources.docx.fields import Fields
from publisher.sources.docx.index_entries import Passages
from publisher.sources.docx.links import safe_address
from publisher.sources.docx.manuscript import BREAK
from publisher.sources.docx.marks import chosen, kind_of_graphic, language_of, link_mark, marks_of
from publisher.sources.docx.names import (
    COMPATIBILITY,
    MATH,
    OFFICE,
    VML,
    Element,
    child,
    children,
    m,
    r,
    switch,
    value,
    w,
)
from publisher.sources.docx.omml import formula
from publisher.sources.docx.package import Part
from publisher.sources.docx.pictures import Found, boxes_in, in_drawing, in_vml, outside_boxes
from publisher.sources.docx.pieces import Mark, Piece, in_order
from publisher.sources.docx.styles import PLAIN, Look, look, named_inline
from publisher.sources.docx.symbols import is_symbol_font, symbol

_SPECIAL = re.compile(r"([ \t]*[\r\n]\s*|\t|[\u2028\u2029]|[\x7f-\x9f\ufeff\ufffe\uffff])")
_ALTERNATE = f"{{{COMPATIBILITY}}}AlternateContent"

# What only wraps content, and what is no content: markup, or told for the whole file at once.
_WRAPPERS = {
    *map(w, ("ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "sdtContent", "rubyBase")),
    f"{{{MATH}}}oMathPara",
}


class Story:
    """Reads the paragraphs of one part in order; fields may span them."""

    def __init__(self, part: Part, desk: Desk) -> None:
        self.part = part
        self.desk = desk
        self.boxes: list[Element] = []
        self.anchors: list[str] = []
        self.rule = False
        self.made = False
        self._fields = Fields()
        self._passages = Passages(part.root)
        self._look = PLAIN
        self._base = PLAIN
        self._marks: tuple[Mark, ...] = ()
        self._handlers: dict[str, Callable[[Element], Iterator[Piece]]] = {
            w("r"): self._run,
            w("hyperlink"): self._hyperlink,
            w("fldSimple"): self._simple_field,
            w("sdt"): self._content_control,
            w("bookmarkStart"): self._bookmark,
            w("bookmarkEnd"): lambda end: self._index(self._passages.end(end)),
            w("t"): self._text,
            w("instrText"): self._instruction,
            w("fldChar"): self._field_mark,
            w("tab"): lambda _: self._rewritten("\t", " ", "tab"),
            w("ptab"): lambda _: self._rewritten("\t", " ", "tab"),
            w("br"): self._break,
            w("cr"): lambda _: self._line_break(),
            w("noBreakHyphen"): lambda _: self._words("\u2011"),
            w("softHyphen"): lambda _: self._words("\u00ad"),
            w("sym"): self._symbol,
            w("footnoteReference"): self._note,
            w("endnoteReference"): self._note,
            w("drawing"): self._drawing,
            w("pict"): self._vml,
            w("object"): self._vml,
            w("ruby"): self._ruby,
            w("subDoc"): lambda _: self._left_out("a document that is only linked"),
            m("oMath"): self._formula,
            _ALTERNATE: self._alternate,
        }

    @property
    def in_list(self) -> bool:
        """Whether the text now stands in a list that Word made: contents, an index."""
        return self.made or any(asked.list for asked in self._fields.asked)

    def pieces(self, paragraph: Element, base: Look) -> Iterator[Piece]:
        """The content of a paragraph whose style and place say that it looks like `base`."""
        self._base, self._look, self._marks = base, base, ()
        yield from self._content(paragraph)

    def pieces_of(self, element: Element) -> Iterator[Piece]:
        """The content of one element that stands in a paragraph, or beside paragraphs."""
        handler = self._handlers.get(element.tag)
        if handler is not None:
            yield from handler(element)
        elif element.tag in _WRAPPERS:
            yield from self._content(element)

    def prompt(self, content: Element) -> None:
        """Leaves out the words that ask for content which is not there."""
        text = "".join(found.text or "" for found in content.iter(w("t")))
        if text.strip():
            self.desk.find("DOC015", text=excerpt(text))

    def _content(self, element: Element) -> Iterator[Piece]:
        for inner in element:
            yield from self.pieces_of(inner)

    def _marked(self, element: Element, mark: Mark | None) -> Iterator[Piece]:
        before = self._marks
        if mark and mark not in before:
            self._marks = in_order((*before, mark))
        yield from self._content(element)
        self._marks = before

    # --- runs -----------------------------------------------------------------------------

    def _run(self, run: Element) -> Iterator[Piece]:
        properties = child(run, "rPr")
        style = value(properties, "rStyle")
        own = look(properties)
        if style:
            own = own.over(self.desk.styles.look(style))
        before, outer = self._look, self._marks
        self._look = own.over(self._base)
        if self._look.hidden:
            self._hide(run)
            yield from self._only_fields(run)
        else:
            named = named_inline(self.desk.styles.name(style)) if style else None
            self._marks = in_order(list({*outer, *marks_of(own, named, outer)}))
            yield from self._content(run)
        self._look, self._marks = before, outer

    def _hide(self, run: Element) -> None:
        if not self._fields.instructing:
            self.desk.hide("".join(text.text or "" for text in run.iter(w("t"))))

    def _only_fields(self, run: Element) -> Iterator[Piece]:
        for inner in run:
            if inner.tag in (w("fldChar"), w("instrText")):
                yield from self._handlers[inner.tag](inner)

    def _text(self, element: Element) -> Iterator[Piece]:
        if self._fields.instructing:
            return
        for text in _SPECIAL.split(element.text or ""):
            if not text:
                continue
            if is_symbol_font(self._look.font):
                yield from self._symbols(text)
            elif not _SPECIAL.fullmatch(text):
                yield from self._words(text)
            elif text in "\u2028\u2029":
                yield from self._line_break()
            elif text.isspace() and text != "\x85":
                flat = text.replace("\r", " ").replace("\n", " ")
                yield from self._rewritten(flat, " ", "tab" if text == "\t" else "inner-space")
            else:
                place = self.desk.manuscript.rewrite(text, "", "control-character")
                self.desk.find("SRC008", place, character=f"U+{ord(text):04X}")

    def _words(self, text: str) -> Iterator[Piece]:
        span = self.desk.manuscript.write(text)
        yield self._piece(Text(text=text, span=span), text)

    def _rewritten(self, before: str, after: str, rule: str) -> Iterator[Piece]:
        span = self.desk.manuscript.rewrite(before, after, rule)
        yield self._piece(Text(text=after, span=span))

    def _piece(self, leaf: Inline, text: str = "") -> Piece:
        marks = self._marks
        for asked in self._fields.asked:
            mark = link_mark(asked)
            if mark and mark.kind not in {own.kind for own in marks}:
                marks = in_order((*marks, mark))
        return Piece(leaf, marks, self._look, language_of(self._look, text))

    def _symbol(self, element: Element) -> Iterator[Piece]:
        try:
            code = int(element.get(w("char"), ""), 16)
        except ValueError:
            code = 0xE000
        yield from self._one_symbol(element.get(w("font")), code)

    def _symbols(self, text: str) -> Iterator[Piece]:
        for character in text:
            if character.isspace():
                yield from self._rewritten(" ", " ", "tab")
            else:
                yield from self._one_symbol(self._look.font, ord(character))

    def _one_symbol(self, font: str | None, code: int) -> Iterator[Piece]:
        known = symbol(font, code)
        if known is None:
            self.desk.find("DOC013", character=f"U+{code:04X}", font=font or "?")
        yield from self._words(known or "\ufffd")

    def _break(self, element: Element) -> Iterator[Piece]:
        """A line, a column or a page ends; what follows stands below in any case (17.3.3.1)."""
        if self._fields.instructing:
            return
        yield from self._line_break()

    def _line_break(self) -> Iterator[Piece]:
        span = self.desk.manuscript.write(BREAK)
        yield self._piece(LineBreak(span=span))

    def _ruby(self, element: Element) -> Iterator[Piece]:
        """The words, then how they are read, in brackets."""
        for base in children(element, "rubyBase"):
            yield from self._content(base)
        for reading in children(element, "rt"):
            yield from self._rewritten("", " (", "ruby")
            yield from self._content(reading)
            yield from self._rewritten("", ")", "ruby")

    # --- links, fields, controls ------------------------------------------------------------

    def _hyperlink(self, element: Element) -> Iterator[Piece]:
        anchor = element.get(w("anchor")) or None
        relationship = self.part.relationships.get(element.get(r("id"), ""))
        href = f"#{anchor}" if anchor else None
        if relationship is not None:
            href = safe_address(relationship.target, anchor) if relationship.external else None
            if href is None:
                self.desk.find("DOC008", address=relationship.target[:200])
        yield from self._marked(element, Mark("link", href) if href else None)

    def _simple_field(self, element: Element) -> Iterator[Piece]:
        self._fields.begin()
        self._fields.instruct(element.get(w("instr"), ""))
        yield from self._result()
        yield from self._content(element)
        self._fields.end()

    def _instruction(self, element: Element) -> Iterator[Piece]:
        self._fields.instruct(element.text or "")
        yield from ()

    def _field_mark(self, element: Element) -> Iterator[Piece]:
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self._fields.begin()
        elif kind in ("separate", "end"):
            yield from self._result()
            if kind == "end":
                self._fields.end()

    def _result(self) -> Iterator[Piece]:
        found = self._fields.result()
        if found is None:
            return
        if found.unsafe:
            self.desk.find("DOC008", address=found.unsafe[:200])
        yield from self._index(self._passages.marks(found.index))

    def _index(self, marks: list[IndexMark]) -> Iterator[Piece]:
        for mark in marks:
            yield self._piece(msgspec.structs.replace(mark, span=self.desk.manuscript.here()))

    def _content_control(self, element: Element) -> Iterator[Piece]:
        content = child(element, "sdtContent")
        if content is None:
            return
        if switch(child(element, "sdtPr"), "showingPlcHdr"):
            self.prompt(content)
            return
        yield from self._content(content)

    def _bookmark(self, element: Element) -> Iterator[Piece]:
        name = element.get(w("name"))
        if name and name != "_GoBack":
            self.anchors.append(name)
        yield from self._index(self._passages.begin(element))

    # --- notes, pictures, formulas ----------------------------------------------------------

    def _note(self, element: Element) -> Iterator[Piece]:
        kind = "footnotes" if element.tag == w("footnoteReference") else "endnotes"
        name = self.desk.note(kind, element.get(w("id"), ""))
        if name is not None:
            yield self._piece(NoteRef(note=name, span=self.desk.manuscript.here()))

    def _drawing(self, drawing: Element) -> Iterator[Piece]:
        pictures = list(in_drawing(drawing))
        boxes = list(boxes_in(drawing))
        self.boxes += boxes
        yield from self._pictures(pictures)
        if not pictures and not boxes:
            yield from self._left_out(kind_of_graphic(drawing))

    def _vml(self, picture: Element) -> Iterator[Piece]:
        boxes = list(boxes_in(picture))
        pictures = list(in_vml(picture))
        self.boxes += boxes
        line = any(rule.get(f"{{{OFFICE}}}hr") for rule in outside_boxes(picture, f"{{{VML}}}rect"))
        self.rule = self.rule or line
        yield from self._pictures(pictures)
        if picture.tag == w("object") and not pictures and not boxes:
            yield from self._left_out("an embedded object")

    def _pictures(self, pictures: list[Found]) -> Iterator[Piece]:
        for found in pictures:
            image = self.desk.pictures.image(found, self.part, self.desk.manuscript.here())
            if isinstance(image, Diagnostic):
                self.desk.diagnostics.append(image)
            else:
                yield self._piece(image)

    def _left_out(self, what: str) -> Iterator[Piece]:
        self.desk.find("DOC014", what=what)
        yield from ()

    def _formula(self, element: Element) -> Iterator[Piece]:
        found = formula(element)
        if found.text.strip():
            span = self.desk.manuscript.write(found.text)
            yield self._piece(InlineMath(text=found.text, mathml=found.mathml, span=span))

    def _alternate(self, element: Element) -> Iterator[Piece]:
        yield from self._content(chosen(element))
