"""Entities that grow (XML 1.0, 4.1 and 4.4), found before any parser reads them.

A DOCTYPE may define entities by entities, so that a line of text stands for gigabytes. EPUB needs
none: its content documents name no DTD that a reader reads (EPUB 3.3, 2.1).
"""

import re

MOST = 1_000_000
"""Characters that the entities of one file may stand for, all references together."""

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
    sizes: dict[str, int] = {}
    for name in values:
        if _size(name, values, sizes) is None:
            return f"the entity {name} is defined by itself"
    grown = sum(sizes.get(name, 0) for name in _REFERENCE.findall(text))
    return f"its entities stand for {grown:,} characters" if grown > MOST else None


def _size(name: str, values: dict[str, str], sizes: dict[str, int]) -> int | None:
    """The characters that an entity stands for; None where it is defined by itself.

    Depth first, with a stack of its own: a chain of entities can be as long as the file.
    """
    path = [name]
    while path:
        top = path[-1]
        inner = [each for each in _REFERENCE.findall(values[top]) if each in values]
        unknown = next((each for each in inner if each not in sizes), None)
        if unknown is None:
            sizes[top] = len(values[top]) + sum(sizes[each] for each in inner)
            path.pop()
        elif unknown in path:
            return None
        else:
            path.append(unknown)
    return sizes[name]
