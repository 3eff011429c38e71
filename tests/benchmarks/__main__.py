"""The command: measures everything in one run, prints the tables, or JSON with --json."""

import argparse
import importlib.util
import itertools
import sys
import tempfile
from pathlib import Path

from publisher.checks import epubcheck
from tests.benchmarks.article import written_variants
from tests.benchmarks.cold import COLD
from tests.benchmarks.machine import describe_machine
from tests.benchmarks.share import measure_share
from tests.benchmarks.tables import Results, as_json, as_markdown
from tests.benchmarks.timing import measure
from tests.benchmarks.warm import WARM

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Measures as the options say."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    sample = ROOT / "content" / "harbour-press.txt"
    parser.add_argument("--source", type=Path, default=sample, help="an article as plain text")
    parser.add_argument("--cold", type=int, default=15, metavar="N", help="turns of commands")
    parser.add_argument("--warm", type=int, default=40, metavar="N", help="turns in one process")
    parser.add_argument("--json", action="store_true", help="every time, not the tables")
    options = parser.parse_args()
    missing = [name for name in ("pypandoc", "typst") if not importlib.util.find_spec(name)]
    if missing or not epubcheck.available():
        sys.exit("set up the peers first: uv sync --all-extras --group bench")
    results = run(options.source, cold=options.cold, warm=options.warm)
    sys.stdout.write(as_json(results) if options.json else as_markdown(results))


def run(source: Path, *, cold: int, warm: int) -> Results:
    """Everything, measured on variants of the article at `source`."""
    machine = describe_machine()
    warm_up = max(10, warm // 2)
    with tempfile.TemporaryDirectory(prefix="publisher-benchmarks-") as folder:
        articles = written_variants(source, Path(folder))
        same = itertools.repeat(next(articles))
        return Results(
            machine=machine,
            source=source.name,
            cold=measure(COLD, articles, turns=cold, warm_up=1),
            warm=measure(WARM, articles, turns=warm, warm_up=warm_up),
            share_new=measure_share(articles, turns=warm, warm_up=warm_up),
            share_same=measure_share(same, turns=warm, warm_up=warm_up),
        )


if __name__ == "__main__":
    main()
