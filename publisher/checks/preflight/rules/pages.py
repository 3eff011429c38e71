"""How many pages there are, how large the file is, and what it is called."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from publisher.checks.preflight.found import Found
from publisher.checks.preflight.subject import Subject


def page_count(subject: Subject) -> Iterator[Found]:
    """PRE070: too few pages; PRE071: too many; PRE072: not a multiple of what a sheet has."""
    rules = subject.rules
    if not rules:
        return
    count = len(subject.sheets)
    facts = {"count": f"{count:,}"}
    if count < rules.pages_least:
        yield Found(code="PRE070", facts={**facts, "least": str(rules.pages_least)})
    if count > rules.pages_most:
        yield Found(code="PRE071", facts={**facts, "most": f"{rules.pages_most:,}"})
    if count % rules.pages_multiple:
        short = str(rules.pages_multiple - count % rules.pages_multiple)
        multiple = str(rules.pages_multiple)
        yield Found(code="PRE072", facts={**facts, "multiple": multiple, "short": short})


def file_name(subject: Subject) -> Iterator[Found]:
    """PRE073: a name that is not what the target asks for."""
    rules = subject.rules
    if rules and rules.file_name:
        name = PurePosixPath(subject.source.name).name
        if not re.fullmatch(rules.file_name, name):
            yield Found(code="PRE073", facts={"name": name, "pattern": rules.file_name})


def file_size(subject: Subject) -> Iterator[Found]:
    """PRE074: more bytes than the target takes."""
    rules = subject.rules
    if rules and len(subject.source.data) > rules.file_bytes:
        size, most = len(subject.source.data) / 1e6, rules.file_bytes / 1e6
        yield Found(code="PRE074", facts={"size": f"{size:.1f}", "most": f"{most:g}"})
