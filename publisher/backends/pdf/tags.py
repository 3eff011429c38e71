"""The structure tree: what WeasyPrint's leaves out, and what must not be in it.

Structure types are those of ISO 32000-1, 14.8.4; the demands those of ISO 14289-1 (PDF/UA-1).
"""

from collections.abc import Callable, Collection, Iterator
from typing import Any
from weakref import WeakKeyDictionary
from xml.etree.ElementTree import Element

import pikepdf
import pydyf
import weasyprint.pdf.tags
from weasyprint.formatting_structure.boxes import Box

_Instruction = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage
_HIDDEN_TYPE = "/Hidden"
_TYPES = {
    "aside": "Div",
    "figure": "Div",
    "header": "Div",
    "footer": "Div",
    "code": "Code",
    "pre": "P",
    **dict.fromkeys(("abbr", "b", "cite", "em", "i", "small", "strong", "time"), "Span"),
    **dict.fromkeys(("del", "ins", "mark", "ruby", "rt", "rp", "sub", "sup", "u"), "Span"),
}


def name_languages(root: Element) -> None:
    """Has each note say its language, if that is another than the document's.

    A note at the foot of a page is in the tree outside of what it is called in.
    """
    waiting = [(root, root.get("lang"))]
    while waiting:
        node, outer = waiting.pop()
        language = node.get("lang") or outer
        if _is_note(node) and language and language != root.get("lang"):
            node.set("lang", language)
        waiting += [(child, language) for child in node]


def _is_note(node: Element) -> bool:
    return node.tag == "aside" and "note" in node.get("class", "").split()


_PASSED_OVER = frozenset(("html", "body"))
"""Elements that have none in the tree: what comes of their boxes is of those inside."""

_Build = Callable[..., Iterator[pydyf.Dictionary]]


def install() -> None:
    """Has WeasyPrint ask `_TYPES` first, and describe elements: it has no way to be told to."""
    tags = weasyprint.pdf.tags
    if tags._get_pdf_tag.__module__ != __name__:
        tags._get_pdf_tag = _typed(tags._get_pdf_tag)
        tags._build_box_tree = _described(tags._build_box_tree)


def _typed(usual: Callable[[str | None], str]) -> Callable[[str | None], str]:
    def tag_for(name: str | None) -> str:
        return _TYPES.get(name or "") or usual(name)

    return tag_for


def _described(usual: _Build) -> _Build:
    """The builder of the tree for a box, which also asks what else is said of the box's element.

    It calls itself for what is in a box, so that each element passes here. The document's own
    language is in the catalogue; those of passages are in the tree (14.9.2; ISO 14289-1, 7.2).
    """

    def build(
        box: Box, parent: pydyf.Dictionary, pdf: pydyf.PDF, *rest: Any
    ) -> Iterator[pydyf.Dictionary]:
        node, begun = box.element, _begun.setdefault(pdf, _Begun())
        repeated = box.element_tag == "thead" and node in begun.elements
        elements = usual(box, parent, pdf, *rest)
        if repeated:
            begun.repeating = True
            elements = iter(tuple(elements))
            begun.repeating = False
        for element in elements:
            if node is None or box.element_tag in _PASSED_OVER:
                yield element
                continue
            if language := node.get("lang"):
                element["Lang"] = pydyf.String(language)
            element["S"] = _type_of(node, box.element_tag) or element["S"]
            if repeated:
                element["S"] = _HIDDEN_TYPE
            if not _is_rest(box, element, parent, pdf):
                yield element

    return build


def _type_of(node: Element, name: str) -> str | None:
    """The structure type of an element, if its name does not say it; `name` is the box's.

    What a voice is not to read twice is hidden, and so is what a pause is drawn with.
    """
    if name.startswith("hr") or (name in ("aside", "span") and node.get("aria-hidden") == "true"):
        return _HIDDEN_TYPE
    if name == "aside" and _is_note(node):
        return "/Note"
    return "/Index" if name == "section" and node.get("role") == "doc-index" else None


_TEXTS = frozenset(("/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6"))
_WHOLE = _TEXTS | {"/Table", "/THead", "/TBody", "/TR", "/TH", "/TD"}


class _Begun:
    """The elements of a PDF that is being written, by what they were made from.

    `repeating` is set while the head of a table is built that a page repeats.
    """

    def __init__(self) -> None:
        self.elements: dict[Element, pydyf.Dictionary] = {}
        self.repeating = False


_begun: WeakKeyDictionary[pydyf.PDF, _Begun] = WeakKeyDictionary()


def _is_rest(box: Box, element: pydyf.Dictionary, parent: pydyf.Dictionary, pdf: pydyf.PDF) -> bool:
    """Whether `element` goes on with one that began in a column or on a page before.

    What it holds is then given to that one: a paragraph, a table is read as one (14.8.4.3.1),
    however many boxes it is set in. Each of its kids says itself which page it is on.
    """
    state = _begun[pdf]
    if element["S"] not in _WHOLE or parent["S"] in _TEXTS or state.repeating:
        return False
    begun = state.elements.setdefault(box.element, element)
    if begun is element:
        return False
    for kid in element["K"]:
        begun["K"].append(kid)
        pdf.objects[int(kid.split()[0])]["P"] = begun.reference
    return True


