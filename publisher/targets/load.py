"""Targets from their files, each over the one that it is based on."""

import datetime
import functools
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec

from publisher.configuration.settings import Format, read_toml, shown
from publisher.configuration.toml import did_you_mean, key_place, load, read_rows
from publisher.diagnostics import UsageError, diagnose
from publisher.span import Span, whole_file
from publisher.targets.target import DEFAULTS, Target, TargetFile

FOLDER = "targets"
"""The folder of a project, beside publisher.toml, that holds its own targets."""


def target_files(root: Path) -> dict[str, Path]:
    """The file of every target by name; the user's own below `root` go before publisher's."""
    return _own_files() | _files_in(root / FOLDER)


def load_target(name: str, root: Path, place: Span | None = None) -> Target:
    """The target `name`: from targets/ below `root`, or one that came with publisher.

    Raises UsageError: TGT001 where there is none of that name, at the `place` that asks for it;
    TGT002 for targets that are based on each other, TGT003 for a reason without its rule or its
    source, TGT004 where rules of its format are missing; and as `load` does for its file.
    """
    files = target_files(root)
    return _load(_file_of(name, files, place), tuple(files.items()), ())


def usual_target(kind: Format) -> Target:
    """The target of a format where none is named, as it came with publisher."""
    files = _own_files()
    return _load(files[DEFAULTS[kind]], tuple(files.items()), ())


def _own_files() -> dict[str, Path]:
    return _files_in(Path(str(resources.files("publisher.targets"))))


def _files_in(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in sorted(folder.glob("*.toml"))}


def _file_of(name: str, files: Mapping[str, Path], place: Span | None) -> Path:
    if name not in files:
        facts = {"target": name, "suggestion": did_you_mean(name, set(files))}
        raise UsageError(diagnose("TGT001", place, **facts))
    return files[name]


@functools.cache
def _load(path: Path, known: tuple[tuple[str, Path], ...], above: tuple[Path, ...]) -> Target:
    """The target in `path`, one of the `known` ones; those `above` are based on it."""
    text, file = read_toml(path), shown(path)
    rows = read_rows(text, file)
    base = rows.get("base")
    inherited: Mapping[str, Any] = {}
    if isinstance(base, str):
        place = key_place(text, file, "base")
        # A project's own "kobo" may be based on the one that came with publisher.
        files = dict(known) if base != path.stem else _own_files()
        found = _file_of(base, files, place)
        if found in (path, *above):
            raise UsageError(diagnose("TGT002", place, base=base))
        inherited = _inherited(_load(found, known, (path, *above)), rows)
    stated = load(text, file, TargetFile, base=inherited)
    _require_reasons(stated, text, file)
    return Target(name=path.stem, **msgspec.structs.asdict(stated))


def _inherited(base: Target, rows: Mapping[str, Any]) -> dict[str, Any]:
    """What `base` says, as TOML has it, less the reasons for what `rows` change."""
    own = rows.get(base.format)
    changed = own if isinstance(own, dict) else {}
    because = {rule: reason for rule, reason in base.because.items() if rule not in changed}
    plain = msgspec.structs.replace(base, because=because)
    said = msgspec.to_builtins(plain, builtin_types=(datetime.date,))
    left_out = ("name", "base")
    return {key: said[key] for key in said if key not in left_out and said[key] is not None}


def _require_reasons(target: TargetFile, text: str, file: str) -> None:
    """TGT003 and TGT004: rules of the target's format, reasons for them, sources of the reasons."""
    other = target.pdf if target.format == "epub" else target.epub
    if target.rules is None or other is not None:
        raise UsageError(diagnose("TGT004", whole_file(file), format=target.format))
    rules = set(target.rules.__struct_fields__)
    for rule, reason in target.because.items():
        if rule not in rules:
            facts = {"name": rule, "what": "rule", "suggestion": did_you_mean(rule, rules)}
            raise UsageError(diagnose("TGT003", key_place(text, file, "because", rule), **facts))
        if reason.source not in target.sources:
            known = did_you_mean(reason.source, set(target.sources))
            facts = {"name": reason.source, "what": "source", "suggestion": known}
            raise UsageError(diagnose("TGT003", key_place(text, file, "because", rule), **facts))
