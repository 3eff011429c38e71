"""White space in a run of inlines, as browsers collapse it (CSS Text 3, 4.1.1)."""

import re
from collections.abc import Iterator, Sequence

from publisher.sources.html.tree import Characters, Element

WHITE = " \t\n\r\f"
_SPACES = re.compile(r"[ \t\n\r\f]+")

Nodes = Sequence[Element | Characters]


_WITHOUT_WORDS = frozenset(("br", "img", "math"))


def collapse(
    nodes: Nodes, solid: frozenset[str] = frozenset()
) -> dict[Characters, tuple[str, int]]:
    """What each of the characters in a run comes to, and how many were left out before it.

    White space becomes one space, and none at the ends of the run and around line breaks. What is
    in the elements called `solid` stays as it is.
    """
    found: dict[Characters, tuple[str, int]] = {}
    last: Characters | None = None  # the characters whose last one is a space that may have to go
    after_space = True
    for leaf in leaves(nodes, _WITHOUT_WORDS | solid):
        if isinstance(leaf, Element):
            found |= {one: (one.text, 0) for one in leaf.characters()}
            if leaf.name == "br":
                _trim(found, last)
                after_space, last = True, None
            else:
                after_space, last = False, None
            continue
        text = _SPACES.sub(" ", leaf.text)
        skipped = 0
        if after_space and text.startswith(" "):
            skipped = len(leaf.text) - len(leaf.text.lstrip(WHITE))
            text = text[1:]
        found[leaf] = (text, skipped)
        if text:
            after_space = text.endswith(" ")
            last = leaf if after_space else None
    _trim(found, last)
    return found


def _trim(found: dict[Characters, tuple[str, int]], last: Characters | None) -> None:
    if last:
        text, skipped = found[last]
        found[last] = (text[:-1], skipped)


def leaves(nodes: Nodes, solid: frozenset[str] = _WITHOUT_WORDS) -> Iterator[Element | Characters]:
    """The characters of a run and the `solid` elements, which stand for something without words."""
    waiting = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        if isinstance(node, Characters) or node.name in solid:
            yield node
        else:
            waiting += reversed(node.children)


def blank(nodes: Nodes) -> bool:
    """Whether a run shows nothing: no picture, no formula, only white space."""
    return all(
        not node.text.strip(WHITE) if isinstance(node, Characters) else node.name == "br"
        for node in leaves(nodes)
    )
