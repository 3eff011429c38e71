"""What of an HTML page may not reach a book: scripts, styles, frames, forms, beacons, bad links.

The document's nodes have no place for any of it; here it is named, so that it can be counted.
"""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from publisher.sources.html import names

ACTIVE = frozenset(("script", "event handler", "frame or object", "form control", "unsafe link"))
"""Kinds whose removal is a warning: they did something."""

PASSIVE = frozenset(("style sheet", "tracking pixel", "hidden element"))
"""Kinds whose removal is a note: nobody sees them."""

_KINDS = (
    (names.SCRIPTS, "script"),
    (names.STYLES, "style sheet"),
    (names.FRAMES, "frame or object"),
    (names.CONTROLS, "form control"),
    (names.MEDIA, "video, sound or drawing"),
    (frozenset(("svg",)), "video, sound or drawing"),
)
_REFUSED = {name: kind for group, kind in _KINDS for name in group}

_KEPT = frozenset(
    [
        "id",
        "name",
        "class",
        "lang",
        "xml:lang",
        "dir",
        "role",
        "title",
        "alt",
        "src",
        "srcset",
        "href",
        "cite",
        "datetime",
        "content",
        "property",
        "itemprop",
        "itemtype",
        "rel",
        "start",
        "value",
        "type",
        "checked",
        "colspan",
        "rowspan",
        "scope",
        "align",
        "style",
        "width",
        "height",
        "charset",
        "http-equiv",
        "epub:type",
        "display",
        "alttext",
        "encoding",
        "data-src",
        "data-original",
        "data-lazy-src",
        "data-srcset",
        "data-type",
        *(f"data-{level}" for level in ("primary", "secondary", "tertiary")),
        *(f"data-{level}-sortas" for level in ("primary", "secondary", "tertiary")),
        *(f"data-see-{level}" for level in ("primary", "secondary", "tertiary")),
        *(f"data-see-also-{level}" for level in ("primary", "secondary", "tertiary")),
        "data-see",
        "data-seealso",
        "data-range",
        "data-numbered",
        "data-start",
        "data-section",
        "data-lines",
        "data-target",
        "data-names",
        "data-byline",
        "data-role",
        "data-place",
        "data-date",
        "data-continues",
        "aria-label",
        "media",
        "border",
        "open",
        "reversed",
    ]
)

_UNSEEN = frozenset(
    ("screen-reader-text", "screen-reader-only", "sr-only", "visually-hidden", "visuallyhidden")
)
"""Classes of words that are only read aloud."""

_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_TINY = re.compile(r"^0*[0-2](?:px)?$")
_TINY_STYLE = re.compile(
    r"(?:^|;)\s*(?:width|height)\s*:\s*[0-2](?:px)?\s*(?:;|!|$)", re.IGNORECASE
)
_BEACON = re.compile(
    r"(?:^|//|\.)(?:google-analytics\.com|doubleclick\.net|scorecardresearch\.com|quantserve\.com"
    r"|pixel\.wp\.com|stats\.wordpress\.com|vgwort\.de|ivwbox\.de|chartbeat\.net|omtrdc\.net"
    r"|sitestat\.com|xiti\.com|nuggad\.net|adnxs\.com)(?:/|$)"
    r"|facebook\.com/tr\b|/(?:piwik|matomo)\.php|/(?:pixel|beacon|spacer|blank|transparent|clear)\.gif",
    re.IGNORECASE,
)
_STRIPPED = re.compile("[\x00-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\ufeff]+")
_SCHEMES = frozenset(
    ["http", "https", "mailto", "tel", "ftp", "sip", "geo", "urn", "doi", "news", "xmpp"]
)
_PICTURES = re.compile(r"^data:image/(?:png|jpe?g|gif|webp);base64,", re.IGNORECASE)


DATA = "structured data"
"""The kind of a script that is none: JSON-LD, by which a page describes itself."""


def refusal(name: str, attributes: dict[str, str]) -> str | None:
    """What kind of thing an element is that is left out with all in it; None for one that stays."""
    if name == "input" and attributes.get("type", "").strip().lower() == "checkbox":
        return None  # a task's box; one that is none is left out where blocks are built
    if name == "script" and attributes.get("type", "").strip().lower() == "application/ld+json":
        return DATA
    if kind := _REFUSED.get(name):
        return kind
    if "hidden" in attributes and attributes["hidden"].strip().lower() != "until-found":
        return "hidden element"
    if name == "dialog" and "open" not in attributes:
        return "hidden element"
    if _UNSEEN.intersection(attributes.get("class", "").lower().split()):
        return "hidden element"
    style = attributes.get("style")
    if name == "img" and _is_beacon(attributes, style or ""):
        return "tracking pixel"
    if style and _HIDDEN.search(style):
        return "hidden element"
    return None


def _is_beacon(attributes: dict[str, str], style: str) -> bool:
    if any(_TINY.match(attributes.get(side, "").strip()) for side in ("width", "height")):
        return True
    return bool(_TINY_STYLE.search(style) or _BEACON.search(attributes.get("src", "")))


def harmless(name: str, attributes: dict[str, str], note: Callable[[str], None]) -> dict[str, str]:
    """The attributes that mean something and do nothing; `note` is told of the others' kinds."""
    kept = {}
    for key, value in attributes.items():
        if key.startswith("on") or key in ("formaction", "srcdoc", "ping", "xlink:actuate"):
            note("event handler")
        elif _is_unsafe(name, key, value):
            note("unsafe link")
        elif key in _KEPT:
            kept[key] = value
    return kept


def _is_unsafe(name: str, key: str, value: str) -> bool:
    if key == "href":
        return name not in ("base", "link") and not safe_link(value)
    return key == "src" and not safe_picture(value)


def safe_link(href: str) -> bool:
    """Whether a link leads to a place, and runs nothing (URL Standard: white space is skipped)."""
    scheme = _scheme(href)
    return scheme is not None and (scheme == "" or scheme in _SCHEMES)


def safe_picture(src: str) -> bool:
    """Whether a picture's address is one: a path, the web's, or the picture's own bytes."""
    if _PICTURES.match(src.lstrip()):
        return True
    scheme = _scheme(src)
    return scheme in ("", "http", "https", "file") and "<" not in src and ">" not in src


def _scheme(address: str) -> str | None:
    """The scheme of an address, "" where it is relative; None where it is none at all."""
    bare = _STRIPPED.sub("", address)
    try:
        scheme = urlsplit(bare).scheme.lower()
    except ValueError:
        return None
    if not scheme and re.match(r"[^/?#]*:", bare):
        return None  # "java&#115;cript" and the like, that are no scheme and no path
    return scheme
