"""The pages of an EPUB as reading systems show them, and what is wrong with each."""

import zipfile
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

import msgspec
from lxml import etree

from tests.screens.chromium import Chromium

WIDTHS = (360, 768, 1200)
HEIGHT = 1000
SIZES = (100, 200)
COLOURS = ("light", "dark", "night")
"""What a reader prefers, and "night": what a reading system does to any page."""

_MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")
_NIGHT = "html { background: #121212 !important } body { background: none; color: #cfcfcf }"
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
_OPF = "{http://www.idpf.org/2007/opf}"


class Mode(msgspec.Struct, frozen=True):
    """How a page is shown: `width` in CSS pixels, `size` of the text in per cent."""

    width: int
    colours: str
    size: int

    def __str__(self) -> str:
        return f"{self.width} px, {self.colours}, {self.size} %"


class Fault(msgspec.Struct, frozen=True):
    """Something that a reader would see amiss: of what kind, on which page, at which element."""

    fault: str
    where: str
    detail: str
    page: str = ""
    mode: str = ""

    def __str__(self) -> str:
        return f"{self.page} ({self.mode}): {self.fault}: {self.where}: {self.detail}"


MODES = (
    *(Mode(width, "light", size) for width, size in product(WIDTHS, SIZES)),
    *(Mode(768, colours, 100) for colours in COLOURS[1:]),
)
"""Each width with each size of text; colours change nothing of where text stands."""


def unpack(epub: Path, folder: Path) -> tuple[Path, ...]:
    """The content documents of a file of ours in the order of its spine, in `folder`."""
    with zipfile.ZipFile(epub) as archive:
        archive.extractall(folder)
    container = etree.parse(folder / "META-INF" / "container.xml")
    package = folder / next(container.iter(_CONTAINER)).get("full-path", "")
    tree = etree.parse(package)
    hrefs = {item.get("id"): item.get("href", "") for item in tree.iter(f"{_OPF}item")}
    names = [hrefs[ref.get("idref")] for ref in tree.iter(f"{_OPF}itemref")]
    return tuple(package.parent / name for name in names)


def faults(
    browser: Chromium, pages: Sequence[Path], modes: Sequence[Mode] = MODES
) -> Iterator[Fault]:
    """Everything that is amiss with `pages` in any of `modes`."""
    for page in pages:
        browser.open(page)
        for mode in modes:
            show(browser, mode)
            for each in browser.evaluate(_MEASURE):
                yield Fault(**each, page=page.name, mode=str(mode))


def show(browser: Chromium, mode: Mode) -> None:
    """Sets the open page in that mode, its fonts loaded."""
    browser.resize(mode.width, HEIGHT)
    browser.prefer("light" if mode.colours == "light" else "dark")
    night = _NIGHT if mode.colours == "night" else ""
    browser.evaluate(f"""(() => {{
        const head = document.head;
        const own = document.getElementById("reading-system")
            || head.appendChild(document.createElementNS(head.namespaceURI, "style"));
        own.id = "reading-system";
        own.textContent = {night!r};
        document.documentElement.style.fontSize = "{mode.size}%";
        return document.fonts.ready.then(() => null);
    }})()""")
