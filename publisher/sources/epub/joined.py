"""The chapters of a book as one tree: ids unique, links between files resolved, levels fitted."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

import msgspec

from publisher.diagnostics import Diagnostic, diagnose
from publisher.sources.epub.chapters import Chapter
from publisher.sources.epub.container import resolve
from publisher.sources.epub.navigation import Entry
from publisher.sources.epub.own import own_part
from publisher.sources.html.anchors import anchor_of, unique
from publisher.sources.html.notes import kinds
from publisher.sources.html.tree import Characters, Element, Removal, Tree
from publisher.span import Span

STEP = 1 << 32
"""What the places of one chapter are apart from those of the next."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HEADINGS = tuple(f"h{level}" for level in range(1, 7))


class Joined(msgspec.Struct, frozen=True):
    """One tree with a section for each chapter, and the paths of pictures that it shows."""

    tree: Tree
    pictures: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


class Joint(msgspec.Struct, frozen=True):
    """What chapters are joined with: their file names in spans, and what else there is.

    `others` are the paths of all files of the book; `language` and `direction` are the book's.
    """

    file: Mapping[str, str]
    others: frozenset[str]
    language: str
    direction: str


def join(chapters: Sequence[Chapter], entries: Sequence[Entry], joint: Joint) -> Joined:
    """The chapters, in order, as one tree whose places are `STEP` apart."""
    ids = _names(chapters)
    starts = {chapter.path: number for number, chapter in enumerate(chapters)}
    root = Element("#root", {}, 0)
    joined = _Joining(ids, starts, joint)
    led_to = frozenset(_led_to(chapters))
    removed: list[Removal] = []
    for number, chapter in enumerate(chapters):
        section = chapter.tree.root
        section.name, section.parent = "section", root
        root.children.append(section)
        joined.rewrite(chapter, section)
        _leave_out_pages(section, led_to)
        if own_part(section) is None:
            fit_levels(chapter, section, entries)
        for key, own, whole in (
            ("lang", chapter.language, joint.language),
            ("dir", chapter.direction, joint.direction),
        ):
            if own and own.lower() != whole.lower():
                section.attributes[key] = own
        _shift(section, number * STEP)
        removed += [
            msgspec.structs.replace(one, start=one.start + number * STEP)
            for one in chapter.tree.removed
            if chapter.role != "cover"  # a drawing that each output makes itself
        ]
    joined.mark_starts(chapters)
    root.holds_blocks = True
    tree = Tree(root, tuple(removed))
    return Joined(tree, tuple(dict.fromkeys(joined.pictures)), tuple(joined.diagnostics))


def _names(chapters: Sequence[Chapter]) -> dict[tuple[str, str], str]:
    """From a chapter's path and an id in it to the id that it has in the whole book."""
    names: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for chapter in chapters:
        for element in chapter.tree.root.walk():
            for written in _ids(element):
                key = chapter.path, written
                if key in names:
                    continue
                name = anchor_of(written)
                if name in taken:
                    name = unique(f"{anchor_of(PurePosixPath(chapter.path).stem)}-{name}", taken)
                taken.add(name)
                names[key] = name
    return names


def _ids(element: Element) -> Iterator[str]:
    if element.get("id"):
        yield element.get("id")
    elif element.name == "a" and element.get("name"):
        yield element.get("name")


