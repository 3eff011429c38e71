"""The inlines of a token that holds some, and the attributes that stand at their end."""

from markdown_it.token import Token

from publisher.document.nodes import Inlines
from publisher.sources.markdown.attributes import Attributes, trailing_attributes
from publisher.sources.markdown.inlines import inlines
from publisher.sources.markdown.page import Page
from publisher.sources.markdown.places import Segments, by_lines


def run(page: Page, token: Token) -> Inlines:
    """The inlines of a token that the block parser left to read."""
    return inlines(page, token.content, _segments(page, token))


def run_with_attributes(page: Page, token: Token) -> tuple[Inlines, Attributes]:
    """The inlines of a heading or the like, without the attributes at its end, and these."""
    content, given = trailing_attributes(token.content)
    return inlines(page, content, _segments(page, token)), given or Attributes()


def run_behind(page: Page, token: Token, start: int) -> tuple[Inlines, Attributes]:
    """`run_with_attributes` of what stands from the character `start` on."""
    whole = _segments(page, token)
    content, given = trailing_attributes(token.content[start:])
    starts = [0, *(at - start for at in whole.starts if at > start)]
    places = [whole.at(start), *whole.places[len(whole.starts) - len(starts) + 1 :]]
    return inlines(page, content, Segments(starts, places)), given or Attributes()


def _segments(page: Page, token: Token) -> Segments:
    first, *others = token.meta["marks"]
    line, _, _ = token.content.partition("\n")
    start = page.places.text.find(line.lstrip(" \t"), first)
    if start > first:  # markdown-it took off white space that is none in CommonMark
        page.edit(first, start, "", "outer-space")
    return by_lines(token.content, [max(first, start), *others])
