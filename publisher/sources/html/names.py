"""The elements of HTML by what they are for a reader (HTML Living Standard, 4 and 16.2)."""

CONTAINERS = frozenset(
    [
        "html",
        "body",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "center",
        "form",
        "fieldset",
        "hgroup",
        "dialog",
        "noscript",
        "nav",
        "search",
        "address",
    ]
)
"""Blocks that hold blocks and say nothing of their own."""

BLOCKS = CONTAINERS | frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "menu",
        "dir",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "colgroup",
        "col",
        "figure",
        "figcaption",
        "pre",
        "listing",
        "xmp",
        "blockquote",
        "aside",
        "hr",
        "details",
        "summary",
        "legend",
    ]
)

SCAFFOLD = CONTAINERS | frozenset(["span", "font"])
"""Elements whose ids, on a page of the web, mostly serve its scripts and styles."""

VOID = frozenset(["br", "img", "hr", "wbr", "col", "source", "track", "input"])

NESTING = frozenset(
    [
        "ul",
        "ol",
        "menu",
        "dir",
        "dl",
        "table",
        "blockquote",
        "aside",
        "figure",
        "details",
        "a",
        "em",
        "i",
        "b",
        "strong",
        "cite",
        "dfn",
        "var",
        "code",
        "kbd",
        "samp",
        "tt",
        "sub",
        "sup",
        "del",
        "ins",
        "s",
        "strike",
        "mark",
        "u",
        "small",
        "abbr",
        "q",
        "ruby",
        "rt",
        "bdo",
    ]
)
"""What counts towards the limit of elements inside one another, by their meaning."""

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

INNER = NESTING | frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "dt",
        "dd",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "figcaption",
        "pre",
        "math",
    ]
)
"""What is kept below the depth at which boxes are no longer told apart."""

UNWRAPPED = frozenset(
    ["font", "big", "nobr", "wbr", "blink", "acronym", "picture", "rb", "rbc", "rtc", "label"]
)
"""Their content is taken as if they were not there."""

METADATA = frozenset(["title", "meta", "link", "base"])
"""What a page says of itself in its head."""

SCRIPTS = frozenset(("script", "template"))
STYLES = frozenset(("style", "basefont", "bgsound"))
FRAMES = frozenset(
    [
        "iframe",
        "frame",
        "frameset",
        "noframes",
        "embed",
        "applet",
        "portal",
        "param",
        "fencedframe",
        "noembed",
    ]
)
CONTROLS = frozenset(
    [
        "input",
        "button",
        "select",
        "option",
        "optgroup",
        "textarea",
        "datalist",
        "output",
        "keygen",
        "isindex",
    ]
)
MEDIA = frozenset(["video", "audio", "track", "canvas", "map", "area"])
