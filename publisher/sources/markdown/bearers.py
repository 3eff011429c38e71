"""Attributes right behind a link, a picture, code or a reference."""

import msgspec

from publisher.document.nodes import CrossRef, Image, Inline
from publisher.sources.markdown.addresses import with_alternative
from publisher.sources.markdown.attributes import Attributes
from publisher.sources.markdown.page import Page


def with_attributes(page: Page, run: list[Inline], given: Attributes) -> None:
    """Gives `given` to the last of `run`; what has no effect is reported."""
    node = run[-1] if run else None
    if node is None:
        return
    used: tuple[str, ...] = ()
    if isinstance(node, CrossRef):
        used = ("page", "title", "number")
        form = next((name for name in given.classes if name in used), node.form)
        node = msgspec.structs.replace(node, form=form)
    elif isinstance(node, Image):
        used = ("alt", "fig-alt")
        node, caption = with_alternative(node, given)
        node = msgspec.structs.replace(node, title=caption or node.title)
    run[-1] = msgspec.structs.replace(node, **page.fields(given, node.span, *used))