def mend_tags(pdf: pikepdf.Pdf, formulas: Collection[str]) -> None:
    """Formulas as such, notes with an id, and what is hidden or decorative as artifacts.

    `formulas` holds the words that stand for the formulas of the file.
    """
    root = pdf.Root.StructTreeRoot
    notes = []
    hidden = []
    for element in list(_elements(root.K)):
        kind = str(element.S)
        if kind == "/Figure" and str(element.get("/Alt", "")) in formulas:
            element.S = pikepdf.Name.Formula
        elif kind == "/Note" and str(element.P.S) == "/Note":
            element.S = pikepdf.Name.NonStruct  # an anonymous box of the note's own
        elif kind == "/Note":
            notes.append(element)
        elif kind == "/Table":
            _name_heads(element)
        elif kind == _HIDDEN_TYPE or (kind == "/Figure" and "/Alt" not in element):
            hidden.append(element)
    _name_notes(pdf, notes)
    _make_artifacts(pdf, hidden)


def _elements(value: object) -> Iterator[pikepdf.Dictionary]:
    if isinstance(value, pikepdf.Array):
        for item in value:
            yield from _elements(item)
    elif isinstance(value, pikepdf.Dictionary) and "/S" in value:
        yield value
        yield from _elements(value.get("/K"))


def _name_heads(table: pikepdf.Dictionary) -> None:
    """Has the cells of a table that ran over pages name its head, not those that were repeated."""
    cells = [each for each in _shown(table) if str(each.S) in ("/TH", "/TD")]
    names = [str(cell.ID) for cell in cells if "/ID" in cell]
    known: set[str] = set(names)
    places: dict[str, str] = {}
    for name in names:
        places.setdefault(name.partition("-")[2], name)
    for cell in cells:
        heads = cell.get("/A", pikepdf.Dictionary()).get("/Headers", pikepdf.Array())
        for at, head in enumerate(map(str, list(heads))):
            if head not in known and (found := places.get(head.partition("-")[2])):
                heads[at] = pikepdf.String(found)


def _shown(element: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    """`element` and those in it, less what is hidden."""
    if str(element.S) == _HIDDEN_TYPE:
        return
    yield element
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else ():
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _shown(kid)


def _name_notes(pdf: pikepdf.Pdf, notes: list[pikepdf.Dictionary]) -> None:
    """A unique ID for each note (ISO 14289-1, 7.9), and the tree of them (14.7.2)."""
    if not notes:
        return
    names = pikepdf.Array()
    for number, note in enumerate(notes, start=1):
        note.ID = pikepdf.String(f"note-{number:05}")
        names.append(note.ID)
        names.append(note)
    limits = pikepdf.Array([notes[0].ID, notes[-1].ID])
    leaf = pdf.make_indirect(pikepdf.Dictionary(Names=names, Limits=limits))
    pdf.Root.StructTreeRoot.IDTree = pikepdf.Dictionary(Kids=pikepdf.Array([leaf]))


def _make_artifacts(pdf: pikepdf.Pdf, hidden: list[pikepdf.Dictionary]) -> None:
    """Takes `hidden` out of the tree, and their content out of the text (14.8.2.2)."""
    marked: dict[tuple[int, int], set[int]] = {}
    gone: dict[tuple[int, int], set[tuple[int, int]]] = {}
    parents: dict[tuple[int, int], pikepdf.Object] = {}
    for element in hidden:
        parents[element.P.objgen] = element.P
        gone.setdefault(element.P.objgen, set()).add(element.objgen)
        for inner in _elements(element):
            numbers = {int(kid) for kid in inner.K if isinstance(kid, int)}
            marked.setdefault(inner.Pg.objgen, set()).update(numbers)
    for place, parent in parents.items():
        parent.K = pikepdf.Array([kid for kid in parent.K if not _is_among(kid, gone[place])])
    if not marked:
        return
    parents_of = _parents(pdf)
    for page in pdf.pages:
        if marks := marked.get(page.obj.objgen):
            _unmark(pdf, page, marks, parents_of[int(page.obj.StructParents)])


def _is_among(kid: object, elements: set[tuple[int, int]]) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and kid.objgen in elements


def _unmark(pdf: pikepdf.Pdf, page: pikepdf.Page, marked: set[int], parents: pikepdf.Array) -> None:
    instructions: list[_Instruction] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands = instruction.operands
        mark = operands[1].get("/MCID") if str(instruction.operator) == "BDC" else None
        if mark is not None and int(mark) in marked:
            artifact = pikepdf.Operator("BMC")
            instruction = pikepdf.ContentStreamInstruction([pikepdf.Name.Artifact], artifact)
        instructions.append(instruction)
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))
    for number in marked:
        parents[number] = None


def _parents(pdf: pikepdf.Pdf) -> dict[int, pikepdf.Array]:
    """The elements of each page's marked content, by their marks (14.7.4.4)."""
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return {int(key): found for key, found in pairs if isinstance(found, pikepdf.Array)}
