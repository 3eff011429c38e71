"""How long citations take: 500 of 300 works, by style.

`python -m tests.benchmarks.citing` prints a table.
"""

import sys
from statistics import median
from time import process_time

from publisher.bibliography import Date, Name, Reference, find_style
from publisher.bibliography.formatting import format_citations
from publisher.document.nodes import Cite, CiteItem

STYLES = ("ieee", "apa", "chicago-author-date", "chicago-notes-bibliography")
WORKS = 300
CITATIONS = 500
TURNS = 3

_TYPES = ("book", "article-journal", "chapter", "webpage", "thesis", "report")


def work(number: int) -> Reference:
    """A made-up work with the usual fields."""
    authors = tuple(
        Name(family=f"Family{(number * 7 + at) % 200}", given="Given Name")
        for at in range(1 + number % 4)
    )
    fields = {
        "title": f"The work of number {number}: and what it is about",
        "container-title": "Journal of made-up works",
        "publisher": "Harbour Press",
        "publisher-place": "Bergen",
        "volume": str(number),
        "issue": "2",
        "page": "12-34",
        "DOI": f"10.5555/work.{number}",
    }
    return Reference(
        key=f"work{number}",
        type=_TYPES[number % len(_TYPES)],
        fields=fields,
        names={"author": authors},
        dates={"issued": Date((1990 + number % 30, 5, 1))},
    )


def seconds(style: str, works: int = WORKS, citations: int = CITATIONS) -> float:
    """The processor time that setting the citations and the bibliography takes."""
    references = {each.key: each for each in map(work, range(works))}
    keys = [f"work{number % works}" for number in range(citations)]
    items = [CiteItem(key, locator=f"p. {at}") for at, key in enumerate(keys)]
    cites = [Cite(keys=(item.key,), items=(item,)) for item in items]
    found = find_style(style)
    start = process_time()
    format_citations(references, found, "en", cites)
    return process_time() - start


def main() -> None:
    """Prints the table."""
    rows = ["| style | time |", "|---|---:|"]
    for style in STYLES:
        rows.append(f"| `{style}` | {median(seconds(style) for _ in range(TURNS)):.1f} s |")
    sys.stdout.write("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
