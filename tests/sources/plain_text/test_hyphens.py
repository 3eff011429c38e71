"""Hyphens at the ends of broken lines: the line's, or the word's?"""

import pytest

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.document.text import document_text
from publisher.sources import read

_FULL = {
    "en": "The quick brown fox has jumped over the lazy dog, and then it slept for an hour or so",
    "de": "Der schnelle braune Fuchs ist über den faulen Hund gesprungen, und dann schlief er ein",
}


@pytest.mark.parametrize(
    ("language", "before", "after", "joined"),
    [
        ("en", "news-", "paper of the town", "newspaper of the town"),
        ("en", "well-", "known man", "well-known man"),
        ("en", "mother-in-", "law came", "mother-in-law came"),
        ("en", "post-", "Soviet states", "post-Soviet states"),
        ("en", "soft\u00ad", "ware is", "software is"),
        ("de", "Zei-", "tung der Stadt", "Zeitung der Stadt"),
        ("de", "Vor-", "und Nachteile", "Vor- und Nachteile"),
    ],
)
def test_hyphens(language: str, before: str, after: str, joined: str) -> None:
    full = _FULL[language]
    width = len(full) + 1
    lines = [full, f"{full[: width - len(before) - 1]} {before}", f"{after} {full}."[:width], "x."]
    source = Source("a.txt", ("Headline\n\n" + "\n".join(lines)).encode())
    text = document_text(read(source, Metadata(language=language)).document)
    assert f" {joined} " in text
