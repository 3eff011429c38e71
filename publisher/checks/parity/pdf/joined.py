"""Tables that run over pages, in one piece again.

What is cut at a page's end is tagged as two elements by some programs, the head of a table
repeated. Paragraphs that are cut are put side by side with the other file's (`flow.py`); tables
have to be joined before, or their heads would be words that the other file has not.
"""

from collections.abc import Sequence

from publisher.checks.parity.builder import RawBlock
from publisher.checks.parity.normal import key


def join_tables(blocks: Sequence[RawBlock]) -> None:
    """Moves the rows of a table that goes on to where it began; what they leave is empty."""
    before: RawBlock | None = None
    for block in blocks:
        if block.note is not None:
            continue  # at the foot of the page that the table leaves
        if before is not None and _goes_on(before, block):
            _move(block, before)
        else:
            before = block if block.kind == "table" else None


def _goes_on(table: RawBlock, block: RawBlock) -> bool:
    if block.kind != "table" or not block.rows or not table.rows:
        return False
    first, last = block.place.page, table.pages[-1]
    if first is None or last is None or first != last + 1:
        return False
    head = _head(table)
    return bool(head) and head == _texts(block, len(head))


def _head(table: RawBlock) -> list[list[str]]:
    count = 0
    for row in table.rows:
        if not row or not all(header for _, _, header in row):
            break
        count += 1
    return _texts(table, count)


def _texts(table: RawBlock, rows: int) -> list[list[str]]:
    return [
        [key("".join(piece.text for piece in table.pieces[first:last])) for first, last, _ in row]
        for row in table.rows[:rows]
    ]


def _move(block: RawBlock, table: RawBlock) -> None:
    skipped = len(_head(table))
    by = len(table.pieces)
    table.pieces += block.pieces
    for row in block.rows[:skipped]:
        for first, last, _ in row:
            for piece in table.pieces[by + first : by + last]:
                piece.text = ""
    moved = [[(first + by, last + by, heads) for first, last, heads in row] for row in block.rows]
    table.rows += moved[skipped:]
    table.pages.append(block.place.page)
    block.pieces, block.rows, block.kind = [], [], "passage"
