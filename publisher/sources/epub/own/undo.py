"""What layouts add to the words of a text, taken away again.

Numbers and labels, which each output makes itself; spans that set first words and addresses apart.
"""

from publisher.sources.epub.own.markup import classes, has_class, inside, remove, unwrap
from publisher.sources.html.names import HEADINGS
from publisher.sources.html.tree import Element

_ADDED = frozenset(("label", "part-label"))
_SET_APART = frozenset(
    ("opening", "initial-word", "initial", "initial-mark", "address", "defined-term")
)


def undo(part: Element) -> None:
    """Changes the tree of a part to what it was made from."""
    for element in list(part.walk()):
        kinds = frozenset(classes(element))
        if element.name == "span":
            if kinds & _ADDED or _is_number(element):
                remove(element)
            elif kinds & _SET_APART:
                unwrap(element)
            elif "term" in kinds and element.parent and has_class(element.parent, "aside-title"):
                remove(element.parent)
        elif element.name == "a" and _is_glossary_link(element):
            unwrap(element)
        elif element.name == "p" and "with-initial" in kinds:
            element.attributes["class"] = " ".join(kinds - {"with-initial"})


def _is_number(element: Element) -> bool:
    """Whether a span holds the number of a heading, a formula or a note."""
    around = element.parent
    if has_class(element, "note-number"):
        return True
    if not has_class(element, "number") or around is None:
        return False
    return around.name in HEADINGS or has_class(around, "formula")


def _is_glossary_link(element: Element) -> bool:
    """Whether a link was put around a word for the glossary."""
    inner = inside(element)
    return len(element.children) == 1 and len(inner) == 1 and has_class(inner[0], "glossary-term")
