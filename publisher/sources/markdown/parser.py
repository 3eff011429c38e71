"""The parser: CommonMark 0.31.2, GitHub's tables, tasks and strikethrough, Pandoc's extensions."""

import functools

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from publisher.sources.markdown.block_parser import BlockParser
from publisher.sources.markdown.inline_parser import InlineParser
from publisher.sources.markdown.rules.abbreviations import abbreviation
from publisher.sources.markdown.rules.containers import block_attributes, container
from publisher.sources.markdown.rules.dollars import display
from publisher.sources.markdown.rules.verse import line_block


class Parser(MarkdownIt):
    """markdown-it with the parsers that know places."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Every address makes a link: which of them are left out is said, with their place."""
        return True


_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
"""What a block may stand right below, without a blank line."""


@functools.cache
def parser() -> Parser:
    """The parser, which holds no state between documents."""
    made = Parser("commonmark", {"tasklists": True, "alerts": True})
    made.block, made.inline = BlockParser(), InlineParser()
    footnote_plugin(made, inline=False, move_to_end=False)
    deflist_plugin(made)
    rules = made.block.ruler
    rules.before("fence", "container", container, _INTERRUPTS)
    rules.before("fence", "block_attributes", block_attributes)
    rules.before("fence", "display", display, _INTERRUPTS)
    rules.before("paragraph", "verse", line_block)
    rules.before("reference", "abbreviation", abbreviation, {"alt": ["paragraph", "reference"]})
    return made
