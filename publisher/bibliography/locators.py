"""Places in cited works: "pp. 3–4" as the part it names and the number."""

import re
from collections.abc import Mapping

from publisher.bibliography.item import Locator

_NUMBER = r"(?:\w{0,3}\d[\w.:]*|[ivxlcdm]+)"
_NUMBERS = re.compile(rf"{_NUMBER}(?:\s*[-–—,&/]+\s*{_NUMBER})*", re.IGNORECASE)
_LABELLED = re.compile(
    r"(s\.\s?v|[^\W\d_]+|[§¶]{1,2})(?:\.\s*|\s+|(?=\d)|(?<=[§¶]))(\S.*)", re.DOTALL
)
_MORE_LABELS = {
    "ch": "chapter",
    "col": "column",
    "fol": "folio",
    "l": "line",
    "ll": "line",
    "n": "note",
    "nr": "issue",
    "p": "page",
    "pp": "page",
    "s. v": "sub-verbo",
    "s.v": "sub-verbo",
    "§": "section",
    "§§": "section",
    "¶": "paragraph",
    "¶¶": "paragraph",
}


def locator_of(words: str, labels: Mapping[str, str]) -> Locator | None:
    """The place that `words` name by a label of the language or an English one, or by a number.

    A number alone is a page. None where it is neither: the words are then set as they are.
    """
    if found := _LABELLED.fullmatch(words):
        label = found[1].lower()
        if name := labels.get(label) or _MORE_LABELS.get(label):
            return Locator(name, found[2])
    return Locator("page", words) if _NUMBERS.fullmatch(words) else None
