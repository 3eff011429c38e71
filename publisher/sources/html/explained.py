"""What each line of a page was taken for: the roles that `explain` shows."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from publisher.document.normalisation import Normalisation
from publisher.sources.html.head import Part
from publisher.sources.html.main_text import Verdict
from publisher.sources.html.units import Unit
from publisher.sources.reading import Alternative, LineRole
from publisher.span import Span

Place = Callable[[int, int], Span]

LEFT_OUT = "left-out"
_TOGETHER = frozenset((LEFT_OUT, "table", "list"))
_ROLES = (
    (("figcaption", "caption"), "caption"),
    (("td", "th", "table"), "table"),
    (("pre",), "code"),
    (("blockquote",), "quote"),
    (("li", "dt", "dd"), "list"),
    (("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
)


def line_roles(
    passages: Sequence[Unit], verdicts: Sequence[Verdict], parts: Sequence[Part], place: Place
) -> Iterator[LineRole]:
    """A role for each passage, in order; items, cells and what is left out in a row share one."""
    for part in parts:
        if part.passage is None:
            yield LineRole(
                1, 1, part.role, part.rule, part.confidence, f"{part.reason}: {part.words}"
            )
    last: LineRole | None = None
    for role in _roles(passages, verdicts, parts, place):
        if last and role.role in _TOGETHER and (last.role, last.rule) == (role.role, role.rule):
            last = msgspec.structs.replace(last, last=max(last.last, role.last))
            continue
        if last:
            yield last
        last = role
    if last:
        yield last


def _roles(
    passages: Sequence[Unit], verdicts: Sequence[Verdict], parts: Sequence[Part], place: Place
) -> Iterator[LineRole]:
    for one, verdict in zip(passages, verdicts, strict=True):
        span = place(one.start, one.end)
        named = [part for part in parts if part.passage is one]
        yield from (_role(one, verdict, part, span) for part in named or (None,))


def _role(one: Unit, verdict: Verdict, part: Part | None, span: Span) -> LineRole:
    lines = span.line, max(span.line, span.end_line)
    if part:
        nearly = (Alternative(_kind(one), verdict.rule, 0.4),) if verdict.kept else ()
        return LineRole(*lines, part.role, part.rule, part.confidence, part.reason, nearly)
    if not verdict.kept:
        nearly = (Alternative(_kind(one), "passage", round(1 - verdict.confidence, 2)),)
        return LineRole(*lines, LEFT_OUT, verdict.rule, verdict.confidence, verdict.reason, nearly)
    nearly = ()
    if verdict.confidence < 1:
        nearly = (Alternative(LEFT_OUT, "outside-main-text", round(1 - verdict.confidence, 2)),)
    return LineRole(*lines, _kind(one), verdict.rule, verdict.confidence, verdict.reason, nearly)


def _kind(one: Unit) -> str:
    around = {element.name for element in one.around()}
    for names, role in _ROLES:
        if around & set(names):
            return role
    return "figure" if one.pictures and not one.words else "paragraph"


def left_out(
    passages: Sequence[Unit], verdicts: Sequence[Verdict], parts: Sequence[Part], place: Place
) -> Iterator[Normalisation]:
    """A record of the words that did not come into the document, those in a row together."""
    named = {id(part.passage) for part in parts if part.passage}
    words: list[str] = []
    start = end = 0
    for one, verdict in zip(passages, verdicts, strict=True):
        if verdict.kept or id(one) in named:
            if words:
                yield Normalisation(LEFT_OUT, "\n".join(words), "", place(start, end))
            words = []
            continue
        if one.words:
            start = start if words else one.start
            end = one.end
            words.append(one.words)
    if words:
        yield Normalisation(LEFT_OUT, "\n".join(words), "", place(start, end))
