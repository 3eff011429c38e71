"""Pages with very many of one thing: time grows with them, not with their square."""

import json
import time

import pytest

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.sources import read
from publisher.sources.html.anchors import Taken

MANY = 12_000
SENTENCE = "A sentence of the article that is long enough to be one, and has more words. " * 8
ARTICLE = f"<article><h1>A title</h1><p>{SENTENCE}</p><p>{SENTENCE}</p></article>"
ITEMS: list[list[list[dict[str, str]]]] = [[[{}] * 100] * 100] * 60
PAGES = {
    "passages left out": f"<nav>{'<p>x y</p>' * MANY}</nav>{ARTICLE}",
    "data": f"<script type='application/ld+json'>{json.dumps(ITEMS)}</script>{ARTICLE}",
    "parts of a note": f"{ARTICLE}<p>a<a href='#n'>1</a></p>"
    f"<aside role='doc-footnote' id='n'>{'<b>x</b> ' * MANY}</aside>",
    "captions": f"{ARTICLE}<figure><img src=a.png alt=a>"
    f"{'<figcaption>x</figcaption>' * MANY}</figure>",
}
SECONDS = 15
"""Of the processor; each page takes one or two, and minutes where time grows with the square."""


@pytest.mark.parametrize("name", PAGES)
def test_many_of_one_thing(name: str) -> None:
    began = time.process_time()
    found = read(Source("page.html", f"<html lang=en><body>{PAGES[name]}".encode()), Metadata())
    assert found.document.blocks
    assert time.process_time() - began < SECONDS


def test_many_anchors_of_one_name_are_numbered() -> None:
    taken = Taken(["a", "a-3"])
    assert [taken.take("a") for _ in range(4)] == ["a-2", "a-4", "a-5", "a-6"]
    began = time.process_time()
    for _ in range(100_000):
        taken.take("b")
    assert time.process_time() - began < SECONDS
