"""Entities that grow (XML 1.0, 4.1 and 4.4), found before any parser reads them.

A DOCTYPE may define entities by entities, so that a line of text stands for gigabytes. EPUB needs
none: its content documents name no DTD that a reader reads (EPUB 3.3, 2.1).
"""

import re

MOST = 1_000_000
"""Characters that the entities of one file may stand for, all references together."""

MOST_NAMES = 10_000

_DECLARED = re.compile(
    r"<!ENTITY\s+(?:(%)\s+)?([^\s%\"'<>]+)\s+(?:\"([^\"]*)\"|'([^']*)'|(SYSTEM|PUBLIC)\b)"
)
_REFERENCE = re.compile(r"[&%]([\w:.-]+);")
_MARKS = (b"<!ENTITY", "<!ENTITY".encode("utf-16-le"), "<!ENTITY".encode("utf-16-be"))


def entity_fault(data: bytes) -> str | None:
    """What is dangerous about the entities that the XML in `data` declares; None for nothing."""
    mark = next((mark for mark in _MARKS if mark in data), None)
    if mark is None:
        return None
    encoding = {_MARKS[1]: "utf-16-le", _MARKS[2]: "utf-16-be"}.get(mark, "latin-1")
    text = data.decode(encoding, errors="replace")
    values: dict[str, str] = {}
    for percent, name, double, single, outside in _DECLARED.findall(text):
        if outside:
            kind = "parameter entity" if percent else "entity"
            return f"the {kind} {name} names another file"
        values.setdefault(name, double or single)
    if len(values) > MOST_NAMES:
        return f"it declares {len(values):,} entities"
    sizes = _sizes({name: (len(value), _inner(value)) for name, value in values.items()})
    if sizes is None:
        return "an entity is defined by itself"
    grown = sum(sizes.get(name, 0) for name in _inner(text))
    return f"its entities stand for more than {MOST:,} characters" if grown > MOST else None


def _inner(text: str) -> list[str]:
    return _REFERENCE.findall(text)


def _sizes(values: dict[str, tuple[int, list[str]]]) -> dict[str, int] | None:
    """The characters that each entity stands for; None where one is defined by itself.

    Depth first with a stack of its own: a chain of entities can be as long as the file.
    """
    sizes: dict[str, int] = {}
    for start in values:
        path = {start: iter(values[start][1])}
        while path:
            name = next(reversed(path))
            inner = next((one for one in path[name] if one in values and one not in sizes), None)
            if inner in path:
                return None
            if inner is not None:
                path[inner] = iter(values[inner][1])
                continue
            length, names = values[name]
            # More than too much is not counted: ten entities of ten make a number of ten digits.
            sizes[name] = min(MOST + 1, length + sum(sizes.get(one, 0) for one in names))
            del path[name]
    return sizes
