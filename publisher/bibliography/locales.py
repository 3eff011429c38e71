"""The words of citations by language: which of citeproc-py's locales holds for a BCP 47 tag."""

import functools
from pathlib import Path

import citeproc

from publisher.languages import NEUTRAL, fallbacks

NONE = "en-US"
"""What holds for languages that none is for."""

_SCRIPTS = {
    "sr": "sr-Cyrl-RS",
    "sr-latn": "sr-Latn-RS",
    "zh-hans": "zh-CN",
    "zh-hant": "zh-TW",
    "es-419": "es-MX",
    **dict.fromkeys(("en-au", "en-ie", "en-in", "en-nz", "en-za"), "en-GB"),
}


@functools.cache
def _locales() -> dict[str, str]:
    """The names of the locales by their tags in lower case."""
    paths = Path(citeproc.LOCALES_PATH).glob("*.xml")
    names = (path.stem.removeprefix("locales-") for path in paths)
    return {name.lower(): name for name in names}


def locale_for(language: str) -> str | None:
    """The locale for a language, the nearest one first; None where none is for it."""
    known = _locales()
    for tag in reversed(fallbacks(language)):
        found = _SCRIPTS.get(tag) or known.get(tag) or citeproc.PRIMARY_DIALECTS.get(tag)
        if found and tag != NEUTRAL:
            return str(found)
    return None
