"""The languages of passages in texts that belong together."""

import bisect
from collections.abc import Iterator

from publisher.checks.parity.align import Effort, align
from publisher.checks.parity.joint import Joint
from publisher.checks.parity.normal import Word, words
from publisher.checks.parity.saying import quoted
from publisher.diagnostics import Diagnostic, diagnose

_MAIN = ""


def tell_languages(one: Joint, other: Joint, effort: Effort) -> Iterator[Diagnostic]:
    """PAR017 for each passage that the two files say to be in different languages.

    What is in a file's own language is so on both sides, whatever it is called: the metadata are
    compared elsewhere.
    """
    if _tags(one) == _tags(other) and len(_tags(one)) == 1:
        return
    mine, theirs = words(one.text), words(other.text)
    before: tuple[str, str] | None = None
    found: list[tuple[tuple[str, str], list[Word]]] = []
    for left, right in align(mine, theirs, effort):
        here, there = _language(one, mine[left].start), _language(other, theirs[right].start)
        if not any(map(str.isalpha, mine[left])):
            continue
        if here == there:
            before = None
        elif before == (here, there):
            found[-1][1].append(mine[left])
        else:
            before = (here, there)
            found.append((before, [mine[left]]))
    for (here, there), passage in found:
        yield diagnose(
            "PAR017",
            one.first.place.span,
            words=quoted(one.text[passage[0].start : passage[-1].end]),
            one=here or one.content.meta.language,
            place=one.first.place,
            other=there or other.content.meta.language,
            there=other.first.place,
        )


def _tags(joint: Joint) -> set[str]:
    main = joint.content.meta.language
    return {_relative(each.tag, main) for block in joint.blocks for each in block.languages}


def _relative(tag: str, main: str) -> str:
    return _MAIN if tag.casefold() == main.casefold() else tag.casefold()


def _language(joint: Joint, at: int) -> str:
    number = bisect.bisect_right(joint.starts, at) - 1
    block = joint.blocks[number]
    within = at - joint.starts[number]
    tag = next((each.tag for each in block.languages if within < each.end), None)
    return _relative(tag, joint.content.meta.language) if tag else _MAIN
