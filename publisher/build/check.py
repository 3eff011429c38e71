"""Findings on files, without building anything: sources as they are read, EPUBs, PDFs."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import MappingProxyType

import msgspec

from publisher.assets import printable
from publisher.build.examine import disabled_checks, enabled_checks, examine
from publisher.build.fix import Fixings
from publisher.build.outcome import Outcome, Report
from publisher.build.preflight import check_pdf, is_pdf, pdf_targets
from publisher.build.works import Work, find_works
from publisher.checks.epub.check import check_epub
from publisher.checks.source import check_reading
from publisher.configuration.settings import find_project
from publisher.diagnostics import Diagnostic, UsageError
from publisher.span import Span


def check_files(
    files: Sequence[Path],
    fixings: Fixings = MappingProxyType({}),
    *,
    with_ace: bool = False,
    targets: Sequence[str] = (),
    pictures: Path | None = None,
) -> Report:
    """A report with an outcome for each file, or for each work of a folder, and its `fixings`.

    `with_ace` has Ace read each EPUB, too. PDFs are checked against `targets`, and their pages with
    findings are drawn into the folder `pictures`.

    Raises UsageError: SRC001 for a path that is not there, and as `find_works` and `pdf_targets`
    do.
    """
    against = pdf_targets(targets, files)
    outcomes: list[Outcome] = []
    diagnostics: list[Diagnostic] = []
    for file in files:
        if is_pdf(file):
            outcomes.append(check_pdf(file, against, pictures))
        elif file.suffix.lower() == ".epub" and file.is_file():
            outcomes.append(_check_epub(file, with_ace=with_ace))
        else:
            sources = find_works([file])
            outcomes += [_with_fixing(_check_source(work), work, fixings) for work in sources.works]
            diagnostics += sources.diagnostics
    return Report(tuple(outcomes), tuple(diagnostics))


def _with_fixing(outcome: Outcome, work: Work, fixings: Fixings) -> Outcome:
    fixing = fixings.get(work.source.resolve())
    if fixing is None:
        return outcome
    diagnostics = (*outcome.diagnostics, *fixing.diagnostics)
    return msgspec.structs.replace(outcome, diagnostics=diagnostics, fixing=fixing)


def _check_source(work: Work) -> Outcome:
    source = printable(work.source)
    try:
        disabled = disabled_checks(work.project)
        examined = examine(work)
    except UsageError as failure:
        return Outcome(work.name, source, (), failure.diagnostics, misconfigured=True)
    if work.is_publication:
        disabled = (*disabled, *_BY_ASSEMBLY)
    amiss = [
        found.diagnostic
        for read in examined.reads
        for found in check_reading(read.reading, disabled)
    ]
    changes = tuple(change for read in examined.reads for change in read.changes)
    return Outcome(work.name, source, (), tuple(_once(examined.diagnostics, amiss)), changes)


def _once(diagnostics: Sequence[Diagnostic], amiss: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """All findings; of a mark that both typography and a check find fault with, the check's."""
    places = {
        (found.span.file, found.span.line, found.span.column)
        for found in amiss
        if found.span and found.code in _SAME
    }
    for found in diagnostics:
        if not (found.code in _BOTH and found.span and places & set(_columns(found.span))):
            yield found
    yield from amiss


_BY_ASSEMBLY = ("LNT012",)
"""What may well lead to another part: LAY005 and LAY006 say what leads nowhere in all of them."""

_SAME = frozenset(("LNT001", "LNT002", "LNT005", "LNT006"))
_BOTH = frozenset(("TYP002", "TYP003", "TYP004", "TYP005"))
"""What typography finds as well as those, where it knows the language."""


def _columns(span: Span) -> Iterator[tuple[str, int, int]]:
    """The places in a span of one line, the first of an empty or a longer one."""
    last = span.end_column if span.end_line == span.line else span.column
    return (
        (span.file, span.line, column) for column in range(span.column, max(last, span.column + 1))
    )


def _check_epub(path: Path, *, with_ace: bool) -> Outcome:
    name = printable(path)
    try:
        project = find_project(path.parent)
        disabled, enabled = disabled_checks(project), enabled_checks(project)
    except UsageError as failure:
        return Outcome(name, name, (), failure.diagnostics, misconfigured=True)
    return Outcome(name, name, (), check_epub(path, disabled, enabled, with_ace=with_ace))
