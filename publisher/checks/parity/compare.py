"""Two files side by side: every difference that a reader meets, each with its place in both."""

from collections.abc import Iterator, Sequence

from publisher.checks.parity.by_design import compared, said_already
from publisher.checks.parity.content import Content
from publisher.checks.parity.contents import tell_contents
from publisher.checks.parity.details import tell_details
from publisher.checks.parity.differences import Known, tell_differences
from publisher.checks.parity.flow import Cluster, Flow, compare_flow
from publisher.checks.parity.joint import join
from publisher.checks.parity.metadata import tell_metadata
from publisher.checks.parity.normal import key
from publisher.checks.parity.ties import Ties
from publisher.diagnostics import Diagnostic, diagnose
from publisher.span import whole_file


def compare(one: Content, other: Content) -> Iterator[Diagnostic]:
    """Findings PAR001 to PAR021: of the whole files, then in the order of the first one's text."""
    for content, against in ((one, other), (other, one)):
        if against.tagged and not content.tagged:
            yield diagnose("PAR021", whole_file(content.name), file=content.name)
    yield from tell_metadata(one, other)
    yield from tell_contents(one, other)
    flows = list(_flows(one, other))
    differences = [each for flow in flows for each in flow.differences]
    clusters = [cluster for flow in flows for cluster in flow.clusters]
    pairs = [(join(one, cluster.one), join(other, cluster.other)) for cluster in clusters]
    yield from tell_differences(one, other, differences, _known(one, other, clusters))
    there = {number: each.other for each in clusters for number in each.one}
    back = {number: each.one for each in clusters for number in each.other}
    yield from tell_details(pairs, Ties(there, back))


def _flows(one: Content, other: Content) -> Iterator[Flow]:
    """The text, then the notes: an EPUB has them at the end, a PDF at the foot of pages.

    Without tags nobody knows which is which.
    """
    mine, theirs = compared(one), compared(other)
    if not (one.tagged and other.tagged):
        yield compare_flow(one, mine, other, theirs)
        return
    for notes in (False, True):
        yield compare_flow(one, _part(one, mine, notes), other, _part(other, theirs, notes))


def _part(content: Content, numbers: Sequence[int], notes: bool) -> list[int]:
    return [number for number in numbers if (content.blocks[number].note is not None) is notes]


def _on_the_cover(content: Content) -> set[str]:
    """What a cover that is a picture says, sentence by sentence: on paper it may be text."""
    pictures = (each for block in content.blocks if block.apart for each in block.objects)
    said = (words for each in pictures for words in (each.words or "").split(". "))
    return {key(words) for words in said if words.strip()}


def _known(one: Content, other: Content, clusters: Sequence[Cluster]) -> Known:
    """What need not be in the text of both: what the metadata say, and what is made for one."""
    excused: set[str] = set()
    for content in (one, other):
        # A line of contents names a heading, and does not stand for it.
        excused |= {key(each.text) for each in content.blocks if each.apart and not each.links}
        excused |= said_already(content.meta) | _on_the_cover(content)
    tables = [
        cluster
        for cluster in clusters
        if one.blocks[cluster.one[0]].kind == other.blocks[cluster.other[0]].kind == "table"
    ]
    return Known(
        frozenset(excused),
        frozenset(number for cluster in tables for number in cluster.one[:1]),
        frozenset(number for cluster in tables for number in cluster.other[:1]),
    )
