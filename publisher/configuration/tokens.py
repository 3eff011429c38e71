"""Tokens: what var(--name) stands for in a theme's style sheets and in its other tokens."""

import re
from pathlib import Path

from publisher.configuration.settings import shown
from publisher.configuration.toml import key_place
from publisher.diagnostics import PublisherError, diagnose
from publisher.span import Span

_TOKEN = re.compile(r"var\(--([\w-]+)\)")


def resolve(text: str, tokens: dict[str, str], file: str, described: Path) -> str:
    """`text` of the file of that name with the value of each token in its place.

    Raises PublisherError: LAY003 for a token that is not defined, or by itself alone, where it is
    used: in `file`, or in the theme.toml at `described`.
    """

    def value(found: re.Match[str]) -> str:
        if found[1] not in tokens:
            raise _undefined(found[1], _place_in(found, file))
        return _token(found[1], (), tokens, described)

    return _TOKEN.sub(value, text)


def resolve_token(name: str, tokens: dict[str, str], described: Path) -> str:
    """The value of the token `name`. Raises PublisherError as `resolve` does."""
    if name not in tokens:
        text = described.read_text(encoding="utf-8")
        raise _undefined(name, key_place(text, shown(described), "print", "tokens"))
    return _token(name, (), tokens, described)


def token_place(name: str, described: Path) -> Span:
    """Where the theme.toml at `described` has the token `name`, or its start."""
    return key_place(described.read_text(encoding="utf-8"), shown(described), "print.tokens", name)


def _token(name: str, around: tuple[str, ...], tokens: dict[str, str], described: Path) -> str:
    def value(found: re.Match[str]) -> str:
        inner = found[1]
        if inner not in tokens or inner in (*around, name):
            raise _undefined(inner, token_place(name, described))
        return _token(inner, (*around, name), tokens, described)

    return _TOKEN.sub(value, tokens[name])


def _undefined(name: str, place: Span) -> PublisherError:
    return PublisherError(diagnose("LAY003", place, token=f"--{name}"))


def _place_in(found: re.Match[str], file: str) -> Span:
    text, start = found.string, found.start()
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return Span(file, line, column, line, column + len(found[0]))