class _Joining:
    def __init__(
        self, ids: dict[tuple[str, str], str], chapters: dict[str, int], joint: Joint
    ) -> None:
        self._ids = ids
        self._chapters = chapters
        self._joint = joint
        self._begun: dict[str, str] = {}
        self.pictures: list[str] = []
        self.diagnostics: list[Diagnostic] = []

    def rewrite(self, chapter: Chapter, section: Element) -> None:
        """Gives ids, links and pictures of a chapter the names that they have in the book."""
        for element in list(section.walk()):
            for written in list(_ids(element)):
                element.attributes["id"] = self._ids[chapter.path, written]
                element.attributes.pop("name", None)
            if element.name == "a" and "href" in element.attributes:
                self._link(chapter, element)
            elif element.name == "img":
                self._picture(chapter, element)

    def _place(self, chapter: Chapter, element: Element) -> Span:
        at = element.start
        line = max(1, at if chapter.by_line else chapter.text.count("\n", 0, at) + 1)
        return Span(self._joint.file[chapter.path], line, 1, line, 1)

    def _link(self, chapter: Chapter, element: Element) -> None:
        href = element.get("href")
        if _SCHEME.match(href):
            return
        path, fragment = resolve(chapter.path, href), href.partition("#")[2]
        target = self._target(path, fragment) if path else None
        if target:
            element.attributes["href"] = f"#{target}"
            return
        del element.attributes["href"]
        if path is None or path not in self._joint.others or path in self._chapters:
            place = self._place(chapter, element)
            self.diagnostics.append(diagnose("EBK008", place, target=href))

    def _target(self, path: str, fragment: str) -> str | None:
        if fragment:
            return self._ids.get((path, fragment)) if path in self._chapters else None
        if path not in self._chapters:
            return None
        if path not in self._begun:
            stem = anchor_of(PurePosixPath(path).stem)
            self._begun[path] = unique(stem, set(self._ids.values()) | set(self._begun.values()))
        return self._begun[path]

    def mark_starts(self, chapters: Sequence[Chapter]) -> None:
        """Gives an id to each chapter that a link leads to as a whole."""
        for chapter in chapters:
            if name := self._begun.get(chapter.path):
                start = Element("a", {"id": name}, chapter.tree.root.start)
                start.parent = chapter.tree.root
                chapter.tree.root.children.insert(0, start)

    def _picture(self, chapter: Chapter, element: Element) -> None:
        src = element.get("src")
        if _SCHEME.match(src):
            return
        path = resolve(chapter.path, src) if src else None
        if path is None or path not in self._joint.others:
            place = self._place(chapter, element)
            facts = {"target": src or "without a name", "alt": element.get("alt") or "none"}
            self.diagnostics.append(diagnose("EBK009", place, **facts))
            if element.parent:
                element.parent.children.remove(element)
            return
        for other in ("srcset", "data-src", "data-srcset", "data-original", "data-lazy-src"):
            element.attributes.pop(other, None)
        element.attributes["src"] = path
        self.pictures.append(path)


_PAGES = frozenset(("pagebreak", "doc-pagebreak"))


def _led_to(chapters: Sequence[Chapter]) -> Iterator[str]:
    """The fragments that links in the text name."""
    for chapter in chapters:
        for element in chapter.tree.root.walk():
            if element.name == "a":
                yield element.get("href").partition("#")[2]


def _leave_out_pages(section: Element, led_to: frozenset[str]) -> None:
    """Takes out what marks where pages of another edition begin (EPUB 3.3, 7.4.4).

    One that a link of the text leads to stays as an anchor without words.
    """
    for element in list(section.walk()):
        around = element.parent
        if around is None or not kinds(element) & _PAGES:
            continue
        if element.get("id") in led_to:
            element.name, element.children = "a", []
            element.attributes = {"id": element.get("id")}
            continue
        around.children.remove(element)


def fit_levels(chapter: Chapter, section: Element, entries: Sequence[Entry]) -> None:
    """Makes the highest heading of a chapter as high as the contents put the chapter.

    A chapter of the contents without any heading gets the one that they give it.
    """
    entry = next((one for one in entries if one.path == chapter.path), None)
    headings = [one for one in section.walk() if one.name in _HEADINGS and one.text().strip()]
    depth = entry.depth if entry else 1
    if not headings:
        if entry and entry.title and section.text().strip():
            made = Element(f"h{min(depth, 6)}", {}, section.start)
            made.children.append(Characters(entry.title, section.start, section.start))
            made.parent = section
            section.children.insert(0, made)
        return
    shift = min(_HEADINGS.index(one.name) + 1 for one in headings) - depth
    for one in headings:
        level = _HEADINGS.index(one.name) + 1 - shift
        one.name = _HEADINGS[min(max(level, 1), 6) - 1]


def _shift(section: Element, by: int) -> None:
    """Moves the places of everything in a chapter."""
    for element in section.walk():
        element.start += by
        element.end += by
    for characters in section.characters():
        characters.start += by
        characters.end += by
