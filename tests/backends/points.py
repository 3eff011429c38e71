"""What a well-made EPUB holds, point by point, read from the file alone."""

import io
import itertools
import re
import zipfile
from collections.abc import Callable, Iterator

from lxml import etree

_XHTML = "{http://www.w3.org/1999/xhtml}"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TYPE = "{http://www.idpf.org/2007/ops}type"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_HEADING = re.compile(r"h[1-6]")


class Epub:
    """An EPUB: its entries, its package document, its content documents and navigation."""

    def __init__(self, data: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        self.entries = self.archive.infolist()
        self.package = etree.fromstring(self.archive.read("EPUB/content.opf"))
        self.items = list(self.package.iter(f"{_OPF}item"))
        self.pages = {
            str(item.get("href")): etree.fromstring(self.archive.read(f"EPUB/{item.get('href')}"))
            for item in self.items
            if item.get("media-type") == "application/xhtml+xml"
        }
        self.navigation = self.pages["nav.xhtml"]
        self.texts = [page for name, page in self.pages.items() if name != "nav.xhtml"]
        self.elements = [
            each for page in self.texts for each in page.iter() if isinstance(each.tag, str)
        ]

    def said(self, name: str) -> list[str]:
        """The values of a Dublin Core element or, where it has a colon or a hyphen, a property."""
        metas = self.package.iter(f"{_OPF}meta")
        values = [meta.text or "" for meta in metas if meta.get("property") == name]
        return values + [each.text or "" for each in self.package.iter(f"{_DC}{name}")]

    def of_type(self, kind: str) -> list[etree._Element]:
        """The items of a media type that begins so."""
        return [item for item in self.items if str(item.get("media-type")).startswith(kind)]

    def with_property(self, name: str) -> list[str]:
        """The items in the manifest with a property."""
        return [
            str(item.get("href"))
            for item in self.items
            if name in str(item.get("properties") or "").split()
        ]

    def navigations(self, kind: str) -> list[etree._Element]:
        """The nav elements of a type."""
        return [each for each in self.navigation.iter(f"{_XHTML}nav") if each.get(_TYPE) == kind]

    def elements_of(self, name: str) -> list[etree._Element]:
        """The elements of HTML with this name."""
        return [each for each in self.elements if each.tag == f"{_XHTML}{name}"]

    def attributes(self, name: str) -> list[str]:
        """The values of an attribute in the content documents."""
        return [str(each.get(name)) for each in self.elements if each.get(name) is not None]

    @property
    def styles(self) -> str:
        """All style sheets."""
        names = (f"EPUB/{item.get('href')}" for item in self.of_type("text/css"))
        return b"".join(map(self.archive.read, names)).decode()


Point = Callable[[Epub], bool]


def _described(epub: Epub) -> bool:
    """Descriptions are claimed where all pictures have one, and there are any."""
    words = [str(each.get("alt") or "").strip() for each in epub.elements_of("img")]
    claimed = "alternativeText" in epub.said("schema:accessibilityFeature")
    return claimed == (bool(words) and all(words))


def _steps(epub: Epub) -> bool:
    levels = [
        int(str(each.tag)[-1])
        for each in epub.elements
        if _HEADING.fullmatch(str(each.tag).removeprefix(_XHTML))
    ]
    return bool(levels) and all(after <= one + 1 for one, after in itertools.pairwise(levels))


def _computed(epub: Epub) -> bool:
    """Each property of the manifest is on the documents that have what it says, and no others."""
    held = {"svg": "svg", "mathml": "math"}
    return all(
        (next(page.iter(f"{{*}}{element}"), None) is not None) == (name in epub.with_property(kind))
        for kind, element in held.items()
        for name, page in epub.pages.items()
    )


def _landmarks(epub: Epub) -> bool:
    """Every part that a landmark can lead to has one, and the guide says the same."""
    (nav,) = epub.navigations("landmarks")
    types = [each.get(_TYPE) for each in nav.iter(f"{_XHTML}a")]
    wanted = {"loi", "lot", "index", "bibliography", "glossary", "endnotes", "titlepage", "cover"}
    sections = {str(body[0].get(_TYPE)) for body in epub.elements_of("body")}
    return (
        {"cover", "titlepage", "toc", "bodymatter", *(wanted & sections)} <= set(types)
        and len(types) == len(set(types))
        and len(list(epub.package.iter(f"{_OPF}reference"))) >= 4
    )


def _linked(epub: Epub) -> bool:
    calls, back = epub.attributes(_TYPE).count("noteref"), epub.attributes("role")
    return back.count("doc-backlink") >= calls


def _one_tree(epub: Epub) -> bool:
    """The contents and the NCX lead to the same places in the same order."""
    (toc,) = epub.navigations("toc")
    ncx = etree.fromstring(epub.archive.read("EPUB/toc.ncx"))
    return [each.get("href") for each in toc.iter(f"{_XHTML}a")] == [
        each.get("src") for each in ncx.iter("{*}content")
    ]


POINTS: dict[str, Point] = {
    "mimetype comes first, stored": lambda epub: (
        (epub.entries[0].filename, epub.entries[0].compress_type) == ("mimetype", 0)
    ),
    "all entries have one date": lambda epub: len({each.date_time for each in epub.entries}) == 1,
    "names are ASCII": lambda epub: all(each.filename.isascii() for each in epub.entries),
    "no file is there twice": lambda epub: (
        len({each.CRC for each in epub.entries}) == len(epub.entries)
    ),
    "the package has a language": lambda epub: bool(epub.package.get(_LANGUAGE)),
    "the identifier is a URN, an ISBN or a DOI": lambda epub: bool(
        re.search(r"urn:(uuid|isbn):|doi\.org/", epub.said("identifier")[0])
    ),
    "it says when it was changed": lambda epub: len(epub.said("dcterms:modified")) == 1,
    "the title is said to be the main one": lambda epub: "main" in epub.said("title-type"),
    "titles and names can be filed": lambda epub: bool(epub.said("file-as")),
    "makers have roles": lambda epub: bool(epub.said("creator")) and "aut" in epub.said("role"),
    "accessibility is told in full": lambda epub: all(
        epub.said(f"schema:{name}")
        for name in (
            *("accessMode", "accessModeSufficient", "accessibilityFeature"),
            *("accessibilityHazard", "accessibilitySummary"),
        )
    ),
    "descriptions are claimed where they are": _described,
    "properties of the manifest are those of the documents": _computed,
    "landmarks lead to all that there is": _landmarks,
    "contents and NCX are one tree": _one_tree,
    "the cover is known to both versions": lambda epub: (
        len(epub.with_property("cover-image")) == 1
        and any(each.get("name") == "cover" for each in epub.package.iter(f"{_OPF}meta"))
    ),
    "every page has a language": lambda epub: all(
        page.get("lang") and page.get("lang") == page.get(_LANGUAGE) for page in epub.pages.values()
    ),
    "every page has a title": lambda epub: all(
        (page.findtext(f".//{_XHTML}title") or "").strip() for page in epub.pages.values()
    ),
    "parts have types and roles": lambda epub: (
        bool(epub.attributes(_TYPE))
        and any(role.startswith("doc-") for role in epub.attributes("role"))
    ),
    "no role is out of use": lambda epub: (
        not {"doc-endnote", "doc-biblioentry"} & set(epub.attributes("role"))
    ),
    "an article has no role": lambda epub: all(
        each.get("role") is None for each in epub.elements_of("article")
    ),
    "looks are in style sheets alone": lambda epub: (
        not epub.attributes("style") and not epub.elements_of("style")
    ),
    "fonts are in it": lambda epub: bool(epub.of_type("font/")),
    "every picture has its words or none": lambda epub: all(
        each.get("alt") is not None for each in epub.elements_of("img")
    ),
    "no document is long": lambda epub: all(
        each.file_size <= 250_000 for each in epub.entries if each.filename.endswith(".xhtml")
    ),
    "ids are there once": lambda epub: (
        len(epub.attributes("id")) == len(set(epub.attributes("id")))
    ),
    "headings skip no level": _steps,
    "notes lead back": _linked,
    "style sheets need no new reader": lambda epub: (
        not re.search(r"display:\s*(flex|grid)|var\(", epub.styles)
    ),
    "the reader's colours are left alone": lambda epub: (
        not re.search(r"(?:^|\})\s*body\s*\{[^}]*(?:background|[^-]color)\s*:", epub.styles)
    ),
}

SAID = ("language", "publisher", "rights", "description", "subject", "date", "source")
POINTS |= {f"it has a {name}": lambda epub, name=name: bool(epub.said(name)) for name in SAID}  # type: ignore[misc]


def missing(data: bytes) -> Iterator[str]:
    """The points that an EPUB does not hold."""
    epub = Epub(data)
    yield from (point for point, holds in POINTS.items() if not holds(epub))
