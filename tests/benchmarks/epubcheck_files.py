"""`publisher check` on test files of EPUBCheck and on samples, beside EPUBCheck's own verdict.

`python -m tests.benchmarks.epubcheck_files FOLDER...`: each EPUB below the folders, and each
unpacked one, which is packed into a temporary folder first. The data is not part of the project:
https://github.com/w3c/epubcheck (src/test/resources), https://github.com/IDPF/epub3-samples.
"""

import argparse
import statistics
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from publisher.checks import epubcheck
from publisher.checks.epub.check import check_epub
from publisher.diagnostics import worst

_PATIENCE = 600.0
"""Seconds for EPUBCheck itself on a file."""
_ALONE = (".opf", ".xhtml", ".svg", ".smil", ".css", ".ncx")


class Result(NamedTuple):
    """What was said of one file: the worst of publisher, its codes, the worst of EPUBCheck."""

    name: str
    ours: str
    codes: tuple[str, ...]
    theirs: str
    seconds: float

    @property
    def agrees(self) -> bool:
        """Whether both refuse the file, or neither does."""
        return (self.ours == "error") == (self.theirs == "error")


def epubs(folder: Path, packed: Path) -> Iterator[tuple[str, Path]]:
    """The name and file of each EPUB below `folder`; what is unpacked there goes into `packed`."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() == ".epub" and path.is_file():
            yield path.relative_to(folder).as_posix(), path
        elif path.is_dir() and path.name != "META-INF" and _unpacked(path):
            name = path.relative_to(folder).as_posix()
            file = packed / f"{name.replace('/', '--')}.epub"
            _pack(path, file)
            yield name, file


def alone(folder: Path) -> int:
    """How many files below `folder` are tests by themselves, in no EPUB."""
    files = (path for path in folder.rglob("*") if path.suffix in _ALONE)
    return sum(
        not any(_unpacked(above) for above in path.parents if above.is_relative_to(folder))
        for path in files
    )


def run(name: str, path: Path) -> Result:
    """Checks one file both ways; a crash is named as such."""
    start = time.perf_counter()
    try:
        found = check_epub(path)
        ours, codes = str(worst(found) or "nothing"), tuple(sorted({each.code for each in found}))
    except Exception:
        traceback.print_exc()
        ours, codes = "crash", ()
    seconds = time.perf_counter() - start
    try:
        levels = {message.severity for message in epubcheck.validate(path, timeout=_PATIENCE)}
        theirs = (
            "error"
            if levels & {"error", "fatal"}
            else "warning"
            if "warning" in levels
            else "nothing"
        )
    except epubcheck.EpubcheckFailed:
        theirs = "no verdict"
    return Result(name, ours, codes, theirs, seconds)


def _unpacked(folder: Path) -> bool:
    return (folder / "mimetype").is_file() or (folder / "META-INF" / "container.xml").is_file()


def _pack(folder: Path, file: Path) -> None:
    """The folder as EPUBCheck packs one: its mimetype first, stored."""
    names = sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )
    with zipfile.ZipFile(file, "w", strict_timestamps=False) as archive:
        for name in sorted(names, key=lambda name: name != "mimetype"):
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.write(folder / name, name, kind)


def report(results: list[Result], skipped: int) -> Iterator[str]:
    """The figures, then each file of which the two say different things."""
    times = [result.seconds for result in results]
    agreed = sum(result.agrees for result in results)
    yield f"files: {len(results)}; single documents left out: {skipped}"
    yield f"agrees with EPUBCheck: {agreed} of {len(results)}"
    yield f"crashes: {sum(result.ours == 'crash' for result in results)}"
    yield f"no verdict: {sum('EPB005' in result.codes for result in results)}"
    yield f"time: {sum(times):.0f} s, median {statistics.median(times) * 1000:.0f} ms, "
    yield f"longest {max(times):.1f} s"
    pairs = Counter((result.ours, result.theirs) for result in results)
    for (ours, theirs), count in sorted(pairs.items()):
        yield f"  publisher {ours}, EPUBCheck {theirs}: {count}"
    for result in results:
        if not result.agrees:
            yield f"{result.name}: publisher {result.ours} {' '.join(result.codes)}; "
            yield f"    EPUBCheck {result.theirs}"


def main() -> None:
    """Checks the files below the folders that are given."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    results, skipped = [], 0
    for folder in parser.parse_args().folders:
        before = sorted(folder.rglob("*"))
        with tempfile.TemporaryDirectory() as packed:
            results += [run(name, path) for name, path in epubs(folder, Path(packed))]
        skipped += alone(folder)
        assert sorted(folder.rglob("*")) == before, "a check wrote into the folder"
    sys.stdout.write("\n".join(report(results, skipped)) + "\n")


if __name__ == "__main__":
    main()
