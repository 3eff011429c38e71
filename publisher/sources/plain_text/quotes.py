"""Block quotes: lines with the mark of mail programs, or a passage that stands in."""

from collections.abc import Iterator

from publisher.sources.plain_text.layout import wrap_width
from publisher.sources.plain_text.markers import MARKER, QUOTED
from publisher.sources.plain_text.sheet import Proposal, Sheet


def quote(sheet: Sheet, at: int) -> Proposal | None:
    """Lines marked with > are quoted; so is a group that stands further in than all else."""
    if QUOTED.match(sheet.lines[at].text):
        last = at
        stop = sheet.group(at).stop
        while last + 1 < stop and QUOTED.match(sheet.lines[last + 1].text):
            last += 1
        return Proposal("quote", last, "marked-lines", 0.95, "each line begins with >")
    return _set_in(sheet, at)


def _set_in(sheet: Sheet, at: int) -> Proposal | None:
    group = sheet.group(at)
    line = sheet.lines[at]
    if at != group.start or line.indent < 2 or sheet.layout.indented or MARKER.match(line.text):
        return None
    lines = [sheet.lines[index] for index in group]
    if any(line.indent < 2 or line.gaps for line in lines):
        return None
    return Proposal("quote", group.stop - 1, "stands-in", 0.75, "stands further in than the text")


def passages(sheet: Sheet, lines: range) -> Iterator[range]:
    """The paragraphs of a quotation: its lines one by one, or those that were broken together."""
    filled = [at for at in lines if QUOTED.sub("", sheet.lines[at].text)]
    pairs = [(sheet.lines[at], sheet.lines[at + 1]) for at in filled if at + 1 in lines]
    width = wrap_width([pair for pair in pairs if not QUOTED.fullmatch(pair[1].text)])
    first = None
    for at in lines:
        line = sheet.lines[at]
        if not QUOTED.sub("", line.text):
            if first is not None:
                yield range(first, at)
            first = None
            continue
        if first is not None and not width:
            yield range(first, at)
            first = None
        first = at if first is None else first
    if first is not None:
        yield range(first, lines.stop)
