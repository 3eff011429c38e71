"""The language of a text, where nobody said it: py3langid's model of 97 languages."""

import functools
import re

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from publisher.sources.reading import SURE, Choice

_SAMPLE = 600
"""Characters that are looked at: more cost time, and in news articles changed nothing."""

_SHORTEST = 40
"""A text of fewer characters tells no language."""


def detect_language(text: str) -> Choice:
    """The likeliest language of `text` as a BCP 47 tag, its confidence a probability from 0 to 1.

    "und" with confidence 0 where the text is too short to tell.
    """
    sample = text[:_SAMPLE]
    if len(sample.strip()) < _SHORTEST:
        return Choice("und", "too-short", 0.0)
    language, confidence = _identifier().classify(sample)
    if language in _SOUTH_SLAVIC and (told := _by_its_vowels(text[: 10 * _SAMPLE])):
        return Choice(told, "detected-by-vowels", max(SURE, round(confidence, 2)))
    return Choice(language, "detected", round(confidence, 2))


# What the model cannot part: Serbian in Latin letters is written as the Ekavian standard speaks,
# with e where Croatian and Bosnian have ije or je (Pravopis srpskoga jezika, 2010, § 3).
_SOUTH_SLAVIC = frozenset(("bs", "hr", "sr"))
_EKAVIAN = re.compile(
    r"(?i)\b(?:gde|ovde|posle|vreme|dve|uvek|deo|ceo|cele|mesto|mesta|mestu|svet|sveta|predsedni\w+"
    r"|poset\w+|takođe|uslov\w*|bezbedn\w+|hiljad\w+|rečima|rešenj\w+|meseca|sledeć\w+|nedelj\w+)\b"
)
_IJEKAVIAN = re.compile(
    r"(?i)\b(?:gdje|ovdje|poslije|vrijeme|dvije|uvijek|dio|cijel\w+|mjest\w+|svijet\w*|predsjedni\w+"
    r"|posjet\w+|također|uvjet\w*|sigurn\w+|tisuć\w+|riječ\w*|rješenj\w+|mjesec\w*|sljedeć\w+|tjed\w+)\b"
)


def _by_its_vowels(text: str) -> str | None:
    """Serbian in Latin letters, if the words whose vowel tells are Ekavian; else None."""
    ekavian, ijekavian = len(_EKAVIAN.findall(text)), len(_IJEKAVIAN.findall(text))
    return "sr-Latn" if ekavian > 2 * ijekavian else None


@functools.cache
def _identifier() -> LanguageIdentifier:
    """The model, which takes a fifth of a second to load."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
