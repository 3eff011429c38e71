"""The structure of a tagged PDF, and where on its pages each element stands."""

from collections.abc import Iterator

from publisher.checks.parity.pdf.tree import Marked, Node
from publisher.checks.preflight.marks import Box
from publisher.checks.preflight.subject import Subject


def elements(subject: Subject) -> Iterator[Node]:
    """Every element in the order of reading.

    Raises TooMuch for a structure of too many elements, or too deep.
    """
    waiting: list[Node] = [subject.tree] if subject.tree else []
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [kid for kid in reversed(node.kids) if isinstance(kid, Node)]


def stands(subject: Subject, node: Node) -> tuple[int | None, Box | None]:
    """The page of an element, from 1, and the box around what it marks there."""
    marks = list(_marked(node))
    if not marks:
        return (None if node.page is None else node.page + 1), None
    page = marks[0].page
    numbers = {mark.mark for mark in marks if mark.page == page}
    if page >= len(subject.sheets):
        return None, None
    boxes = [mark.box for mark in subject.marks(subject.sheets[page]) if mark.marked in numbers]
    if not boxes:
        return page + 1, None
    columns = list(zip(*boxes, strict=True))
    return page + 1, (min(columns[0]), min(columns[1]), max(columns[2]), max(columns[3]))


def _marked(node: Node) -> Iterator[Marked]:
    waiting = [node]
    while waiting:
        one = waiting.pop()
        for kid in one.kids:
            if isinstance(kid, Marked):
                yield kid
            elif isinstance(kid, Node):
                waiting.append(kid)
