"""What a book costs by its chapters: time by stage, beside WeasyPrint's own, and memory.

`python -m tests.benchmarks.books` prints a table. Each book is built in a process of its own, its
PDF first, then its EPUB, without EPUBCheck. About three chapters make ten pages.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any
from unittest import mock

import msgspec

from publisher.backends.pdf import render as pdf
from publisher.backends.pdf.pages import Pages, set_pages
from publisher.build.build import Options, build_works
from publisher.build.works import find_works
from publisher.configuration.settings import Format

_FORMATS: tuple[Format, ...] = ("pdf", "epub")
CHAPTERS = (50, 100, 200, 400)
_WORDS = """press sheet ink letter line paper margin type case forme stone proof reader page river
window morning harbour light hand the a of and in to that was with for it as on by is at from"""
_PARAGRAPHS, _SENTENCES, _LENGTH = 14, 5, 14


class Cost(msgspec.Struct, frozen=True):
    """A book's pages, seconds by the clock, and its process' largest memory in MB."""

    chapters: int
    pages: int
    pdf: float
    weasyprint: float
    epub: float
    memory: int


def write_book(folder: Path, chapters: int) -> None:
    """A book of that many chapters with headings, notes and links, the same each time."""
    chance = random.Random(chapters)
    names = [f"{number:03}.md" for number in range(1, chapters + 1)]
    listed = ", ".join(f'"{name}"' for name in names)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "publication.toml").write_text(
        'title = "A Book of Measures"\nlanguage = "en"\n'
        f'parts = ["half-title", "title-page", "copyright-page", "contents", {listed}]\n',
        encoding="utf-8",
    )
    for number, name in enumerate(names, start=1):
        text = [f"# Chapter {number}"]
        for paragraph in range(_PARAGRAPHS):
            if paragraph == _PARAGRAPHS // 2:
                text.append("## The middle")
            text.append(" ".join(_sentence(chance) for _ in range(_SENTENCES)))
        text[1] += f"[^n] See [another]({chance.choice(names)}).\n\n[^n]: {_sentence(chance)}"
        (folder / name).write_text("\n\n".join(text) + "\n", encoding="utf-8")


def _sentence(chance: random.Random) -> str:
    words = chance.choices(_WORDS.split(), k=chance.randint(_LENGTH - 5, _LENGTH + 5))
    return " ".join(words).capitalize() + "."


def measured(chapters: int) -> Cost:
    """The cost of building a book in this process, which has built none before."""
    spent = [0.0]
    pages = [0]

    def timed(*arguments: Any, **options: Any) -> Pages:
        start = time.perf_counter()
        made = set_pages(*arguments, **options)
        assert made.data  # drawn
        spent[0] += time.perf_counter() - start
        pages[0] = max(made.starts.values()) + 1
        return made

    with (
        tempfile.TemporaryDirectory(prefix="publisher-benchmarks-") as place,
        mock.patch.object(pdf, "set_pages", timed),
    ):
        write_book(Path(place) / "book", chapters)
        spent_on = {kind: _built(Path(place) / "book", kind) for kind in _FORMATS}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Cost(chapters, pages[0], spent_on["pdf"], spent[0], spent_on["epub"], memory)


def _built(book: Path, kind: Format) -> float:
    """Seconds that one output of a book takes."""
    start = time.perf_counter()
    options = Options(out=book.with_name("out"), to=(kind,), check=False)
    (outcome,) = build_works(find_works([book]).works, options)
    assert outcome.outputs, outcome.diagnostics
    return time.perf_counter() - start


def main() -> None:
    """Prints the table; with a number, the cost of one book as JSON."""
    if len(sys.argv) > 1:
        sys.stdout.buffer.write(msgspec.json.encode(measured(int(sys.argv[1]))))
        return
    print("| chapters | pages | PDF | WeasyPrint | all else | ms a page | memory |")  # noqa: T201
    print("|---:|---:|---:|---:|---:|---:|---:|")  # noqa: T201
    for chapters in CHAPTERS:
        command = [sys.executable, "-m", "tests.benchmarks.books", str(chapters)]
        done = subprocess.run(command, check=True, capture_output=True)
        cost = msgspec.json.decode(done.stdout, type=Cost)
        own = 1 - cost.weasyprint / cost.pdf
        print(  # noqa: T201
            f"| {cost.chapters} | {cost.pages} | {cost.pdf:.1f} s | {cost.weasyprint:.1f} s "
            f"| {own:.1%} | {1000 * cost.pdf / cost.pages:.0f} | {cost.memory} MB |",
            flush=True,
        )


if __name__ == "__main__":
    main()
