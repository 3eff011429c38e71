"""Findings on files, without building anything: sources as they are read, EPUBs, PDFs."""

from collections.abc import Sequence
from pathlib import Path

from publisher.assets import printable
from publisher.build.outcome import Outcome, Report
from publisher.build.prepare import prepare
from publisher.build.works import Work, find_works
from publisher.checks import epubcheck
from publisher.checks.findings import findings
from publisher.checks.pdf import check_pdf
from publisher.diagnostics import Diagnostic, PublisherError, UsageError, diagnose
from publisher.span import whole_file


def check_files(files: Sequence[Path]) -> Report:
    """A report with an outcome for each file, or for each work of a folder.

    Raises UsageError: SRC001 for a path that is not there, and as `find_works` does.
    """
    outcomes: list[Outcome] = []
    diagnostics: list[Diagnostic] = []
    for file in files:
        if file.suffix.lower() in _FINISHED and file.is_file():
            found = _FINISHED[file.suffix.lower()](file)
            name = printable(file)
            outcomes.append(Outcome(name, name, diagnostics=tuple(found)))
        else:
            sources = find_works([file])
            outcomes += [_check_source(work) for work in sources.works]
            diagnostics += sources.diagnostics
    return Report(tuple(outcomes), tuple(diagnostics))


def _check_source(work: Work) -> Outcome:
    source = printable(work.source)
    try:
        prepared = prepare(work, epoch=None)
    except PublisherError as failure:
        wrong = isinstance(failure, UsageError)
        return Outcome(work.name, source, (), failure.diagnostics, misconfigured=wrong)
    return Outcome(work.name, source, (), prepared.diagnostics, prepared.read.changes)


def _check_epub(path: Path) -> Sequence[Diagnostic]:
    name = printable(path)
    try:
        messages = epubcheck.validate(path)
    except epubcheck.EpubcheckUnavailable as failure:
        return [diagnose("EPB004", whole_file(name), reason=str(failure))]
    except epubcheck.EpubcheckFailed as failure:
        return [diagnose("EPB005", whole_file(name), reason=str(failure))]
    return list(findings(path, name, messages))


def _check_pdf(path: Path) -> Sequence[Diagnostic]:
    return list(check_pdf(path, printable(path)))


_FINISHED = {".epub": _check_epub, ".pdf": _check_pdf}
