"""Each usual kind of work as styles of four families set it, in two languages."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from publisher.bibliography import find_style
from publisher.bibliography.documents import cite_documents
from publisher.bibliography.formatting import Entry
from publisher.document.text import runs
from tests.bibliography.sample import GOLDEN, document, library, written

STYLES = ("apa", "chicago-author-date", "chicago-notes-bibliography", "ieee")
LANGUAGES = ("en-US", "de")
TEXT = """
First [@article, p. 101], then again [see @article, pp. 102-104 and passim; also @sand1902].

Okafor writes so [-@okafor2020a], and once more [@okafor2020b]; @chapter [p. 40] agrees.
Many [@vanrijn1984; @edited; @range], and the same [@range; @range, chap. 2].[^n]

[^n]: As in [@website]; but see [@thesis, sec. 3].
"""


@pytest.mark.parametrize(("style", "language"), list(product(STYLES, LANGUAGES)))
def test_works(style: str, language: str, golden: Callable[[Path, str], None]) -> None:
    keys = tuple(library().references)
    text = document(TEXT)
    cited = cite_documents([text], library().references, find_style(style), language, uncited=keys)
    assert cited.diagnostics == ()
    lines = [written(run) for run in runs(cited.documents[0])]
    lines += ["", *map(_entry, cited.bibliography.entries)]
    golden(GOLDEN / f"{style}.{language}.txt", "\n".join(lines) + "\n")
    assert sorted(entry.key for entry in cited.bibliography.entries) == sorted(keys)


def _entry(entry: Entry) -> str:
    return " ".join((f"#{entry.anchor}", written(entry.label), written(entry.children)))
