"""Front matter: YAML between `---` lines at the very start, or TOML between `+++` lines (Hugo's).

YAML is taken apart, never built (YAML 1.2.2, 3.1): values are the characters that were written, so
that `language: no` is Norwegian; tags and aliases are faults.
"""

import collections
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator

import msgspec
import yaml
from yaml.composer import Composer
from yaml.resolver import Resolver

from publisher.diagnostics import PublisherError, diagnose
from publisher.sources.source_map import SourceMap
from publisher.span import Span

_END = r"[ \t]*(?:\r\n?|\n)"
_YAML = re.compile(
    rf"---{_END}(?P<text>(?:(?!---|\.\.\.)[^\r\n]*(?:\r\n?|\n))*?)(?:---|\.\.\.)(?:{_END}|[ \t]*\Z)"
)
_TOML = re.compile(
    rf"\+\+\+{_END}(?P<text>(?:(?!\+\+\+)[^\r\n]*(?:\r\n?|\n))*?)\+\+\+(?:{_END}|[ \t]*\Z)"
)
_KEY = re.compile(
    r"\s*(?:#[^\r\n]*[\r\n]\s*)*(?:[A-Za-z_][\w.-]*|\"[^\"\n]*\"|'[^'\n]*')[ \t]*:(?:\s|\Z)"
)
_LONGEST = 64_000
_DEEPEST = 12

Place = Callable[..., Span]
Value = str | list["Value"] | dict[str, "Value"]


class Entry(msgspec.Struct, frozen=True):
    """A key of the front matter with its value, where it stands, and where its value does."""

    key: str
    value: Value
    span: Span
    words: Span


class FrontMatter(msgspec.Struct, frozen=True):
    """The entries in order, and the offset at which the text begins."""

    entries: tuple[Entry, ...] = ()
    end: int = 0


def read_front_matter(source_map: SourceMap) -> FrontMatter:
    """What stands between the marks at the start of a source, if it is keys and values.

    A thematic break with text below it is no front matter. Raises PublisherError: MKD001 for what
    is no YAML or TOML, MKD002 for tags, anchors, aliases and what is too large, at their place.
    """
    raw = source_map.raw
    if found := _YAML.match(raw):
        entries = _read_yaml(source_map, found) if _is_yaml(found["text"]) else None
    elif found := _TOML.match(raw):
        entries = _read_toml(source_map, found)
    else:
        return FrontMatter()
    return FrontMatter() if entries is None else FrontMatter(entries, found.end())


def _is_yaml(text: str) -> bool:
    return not text.strip() or _KEY.match(text) is not None


def _read_yaml(source_map: SourceMap, found: re.Match[str]) -> tuple[Entry, ...]:
    text, start = found["text"], found.start("text")

    def place(mark: yaml.Mark | None, end: yaml.Mark | None = None) -> Span:
        first = start + (mark.index if mark else 0)
        return source_map.raw_span(first, max(first, start + end.index) if end else first)

    if len(text) > _LONGEST:
        raise PublisherError(diagnose("MKD002", place(None), what="front matter of this size"))
    try:
        events = yaml.parse(text, Loader=yaml.SafeLoader)
        root = _Composer(_allowed(events, place)).get_single_node()
    except yaml.MarkedYAMLError as failure:
        mark = failure.problem_mark or failure.context_mark
        if mark and mark.index >= len(text) and failure.context_mark:
            mark = failure.context_mark  # where what is never closed begins
        reason = " ".join(filter(None, (failure.context, failure.problem)))
        raise PublisherError(diagnose("MKD001", place(mark), reason=reason)) from failure
    except yaml.YAMLError as failure:
        at = getattr(failure, "position", 0)
        where = source_map.raw_span(start + at, start + at)
        reason = str(failure).splitlines()[0]
        raise PublisherError(diagnose("MKD001", where, reason=reason)) from failure
    if root is None:
        return ()
    if not isinstance(root, yaml.MappingNode):
        raise PublisherError(diagnose("MKD001", place(root.start_mark), reason="no key: value"))
    return tuple(
        Entry(
            str(key.value),
            _value(value),
            place(key.start_mark, key.end_mark),
            _words(source_map, value, start),
        )
        for key, value in root.value
    )


class _Composer(Composer, Resolver):
    """PyYAML's composer, for events that were read already."""

    def __init__(self, events: Iterable[yaml.Event]) -> None:
        Composer.__init__(self)
        Resolver.__init__(self)
        self._events = collections.deque(events)

    def check_event(self, *choices: type[yaml.Event]) -> bool:
        return bool(self._events) and isinstance(self._events[0], choices or yaml.Event)

    def peek_event(self) -> yaml.Event:
        return self._events[0]

    def get_event(self) -> yaml.Event:
        return self._events.popleft()


def _allowed(events: Iterable[yaml.Event], place: Place) -> Iterator[yaml.Event]:
    """The events; raises for what a description never needs, and programs trip over."""
    depth = 0
    for event in events:
        what = None
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            what = "an anchor or alias"
        elif tag := getattr(event, "tag", None):
            what = f"the tag {tag}"
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            what = f"more than {_DEEPEST} levels"
        if what:
            span = place(event.start_mark, event.end_mark)
            raise PublisherError(diagnose("MKD002", span, what=what))
        yield event


def _words(source_map: SourceMap, node: yaml.Node, start: int) -> Span:
    """Where the characters of a value stand, without the quotation marks around them."""
    first, last = start + node.start_mark.index, start + node.end_mark.index
    text = str(node.value) if isinstance(node, yaml.ScalarNode) else ""
    found = source_map.raw.find(text, first, last) if text else -1
    return source_map.raw_span(*((first, last) if found < 0 else (found, found + len(text))))


def _value(node: yaml.Node) -> Value:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(value) for value in node.value]
    plain = isinstance(node, yaml.ScalarNode) and not node.style
    return "" if plain and node.value in ("~", "null") else str(node.value)


_AT_POSITION = re.compile(r"(.*) \(at line (\d+), column (\d+)\)")


def _read_toml(source_map: SourceMap, found: re.Match[str]) -> tuple[Entry, ...]:
    text, name = re.sub("\r\n?", "\n", found["text"]), source_map.name
    try:
        rows = tomllib.loads(text)
    except tomllib.TOMLDecodeError as failure:
        at = _AT_POSITION.fullmatch(str(failure))
        line, column = (int(at[2]) + 1, int(at[3])) if at else (1, 1)
        reason = at[1] if at else str(failure)
        where = Span(name, line, column, line, column)
        raise PublisherError(diagnose("MKD001", where, reason=reason)) from failure
    return tuple(_toml_entry(text, name, key, _written(value)) for key, value in rows.items())


def _written(value: object) -> Value:
    if isinstance(value, dict):
        return {str(key): _written(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_written(inner) for inner in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _toml_entry(text: str, name: str, key: str, value: Value) -> Entry:
    pattern = re.compile(rf"\[*\s*[\"']?{re.escape(key)}[\"']?\s*[\]=.]")
    for number, line in enumerate(text.split("\n"), start=2):
        if pattern.match(line):
            whole = Span(name, number, 1, number, len(line) + 1)
            at = line.find(value) if isinstance(value, str) and value else -1
            words = Span(name, number, at + 1, number, at + 1 + len(value)) if at >= 0 else whole
            return Entry(key, value, whole, words)
    return Entry(key, value, Span(name), Span(name))
