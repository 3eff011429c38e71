"""What the user said of lines, in NAME.toml: it goes before every rule, while it still fits.

An entry that says how its lines begin follows them when lines are added or taken out above;
where no line, or more than one, begins so, it is stale: reported, and not followed.
"""

from collections.abc import Sequence

import msgspec

from publisher.configuration.metadata import Lines, Role
from publisher.diagnostics import Diagnostic, diagnose
from publisher.sources.plain_text.lines import Line, split_lines
from publisher.sources.reading import SURE, Reading
from publisher.span import Span, whole_file

LONGEST_BEGINNING = 60
"""Characters by which a line is known again."""


class Given(msgspec.Struct, frozen=True):
    """Roles and last lines by first line, as indices from 0; and what is amiss with some."""

    roles: dict[int, tuple[str, int]]
    diagnostics: tuple[Diagnostic, ...]


def given_roles(name: str, lines: tuple[Line, ...], entries: Sequence[Lines]) -> Given:
    """The entries that hold for these lines of the source `name`."""
    roles: dict[int, tuple[str, int]] = {}
    diagnostics: list[Diagnostic] = []
    taken: set[int] = set()
    for entry in entries:
        first = _found(lines, entry)
        count = (entry.last or entry.first) - entry.first
        if first is None or first + count >= len(lines) or count < 0:
            diagnostics.append(diagnose("TXT004", _place(name, lines, entry), **_facts(entry)))
            continue
        span = set(range(first, first + count + 1))
        if span & taken or lines[first].blank:
            diagnostics.append(diagnose("TXT006", _place(name, lines, entry), **_facts(entry)))
            continue
        if first != entry.first - 1:
            now = first + 1
            diagnostics.append(
                diagnose("TXT005", _line(name, lines, first), now=now, **_facts(entry))
            )
        taken |= span
        roles[first] = (entry.role, first + count)
    return Given(roles, tuple(diagnostics))


def beginning(line: Line) -> str:
    """How a line is known again."""
    return line.text[:LONGEST_BEGINNING].rstrip()


def _found(lines: tuple[Line, ...], entry: Lines) -> int | None:
    at = entry.first - 1
    if entry.begins is None:
        return at if at < len(lines) else None
    if at < len(lines) and lines[at].text.startswith(entry.begins):
        return at
    others = [index for index, line in enumerate(lines) if line.text.startswith(entry.begins)]
    return others[0] if len(others) == 1 and entry.begins else None


def _facts(entry: Lines) -> dict[str, object]:
    return {"line": entry.first, "role": entry.role}


def _place(name: str, lines: tuple[Line, ...], entry: Lines) -> Span:
    at = entry.first - 1
    return _line(name, lines, at) if at < len(lines) else whole_file(name)


def _line(name: str, lines: tuple[Line, ...], at: int) -> Span:
    number = lines[at].number
    return Span(name, number, 1, number, len(lines[at].whole) + 1)


def accepted(reading: Reading) -> tuple[Lines, ...]:
    """Entries that say what was inferred, for all lines but those that are surely paragraphs.

    A dateline at the start of a paragraph is no line of its own, and gets none.
    """
    lines = split_lines(reading.source_map.raw)
    return tuple(
        Lines(
            first=role.first,
            last=role.last if role.last != role.first else None,
            role=msgspec.convert(role.role, Role),
            begins=beginning(lines[role.first - 1]),
        )
        for role in reading.lines
        if role.role != "blank"
        and role.rule != RUN_IN
        and (role.role != "paragraph" or role.rule == "given" or role.confidence < SURE)
    )


RUN_IN = "run-in-dateline"
"""The rule by which the start of a paragraph is a dateline."""
