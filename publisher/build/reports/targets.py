"""Targets as people and programs read them: a list, or each rule with its reason."""

import json
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

import msgspec

from publisher.targets import Reason, Target

_WIDTH = 96
_CHECKED_ONLY = (
    "Of the PDFs, the one for a screen is made; files for the others are checked for now: "
    "publisher check FILE.pdf --target kdp"
)


class Form(Protocol):
    """Targets as text; `explained` with their rules."""

    def __call__(self, targets: Iterable[Target], *, explained: bool) -> str:
        """The text, without a line's end at its end."""


def targets_text(targets: Iterable[Target], *, explained: bool) -> str:
    """The targets a line each, or each with its rules, their reasons and sources."""
    if explained:
        return "\n\n".join("\n".join(_explained(each)) for each in targets)
    rows = list(targets)
    lines = [f"{each.name:<12} {each.format:<6} {each.description}" for each in rows]
    if any(each.format == "pdf" and not each.usual for each in rows):
        lines += ["", *_indented(_CHECKED_ONLY)]
    return "\n".join(lines)


def _explained(target: Target) -> Iterator[str]:
    yield f"{target.name} ({target.format}): {target.description}"
    if target.base:
        yield f"based on {target.base}"
    for name, value in _rules(target).items():
        yield ""
        yield f"{name} = {json.dumps(value, ensure_ascii=False)}"
        reason = target.because.get(name)
        if reason:
            yield from _indented(reason.why)
            yield from _indented(_origin(target, reason))


def _indented(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="    ", subsequent_indent="    ")


def _origin(target: Target, reason: Reason) -> str:
    origin = target.sources[reason.source]
    where = ", ".join(filter(None, (origin.title, reason.at, origin.address)))
    told = "; others say so" if origin.secondary else ""
    return f"[{where}; read {origin.read}{told}]"


def targets_json(targets: Iterable[Target], *, explained: bool) -> str:
    """The targets as a list of objects; docs/contract.md describes their keys."""
    return json.dumps([_row(each, explained) for each in targets], ensure_ascii=False, indent=2)


def _row(target: Target, explained: bool) -> dict[str, Any]:
    row: dict[str, Any] = {
        "name": target.name,
        "format": target.format,
        "default": target.usual,
        "base": target.base,
        "description": target.description,
    }
    if explained:
        row["rules"] = [
            {"rule": name, "value": value, **_because(target, name)}
            for name, value in _rules(target).items()
        ]
    return row


def _because(target: Target, rule: str) -> dict[str, Any]:
    reason = target.because.get(rule)
    if reason is None:
        return {"why": None, "source": None}
    origin = msgspec.to_builtins(target.sources[reason.source])
    return {"why": reason.why, "source": {**origin, "at": reason.at}}


def _rules(target: Target) -> dict[str, Any]:
    rules: dict[str, Any] = msgspec.to_builtins(target.rules)
    return rules


TARGET_FORMS: dict[str, Form] = {"text": targets_text, "json": targets_json}
