"""The structure of a tagged PDF, and where on its pages each element stands."""

from collections.abc import Iterator

from publisher.checks.parity.pdf.tree import Marked, Node, read_tree
from publisher.checks.preflight.limits import TooMuch
from publisher.checks.preflight.marks import Box
from publisher.checks.preflight.subject import Subject
from publisher.diagnostics import PublisherError


def elements(subject: Subject) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """Every element in the order of reading, with the roles of those around it.

    Raises TooMuch for a structure of too many elements, or too deep.
    """
    try:
        root = read_tree(subject.pdf, subject.source.name)
    except PublisherError as failure:
        raise TooMuch("more elements of structure than are read") from failure
    waiting: list[tuple[Node, tuple[str, ...]]] = [(root, ())] if root else []
    while waiting:
        node, around = waiting.pop()
        yield node, around
        inner = [kid for kid in node.kids if isinstance(kid, Node)]
        waiting += [(kid, (*around, node.role)) for kid in reversed(inner)]


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
