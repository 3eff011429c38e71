"""Notes to the foot of the page that they are called on, where they fit there.

WeasyPrint sets an element with `float: footnote` at the foot of the page that it stands in (CSS
Generated Content for Paged Media, 2), so a note moves from the document's end behind its call.
"""

from xml.etree.ElementTree import Element

_LONGEST = 900
"""Characters of a note at a page's foot: WeasyPrint does not carry one over to the next."""
_NOT_AT_THE_FOOT = frozenset(("table", "figure", "pre", "h2", "h3"))
_NO_PLACE_FOR_A_CALL = frozenset(("thead", "caption", "h1"))
"""What is repeated, or set before its page is known: a call in it takes all notes to the end."""


def move_to_foot(root: Element) -> None:
    """Moves each note of the tree behind its first call, with the class `at-foot`.

    All stay at the end where one of them is long, holds more than text, or calls another.
    """
    sections = [node for node in root.iter("section") if _has_class(node, "notes")]
    calls = {
        node.get("href", "")[1:]: node
        for node in reversed(list(root.iter("a")))
        if _has_class(node, "note-call")
    }
    notes = [note for section in sections for note in section if note.get("id") in calls]
    parents = {child: parent for parent in root.iter() for child in parent}
    if not all(map(_is_short, notes)) or any(
        _is_bound(calls[_id(note)], parents) for note in notes
    ):
        return
    for note in notes:
        parents[note].remove(note)
        _insert_behind(calls[_id(note)], note, parents)
    for section in sections:
        if not len(section):
            parents[section].remove(section)


def _id(note: Element) -> str:
    return note.get("id", "")


def _has_class(node: Element, name: str) -> bool:
    return name in node.get("class", "").split()


def _is_short(note: Element) -> bool:
    inside = list(note.iter())
    return len("".join(note.itertext())) <= _LONGEST and not any(
        node.tag in _NOT_AT_THE_FOOT or _has_class(node, "note-call") for node in inside
    )


def _is_bound(call: Element, parents: dict[Element, Element]) -> bool:
    node = call
    while node in parents:
        node = parents[node]
        if node.tag in _NO_PLACE_FOR_A_CALL:
            return True
    return False


def _insert_behind(call: Element, note: Element, parents: dict[Element, Element]) -> None:
    parent = parents[call]
    note.set("class", "note at-foot")
    note.text = None  # white space between blocks would be set as lines here
    for block in note:
        block.tail = None
    note.tail, call.tail = call.tail, None
    parent.insert(list(parent).index(call) + 1, note)
