"""The page on plain text: its example is read as it says."""

import re

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.sources import read
from tests.conftest import ROOT


def test_the_example_is_read_as_the_page_says() -> None:
    page = (ROOT / "docs" / "plain-text.md").read_text(encoding="utf-8")
    article = re.search(r"(?ms)^```text\n(.*?)^```", page)
    assert article
    said = re.findall(r"(?m)^\| ([\d–]+) \| ([\w-]+) \| `([\w-]+)` \|$", page)
    found = [
        (f"{line.first}–{line.last}" if line.last > line.first else f"{line.first}", *row)
        for line in read(Source("a.txt", article[1].encode()), Metadata()).lines
        if (row := (line.role, line.rule)) and line.role != "blank"
    ]
    assert said == found
