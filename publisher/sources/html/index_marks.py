"""Index marks as HTMLBook 1.0 has them (Index Term), and what our own layouts add to them."""

from typing import Any, Literal

from publisher.document.nodes import IndexMark
from publisher.sources.html.tree import Element

LEVELS = ("primary", "secondary", "tertiary")


def index_mark(element: Element, fields: dict[str, Any]) -> IndexMark | None:
    """The mark that an element stands for, from the main heading of its entry on."""
    if element.get("data-type") != "indexterm":
        return None
    terms = _terms(element, "data-")
    if not terms:
        return None
    sorts = tuple(element.get(f"data-{level}-sortas") for level in LEVELS[: len(terms)])
    see = element.get("data-see")
    also = element.get("data-seealso")
    said = element.get("data-range")
    ends: dict[str, Literal["start", "end"]] = {"start": "start", "end": "end"}
    return IndexMark(
        terms=terms,
        sort=sorts if any(sorts) else (),
        range=ends.get(said),
        see=_terms(element, "data-see-") or ((see,) if see else ()),
        see_also=_terms(element, "data-see-also-") or ((also,) if also else ()),
        main="main" in element.get("class").split(),
        span=fields["span"],
        id=fields["id"],
    )


def _terms(element: Element, before: str) -> tuple[str, ...]:
    return tuple(term for level in LEVELS if (term := element.get(f"{before}{level}")))
