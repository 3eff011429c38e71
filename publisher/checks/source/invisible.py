"""Characters that nobody sees, where no script needs them.

Joiners shape Persian, Indic scripts and emoji, zero-width spaces part the words of Thai and Khmer,
direction marks belong to Hebrew and Arabic, soft hyphens to any long word: there they are right.
"""

import re
import unicodedata
from collections.abc import Iterator

from publisher.checks.source.finding import Finding, found_in
from publisher.checks.source.passages import Passage, Subject

_BESIDE = "[A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff\u0590-\u05ff0-9.,;:!?]"
_NEEDLESS = re.compile(
    # Between or beside letters of scripts that join nothing and part words by spaces.
    rf"(?<={_BESIDE})[\u200b-\u200d]+(?={_BESIDE})"
    # At white space, where there is nothing to join, to part or to keep together.
    r"|(?<=\s)[\u200b-\u200d\u2060]+|\A[\u200b\u2060]+"
    r"|(?<![\u200b-\u200d\u2060])(?:[\u200b-\u200d\u2060]+(?=\s)|[\u200b\u2060]+\Z)"
)
_ODD = re.compile("[\u115f\u1160\u180e\u2061-\u2064\u206a-\u206f\u3164\uffa0\ufff9-\ufffb]")
_TAGS = re.compile("(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0001-\U000e007f]+")
_MARK = re.compile("\u200e+")
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI"))


def invisible_characters(subject: Subject) -> Iterator[Finding]:
    """LNT011 for each run of them; the fix takes out those that change nothing."""
    for passage in subject.passages:
        if passage.whole.isascii():
            continue
        for pattern in (_NEEDLESS, *([] if _reads_both_ways(subject, passage) else [_MARK])):
            for found in pattern.finditer(passage.whole):
                yield _told(subject, passage, found, after="")
        for pattern in (_ODD, _TAGS):
            for found in pattern.finditer(passage.whole):
                yield _told(subject, passage, found, after=None)


def _reads_both_ways(subject: Subject, passage: Passage) -> bool:
    return subject.document.meta.direction == "rtl" or any(
        unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in passage.whole
    )


def _told(subject: Subject, passage: Passage, found: re.Match[str], after: str | None) -> Finding:
    names = dict.fromkeys(
        f"U+{ord(each):04X} {unicodedata.name(each, 'without a name')}" for each in found[0]
    )
    return found_in(
        subject, passage, *found.span(), "LNT011", after=after, characters=", ".join(names)
    )
