"""The corpus: as good as trafilatura on its own ground, hostile files in bounds, nothing lost."""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.document.nodes import Blocks, CodeBlock
from publisher.document.text import document_text, plain
from publisher.sources import Reading, read
from tests.sources.html.test_page import accounted

pytestmark = pytest.mark.corpus

_WORD = re.compile(r"\w+")


def f1(found: str, expected: str) -> float:
    """How alike two texts are by their words: the harmonic mean of precision and recall."""
    ours, theirs = (Counter(_WORD.findall(text.lower())) for text in (found, expected))
    common = (ours & theirs).total()
    return 2 * common / (ours.total() + theirs.total()) if common else 0.0


def article_text(reading: Reading) -> str:
    """The words of a document, with its headline and its code."""
    return f"{document_text(reading.document)}\n{code(reading.document.blocks)}"


def code(blocks: Blocks) -> str:
    return "\n".join(block.text for block in blocks if isinstance(block, CodeBlock))


def pages(corpus: Path) -> list[Path]:
    return sorted((corpus / "html").glob("*.html"))


def test_words_found_against_trafilatura(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import trafilatura

    rows: list[tuple[str, list[float]]] = []
    for path in pages(corpus):
        described = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
        expected = described["reference_text"]
        if not expected:
            continue
        data = path.read_bytes()
        ours = article_text(read(Source(path.name, data), Metadata()))
        plainly = trafilatura.extract(data) or ""
        without = trafilatura.extract(data, include_comments=False) or ""
        rows.append((path.stem, [f1(text, expected) for text in (ours, plainly, without)]))
    means = [sum(scores[which] for _, scores in rows) / len(rows) for which in range(3)]
    with capsys.disabled():
        sys.stdout.write(f"\n{'page':44} ours  trafilatura  without comments\n")
        for name, scores in (*rows, (f"mean of {len(rows)}", means)):
            sys.stdout.write(
                f"{name[:44]:44} {scores[0]:.3f}  {scores[1]:.3f}        {scores[2]:.3f}\n"
            )
    assert means[0] >= 0.98
    assert means[0] >= means[1]
    assert means[0] >= means[2]


def test_pieces_that_must_be_there_and_that_must_not(corpus: Path) -> None:
    missing: list[str] = []
    wrong: list[str] = []
    for path in pages(corpus):
        described = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
        text = " ".join(
            article_text(read(Source(path.name, path.read_bytes()), Metadata())).split()
        )
        missing += [one for one in described.get("must_contain") or () if one not in text]
        wrong += [one for one in described.get("must_not_contain") or () if one in text]
    assert missing == []
    assert len(wrong) <= 1  # a list of subjects that trafilatura takes for text, as it does alone


def test_headlines(corpus: Path) -> None:
    """The headline is the title that the corpus gives, its site's name aside, or a heading."""
    other = []
    for path in pages(corpus):
        described = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
        found = plain(read(Source(path.name, path.read_bytes()), Metadata()).document.meta.title)
        if " ".join(found.lower().split()) not in " ".join(described["title"].lower().split()):
            other.append(path.stem)
    # Its title there is a menu's, or that of the test; here it is the article's.
    assert set(other) <= {
        "bibliothek2null.de.mai",
        "ethify.org.vegetarier",
        "r-basic-tags-cleaning",
        "r-replace-brs",
        "r-rtl-2",
        "r-v8-blog",
    }


def test_nothing_of_a_page_is_lost(corpus: Path) -> None:
    """All text of each page's tree is in the document, or in a record of what was left out."""
    from justhtml import JustHTML

    for path in pages(corpus):
        reading = read(Source(path.name, path.read_bytes()), Metadata())
        shown: list[str] = []
        parsed = JustHTML(reading.source_map.raw, sanitize=False, scripting_enabled=False)
        waiting = [*parsed.root.query("body")]
        while waiting:
            node = waiting.pop()
            if node.name == "#text":
                shown.append(node.text)
            elif node.name not in ("script", "style"):
                waiting += node.children or ()
        lost = Counter(re.sub(r"\s+", "", "".join(shown))) - accounted(reading)
        assert lost.total() == 0, f"{path.name}: {lost}"


def test_hostile_pages_stay_in_bounds(corpus: Path, tmp_path: Path) -> None:
    make = corpus / "hostile" / "make_hostile.py"
    subprocess.run([sys.executable, make, tmp_path], check=True, capture_output=True)
    files = [*sorted((corpus / "hostile" / "html").glob("*.html")), tmp_path / "deep-div.html"]
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_CPU, (5, 5));"
        "resource.setrlimit(resource.RLIMIT_DATA, (512 << 20, 512 << 20));"
        "from publisher.assets import Source; from publisher.sources import read;"
        "from publisher.configuration.metadata import Metadata; from pathlib import Path;"
        "from publisher.document.schema import to_json;"
        "[sys.stdout.buffer.write(to_json(read(Source(name, Path(name).read_bytes()),"
        " Metadata(language='en')).document) + b'\\n') for name in sys.argv[1:]]"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *files], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert not re.search(r"(?i)script|onerror|evil|javascript|refresh|<form", done.stdout)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    texts = {Path(name).name: line for name, line in zip(files, found, strict=True)}
    assert "Café" in json.dumps(texts["meta-charset-lies.html"], ensure_ascii=False)
    assert "bottom" in json.dumps(texts["deep-div.html"])
