"""HTML and XHTML to the tree: justhtml reads HTML (HTML Living Standard, 13.2), lxml XML."""

import re
from html import unescape
from typing import TYPE_CHECKING, Any, cast

from publisher.sources.html.pictures import leave_out_twins
from publisher.sources.html.tree import Builder, Tree

if TYPE_CHECKING:
    from lxml import etree

_XML = "{http://www.w3.org/XML/1998/namespace}"
_OPS = "{http://www.idpf.org/2007/ops}"
_PREFIXES = ((_XML, "xml:"), (_OPS, "epub:"))
# A character reference as a parser reads it (13.5: a few need no semicolon).
REFERENCE = re.compile(r"&(?:#[xX]?[0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?")

_XML_START = re.compile(r"\s*<\?xml\b")
_ENTITY = re.compile("<!ENTITY", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")


_BOGUS = re.compile(r"<(?:\?|!(?!--)|/(?![A-Za-z]))[^>]*>?")
_RAW = frozenset(("title", "textarea", "xmp", "plaintext", "noembed", "noframes"))


def parse_html(markup: str, *, fragment: bool) -> Tree:
    """The tree of a HTML page, or of a `fragment` as it stands inside a `div`."""
    from justhtml import JustHTML

    parsed = JustHTML(
        markup,
        sanitize=False,
        fragment=fragment,
        track_node_locations=True,
        # Without scripts the content of <noscript> is content: pictures, mostly.
        scripting_enabled=False,
    )
    builder = Builder()
    root = parsed.root
    del parsed
    _drive(builder, root, markup)
    tree = builder.finish()
    leave_out_twins(tree.root)
    return tree


def _drive(builder: Builder, root: Any, markup: str) -> None:
    """Tells the builder of everything below `root`; justhtml's nodes are taken apart on the way."""
    waiting: list[tuple[Any, bool]] = [(child, False) for child in reversed(root.children)]
    place = 0
    while waiting:
        node, done = waiting.pop()
        if done:
            builder.end(node)
            continue
        name = node.name
        if name == "#text":
            start = node.origin_offset
            start = place if start is None else start
            place = _end_of(markup, start, node.data)
            _words(builder, markup, node, (start, place))
        elif name[0] not in "#!":
            start = node.origin_offset
            start = place if start is None else start
            place = max(place, start)
            attributes = {key: value or "" for key, value in (node.attrs or {}).items()}
            if builder.start(name.lower(), attributes, start):
                waiting.append((_closing(node), True))
                waiting += [(child, False) for child in reversed(node.children or ())]
                node.children.clear()  # two trees of a large page at once are too much
            elif text := node.to_text("", strip=False):
                builder.words_left_out(text)


def _words(builder: Builder, markup: str, node: Any, place: tuple[int, int]) -> None:
    """Adds a text node, less what is no text in it.

    Where it tracks places, justhtml 3.16 takes processing instructions, conditional comments and
    the like for text; they are comments (HTML Living Standard, 13.2.5.6, bogus comments).
    """
    text, (start, end) = node.data, place
    if "<" in text and node.parent.name not in _RAW:
        for found in _BOGUS.finditer(markup, start, end):
            written = found[0].replace("\r\n", "\n").replace("\r", "\n")
            before, was_there, after = text.partition(written)
            if was_there:
                builder.characters(before, start, found.start())
                text, start = after, found.end()
    if text:
        builder.characters(text, start, end)


def _closing(node: Any) -> int:
    """The offset after an element's end tag, or its start tag; justhtml knows both."""
    found = node._metadata
    return (found[7] or found[5] or 0) if found else 0


def _end_of(markup: str, start: int, text: str) -> int:
    """Where in the markup the characters `text` that start at `start` end."""
    end = start + len(text)
    if markup[start:end] == text:
        return end
    at, done = start, 0
    while done < len(text) and at < len(markup):
        if markup[at] == "&" and (found := REFERENCE.match(markup, at)):
            written = unescape(found[0])
            at, done = (
                (found.end(), done + len(written)) if written != found[0] else (at + 1, done + 1)
            )
        elif markup[at] == text[done]:
            at, done = at + 1, done + 1
        elif markup.startswith("\r", at):
            at += 2 if markup.startswith("\r\n", at) else 1
            done += 1
        elif markup[at] == "<" and (close := markup.find(">", at)) >= 0:
            at = close + 1  # a tag that made no element
        else:
            return max(end, at)
    return at


def parse_xml(element: "etree._Element", *, outer: bool = False) -> Tree:
    """The tree of what is in an XHTML element that was parsed already; with `outer` itself too.

    Its places are numbers of lines.
    """
    builder = Builder()
    waiting: list[tuple[etree._Element, bool]] = [(element, False)]
    if not outer:
        _characters(builder, element.text, element)
        waiting = [(child, False) for child in reversed(element)]
    while waiting:
        node, done = waiting.pop()
        if done:
            builder.end(_line(node))
            _characters(builder, node.tail, node)
        elif not isinstance(node.tag, str):  # a comment, a processing instruction
            _characters(builder, node.tail, node)
        elif builder.start(_local(node.tag), _attributes(node), _line(node)):
            _characters(builder, node.text, node)
            waiting.append((node, True))
            waiting += [(child, False) for child in reversed(node)]
        else:
            builder.words_left_out("".join(map(str, node.itertext())))
            _characters(builder, node.tail, node)
    return builder.finish()


def well_formed(text: str) -> "etree._Element | None":
    """The root of a text that declares itself XML and is well-formed, without entities of its own.

    Anything else that is called XHTML is HTML to browsers, and so it is here.
    """
    if not _XML_START.match(text) or _ENTITY.search(text):
        return None
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        root = etree.fromstring(_DECLARATION.sub(_blank, text, count=1).encode(), parser)
    except etree.XMLSyntaxError:
        return None
    return root if _local(str(root.tag)) == "html" else None


def _blank(found: re.Match[str]) -> str:
    """White space in place of the XML declaration: it names an encoding that is decoded already."""
    return re.sub(r"[^\n]", " ", found[0])


def _characters(builder: Builder, text: str | None, node: "etree._Element") -> None:
    if text:
        line = _line(node)
        builder.characters(text, line, line)


def _line(node: "etree._Element") -> int:
    return cast("int | None", node.sourceline) or 1


def _attributes(node: "etree._Element") -> dict[str, str]:
    return {_attribute(str(name)): str(value) for name, value in node.attrib.items()}


def _attribute(name: str) -> str:
    for namespace, prefix in _PREFIXES:
        if name.startswith(namespace):
            return prefix + name.removeprefix(namespace)
    return _local(name)


def _local(name: str) -> str:
    return name.rpartition("}")[2].lower()
