"""What `publisher explain` shows of a Markdown file: the blocks, by their lines."""

from collections.abc import Iterator

from publisher.sources.markdown.front_matter import FrontMatter
from publisher.sources.markdown.titles import Titled
from publisher.sources.reading import LineRole


def outline(front: FrontMatter, titled: Titled) -> Iterator[LineRole]:
    """The roles of the lines, in their order; markup says them, so nothing is doubtful."""
    for entry in front.entries:
        span = entry.span
        yield LineRole(span.line, span.end_line, entry.key, "front-matter", 1.0, "a key of it")
    heading = titled.title[0].span if titled.title else None
    roles = []
    if heading and titled.rule == "first-heading":
        reason = "the first heading of level 1"
        roles.append(LineRole(heading.line, heading.end_line, "headline", titled.rule, 1.0, reason))
    for block in titled.blocks:
        if block.span:
            kind = type(block).__struct_config__.tag
            place = block.span.line, block.span.end_line
            roles.append(LineRole(*place, str(kind), "markup", 1.0, "its marks say so"))
    yield from sorted(roles, key=lambda role: role.first)
