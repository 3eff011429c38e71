"""Pictures that stand alone, and containers of pictures with their caption and credit."""

from collections.abc import Iterator

import msgspec

from publisher.document.nodes import (
    Block,
    Blocks,
    Figure,
    Image,
    Inline,
    Inlines,
    InlineSpan,
    LineBreak,
    Paragraph,
    Text,
)
from publisher.sources.markdown.page import Page
from publisher.span import Span

_SPACE = Text(text=" ")


def lone_figure(page: Page, run: Inlines, span: Span) -> Figure | None:
    """The figure of a paragraph that holds pictures and nothing else.

    A title, or what stands in the brackets where braces give the alternative text, is the caption.
    """
    if not isinstance(run[0] if run else None, Image):
        return None
    images = [inline for inline in run if isinstance(inline, Image)]
    others = [inline for inline in run if not isinstance(inline, Image)]
    if any(not _is_gap(inline) for inline in others):
        return None
    anchor = images[0].id if len(images) == 1 else None
    if anchor:
        images = [msgspec.structs.replace(images[0], id=None)]
    caption = tuple(_joined([(_caption(page, image),) for image in images if image.title]))
    plain = tuple(msgspec.structs.replace(image, title=None) for image in images)
    return Figure(images=plain, caption=caption, span=span, id=anchor)


def _is_gap(inline: Inline) -> bool:
    return isinstance(inline, LineBreak) or (isinstance(inline, Text) and not inline.text.strip())


def _caption(page: Page, image: Image) -> Inline:
    """The title of a picture as words, at their own place where they stand there as they are."""
    title, span = image.title or "", image.span
    found = page.find(title, span) if span else None
    return Text(text=title, span=found or span)


def _joined(runs: list[Inlines]) -> Iterator[Inline]:
    for index, run in enumerate(runs):
        if index:
            yield _SPACE
        yield from run


def figure(blocks: Blocks) -> tuple[Figure | None, Blocks]:
    """The figure of a container's blocks, and what of them is neither picture nor words of it.

    The words are the caption, but those with the class `credit`, which are the credit.
    """
    images: list[Image] = []
    captions: list[Inlines] = []
    credited: list[Inlines] = []
    others: list[Block] = []
    for block in blocks:
        if isinstance(block, Figure):
            images += block.images
            captions += [block.caption] if block.caption else []
        elif isinstance(block, Paragraph):
            words: list[Inline] = []
            for inline in block.children:
                if isinstance(inline, Image):
                    images.append(inline)
                elif isinstance(inline, InlineSpan) and inline.role == "credit":
                    credited.append(inline.children)
                else:
                    words.append(inline)
            if any(not _is_gap(inline) for inline in words):
                captions.append(tuple(words))
        else:
            others.append(block)
    if not images:
        return None, blocks
    caption, credit = tuple(_joined(captions)), tuple(_joined(credited))
    return Figure(images=tuple(images), caption=caption, credit=credit), tuple(others)
