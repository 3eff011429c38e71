"""Attributes in braces, as Pandoc writes them: `{#id .class key=value}`.

What becomes of them: an id, classes (which say what a thing is), a language and a direction, an
alternative text. Others have no effect, and a finding says so.
"""

import re

import msgspec

_ITEM = re.compile(
    r"\s*(?:#(?P<id>[^\s{}#.=\"']+)|\.(?P<class>[^\s{}#.=\"'][^\s{}#=\"']*)|(?P<unnumbered>-)(?=[\s}])"
    r"|(?P<key>[A-Za-z_:][\w:.-]*)=(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s{}\"'=]+)))"
    r"(?=[\s}])"
)
_END = re.compile(r"\s*\}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


class Attributes(msgspec.Struct, frozen=True):
    """What stood in the braces, and where they end."""

    id: str | None = None
    classes: tuple[str, ...] = ()
    values: dict[str, str] = {}
    end: int = 0

    @property
    def node(self) -> dict[str, str]:
        """The fields that any node may have: `id`, `language`, `direction`."""
        fields = {"id": self.id or "", "language": self._language, "direction": self._direction}
        return {name: value for name, value in fields.items() if value}

    @property
    def _language(self) -> str:
        written = self.values.get("lang", "")
        return written if _LANGUAGE.fullmatch(written) else ""

    @property
    def _direction(self) -> str:
        written = self.values.get("dir", "")
        return written if written in ("ltr", "rtl") else ""

    def without_effect(self, *used: str) -> list[str]:
        """What no node can hold, as it was written; `used` are classes and keys that have one."""
        known = {"lang", "dir", *used}
        classes = [f".{name}" for name in self.classes if name not in known]
        return classes + [f"{key}={self.values[key]}" for key in self.values if key not in known]


def read_attributes(text: str, start: int) -> Attributes | None:
    """The attributes in the braces that open at `start` of `text`; None where these are none."""
    if not text.startswith("{", start):
        return None
    anchor, classes, values, position = None, [], {}, start + 1
    while found := _ITEM.match(text, position):
        position = found.end()
        if found["id"]:
            anchor = found["id"]
        elif found["class"]:
            classes.append(found["class"])
        elif found["key"]:
            values[found["key"]] = found["double"] or found["single"] or found["bare"] or ""
    closing = _END.match(text, position)
    if not closing or position == start + 1:
        return None
    return Attributes(anchor, tuple(classes), values, closing.end())


_TRAILING = re.compile(r"\{[^{}]*\}[ \t]*$")


def trailing_attributes(text: str) -> tuple[str, Attributes | None]:
    """`text` without the attributes at its end, and these."""
    found = _TRAILING.search(text) if text.rstrip(" \t").endswith("}") else None
    attributes = read_attributes(text, found.start()) if found else None
    if found is None or attributes is None:
        return text, None
    return text[: found.start()].rstrip(" \t"), attributes
