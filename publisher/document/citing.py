"""Citations: the works of one, and how it reads where nothing is known of them."""

from publisher.document.nodes import Cite, CiteItem


def items_of(cite: Cite) -> tuple[CiteItem, ...]:
    """What is cited: `items`, or the keys alone, the last of them with the locator."""
    if cite.items or not cite.keys:
        return cite.items
    *others, last = cite.keys
    return (*map(CiteItem, others), CiteItem(last, cite.locator))


def as_written(cite: Cite) -> str:
    """The citation in brackets, all that its source says: "[see lee2026, p. 4; holm1999]"."""
    return f"[{'; '.join(map(_written, items_of(cite)))}]"


def _written(item: CiteItem) -> str:
    place = f", {item.locator}" if item.locator else ""
    return f"{item.prefix}{item.key}{place}{item.suffix}"
