"""Measures EPUBs in Chromium: `python -m tests.screens FILE.epub… [--pictures FOLDER]`.

Every page in every mode; with --pictures, a PNG of each at 360 and 1200 px, by day and by night.
Exits with 1 where something is amiss.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.screens.chromium import Chromium, find_chromium
from tests.screens.pages import Mode, faults, show, unpack

_PICTURED = tuple(
    Mode(width, colours, 100) for width in (360, 1200) for colours in ("light", "night")
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.screens")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.epub")
    parser.add_argument("--pictures", type=Path, metavar="FOLDER")
    options = parser.parse_args()
    program = find_chromium()
    if program is None:
        parser.error("Chromium is not installed")
    count = 0
    with Chromium(program) as browser:
        for file in options.files:
            with tempfile.TemporaryDirectory() as folder:
                pages = unpack(file, Path(folder))
                for fault in faults(browser, pages):
                    count += 1
                    sys.stdout.write(f"{file.name}: {fault}\n")
                if options.pictures:
                    take_pictures(browser, pages, options.pictures / file.stem)
    sys.stdout.write(f"{count} faults\n")
    return 1 if count else 0


def take_pictures(browser: Chromium, pages: tuple[Path, ...], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for page in pages:
        browser.open(page)
        for mode in _PICTURED:
            show(browser, mode)
            name = f"{page.stem}.{mode.width}.{mode.colours}.png"
            (folder / name).write_bytes(browser.picture(whole=True))


if __name__ == "__main__":
    sys.exit(main())
