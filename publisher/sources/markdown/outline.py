"""What `publisher explain` shows of a Markdown file: the blocks, by their lines."""

from collections.abc import Iterator

from publisher.document.nodes import Blocks
from publisher.sources.markdown.front_matter import FrontMatter
from publisher.sources.markdown.titles import Titled
from publisher.sources.reading import LineRole

_TURNS = "most of its paragraphs begin with who speaks, and names come back"


def outline(front: FrontMatter, titled: Titled, blocks: Blocks) -> Iterator[LineRole]:
    """The roles of the lines, in their order; markup says them, but for the turns of a dialogue.

    `blocks` are those of `titled` with the dialogues that were found in them.
    """
    for entry in front.entries:
        span = entry.span
        yield LineRole(span.line, span.end_line, entry.key, "front-matter", 1.0, "a key of it")
    heading = titled.title[0].span if titled.title else None
    roles = []
    if heading and titled.rule == "first-heading":
        reason = "the first heading of level 1"
        roles.append(LineRole(heading.line, heading.end_line, "headline", titled.rule, 1.0, reason))
    written = set(map(id, titled.blocks))
    for block in blocks:
        if block.span:
            kind = str(type(block).__struct_config__.tag)
            place = block.span.line, block.span.end_line
            if id(block) in written:
                roles.append(LineRole(*place, kind, "markup", 1.0, "its marks say so"))
            else:
                roles.append(LineRole(*place, kind, "turns", 0.9, _TURNS))
    yield from sorted(roles, key=lambda role: role.first)
