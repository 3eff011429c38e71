"""Headings and what stands below them: levels, empty sections, the same heading twice."""

from collections.abc import Iterator

from publisher.checks.source.finding import Finding
from publisher.checks.source.passages import Subject
from publisher.checks.source.walk import sequences
from publisher.diagnostics import diagnose
from publisher.document.nodes import Block, Heading
from publisher.document.text import plain


def skipped_levels(subject: Subject) -> Iterator[Finding]:
    """LNT016 for each heading more than one level below the one before (WCAG 2.2, 1.3.1)."""
    for blocks in sequences(subject.document.blocks):
        before = 0
        for heading in _headings(blocks):
            if heading.level > before + 1 and before:
                facts = {"level": heading.level, "before": before}
                yield Finding(diagnose("LNT016", heading.span, **facts))
            before = heading.level


def empty_sections(subject: Subject) -> Iterator[Finding]:
    """LNT017 for each heading with nothing below it but the next of its level, or the end."""
    for blocks in sequences(subject.document.blocks):
        for block, following in zip(blocks, (*blocks[1:], None), strict=True):
            if isinstance(block, Heading) and _ends(following, block.level):
                yield Finding(diagnose("LNT017", block.span, heading=plain(block.children)))


def _ends(following: Block | None, level: int) -> bool:
    return following is None or (isinstance(following, Heading) and following.level <= level)


def duplicate_headings(subject: Subject) -> Iterator[Finding]:
    """LNT018 for each heading that its section has already, in whatever case."""
    for blocks in sequences(subject.document.blocks):
        path: list[Heading] = []
        seen: dict[tuple[int, ...], set[str]] = {}
        for heading in _headings(blocks):
            while path and path[-1].level >= heading.level:
                path.pop()
            title = " ".join(plain(heading.children).casefold().split())
            titles = seen.setdefault(tuple(map(id, path)), set())
            if title in titles:
                yield Finding(diagnose("LNT018", heading.span, heading=plain(heading.children)))
            titles.add(title)
            path.append(heading)


def _headings(blocks: tuple[Block, ...]) -> Iterator[Heading]:
    return (block for block in blocks if isinstance(block, Heading))
