"""The language of a source that can state it itself, as markup and metadata do."""

from collections.abc import Iterator
from pathlib import PurePath

import langcodes

from publisher.configuration.metadata import Metadata
from publisher.diagnostics import Diagnostic, diagnose
from publisher.sources.reading import SURE, Choice
from publisher.span import whole_file

_DEFAULT = "en"


def known_tag(stated: str | None) -> str | None:
    """`stated` as a BCP 47 tag in its usual form; None where it is none, or says nothing."""
    if not stated:
        return None
    tag = stated.strip().replace("_", "-")
    if not langcodes.tag_is_valid(tag):
        return None
    return None if tag.lower() in ("und", "zxx", "mul") else langcodes.standardize_tag(tag)


def choose_language(given: Metadata, stated: str | None, rule: str, text: str) -> Choice:
    """The language that the user gave, else what the source states, else what `text` is in.

    `rule` names the field or attribute that stated it.
    """
    if given.language:
        return Choice(given.language, "given", 1.0)
    if tag := known_tag(stated):
        return Choice(tag, rule, 1.0)
    # Loaded only for a text that does not say: the model takes a fifth of a second.
    from publisher.sources.language import detect_language

    detected = detect_language(text)
    return detected if detected.confidence >= SURE else Choice(_DEFAULT, "default", 0.5)


def unsure_language(name: str, language: Choice) -> Iterator[Diagnostic]:
    """A note where the language of the source `name` was neither said nor told by its text."""
    if language.confidence < SURE:
        sidecar = PurePath(name).with_suffix(".toml").name
        yield diagnose("TXT003", whole_file(name), language=language.value, sidecar=sidecar)
