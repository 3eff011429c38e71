"""Notes to the foot of the page that they are called on, or into its margin, where they fit there.

WeasyPrint sets an element with `float: footnote` at the foot of the page that it stands in (CSS
Generated Content for Paged Media, 2), so a note moves from the end of its part behind its call.
"""

from xml.etree.ElementTree import Element

from publisher.configuration.publication import NotePlace
from publisher.publication.notes import LONGEST_AT_FOOT

_NOT_AT_THE_FOOT = frozenset(("table", "figure", "pre", "h2", "h3"))
_NO_PLACE_FOR_A_CALL = frozenset(("thead", "caption", "h1"))
"""What is repeated, or set before its page is known: a call in it takes all notes to the end."""


_CLASSES: dict[NotePlace, str] = {"foot": "note at-foot", "margin": "note in-margin"}


def place_notes(root: Element, place: NotePlace) -> None:
    """Moves the notes of each part behind their first calls, if `place` is on the page.

    All notes of a part stay at its end where one of them is long, holds more than text, or calls
    another: they could not be told apart by their numbers.
    """
    if place not in _CLASSES:
        return
    calls = {
        node.get("href", "")[1:]: node
        for node in reversed(list(root.iter("a")))
        if _has_class(node, "note-call")
    }
    parents = {child: parent for parent in root.iter() for child in parent}
    for section in [node for node in root.iter("section") if _has_class(node, "notes")]:
        notes = [note for note in section if note.get("id") in calls]
        bound = any(_is_bound(calls[_id(note)], parents) for note in notes)
        if bound or not all(map(_is_short, notes)):
            continue
        for note in notes:
            section.remove(note)
            note.set("class", _CLASSES[place])
            if place == "foot":
                _insert_behind(calls[_id(note)], note, parents)
            else:
                _insert_beside(calls[_id(note)], note, parents)
        if not len(section):
            parents[section].remove(section)


def is_moved(element: Element) -> bool:
    """Whether an element is a note that stands at the foot of a page or in its margin."""
    return element.get("class") in _CLASSES.values()


def _id(note: Element) -> str:
    return note.get("id", "")


def _has_class(node: Element, name: str) -> bool:
    return name in node.get("class", "").split()


def _is_short(note: Element) -> bool:
    inside = list(note.iter())
    return len("".join(note.itertext())) <= LONGEST_AT_FOOT and not any(
        node.tag in _NOT_AT_THE_FOOT or _has_class(node, "note-call") for node in inside
    )


def _is_bound(call: Element, parents: dict[Element, Element]) -> bool:
    node = call
    while node in parents:
        node = parents[node]
        if node.tag in _NO_PLACE_FOR_A_CALL:
            return True
    return False


_BLOCKS = frozenset(
    ("p", "li", "dt", "dd", "td", "th", "blockquote", "pre", "figcaption", "h2", "h3")
)


def _insert_beside(call: Element, note: Element, parents: dict[Element, Element]) -> None:
    """Puts the note before the block of its call: floats in a line are set over one another."""
    block = call
    while block.tag not in _BLOCKS:
        block = parents[block]
    if block.tag in ("li", "dt", "dd", "td", "th", "figcaption"):  # what may stand beside no aside
        before = [node for node in block if node.get("class") == _CLASSES["margin"]]
        block.insert(len(before), note)
        if before:
            note.tail, before[-1].tail = before[-1].tail, None
        else:
            note.tail, block.text = block.text, None
        parents[note] = block
        return
    parent = parents[block]
    note.tail = None
    parent.insert(list(parent).index(block), note)
    parents[note] = parent


def _insert_behind(call: Element, note: Element, parents: dict[Element, Element]) -> None:
    parent = parents[call]
    note.text = None  # white space between blocks would be set as lines here
    for block in note:
        block.tail = None
    note.tail, call.tail = call.tail, None
    parent.insert(list(parent).index(call) + 1, note)
