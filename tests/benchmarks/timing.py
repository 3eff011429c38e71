"""Times measured in turns, so that a busy moment of the machine falls on all rows alike."""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

Prepare = Callable[[Path], Callable[[], object]]
"""From an article to what is to be timed; the call itself is not timed."""


class Row(msgspec.Struct, frozen=True):
    """Something to measure; `beside` names the rows of the same table that it is compared with."""

    name: str
    prepare: Prepare
    beside: tuple[str, ...] = ()


class Sample(msgspec.Struct, frozen=True):
    """Durations in milliseconds, in the order in which they were measured."""

    times: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.times)

    @property
    def quartiles(self) -> tuple[float, float]:
        """The lower and the upper one: half of all times lie between them."""
        lower, _, upper = statistics.quantiles(self.times, n=4, method="inclusive")
        return lower, upper

    def ratio(self, peer: "Sample") -> float:
        """The median of the ratios to `peer`, turn by turn."""
        return statistics.median(a / b for a, b in zip(self.times, peer.times, strict=True))


def measure(
    rows: Sequence[Row], articles: Iterator[Path], *, turns: int, warm_up: int
) -> dict[str, Sample]:
    """The sample of each row by its name, from `turns` rounds after `warm_up` ones."""
    times: dict[str, list[float]] = {row.name: [] for row in rows}
    for turn in range(-warm_up, turns):
        for row in rows:
            call = row.prepare(next(articles))
            elapsed = milliseconds(call)
            if turn >= 0:
                times[row.name].append(elapsed)
    return {name: Sample(tuple(measured)) for name, measured in times.items()}


def milliseconds(call: Callable[[], object]) -> float:
    """How long `call` takes."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000
