"""Scene breaks as plain space: an ornament shows one only where a page's edge would hide it."""

from collections.abc import Iterator
from typing import Any

import weasyprint
from weasyprint.formatting_structure.boxes import LineBox, ReplacedBox


def leave_space(document: weasyprint.Document) -> None:
    """Takes the ornaments out of the laid-out `document`, but for those at a page's edge.

    They keep the room that they took, so that no line moves.
    """
    for page in document.pages:
        content = page._page_box.children[0]
        breaks = [box for box in _below(content) if box.element_tag == "hr"]
        if not breaks:
            continue
        own = {id(inner) for each in breaks for inner in _below(each)}
        others = [
            box.position_y
            for box in _below(content)
            if isinstance(box, LineBox | ReplacedBox) and id(box) not in own
        ]
        first, last = min(others, default=0), max(others, default=0)
        for each in breaks:
            if first < each.position_y < last:
                for box in _below(each):
                    if isinstance(box, LineBox):
                        box.children = ()


def _below(box: Any) -> Iterator[Any]:
    """A box and all boxes in it."""
    yield box
    for child in getattr(box, "children", ()):
        yield from _below(child)
