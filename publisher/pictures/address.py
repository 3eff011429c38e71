"""Walking a document's images, and giving each the address that an output has it under."""

from collections.abc import Callable, Iterator
from typing import TypeVar, cast

import msgspec

from publisher.document.document import Document
from publisher.document.nodes import Figure, Image, Inline, Inlines, LineBreak
from publisher.document.shape import holding
from publisher.span import Span

Change = Callable[[Image, Span | None], Inline | None]
"""From an image and its place to what stands there instead; None: nothing."""

_Node = TypeVar("_Node", bound=msgspec.Struct)


def addressed(document: Document, prefix: str) -> Document:
    """`document` with `prefix` before the `src` of each image."""

    def moved(image: Image, place: Span | None) -> Image:
        return msgspec.structs.replace(image, src=prefix + image.src)

    return map_images(document, moved)


def figures(value: object) -> Iterator[Figure]:
    """Every figure in `value`, in reading order."""
    if isinstance(value, Figure):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from figures(item)
    elif isinstance(value, dict):
        yield from figures(tuple(value.values()))
    elif isinstance(value, msgspec.Struct) and not isinstance(value, Span):
        for name in holding(type(value)):
            yield from figures(getattr(value, name))


def map_images(node: _Node, change: Change, place: Span | None = None) -> _Node:
    """`node` with `change` applied to every image in it, in reading order.

    An image without a span has the place of what it stands in. What is no image any more goes
    to the head of its figure's caption; a figure with nothing left in it is left out.
    """
    place = getattr(node, "span", None) or place
    changes = {}
    for name in holding(type(node)):
        value = getattr(node, name)
        mapped = _mapped(value, change, place)
        if mapped is not value:
            changes[name] = mapped
    return msgspec.structs.replace(node, **changes) if changes else node


def _mapped(value: object, change: Change, place: Span | None) -> object:
    if isinstance(value, Image):
        return change(value, value.span or place)
    if isinstance(value, Figure):
        return _figure(value, change, value.span or place)
    if isinstance(value, tuple):
        items = [_mapped(item, change, place) for item in value]
        if all(new is old for new, old in zip(items, value, strict=True)):
            return value
        return tuple(item for item in items if item is not None)
    if isinstance(value, dict):
        mapped = {key: _mapped(item, change, place) for key, item in value.items()}
        return value if all(mapped[key] is value[key] for key in value) else mapped
    if isinstance(value, msgspec.Struct) and not isinstance(value, Span):
        return map_images(value, change, place)
    return value


def _figure(figure: Figure, change: Change, place: Span | None) -> Figure | None:
    shown = [change(image, image.span or place) for image in figure.images]
    images = tuple(item for item in shown if isinstance(item, Image))
    words = [item for item in shown if item is not None and not isinstance(item, Image)]
    caption: Inlines = _run(figure.caption, change, place)
    for word in reversed(words):
        caption = (word, LineBreak(), *caption) if caption else (word,)
    if not (images or caption or figure.credit):
        return None
    credit = _run(figure.credit, change, place)
    return msgspec.structs.replace(figure, images=images, caption=caption, credit=credit)


def _run(inlines: Inlines, change: Change, place: Span | None) -> Inlines:
    mapped = (_mapped(inline, change, place) for inline in inlines)
    return tuple(cast(Inline, inline) for inline in mapped if inline is not None)
