"""Notes: the elements that hold them, and the links that call them (DPUB-ARIA 1.1)."""

import re
from urllib.parse import unquote

from publisher.sources.html.context import Context
from publisher.sources.html.tree import Characters, Element

_NOTE = frozenset(["doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote", "note"])
_NOTES = frozenset(
    ["doc-endnotes", "footnotes", "endnotes", "rearnotes", "doc-footnotes", "references"]
)
_BACK = frozenset(
    ("doc-backlink", "backlink", "footnote-backref", "footnote-back", "mw-cite-backlink")
)
_ARROWS = frozenset(["↩", "↩︎", "⏎", "↑", "^", "⤴", "↵", "⇑", "🔙"])
_NUMBERED = re.compile(
    r"(?:user-content-)?(?:fn|ftn|_ftn|_edn|footnote|endnote|note|cite_note)[-:_]?\w", re.IGNORECASE
)

_HEADING = re.compile(r"h[1-6]$")


def kinds(element: Element) -> set[str]:
    """What an element says that it is, by its role, its type in an EPUB and its class."""
    words = " ".join(element.get(name) for name in ("role", "epub:type", "class"))
    return set(words.lower().split())


def collect_notes(root: Element) -> dict[str, Element]:
    """The elements that hold notes, by the id that a link calls them by."""
    called = {
        unquote(element.get("href")[1:])
        for element in root.walk()
        if element.name == "a" and element.get("href").startswith("#")
    }
    return {
        element.get("id"): element
        for element in root.walk()
        if element.get("id")
        and (element.get("id") in called or _is_set_aside(element))
        and element.name not in ("a", "sup")
        and _is_note(element)
    }


def _is_set_aside(element: Element) -> bool:
    """Whether an element says that it is a note, and none of the text, if nothing calls it."""
    return element.name == "aside" and bool(kinds(element) & {"doc-footnote", "footnote"})


def _is_note(element: Element) -> bool:
    if kinds(element) & _NOTE:
        return True
    numbered = element.name in ("p", "div", "aside") and _NUMBERED.match(element.get("id"))
    if element.name != "li" and not numbered:
        return False
    around = element.parent
    while around:
        if kinds(around) & _NOTES:
            return True
        around = around.parent
    return False


def call(context: Context, element: Element) -> str | None:
    """The name of the note that an `<a>` calls; None for any other element."""
    if element.name != "a" or not element.get("href").startswith("#"):
        return None
    target = unquote(element.get("href")[1:])
    if target not in context.notes or _inside(element, context.notes[target]):
        return None
    context.leave_out("note number", element, element.text())
    return context.ids[target]


def _inside(element: Element, other: Element) -> bool:
    around: Element | None = element
    while around:
        if around is other:
            return True
        around = around.parent
    return False


def note_nodes(context: Context, element: Element) -> list[Element | Characters]:
    """What stands in a note, less the links that lead back to its calls."""
    for part in list(element.walk()):
        kept = [child for child in part.children if not _is_back_link(child)]
        for child in part.children:
            if isinstance(child, Element) and child not in kept:
                context.leave_out("link back from a note", child, child.text())
        part.children[:] = kept
    return element.children


def _is_back_link(node: Element | Characters) -> bool:
    """Whether this is a link from a note to its call, which each output makes itself."""
    if isinstance(node, Characters):
        return False
    if kinds(node) & _BACK:
        return True
    return node.name == "a" and "#" in node.get("href") and node.text().strip() in _ARROWS


def only_notes(context: Context, element: Element) -> bool:
    """Whether an element is there for notes: it says so, and nothing else in it has words."""
    if not kinds(element) & _NOTES:
        return False
    found = False
    waiting = [element]
    while waiting:
        part = waiting.pop()
        for child in part.children:
            if isinstance(child, Characters):
                if child.text.strip():
                    return False
            elif context.is_note(child):
                found = True
            elif not _HEADING.match(child.name):
                waiting.append(child)
    return found


def words_outside(context: Context, element: Element) -> str:
    """The words of an element less those of the notes in it."""
    if context.is_note(element):
        return ""
    return "".join(
        child.text if isinstance(child, Characters) else words_outside(context, child)
        for child in element.children
    )
