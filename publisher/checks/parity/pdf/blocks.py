"""The structure of a PDF and the characters of its pages to blocks."""

import re
from collections.abc import Callable

from publisher.checks.parity.builder import Builder, FrameKind
from publisher.checks.parity.content import ObjectKind, Place
from publisher.checks.parity.normal import BREAK, HYPHEN, normal
from publisher.checks.parity.pdf.destinations import Destinations, Landings
from publisher.checks.parity.pdf.runs import Run
from publisher.checks.parity.pdf.tree import Annotation, Marked, Node, walk

Runs = Callable[[int], dict[int, list[Run]]]
"""From the number of a page to its runs, by their marks."""

_FRAMES: dict[str, FrameKind] = {
    "LI": "item",
    "Caption": "caption",
    "Note": "note",
    "FENote": "note",
    "Table": "table",
    "TR": "row",
    "TH": "cell",
    "TD": "cell",
    "TOC": "apart",
    "Index": "index",
    "Title": "heading",
    "H": "heading",
    **dict.fromkeys(
        """Document DocumentFragment Part Art Article Sect Div BlockQuote Aside P L LBody
        TOCI THead TBody TFoot Private""".split(),
        "passage",
    ),
}
_HEADING = re.compile(r"H([1-9]\d?)")
_OBJECTS: dict[str, ObjectKind] = {"Figure": "figure", "Formula": "formula"}
_LABELLED = frozenset(("LI", "Note", "FENote"))
_NEW_LINE = 0.7
"""Of the larger size: how far apart base lines are that are not those of one line."""

_BELOW = 8.0
"""Points below its upper edge where a picture is taken to stand, as a line on its base line."""


class Reader:
    """Feeds a builder with a structure; `landings` then has the place of each line."""

    def __init__(self, name: str, runs: Runs, destinations: Destinations) -> None:
        self.builder = Builder()
        self.landings = Landings()
        self._name = name
        self._runs = runs
        self._destinations = destinations
        self._last: tuple[int, Run] | None = None
        self._only: int | None = None

    def visit(self, node: Node, outer: str, parent: str = "") -> None:
        """Adds an element and all in it; `outer` is the language around it."""
        language = node.language or outer
        if node.role == "Lbl" and parent in _LABELLED:
            return
        heading = _HEADING.fullmatch(node.role)
        kind: FrameKind | None = "heading" if heading else _FRAMES.get(node.role)
        if kind is None:
            self._inline(node, language)
            return
        level = int(heading[1]) if heading else int(node.role == "TH")
        with self.builder.frame(kind, self._place(node.page), level=level):
            # The head of a table that runs over pages may have marks on each of them.
            self._only = _first_page(node) if node.role == "TH" else self._only
            self._content(node, language)
            self._only = None if node.role == "TH" else self._only

    def _inline(self, node: Node, language: str) -> None:
        builder = self.builder
        if node.role == "Figure" and _only_holds_others(node):
            with self.builder.frame("passage", self._place(node.page)):
                self._content(node, language)
        elif node.role in _OBJECTS:
            self._object(node, language)
        elif node.role == "Link" and builder.link is None:
            links = (self._destinations.link(each.value) for each in _annotations(node))
            builder.link = next((link for link in links if link), None)
            self._content(node, language)
            builder.link = None
        elif node.role == "Code" and not builder.code:
            builder.code = True
            self._content(node, language)
            builder.code = False
        else:
            self._content(node, language)

    def _content(self, node: Node, language: str) -> None:
        said = node.actual
        if said is None and not node.kids and node.alternative:
            said = node.alternative
        if said is not None:
            self._say(said, node, language)
            return
        for kid in node.kids:
            if isinstance(kid, Node):
                self.visit(kid, language, node.role)
            elif isinstance(kid, Marked) and self._only in (None, kid.page):
                for run in self._runs(kid.page).get(kid.mark, ()):
                    self._add(run, kid.page, language)

    def _say(self, words: str, node: Node, language: str) -> None:
        """The words that a file gives for an element, in place of what is drawn (14.9.4)."""
        page = node.page or 0
        for run in _drawn(node, self._runs):
            self.landings.add(page, run.left, run.base, self.builder.next)
        self.builder.text(normal(words), self._place(page), language)

    def _object(self, node: Node, language: str) -> None:
        words = node.alternative or node.actual
        drawn = _drawn(node, self._runs)
        if words is None and node.role == "Formula":
            words = " ".join(run.text for run in drawn if run.text) or None
        for run in drawn[:1]:
            self.landings.add(node.page or 0, run.left, run.base - _BELOW, self.builder.next)
        stated = normal(words).strip() if words else None
        self.builder.object(_OBJECTS[node.role], stated, self._place(node.page), language)
        for kid in node.kids:
            if isinstance(kid, Node) and kid.role == "Caption":
                self.visit(kid, language, node.role)

    def _add(self, run: Run, page: int, language: str) -> None:
        """Adds characters, and what a line's end before them may stand for."""
        text = run.text
        if not text:
            return
        builder = self.builder
        place = self._place(page)
        self.landings.add(page, run.left, run.base, builder.next)
        if builder.pieces and self._last and _is_new_line(self._last, (page, run)):
            last = builder.pieces[-1]
            if last.text.rstrip(" ").endswith(("-", HYPHEN)) and last.kind is None:
                last.text = last.text.rstrip(" ")[:-1] + HYPHEN
            else:
                last.text = last.text.rstrip(" ")
                builder.text(BREAK, place, last.language)
                builder.pieces[-1].link = None  # an end of a line is no part of a link
            text = text.lstrip(" ")
        builder.text(text, place, language)
        self._last = (page, run)

    def _place(self, page: int | None) -> Place:
        return Place(self._name, page=(page or 0) + 1)


def _is_new_line(before: tuple[int, Run], after: tuple[int, Run]) -> bool:
    (page, one), (there, other) = before, after
    return page != there or abs(one.base - other.base) > _NEW_LINE * max(one.size, other.size)


def _only_holds_others(figure: Node) -> bool:
    """Whether a figure has no words and draws nothing: those in it are the pictures, and texts."""
    if figure.alternative or figure.actual:
        return False
    return bool(figure.kids) and all(
        isinstance(kid, Node) and kid.role != "Caption" for kid in figure.kids
    )


def _first_page(node: Node) -> int | None:
    marks = (each.page for each in walk(node) if isinstance(each, Marked))
    return next(marks, None)


def _annotations(node: Node) -> list[Annotation]:
    return [kid for kid in node.kids if isinstance(kid, Annotation)]


def _drawn(node: Node, runs: Runs) -> list[Run]:
    """All runs in an element."""
    marks = (each for each in walk(node) if isinstance(each, Marked))
    return [run for each in marks for run in runs(each.page).get(each.mark, ())]
