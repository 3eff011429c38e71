"""The citations of a work: its references and its style are found, its documents set by them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from publisher.assets import Source, inside, read_source
from publisher.bibliography import DEFAULT, find_style
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.document.document import Document
from publisher.document.nodes import Blocks, Cite, Inlines, InlineSpan, Paragraph, Text
from publisher.publication.anchors import nodes
from publisher.span import Span

Place = Callable[[str], Span]
"""From a value to where a configuration file has it."""

_LARGEST = 16_000_000
if TYPE_CHECKING:
    from publisher.bibliography.formatting import Bibliography

REFERENCE, LABEL = "reference", "reference-label"
"""The roles of an entry of a bibliography, and of what stands before it: "[1]"."""


class Sourced(msgspec.Struct, frozen=True):
    """Documents with their citations set, the entries of their bibliography, and findings.

    `inputs` are the files of references; `entries` are empty where nothing is cited.
    """

    documents: tuple[Document, ...]
    entries: Blocks = ()
    inputs: tuple[Source, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


class Wanted(msgspec.Struct, frozen=True):
    """What a work says of its citations: files relative to `folder`, and the name of a style."""

    files: tuple[str, ...]
    style: str | None
    folder: Path
    root: Path
    place: Place


def set_citations(documents: Sequence[Document], language: str, wanted: Wanted) -> Sourced:
    """`documents`, in reading order, with each citation set in `language`.

    Where no references are given, citations stay as they are written, which is told (BIB015).
    Raises PublisherError: PUB015 for a file that is not there, BIB001, BIB002, BIB009 and BIB010,
    as `read_references`, `find_style` and `cite_documents` do.
    """
    cites = [node for each in documents for node in nodes(each) if isinstance(node, Cite)]
    if not cites:
        return Sourced(tuple(documents))
    if not wanted.files:
        count = "a work" if len(cites) == 1 else f"works {len(cites)} times"
        return Sourced(
            tuple(documents), diagnostics=(diagnose("BIB015", cites[0].span, count=count),)
        )
    from publisher.bibliography.documents import cite_documents
    from publisher.bibliography.reading import read_references

    sources = tuple(_read(file, wanted) for file in wanted.files)
    library = read_references(*sources)
    style = wanted.style or DEFAULT
    try:
        found = find_style(style, wanted.root)
    except PublisherError as failure:
        placed = (_placed(each, wanted, style) for each in failure.diagnostics)
        raise PublisherError(*placed) from None
    cited = cite_documents(documents, library.references, found, language)
    return Sourced(
        cited.documents,
        _entries(cited.bibliography),
        sources,
        (*library.diagnostics, *cited.diagnostics),
    )


def _read(file: str, wanted: Wanted) -> Source:
    path = wanted.folder / file
    if not path.is_file() or not inside(path, wanted.root):
        raise PublisherError(diagnose("PUB015", wanted.place(file), source=file))
    return read_source(path, limit=_LARGEST)


def _placed(found: Diagnostic, wanted: Wanted, style: str) -> Diagnostic:
    return found if found.span else msgspec.structs.replace(found, span=wanted.place(style))


def _entries(bibliography: "Bibliography") -> Blocks:
    """The bibliography as paragraphs, each with the id that citations lead to."""
    return tuple(
        Paragraph(children=_labelled(entry.label, entry.children), id=entry.anchor, role=REFERENCE)
        for entry in bibliography.entries
    )


def _labelled(label: Inlines, children: Inlines) -> Inlines:
    if not label:
        return children
    return (InlineSpan(role=LABEL, children=label), Text(text=" "), *children)
