"""The order of the files that one entry of publication.toml brings: by name, date or number."""

from collections.abc import Sequence
from typing import Literal

from publisher.publication.manuscript import Manuscript

Sort = Literal["name", "date", "order"]


def in_order(manuscripts: Sequence[Manuscript], sort: Sort) -> list[Manuscript]:
    """`manuscripts`, which come by name, by their dates or by the `order` that their sources say.

    The oldest and the lowest come first, what says nothing last; equals stay by name.
    """
    match sort:
        case "date":
            return sorted(manuscripts, key=lambda each: each.document.meta.date or "~")
        case "order":
            return sorted(manuscripts, key=_number)
        case "name":
            return list(manuscripts)


def _number(manuscript: Manuscript) -> tuple[bool, int]:
    order = manuscript.document.meta.order
    return order is None, order or 0
