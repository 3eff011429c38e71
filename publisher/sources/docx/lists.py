"""Paragraphs with places in lists to lists in lists."""

from collections.abc import Callable, Iterator, Sequence

from publisher.document.nodes import Block, List, ListItem, Paragraph
from publisher.sources.docx.items import Para
from publisher.span import Span

Entry = list[Para]
"""A paragraph with a place, and those without one that go on with it."""


def lists(paras: Sequence[Para], make: Callable[[Para], Paragraph]) -> Iterator[Block]:
    """The lists that `paras` make, each paragraph made by `make`; the first has a place.

    A new list begins where marks follow numbers, and where numbers begin anew.
    """
    entries: list[Entry] = []
    for para in paras:
        if para.place is not None or not entries:
            entries.append([para])
        else:
            entries[-1].append(para)
    yield from _lists(entries, make)


def _lists(entries: Sequence[Entry], make: Callable[[Para], Paragraph]) -> Iterator[Block]:
    level = _level(entries[0])
    items: list[list[Entry]] = []
    for entry in entries:
        if items and _level(entry) > level:
            items[-1].append(entry)
        elif items and not _goes_on(items[-1][0], entry):
            yield _list(items, make)
            items = [[entry]]
        else:
            items.append([entry])
    yield _list(items, make)


def _level(entry: Entry) -> int:
    return entry[0].place.level if entry[0].place else 0


def _goes_on(before: Entry, entry: Entry) -> bool:
    one, two = before[0].place, entry[0].place
    if one is None or two is None or one.ordered != two.ordered:
        return False
    return not two.ordered or two.number == one.number + 1


def _list(items: Sequence[Sequence[Entry]], make: Callable[[Para], Paragraph]) -> List:
    first = items[0][0][0].place
    ordered = first is not None and first.ordered
    made = tuple(_item(item, make) for item in items)
    spans = [block.span for item in made for block in item.blocks if block.span]
    return List(
        items=made,
        ordered=ordered,
        start=first.number if first is not None and ordered else 1,
        tight=all(len(item[0]) == 1 for item in items),
        span=_from_to(spans),
    )


def _item(item: Sequence[Entry], make: Callable[[Para], Paragraph]) -> ListItem:
    own = tuple(map(make, item[0]))
    below = tuple(_lists(item[1:], make)) if len(item) > 1 else ()
    return ListItem(blocks=(*own, *below))


def _from_to(spans: Sequence[Span]) -> Span | None:
    if not spans:
        return None
    first, last = spans[0], spans[-1]
    return Span(first.file, first.line, first.column, last.end_line, last.end_column)
