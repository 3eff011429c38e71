"""Tables that belong together, cell by cell."""

from collections.abc import Iterator

from publisher.checks.parity.content import Block, Cell
from publisher.checks.parity.joint import Joint
from publisher.checks.parity.normal import BREAK, same
from publisher.checks.parity.saying import quoted
from publisher.diagnostics import Diagnostic, diagnose


def tell_tables(one: Joint, other: Joint) -> Iterator[Diagnostic]:
    """PAR012 for other rows or the first cell with other words, PAR013 for the first header."""
    left, right = one.first, other.first
    if left.kind != "table" or right.kind != "table":
        return
    facts = {"words": quoted(left.text), "place": left.place, "there": right.place}
    shapes = _shape(left), _shape(right)
    if shapes[0] != shapes[1]:
        sizes = {"one": _size(left), "other": _size(right)}
        yield diagnose("PAR012", left.place.span, **facts, **sizes)
        return
    pairs = [
        (here, there)
        for row, others in zip(left.rows, right.rows, strict=True)
        for here, there in zip(row, others, strict=True)
    ]
    for here, there in pairs:
        mine, theirs = _text(left, here), _text(right, there)
        if not same(mine, theirs):
            cells = {"one": quoted(mine), "other": quoted(theirs)}
            yield diagnose("PAR012", left.place.span, **facts, **cells)
            break
    yield from _headers(one, other, pairs)


def _headers(one: Joint, other: Joint, pairs: list[tuple[Cell, Cell]]) -> Iterator[Diagnostic]:
    for here, there in pairs:
        if here.header != there.header:
            head, plain = (one, other) if here.header else (other, one)
            yield diagnose(
                "PAR013",
                head.first.place.span,
                words=quoted(_text(one.first, here)),
                file=head.content.name,
                place=head.first.place,
                there=plain.first.place,
            )
            return


def _shape(table: Block) -> list[int]:
    return [len(row) for row in table.rows]


def _size(table: Block) -> str:
    return f"{len(table.rows)} rows with {sum(_shape(table))} cells"


def _text(table: Block, cell: Cell) -> str:
    return table.text[cell.start : cell.end].strip(" " + BREAK)
