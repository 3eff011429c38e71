"""A document as the HTML that CommonMark's examples show, to compare the two.

Only what those examples have is rendered. Raw HTML, which the reader cleans, is carried through by
makers of nodes of this module: as a paragraph, or a span, with a role that no reader gives.
"""

import re
from html import escape

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.document.nodes import (
    Block,
    Blocks,
    CodeBlock,
    CrossRef,
    Emphasis,
    Figure,
    Heading,
    Image,
    Inline,
    InlineCode,
    Inlines,
    InlineSpan,
    LineBreak,
    Link,
    List,
    Paragraph,
    Quote,
    Strong,
    Text,
    ThematicBreak,
)
from publisher.sources.markdown.page import Page
from publisher.sources.markdown.parser import parser
from publisher.sources.markdown.reader import read_with
from publisher.span import Span

RAW, RAW_BLOCK = "raw html", "raw html block"
BEFORE = "---\ntitle: T\nlanguage: en\n---\n# Level one\n\n"
"""So that no heading of an example is the title, and levels stay as they are."""


def render_markdown(markdown: str) -> str:
    """The HTML of an example, read by the reader and rendered from its document."""
    source = Source("a.md", (BEFORE + markdown).encode())
    document = read_with(source, Metadata(), _raw_block, _raw_inline).document
    return _blocks(document.blocks[1:])


def _raw_block(page: Page, markup: str, start: int, end: int) -> Blocks:
    text = Text(text=markup.rstrip("\n"))
    return (Paragraph(children=(InlineSpan(children=(text,), role=RAW_BLOCK),)),)


def _raw_inline(
    page: Page, opening: str, children: Inlines | None, closing: str, span: Span
) -> Inlines:
    before = InlineSpan(children=(Text(text=opening),), role=RAW)
    after = (InlineSpan(children=(Text(text=closing),), role=RAW),) if closing else ()
    return (before, *(children or ()), *after)


def _blocks(blocks: Blocks, *, tight: bool = False) -> str:
    return "\n".join(_block(block, tight=tight) for block in blocks)


def _block(block: Block, *, tight: bool) -> str:
    match block:
        case Paragraph(
            children=(InlineSpan(role="raw html block", children=(Text(text=markup),)),)
        ):
            return markup
        case Paragraph(children=children):
            return _inlines(children) if tight else f"<p>{_inlines(children)}</p>"
        case Figure():
            images = "".join(_image(image, block.caption) for image in block.images)
            return images if tight else f"<p>{images}</p>"
        case Heading():
            return f"<h{block.level}>{_inlines(block.children)}</h{block.level}>"
        case Quote():
            return f"<blockquote>\n{_blocks(block.blocks)}\n</blockquote>"
        case CodeBlock():
            kind = f' class="language-{escape(block.syntax)}"' if block.syntax else ""
            end = "\n" if block.text else ""
            return f"<pre><code{kind}>{escape(block.text)}{end}</code></pre>"
        case List():
            return _list(block)
        case ThematicBreak():
            return "<hr />"
    raise AssertionError(f"no example has a {type(block).__name__}")


def _list(block: List) -> str:
    items = "\n".join(
        f"<li>\n{_blocks(item.blocks, tight=block.tight)}\n</li>" for item in block.items
    )
    start = f' start="{block.start}"' if block.start != 1 else ""
    name = "ol" if block.ordered else "ul"
    return f"<{name}{start}>\n{items}\n</{name}>"


def _inlines(inlines: Inlines) -> str:
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return escape(inline.text)
        case Emphasis():
            return f"<em>{_inlines(inline.children)}</em>"
        case Strong():
            return f"<strong>{_inlines(inline.children)}</strong>"
        case InlineCode():
            return f"<code>{escape(inline.text)}</code>"
        case LineBreak():
            return "<br />\n"
        case InlineSpan(role="raw html", children=(Text(text=markup),)):
            return markup
        case Image():
            return _image(inline, (Text(text=inline.title),) if inline.title else ())
        case CrossRef(target=target):  # a link without words, by a file's name
            return f'<a href="{escape(target)}"></a>'
        case Link():
            title = f' title="{escape(inline.title)}"' if inline.title else ""
            return f'<a href="{escape(inline.href)}"{title}>{_inlines(inline.children)}</a>'
    raise AssertionError(f"no example has a {type(inline).__name__}")


def _image(image: Image, caption: Inlines) -> str:
    words = "".join(leaf.text for leaf in caption if isinstance(leaf, Text))
    title = f' title="{escape(words)}"' if words else ""
    src = escape(parser().normalizeLink(image.src))
    return f'<img src="{src}" alt="{escape(image.alt or "")}"{title} />'


_PREFORMATTED = re.compile(r"(?s)(<pre.*?</pre>)")
_AROUND_BLOCKS = re.compile(
    r"\s*(</?(?:p|li|ul|ol|blockquote|h\d|hr|pre|div|table|tr|td)\b[^>]*>)\s*"
)


def normalised(html: str) -> str:
    """HTML without what makes no difference: white space between blocks, how quotes are escaped."""
    html = html.replace(" </pre>", "\n</pre>")  # a soft break, which the document has as a space
    html = html.replace("&quot;", '"').replace("&#x27;", "'").replace("&#39;", "'")
    parts = _PREFORMATTED.split(html)
    return "".join(
        part if part.startswith("<pre") else _AROUND_BLOCKS.sub(r"\1", re.sub(r"\s+", " ", part))
        for part in parts
    ).strip()
