"""The language of a text that does not say it."""

import json
from pathlib import Path

import pytest

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.sources import read
from publisher.sources.language import detect_language
from tests.conftest import ROOT

SENTENCES = {
    "en": "The harbour council met on Monday to talk about the tides and about the bread.",
    "de": "Der Gemeinderat hat am Montag über die Gezeiten und über das Brot gesprochen.",
    "fr": "Le conseil municipal s’est réuni lundi pour parler des marées et du pain.",
    "es": "El consejo municipal se reunió el lunes para hablar de las mareas y del pan.",
    "el": "Το δημοτικό συμβούλιο συνεδρίασε τη Δευτέρα για να μιλήσει για το ψωμί.",
    "ru": "Городской совет собрался в понедельник, чтобы поговорить о приливах и о хлебе.",
    "ja": "町議会は月曜日に集まり、潮の満ち引きとパンについて話し合い、次の会議を決めました。",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_is_enough(language: str) -> None:
    found = detect_language(SENTENCES[language])
    assert (found.value, found.rule) == (language, "detected")
    assert found.confidence > 0.8


def test_a_few_words_tell_nothing() -> None:
    assert detect_language("Bread, at last").confidence == 0


def test_the_sample_works_are_told_without_their_metadata() -> None:
    for name, language in (("harbour-press", "en"), ("setzkasten", "de")):
        source = Source("a.txt", (ROOT / "content" / f"{name}.txt").read_bytes())
        reading = read(source, Metadata())
        assert reading.document.meta.language == reading.language.value == language
        assert reading.diagnostics == ()


@pytest.mark.corpus
def test_the_news_of_the_corpus(corpus: Path) -> None:
    wrong, count = [], 0
    for expected in sorted((corpus / "news-plain").glob("*.expected.json")):
        wanted = json.loads(expected.read_text(encoding="utf-8"))
        source = expected.with_name(expected.name.replace(".expected.json", ".txt"))
        text = source.read_bytes().decode(wanted.get("encoding", "utf-8"))
        found = detect_language(text).value
        count += 1
        if found != wanted["language"].split("-")[0]:
            wrong.append((source.name, found))
    assert len(wrong) / count <= 0.02, wrong
