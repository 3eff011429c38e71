"""`<img>` to an image: which of the addresses it gives, and pictures that came inside the page."""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterator, Sequence

from publisher.document.nodes import Image
from publisher.sources.html.context import Context, joined
from publisher.sources.html.safety import safe_picture
from publisher.sources.html.tree import Characters, Element

LARGEST = 20_000_000
"""Bytes of a picture that came inside a page."""

_DATA = re.compile(r"data:image/(png|jpe?g|gif|webp);base64,", re.IGNORECASE)
_CANDIDATE = re.compile(r"\s*,*\s*(\S+[^\s,])(?:\s+([\d.]+)[wx])?\s*(?:,|$)")
_LAZY = ("data-src", "data-original", "data-lazy-src")
_SMALLEST = 128
"""A picture of fewer bytes inside a page keeps the place of one to come."""


def picture(context: Context, element: Element) -> Image | None:
    """The image of an `<img>`; None, and counted, where its address leads to no picture."""
    address = _address(element)
    if found := _DATA.match(address):
        address = _embedded(
            context, address[found.end() :], found[1].lower().replace("jpg", "jpeg")
        )
    elif address and context.options.pictures:
        address = joined(context.options.pictures, address)
    if not address:
        context.leave_out("picture without an address", element, element.get("alt"))
        return None
    return Image(
        src=address,
        alt=element.attributes.get("alt"),
        title=element.get("title") or None,
        span=context.place(element.start, element.end),
        id=context.ids.get(element.get("id")),
    )


def leave_out_twins(root: Element) -> None:
    """Takes out what stands for a picture where scripts do not run, if that is there already.

    A page that loads its pictures late has each of them twice: as an `<img>` whose address is kept
    for a script, and in a `<noscript>` beside it.
    """
    shown: dict[int, set[str]] = {}
    for element in list(root.walk()):
        around = element.parent
        if element.name != "noscript" or around is None or element.text().strip():
            continue
        if id(around) not in shown:
            shown[id(around)] = set(map(_address, _pictures(around.children)))
        inner = [one for one in element.walk() if one.name == "img"]
        if len(inner) == 1 and _address(inner[0]) in shown[id(around)]:
            element.children.clear()


def _pictures(nodes: Sequence[Element | Characters]) -> Iterator[Element]:
    return (node for node in nodes if isinstance(node, Element) and node.name == "img")


def is_emoji(element: Element) -> bool:
    """Whether a picture stands for a character, which its alternative text is."""
    kinds = element.get("class").lower().split()
    return bool(element.get("alt")) and any(
        kind in ("emoji", "wp-smiley", "smiley", "emoticon") for kind in kinds
    )


def _address(element: Element) -> str:
    """The picture that is meant to be seen; scripts keep its address elsewhere at first."""
    lazy = next((element.get(name) for name in _LAZY if element.get(name)), "")
    src = element.get("src")
    for address in (lazy, src if not src.startswith("data:") else "", _largest(element), src):
        if address and safe_picture(address):
            return address
    return ""


def _largest(element: Element) -> str:
    """The largest candidate of `srcset` (HTML, 4.8.4.2.1)."""
    written = element.get("srcset") or element.get("data-srcset")
    found = [(float(size or 1), url) for url, size in _CANDIDATE.findall(written[:20_000])]
    return max(found, key=lambda one: one[0])[1] if found else ""


def _embedded(context: Context, data: str, kind: str) -> str:
    """The name under which the bytes of a `data:` picture are handed on; empty for no picture."""
    try:
        content = base64.b64decode("".join(data.split()), validate=True)
    except (binascii.Error, ValueError):
        return ""
    if not _SMALLEST <= len(content) <= LARGEST:
        return ""
    name = f"{hashlib.sha256(content).hexdigest()[:16]}.{kind}"
    context.embedded[name] = content
    return name
