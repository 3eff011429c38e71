"""How words and places are said in findings."""

from publisher.checks.parity.content import Content
from publisher.checks.parity.normal import plain

_MOST_WORDS = 12
_MOST_CHARACTERS = 120


def quoted(text: str | None) -> str:
    """The first words of a text in quotation marks; "no words" where there are none."""
    found = plain(text or "")
    if not found:
        return "no words"
    shown = " ".join(found.split(" ")[:_MOST_WORDS])[:_MOST_CHARACTERS]
    return f"“{shown}{'' if shown == found else ' …'}”"


def last_words(text: str) -> str:
    """The last words of a text in quotation marks."""
    found = plain(text)
    if not found:
        return "the beginning"
    shown = " ".join(found.split(" ")[-5:])[-_MOST_CHARACTERS:]
    return f"“{'' if shown == found else '… '}{shown}”"


def where(content: Content, number: int | None) -> str:
    """The place of a block; the file alone, where there is none."""
    return str(content.blocks[number].place) if number is not None else content.name
