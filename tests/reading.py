"""What a reader gets out of a finished file: the text of an EPUB, the text of a PDF."""

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

_XHTML = "{http://www.w3.org/1999/xhtml}"
_STRING = re.compile(r'^ *"(.*)"$')
_PACKAGES = {"pdfinfo": "poppler-utils", "gs": "ghostscript"}
_BLOCK = re.compile(r"^ *(P|H[1-6]?) \(block\)$")


def epub_text(epub: Path, document: str = "EPUB/text/article.xhtml") -> list[str]:
    """The text of each heading and paragraph of a content document, in reading order."""
    with zipfile.ZipFile(epub) as archive:
        root = etree.fromstring(archive.read(document))
    tags = {f"{_XHTML}{name}" for name in ("h1", "h2", "h3", "p")}
    return ["".join(map(str, node.itertext())) for node in root.iter() if node.tag in tags]


def pdf_lines(pdf: Path) -> list[list[str]]:
    """The lines of each tagged heading and paragraph, by the structure tree, in reading order."""
    tree = subprocess.run(
        ["pdfinfo", "-struct-text", pdf], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    blocks: list[list[str]] = []
    for row in tree.splitlines():
        if _BLOCK.match(row):
            blocks.append([])
        elif found := _STRING.match(row):
            blocks[-1].append(found[1])
    return blocks


def differences(blocks: list[list[str]], texts: list[str]) -> list[str]:
    """Where the blocks of a page and some texts part: nothing, if each character is there.

    Between two lines stands a space of the text, or nothing after a hyphen; a hyphen at a line's
    end may be the page's own. A no-break space is drawn, and extracted, as a space. A paragraph
    that runs over a page is tagged as two blocks.
    """
    found = []
    following = iter(blocks)
    for text in texts:
        rest = text.replace("\u00a0", " ")
        while rest:
            lines = next(following, ["nothing more"])
            rest, wrong = _read(lines, rest)
            if wrong:
                found.append(f"page: {wrong!r}, text: {rest[: len(wrong)]!r}")
                break
    return [*found, *(f"page: {lines!r}" for lines in following)]


def _read(lines: list[str], text: str) -> tuple[str, str]:
    """What is left of `text` after `lines`, and the first of them that is not in it."""
    for line in lines:
        text = text if line.startswith(" ") else text.removeprefix(" ")
        if text.startswith(line):
            text = text[len(line) :]
        elif line.endswith("-") and text.startswith(line[:-1]):
            text = text[len(line) - 1 :]
        else:
            return text, line
    return text.removeprefix(" "), ""


def program(name: str) -> pytest.MarkDecorator:
    """Skips a test where the program is not there, and says what would run it."""
    package = _PACKAGES.get(name, name)
    return pytest.mark.skipif(
        shutil.which(name) is None, reason=f"{name} is not there (apt install {package})"
    )
