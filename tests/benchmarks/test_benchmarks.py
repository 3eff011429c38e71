"""The suite's own arithmetic, its articles, and its page; nothing here looks at a clock."""

import re
from itertools import islice
from pathlib import Path

import pytest

from publisher.build.prepare import read_work
from publisher.build.works import find_works
from publisher.document.text import document_text
from tests.benchmarks.article import Article, read_article, variant, written_variants
from tests.benchmarks.cold import COLD
from tests.benchmarks.share import NAMES, Clock, with_sums
from tests.benchmarks.tables import Results, as_json, as_markdown, row_names
from tests.benchmarks.timing import Prepare, Row, Sample, measure
from tests.benchmarks.warm import WARM
from tests.conftest import ROOT

SOURCE = ROOT / "content" / "harbour-press.txt"
PAGE = ROOT / "docs" / "benchmarks.md"
ARTICLE = Article("Head", "Stand", ("1. One", "#two [*x*]", "Three"))


def names_in(markdown: str) -> list[str]:
    """The first cells of all tables in `markdown`, less their heads."""
    cells = re.findall(r"^\| (.*?) \|", markdown, re.MULTILINE)
    return [cell for cell in cells if cell != "---" and "turns)" not in cell]


def test_samples_are_summed_up_by_the_middle() -> None:
    sample, peer = Sample((4.0, 1.0, 3.0, 2.0, 100.0)), Sample((2.0, 1.0, 1.0, 2.0, 10.0))
    assert sample.median == 3.0
    assert sample.quartiles == (2.0, 4.0)
    assert sample.ratio(peer) == 2.0  # of 2, 1, 3, 1 and 10


def test_each_turn_measures_each_row_on_an_article_of_its_own() -> None:
    seen: list[str] = []

    def noting(name: str) -> Prepare:
        return lambda path: lambda: seen.append(f"{name} {path}")

    rows = [Row(name, noting(name)) for name in "ab"]
    articles = (Path(str(number)) for number in range(100))
    samples = measure(rows, articles, turns=2, warm_up=1)
    assert seen == ["a 0", "b 1", "a 2", "b 3", "a 4", "b 5"]
    assert {name: len(sample.times) for name, sample in samples.items()} == {"a": 2, "b": 2}


def test_an_inner_stage_stops_the_clock_of_the_outer_one() -> None:
    moments = iter([0.0, 1.0, 3.0, 7.0])
    clock = Clock(now=lambda: next(moments))
    with clock.stage("outer"):
        assert clock.timed("inner", lambda number: number)(5) == 5
    assert dict(clock.spent) == {"inner": 2000.0, "outer": 5000.0}


def test_our_own_share_is_all_but_weasyprint() -> None:
    sums = with_sums({"WeasyPrint": 60.0, "fsync": 2.0, "writing": 8.0}, 100.0)
    assert sums["everything else"] == 30.0
    assert sums["our own share"] == 40.0
    assert sums["our own share less fsync"] == 38.0


def test_variants_are_all_different_and_as_long() -> None:
    texts = [variant(ARTICLE, number).text for number in range(8)]
    assert len(set(texts)) == 8
    assert {len(text) for text in texts} == {len(texts[0])}
    assert read_article(texts[3]).paragraphs == ARTICLE.paragraphs


def test_publisher_reads_a_variant_as_an_article(tmp_path: Path) -> None:
    paths = list(islice(written_variants(SOURCE, tmp_path), 2))
    first, second = (read_work(find_works([path]).works[0]) for path in paths)
    assert first.inputs[1].data == SOURCE.with_suffix(".toml").read_bytes()
    assert document_text(first.reading.document) != document_text(second.reading.document)


def test_marks_are_escaped_for_the_peers() -> None:
    assert "\n\n\\#two \\[\\*x\\*\\]\n\n" in ARTICLE.markdown
    assert "\n\n1\\. One\n\n" in ARTICLE.typst


@pytest.mark.parametrize("rows", [COLD, WARM])
def test_rows_stand_beside_rows_of_their_table(rows: tuple[Row, ...]) -> None:
    names = [row.name for row in rows]
    assert len(set(names)) == len(names)
    assert {peer for row in rows for peer in row.beside} <= set(names)


def test_the_page_has_the_rows_of_the_suite() -> None:
    assert names_in(as_markdown(results())) == row_names()
    assert names_in(PAGE.read_text(encoding="utf-8")) == row_names()


def test_json_has_every_time() -> None:
    assert as_json(results()).count('"times"') == len(row_names()) + len(results().share_same)


def results() -> Results:
    samples = dict.fromkeys(row_names(), Sample((1.0, 2.0, 4.0)))
    cold, warm = ({row.name: samples[row.name] for row in rows} for rows in (COLD, WARM))
    share = {name: samples[name] for name in NAMES}
    return Results({"day": "today"}, "a.txt", cold, warm, share, share)
