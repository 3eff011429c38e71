"""Links and calls of notes in blocks that belong together."""

from collections.abc import Iterator
from urllib.parse import quote, unquote

from publisher.checks.parity.by_design import is_by_page
from publisher.checks.parity.content import Call, Link
from publisher.checks.parity.joint import Joint
from publisher.checks.parity.normal import key
from publisher.checks.parity.places import missed_places
from publisher.checks.parity.saying import last_words, quoted
from publisher.checks.parity.ties import NEAR, Counterparts, Ties, tied
from publisher.diagnostics import Diagnostic, diagnose

_CONTEXT = 8
"""Letters before a call that tell it from others: a reference before it may differ by design."""


def tell_links(one: Joint, other: Joint, ties: Ties) -> Iterator[Diagnostic]:
    """PAR008 for a link in one only, PAR009 for one that leads to different places."""
    mine, theirs = list(one.links), list(other.links)
    for joint, link, there in missed_places(one, mine, other, theirs, ties):
        yield _in_one_only(joint, link, there)
    pairs = [*_by_place(mine, theirs, ties.there), *_pairs(one, mine, other, theirs)]
    for left, right in pairs:
        if not _same_target(left, right, ties.there):
            yield diagnose(
                "PAR009",
                one.first.place.span,
                words=quoted(left.words(one.text)),
                one=_target(one, left),
                place=one.first.place,
                other=_target(other, right),
                there=other.first.place,
            )
    sides = ((one, mine, other, ties.there), (other, theirs, one, ties.back))
    for joint, links, there, counterparts in sides:
        for link in links:
            if not _is_on_a_page_of(link, there, counterparts):
                yield _in_one_only(joint, link, there)


def _in_one_only(joint: Joint, link: Link, there: Joint) -> Diagnostic:
    return diagnose(
        "PAR008",
        joint.first.place.span,
        words=quoted(link.words(joint.text)),
        file=joint.content.name,
        place=joint.first.place,
        target=_target(joint, link),
        there=there.first.place,
    )


def _by_place(
    mine: list[Link], theirs: list[Link], counterparts: Counterparts
) -> Iterator[tuple[Link, Link]]:
    """Links inside to the very same block, whatever their words; they leave the two lists."""
    for left in list(mine):
        there = tied(left, counterparts)
        right = next((each for each in theirs if each.target in there), None)
        if right is not None:
            mine.remove(left)
            theirs.remove(right)
            yield left, right


def _pairs(
    one: Joint, mine: list[Link], other: Joint, theirs: list[Link]
) -> Iterator[tuple[Link, Link]]:
    """Links of both with the same words, else with the same target; they leave the two lists."""
    for same in (_same_words, _same_address, _both_inside):
        for left in list(mine):
            for right in theirs:
                if same(one, left, other, right):
                    mine.remove(left)
                    theirs.remove(right)
                    yield left, right
                    break


def _same_words(one: Joint, left: Link, other: Joint, right: Link) -> bool:
    return key(left.words(one.text)) == key(right.words(other.text))


def _same_address(one: Joint, left: Link, other: Joint, right: Link) -> bool:
    return left.url is not None and right.url is not None and _url(left.url) == _url(right.url)


def _both_inside(one: Joint, left: Link, other: Joint, right: Link) -> bool:
    """A reference by title in the one, by page in the other."""
    return left.url is None and right.url is None and bool(left.folio or right.folio)


def _same_target(left: Link, right: Link, counterparts: Counterparts) -> bool:
    if left.url is not None or right.url is not None:
        return left.url is not None and right.url is not None and _url(left.url) == _url(right.url)
    if left.target is None or right.target is None:
        return left.target == right.target
    there = counterparts.get(left.target)
    if there is None:
        return True  # what it leads to is made for one medium only, or told as missing
    return any(abs(right.target - number) <= NEAR for number in there)


def _is_on_a_page_of(link: Link, other: Joint, counterparts: Counterparts) -> bool:
    """Whether a link by page in the other text stands for this one too, as in an index."""
    numbers = tied(link, counterparts)
    pages = {other.content.blocks[number].place.page for number in numbers}
    return any(
        each.target is not None
        and is_by_page(other.text, each)
        and other.content.blocks[each.target].place.page in pages
        for each in other.links
    )


def _url(url: str) -> str:
    return quote(unquote(url), safe="").rstrip("/")


def _target(joint: Joint, link: Link) -> str:
    if link.url is not None:
        return link.url[:200]
    if link.target is None:
        return "nowhere"
    return quoted(joint.content.blocks[link.target].text)


def tell_calls(one: Joint, other: Joint, counterparts: Counterparts) -> Iterator[Diagnostic]:
    """PAR007 for a note that one of two texts calls, PAR009 where they call different ones."""
    mine = {_context(one, call): call for call in one.calls}
    theirs = {_context(other, call): call for call in other.calls}
    for joint, calls, others, there in ((one, mine, theirs, other), (other, theirs, mine, one)):
        for context, call in calls.items():
            if context not in others:
                yield diagnose(
                    "PAR007",
                    joint.first.place.span,
                    words=last_words(joint.text[: call.at]),
                    file=joint.content.name,
                    place=joint.first.place,
                    there=there.first.place,
                )
    for context, call in mine.items():
        against = theirs.get(context)
        if against and not _same_note(other, against, counterparts.get(call.note)):
            yield diagnose(
                "PAR009",
                one.first.place.span,
                words=f"behind {last_words(one.text[: call.at])}",
                one=quoted(one.content.blocks[call.note].text),
                place=one.first.place,
                other=quoted(other.content.blocks[against.note].text),
                there=other.first.place,
            )


def _same_note(other: Joint, call: Call, numbers: tuple[int, ...] | None) -> bool:
    """Whether a call leads to the note that blocks with these numbers belong to."""
    notes = {other.content.blocks[number].note for number in numbers or (call.note,)}
    return other.content.blocks[call.note].note in notes


def _context(joint: Joint, call: Call) -> tuple[str, int]:
    """The letters before a call, and how many calls stand right there before it."""
    before = sum(each.at == call.at and each is not call for each in joint.calls)
    return key(joint.text[: call.at])[-_CONTEXT:], before
