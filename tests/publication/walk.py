"""Walks every reference of an EPUB and of a PDF, and says which do not lead where they should."""

import io
import posixpath
import re
import urllib.parse
import zipfile
from collections.abc import Iterator

import pikepdf
import pypdfium2
from lxml import etree

from publisher.document.nodes import Heading
from publisher.document.text import plain, runs
from publisher.publication import Entry, Part, Publication
from publisher.publication.anchors import nodes

XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"


def words_of_anchors(publication: Publication) -> dict[str, str]:
    """With which words the element of each id begins, as a page shows them."""
    words: dict[str, str] = {}
    for part in publication.parts:
        title = plain((*part.label, *part.document.meta.title))
        words |= {part.name: "" if part.quiet else title, part.anchor: "" if part.quiet else title}
        for node in nodes((part.document.blocks, part.notes)):
            if node.id:
                caption = getattr(node, "caption", None) or getattr(node, "children", None)
                words[node.id] = plain(caption) if caption else _first(node)
        for note in part.notes:
            words[note.id] = _first(note)
    return words


def _first(node: object) -> str:
    return next((plain(run) for run in runs(node) if plain(run).strip()), "")  # type: ignore[arg-type]


# --- EPUB ---------------------------------------------------------------------------------


def amiss_in_epub(data: bytes, publication: Publication) -> list[str]:
    """Each reference that leads nowhere, each note without its way back, each wrong entry."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        pages = {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith(".xhtml")
        }
    targets = {
        name: {node.get("id"): node for node in page.iter() if node.get("id")}
        for name, page in pages.items()
    }
    words = words_of_anchors(publication)
    return [
        problem
        for name, page in pages.items()
        for link in page.iter(f"{XHTML}a")
        for problem in _epub_link(name, link, targets, words)
    ]


def _epub_link(
    name: str,
    link: etree._Element,
    targets: dict[str, dict[str | None, etree._Element]],
    words: dict[str, str],
) -> Iterator[str]:
    href = link.get("href") or ""
    if urllib.parse.urlsplit(href).scheme:
        return
    path, _, anchor = href.partition("#")
    file = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
    if file not in targets or (anchor and anchor not in targets[file]):
        yield f"{name}: {href} leads nowhere"
        return
    if not anchor:
        return
    target = targets[file][anchor]
    kind = link.get(f"{OPS}type")
    if kind == "noteref" and not any(
        (back.get("href") or "").endswith(f"#{link.get('id')}")
        for back in target.iter(f"{XHTML}a")
        if back.get("role") == "doc-backlink"
    ):
        yield f"{name}: the note {href} does not lead back"
    if name.endswith("nav.xhtml"):
        shown = _squeezed(_text(target) + (target.get("aria-label") or ""))
        if _squeezed(_text(link)) not in shown and words.get(anchor):
            yield f"{name}: {href} has not the words {_text(link)!r}"


def _text(node: etree._Element) -> str:
    return "".join(map(str, node.itertext()))


def _squeezed(text: str) -> str:
    return re.sub(r"\s|\u00ad", "", text)


# --- PDF ----------------------------------------------------------------------------------


def amiss_in_pdf(data: bytes, publication: Publication) -> list[str]:
    """Each reference and each bookmark whose page has not the words that it leads to."""
    words = words_of_anchors(publication)
    with pikepdf.open(io.BytesIO(data)) as pdf, pypdfium2.PdfDocument(data) as drawn:
        texts = [_letters(page.get_textpage().get_text_bounded()) for page in drawn]
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        names = dict(_named(pdf))
        problems = []
        for number, page in enumerate(pdf.pages):
            for annotation in page.obj.get("/Annots", []):
                action = annotation.get("/A", pikepdf.Dictionary())
                name = str(annotation.get("/Dest", action.get("/D", "")))
                if not name:
                    continue
                if name not in names:
                    problems.append(f"page {number + 1}: {name} leads nowhere")
                elif not _begins(words.get(name, ""), texts, pages[names[name][0].objgen]):
                    problems.append(f"page {number + 1}: {name} has not {words.get(name)!r}")
        with pdf.open_outline() as outline:
            quiet = {plain(part.document.meta.title) for part in publication.parts if part.quiet}
            problems += _bookmarks(outline.root, texts, pages, quiet)
    return problems


def _named(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Array]]:
    tree = pikepdf.NameTree(pdf.Root.Names.Dests)
    for name, value in tree.items():
        found = value.D if isinstance(value, pikepdf.Dictionary) else value
        assert isinstance(found, pikepdf.Array)
        yield str(name), found


def _bookmarks(
    items: object,
    texts: list[str],
    pages: dict[tuple[int, int], int],
    quiet: set[str],
) -> Iterator[str]:
    for item in items:  # type: ignore[attr-defined]
        destination = item.destination
        page = pages[destination[0].objgen]
        if item.title not in quiet and not _begins(item.title, texts, page):
            yield f"the bookmark {item.title!r} leads to page {page + 1}, which has not its words"
        yield from _bookmarks(item.children, texts, pages, quiet)


def _begins(words: str, texts: list[str], page: int) -> bool:
    """Whether a page has the first words of an element; it may go on on the next."""
    wanted = _letters(words)[:24]
    return wanted in texts[page] + (texts[page + 1] if page + 1 < len(texts) else "")


def _letters(text: str) -> str:
    """Letters and digits alone: lines are divided, capitals are set for small ones."""
    return re.sub(r"[\W_]", "", text).casefold()


def bookmarks(data: bytes) -> list[tuple[str, list[object]]]:
    """The outline of a PDF as titles in each other."""

    def tree(items: object) -> list[tuple[str, list[object]]]:
        return [(item.title, list(tree(item.children))) for item in items]  # type: ignore[attr-defined]

    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        return tree(outline.root)


def entries(contents: tuple[Entry, ...]) -> list[tuple[str, list[object]]]:
    """The contents as titles in each other."""
    return [(_title(entry), list(entries(entry.children))) for entry in contents]


def _title(entry: Entry) -> str:
    return " ".join(filter(None, (plain(entry.label), plain(entry.title))))


def headings(part: Part) -> list[str]:
    """The words of the headings in a part."""
    return [plain(block.children) for block in part.document.blocks if isinstance(block, Heading)]
