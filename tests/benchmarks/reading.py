"""How fast sources are read: seed-sized articles a second, and large texts by their size.

`python -m tests.benchmarks.reading` prints two tables. The peer of each reader is a parser that a
user might call instead, on the same text in the same turns.
"""

import gc
import sys
import textwrap
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import msgspec
from markdown_it import MarkdownIt

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.sources import read
from tests.benchmarks.timing import Sample, milliseconds

ROOT = Path(__file__).parents[2]
SIZES = (1, 2, 4, 8)
"""Megabytes of the large texts."""

_BATCH = 50
"""Articles that are timed together: one alone is too short a time."""


class Reader(msgspec.Struct, frozen=True):
    """What is measured on a text."""

    name: str
    call: Callable[[str], object]


def readers() -> tuple[Reader, ...]:
    """Ours, and the peers."""
    markdown_it = MarkdownIt("commonmark")
    return (
        Reader("plain text, language given", _ours("a.txt", Metadata(language="en"))),
        Reader("plain text, language found", _ours("a.txt", Metadata())),
        Reader("Markdown", _ours("a.md", Metadata(language="en"))),
        Reader("markdown-it-py, parse alone", markdown_it.parse),
        Reader("markdown-it-py, to HTML", markdown_it.render),
    )


def _ours(name: str, given: Metadata) -> Callable[[str], object]:
    return lambda text: read(Source(name, text.encode()), given)


def articles_a_second(text: str, *, turns: int) -> Iterator[tuple[str, float, float]]:
    """Of each reader its articles a second, and how many times as long the last one takes."""
    chosen = readers()
    samples: dict[str, list[float]] = {reader.name: [] for reader in chosen}
    for turn in range(-2, turns):
        for reader in chosen:
            took = milliseconds(partial(_batch, reader.call, text))
            if turn >= 0:
                samples[reader.name].append(took)
    peer = Sample(tuple(samples[chosen[-1].name]))
    for name, times in samples.items():
        sample = Sample(tuple(times))
        yield name, 1000 * _BATCH / sample.median, sample.ratio(peer)


def _batch(call: Callable[[str], object], text: str) -> None:
    for _ in range(_BATCH):
        call(text)


def large_texts(text: str) -> Iterator[tuple[int, dict[str, float]]]:
    """Seconds of each reader by the megabytes of a text: the article over and over."""
    for size in SIZES:
        copies = size * 1_000_000 // len(text.encode()) + 1
        lines = (text + "\n") * copies
        wrapped = "\n\n".join(textwrap.fill(line, 72) for line in lines.splitlines() if line)
        took = {}
        for name, file, source in (
            ("a line a paragraph", "a.txt", lines),
            ("wrapped at 72", "a.txt", wrapped),
            ("Markdown", "a.md", wrapped),
        ):
            gc.collect()
            call = _ours(file, Metadata(language="en"))
            took[name] = milliseconds(partial(call, source)) / 1000
        yield size, took


def main() -> None:
    """Measures, and prints both tables as Markdown."""
    text = (ROOT / "content" / "harbour-press.txt").read_text(encoding="utf-8")
    rows = [
        "| reader | articles a second | time beside markdown-it-py, to HTML |",
        "|---|---:|---:|",
    ]
    rows += [
        f"| {name} | {rate:,.0f} | {ratio:.2f} × |"
        for name, rate, ratio in articles_a_second(text, turns=20)
    ]
    tables = dict(large_texts(text))
    names = list(tables[SIZES[0]])
    rows += ["", f"| size | {' | '.join(names)} |", f"|---|{'---:|' * len(names)}"]
    rows += [
        f"| {size} MB | " + " | ".join(f"{took[name]:.1f} s" for name in names) + " |"
        for size, took in tables.items()
    ]
    sys.stdout.write("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
