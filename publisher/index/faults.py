"""What is amiss with the entries of an index: references to nothing, near doubles, crowds."""

from collections.abc import Iterator, Mapping

from publisher.collation import Collation, Near, or_similar
from publisher.diagnostics import Diagnostic, diagnose
from publisher.index.gather import Heading, Path, shown, walk

CROWD = 10
"""Places of one entry; of more, a reader no longer tries each (ISO 999:1996, 7.4)."""


def faults(below: dict[str, Heading], rules: Collation) -> Iterator[Diagnostic]:
    """A finding for each fault, at the first mark that shows it."""
    headings = dict(walk(below))
    yield from _references(headings)
    for path, heading in headings.items():
        if heading.see and (heading.places or heading.below):
            place = next(iter(heading.see.values()))
            yield diagnose(
                "IDX005", place, entry=shown(path), target=shown(next(iter(heading.see)))
            )
        if len(heading.places) > CROWD:
            yield diagnose("IDX008", heading.place, entry=shown(path), count=len(heading.places))
        yield from _doubles(path, heading.below, rules)
    yield from _doubles((), below, rules)


def _references(headings: Mapping[Path, Heading]) -> Iterator[Diagnostic]:
    near = Near(" > ".join(path) for path in headings)
    for path, heading in headings.items():
        for target, place in (*heading.see.items(), *heading.see_also.items()):
            facts = {"entry": shown(path), "target": shown(target)}
            found = headings.get(target)
            if found is None:
                others = or_similar(near(" > ".join(target)))
                yield diagnose("IDX004", place, near=others, **facts)
            elif target == path or (found.see and not found.places and not found.below):
                yield diagnose("IDX009", place, **facts)


def _doubles(path: Path, below: dict[str, Heading], rules: Collation) -> Iterator[Diagnostic]:
    """Entries side by side whose words differ in case, accents, spaces or punctuation alone."""
    met: dict[bytes, Heading] = {}
    for words, heading in below.items():
        first = met.setdefault(rules.same(words), heading)
        if first is not heading:
            facts = {"entry": shown((*path, words)), "other": shown((*path, first.words))}
            yield diagnose("IDX006", heading.place, **facts)
