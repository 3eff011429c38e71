"""The results as Markdown tables, and as JSON."""

from collections.abc import Iterator, Sequence

import msgspec

from tests.benchmarks.cold import COLD
from tests.benchmarks.share import NAMES
from tests.benchmarks.timing import Row, Sample
from tests.benchmarks.warm import WARM


class Results(msgspec.Struct, frozen=True):
    """One run: the machine, and the sample of each row by its name, table by table."""

    machine: dict[str, str]
    source: str
    cold: dict[str, Sample]
    warm: dict[str, Sample]
    share_new: dict[str, Sample]
    share_same: dict[str, Sample]


def row_names() -> list[str]:
    """The first cells of all rows of the tables, in their order."""
    return [*(row.name for row in (*COLD, *WARM)), *NAMES]


def as_json(results: Results) -> str:
    """Every single time, in milliseconds."""
    return msgspec.json.format(msgspec.json.encode(results), indent=2).decode() + "\n"


def as_markdown(results: Results) -> str:
    """The machine in one paragraph, then a table each for cold, warm and our own share."""
    facts = "; ".join(f"{name} {value}" for name, value in results.machine.items())
    parts = (
        [f"`{results.source}`. {facts}."],
        _compared("Cold", COLD, results.cold),
        _compared("Warm, another article each time", WARM, results.warm),
        _share(results.share_new, results.share_same),
    )
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _compared(title: str, rows: Sequence[Row], samples: dict[str, Sample]) -> Iterator[str]:
    yield f"| {title} ({_turns(samples)} turns) | median, ms | quartiles | beside |"
    yield "| --- | ---: | ---: | --- |"
    for row in rows:
        sample = samples[row.name]
        beside = "; ".join(f"{sample.ratio(samples[peer]):.2f} × {peer}" for peer in row.beside)
        yield f"| {row.name} | {_cells(sample)} | {beside} |"


def _share(new: dict[str, Sample], same: dict[str, Sample]) -> Iterator[str]:
    yield (
        f"| One warm checked build ({_turns(new)} turns) | another article: median, ms | quartiles "
        "| the same again: median, ms | quartiles |"
    )
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name in NAMES:
        yield f"| {name} | {_cells(new[name])} | {_cells(same[name])} |"


def _turns(samples: dict[str, Sample]) -> int:
    return len(next(iter(samples.values())).times)


def _cells(sample: Sample) -> str:
    lower, upper = sample.quartiles
    return f"{sample.median:.1f} | {lower:.1f}–{upper:.1f}"
