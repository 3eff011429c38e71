"""What the tests of the index share: marks from Markdown, and an index as lines."""

from collections.abc import Iterator

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.document.nodes import IndexMark
from publisher.document.text import leaves, runs
from publisher.index import Entry, Index, MadeIndex, Mark, make_index
from publisher.sources import read

HEAD = "---\ntitle: T\n---\n"


def marks(text: str, part: str = "one") -> list[Mark]:
    """The marks of a Markdown text, with "m1", "m2"… as their anchors."""
    document = read(Source("a.md", (HEAD + text).encode()), Metadata(language="en")).document
    nodes = [leaf for run in runs(document) for leaf in leaves(run) if isinstance(leaf, IndexMark)]
    return [Mark(node, f"m{number}", part) for number, node in enumerate(nodes, start=1)]


def index_of(text: str, language: str = "en") -> MadeIndex:
    return make_index(marks(text), language)


def codes(made: MadeIndex) -> list[tuple[str, int, int]]:
    """The code, line and column of each finding; lines count from the text's first."""
    assert all(found.help for found in made.diagnostics)
    head = HEAD.count("\n")
    return [
        (found.code, found.span.line - head, found.span.column)
        for found in made.diagnostics
        if found.span
    ]


def lines(index: Index) -> str:
    """The index as it would be printed, with anchors for pages."""
    rows = []
    for group in index.groups:
        rows.append(f"[{group.letter}]")
        rows += [row for entry in group.entries for row in _rows(entry, 1)]
    return "\n".join(rows) + "\n"


def entries(index: Index) -> Iterator[Entry]:
    """All entries in their order."""
    waiting = [entry for group in reversed(index.groups) for entry in reversed(group.entries)]
    while waiting:
        entry = waiting.pop()
        yield entry
        waiting += reversed(entry.children)


def _rows(entry: Entry, depth: int) -> Iterator[str]:
    places = []
    for each in entry.locators:
        end = f"–{each.end_anchor}" if each.end_anchor else ""
        star = "*" if each.main else ""
        places.append(f"{each.anchor}{end}{star}")
    for name, references in (("see", entry.see), ("see also", entry.see_also)):
        places += [f"{name} {' > '.join(one.terms)} ({one.number})" for one in references]
    yield "  " * depth + ", ".join((f"{entry.number} {entry.words}", *places))
    for child in entry.children:
        yield from _rows(child, depth + 1)
