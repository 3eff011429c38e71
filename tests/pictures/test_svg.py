"""Drawings: what may stay, what goes, what is refused."""

import pytest
from lxml import etree

from publisher.pictures.picture import Refused
from publisher.pictures.svg import process_svg
from tests.pictures.made import svg

RECT = '<rect width="10" height="10"/>'
LOST = {
    "script": ("<script>alert(1)</script>", "script"),
    "handler": ('<rect onclick="alert(1)" width="1"/>', "onclick"),
    "foreign": (
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
        "foreignObject",
    ),
    "picture": ('<image xlink:href="file:///etc/passwd"/>', "image"),
    "use-elsewhere": ('<use href="http://example.org/a.svg#x"/>', "href"),
    "use-old": ('<use xlink:href="other.svg#x"/>', "href"),
    "animation": ('<rect><set attributeName="href" to="javascript:x"/></rect>', "set"),
    "fill-elsewhere": ('<rect fill="url(http://example.org/#a)"/>', "fill"),
    "fill-escaped": ('<rect fill="u\\72l(http://example.org/#a)"/>', "fill"),
    "fill-quoted": ("<rect fill=\"url('//example.org/#a')\"/>", "fill"),
    "style": ('<rect style="fill:url(http://example.org/#a)"/>', "style"),
    "import": ('<style>@import "http://example.org/a.css";</style>', "rules of style"),
    "font": ("<style>@font-face{src:url(http://example.org/)}</style>", "rules of style"),
    "rule": ("<style>rect{fill:url(http://example.org/#a)}</style>", "rules of style"),
    "filter": ('<filter id="f"><feTurbulence/></filter>', "filter"),
    "long": (f'<rect transform="{"rotate(1) " * 2000}"/>', "transform"),
    "page": ('<p xmlns="http://www.w3.org/1999/xhtml">words</p>', "p"),
}


@pytest.mark.parametrize("name", LOST)
def test_what_runs_or_loads_goes_and_is_told(name: str) -> None:
    body, part = LOST[name]
    made = process_svg(svg(RECT + body))
    (note,) = made.notes
    assert note.code == "IMG014"
    assert part in note.facts["parts"].split(", ")
    text = made.data.decode()
    assert RECT in text
    for word in ("example.org", "alert", "file:", "javascript", "foreignObject", "import"):
        assert word not in text


def test_what_draws_stays_as_it_is() -> None:
    body = (
        '<title>A sun</title><defs><linearGradient id="g"><stop offset="0" stop-color="red"/>'
        '</linearGradient><clipPath id="c"><circle r="3"/></clipPath></defs>'
        "<style>.a{fill:url(#g)}</style>"
        '<g class="a" clip-path="url(#c)" style="stroke:#333;stroke-width:2">'
        '<path d="M0 0L9 9"/></g><text x="1">Sun <tspan>light</tspan> here</text>'
        '<use xlink:href="#c" x="4"/>'
    )
    made = process_svg(svg(body))
    assert made.notes == ()
    assert body in made.data.decode()


def test_links_and_editors_matter_go_without_a_word() -> None:
    body = (
        '<a href="javascript:x"><text>word</text> after</a><metadata><x xmlns="urn:x"/></metadata>'
    )
    made = process_svg(svg(body))
    assert made.notes == ()
    assert b"<text>word</text> after" in made.data
    assert b"javascript" not in made.data


SIZES = {
    'viewBox="0 0 20 10"': (20, 10),
    'width="2in" height="96px"': (192, 96),
    'width="40" viewBox="0 0 20 10"': (40, 20),
    'height="40" viewBox="0,0,20,10"': (80, 40),
    'width="100%" height="100%" viewBox="0 0 20 10"': (20, 10),
    'width="nan" height="inf"': (300, 150),
    "": (300, 150),
}


@pytest.mark.parametrize("attributes", SIZES)
def test_a_drawing_has_a_size_and_scales(attributes: str) -> None:
    made = process_svg(svg(RECT, attributes))
    root = etree.fromstring(made.data)
    assert (made.width, made.height) == SIZES[attributes]
    assert root.get("viewBox")


def uses(levels: int) -> str:
    """Each level shows the one before ten times."""
    return "".join(
        f'<g id="l{n}">' + f'<use href="#l{n - 1}"/>' * 10 + "</g>" for n in range(1, levels)
    )


REFUSED = {
    "entities": (
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>',
        "IMG015",
    ),
    "parameter-entities": (
        b'<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://example.org/">%a;]><svg/>',
        "IMG015",
    ),
    "use-bomb": (svg(f'<g id="l0">{RECT}</g>' + uses(9)), "IMG015"),
    "use-circle": (svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "IMG015"),
    "pattern-circle": (svg('<pattern id="p"><rect fill="url(#p)"/></pattern>'), "IMG015"),
    "deep": (svg("<g>" * 80 + "</g>" * 80), "IMG015"),
    "many": (svg("<g/>" * 20_001), "IMG015"),
    "long-path": (svg(f'<path d="{"L1 1" * 200_000}"/>'), "IMG015"),
    "long-text": (svg(f"<text>{'word ' * 9000}</text>"), "IMG015"),
    "markers": (
        svg(f'<marker id="m">{RECT}</marker><path marker-mid="url(#m)" d="{"L1 1" * 9000}"/>'),
        "IMG015",
    ),
    "rules": (svg("<style>" + "a b{fill:red}" * 3000 + "</style>" + RECT * 3000), "IMG015"),
    "sheet-pattern": (
        svg('<style>rect{fill:url(#p)}</style><pattern id="p"><rect/></pattern>'),
        "IMG015",
    ),
    "huge": (svg(RECT, 'width="1e9" height="1e9"'), "IMG015"),
    "other-root": (b'<html xmlns="http://www.w3.org/1999/xhtml"><svg/></html>', "IMG015"),
    "cut-off": (svg(RECT)[:-3], "IMG008"),
    "unknown-encoding": (b'<?xml version="1.0" encoding="x-none"?><svg/>', "IMG008"),
    "large": (svg(" " * 4_000_001), "IMG005"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_costs_too_much_is_refused(name: str) -> None:
    data, code = REFUSED[name]
    with pytest.raises(Refused) as refused:
        process_svg(data)
    assert refused.value.note.code == code
