"""Works into files: each prepared, rendered, validated, and put in place when it is whole."""

import datetime
import functools
import hashlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import msgspec

from publisher.assets import Source, Staged, printable, staged
from publisher.build.density import too_small
from publisher.build.fitting import fit_pictures, unmet
from publisher.build.garbage import rare_collections
from publisher.build.outcome import Input, Outcome, Output
from publisher.build.prepare import Prepared
from publisher.build.ready import make_ready
from publisher.build.target_choice import targets_for
from publisher.build.works import Work, collisions, relative_name
from publisher.checks import epubcheck
from publisher.checks.contrast import faint_colours
from publisher.configuration.settings import Format, shown
from publisher.diagnostics import (
    Diagnostic,
    PublisherError,
    Severity,
    UsageError,
    diagnose,
    worst,
)
from publisher.document.normalisation import Normalisation
from publisher.fonts.library import Library, library_for
from publisher.layouts import Theme, load_theme
from publisher.pictures import Shelf
from publisher.publication import Publication
from publisher.span import whole_file
from publisher.targets import Target, load_target

Backend = Callable[[Publication, Theme, Library], bytes]


def _backend(target: Target) -> Backend:
    """The backend for a target, imported when it is first asked for: WeasyPrint takes 0.3 s."""
    match target.format:
        case "epub":
            from publisher.backends.epub import render_epub

            return functools.partial(render_epub, target=target)
        case "pdf":
            from publisher.backends.pdf import render_pdf

            return render_pdf


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How to build.

    `to`, `targets` and `theme` go before the project's settings; without `check`, EPUBCheck is
    left out;
    `strict_structure` refuses works that hold what can only be guessed at;
    `epoch` is the moment that SOURCE_DATE_EPOCH fixes.
    """

    out: Path
    to: tuple[Format, ...] = ()
    targets: tuple[str, ...] = ()
    theme: str | None = None
    check: bool = True
    strict_structure: bool = False
    epoch: datetime.datetime | None = None


class _Job(msgspec.Struct, frozen=True):
    """A work with its targets; without any, `refused` says why."""

    work: Work
    targets: tuple[Target, ...]
    check: bool
    refused: tuple[Diagnostic, ...] = ()

    def path(self, target: Target, options: Options) -> Path:
        """Where the output for `target` goes."""
        return options.out / target.file_name(self.work.name)


def build_works(works: Sequence[Work], options: Options) -> Iterator[Outcome]:
    """The outcome of each work, in order, as soon as it is there.

    A work that fails does not stop the others. Raises UsageError for a theme or a target that
    cannot be loaded, FNT002 for a theme whose fonts are not there: no work could be built with it.
    """
    for name, root in {
        (options.theme or work.project.settings.theme, work.project.root) for work in works
    }:
        _require_fonts(load_theme(name, root), library_for(root))
    for name, root in {(name, work.project.root) for name in options.targets for work in works}:
        load_target(name, root)
    jobs = [_job(work, options) for work in works]
    refused = collisions(works) | _overwritten(jobs, options)
    if epubcheck.available() and any(job.check for job in jobs):
        epubcheck.start()  # Java starts while the backends are imported
    shelf = Shelf()
    with ThreadPoolExecutor(1) as validator:
        for job in jobs:
            if job.work.source in refused:
                yield _failure(job, options, (refused[job.work.source],))
            elif job.refused:
                yield _failure(job, options, job.refused, misconfigured=True)
            else:
                with rare_collections():
                    outcome = _outcome(job, options, validator, shelf)
                yield outcome


def _job(work: Work, options: Options) -> _Job:
    try:
        targets = targets_for(work, options.to, options.targets)
    except UsageError as failure:
        return _Job(work, (), False, failure.diagnostics)
    checked = options.check and work.project.settings.check
    return _Job(work, targets, checked and any(each.format == "epub" for each in targets))


def _overwritten(jobs: Sequence[_Job], options: Options) -> dict[Path, Diagnostic]:
    """BLD006 for each work that would be written over a source: an EPUB can be either."""
    sources = {job.work.source.resolve() for job in jobs}
    found = {}
    for job in jobs:
        for target in job.targets:
            path = job.path(target, options)
            if path.resolve() in sources:
                file = printable(path)
                found[job.work.source] = diagnose("BLD006", whole_file(file), file=file)
    return found


def _require_fonts(theme: Theme, library: Library) -> None:
    for family in msgspec.structs.astuple(theme.described.fonts):
        if family not in library.families:
            place = whole_file(shown(theme.folder / "theme.toml"))
            raise UsageError(diagnose("FNT002", place, family=family, theme=theme.described.name))


def _outcome(job: _Job, options: Options, validator: ThreadPoolExecutor, shelf: Shelf) -> Outcome:
    work = job.work
    try:
        prepared = make_ready(
            work,
            epoch=options.epoch,
            shelf=shelf,
            strict_structure=options.strict_structure,
            theme=options.theme,
        )
    except PublisherError as failure:
        wrong = isinstance(failure, UsageError)
        return _failure(job, options, failure.diagnostics, misconfigured=wrong)
    faint = dict.fromkeys(each for look in prepared.themes.values() for each in faint_colours(look))
    found, changes = (*faint, *prepared.diagnostics), prepared.changes
    try:
        outputs, checked = _write_outputs(job, prepared, options, validator, shelf)
    except PublisherError as failure:
        return _failure(job, options, (*found, *failure.diagnostics), changes)
    if worst(checked) is Severity.ERROR:
        return _failure(job, options, (*found, *checked), changes)
    found = tuple(diagnostic.of_work(work.name) for diagnostic in (*found, *checked))
    return Outcome(work.name, printable(work.source), outputs, found, changes)


def _failure(
    job: _Job,
    options: Options,
    diagnostics: tuple[Diagnostic, ...],
    changes: tuple[Normalisation, ...] = (),
    *,
    misconfigured: bool = False,
) -> Outcome:
    """The outcome of a work without files; those of an earlier build stay, with a note."""
    work = job.work
    for target in job.targets:
        path = job.path(target, options)
        if path.is_file() and not any(found.code == "BLD004" for found in diagnostics):
            file = printable(path)
            diagnostics = (*diagnostics, diagnose("BLD005", whole_file(file), file=file))
    found = tuple(diagnostic.of_work(work.name) for diagnostic in diagnostics)
    return Outcome(work.name, printable(work.source), (), found, changes, misconfigured)


def _write_outputs(
    job: _Job,
    prepared: Prepared,
    options: Options,
    validator: ThreadPoolExecutor,
    shelf: Shelf,
) -> tuple[tuple[Output, ...], tuple[Diagnostic, ...]]:
    """The files of a work, all of them or none; EPUBCheck reads one while the next is set."""
    files: list[Staged] = []
    outputs: list[Output] = []
    found: list[Diagnostic] = []
    verdicts: list[Future[tuple[Diagnostic, ...]]] = []
    with ExitStack() as stack:
        for target in job.targets:
            kind = target.format
            theme = prepared.themes[kind]
            publication = fit_pictures(prepared.publications[kind], target, shelf)
            _require_fonts(theme, prepared.library)
            data = _backend(target)(publication, theme, prepared.library)
            path = job.path(target, options)
            file = stack.enter_context(staged(path, data))
            files.append(file)
            found += unmet(job.work, publication, target, data, printable(path))
            outputs.append(_output(job.work, target, path, data, prepared.inputs, options.out))
            if kind == "epub" and job.check:
                from publisher.build.validation import validate  # with all checks of an EPUB

                disabled = job.work.project.settings.checks.disable
                verdict = validator.submit(validate, file, data, publication.anchors, disabled)
                verdicts.append(verdict)
        told = dict.fromkeys(each for verdict in verdicts for each in verdict.result())
        checked = (*found, *told)
        if any(target.format == "pdf" for target in job.targets):
            checked = (*too_small(prepared.publications["pdf"], prepared.themes["pdf"]), *checked)
        if worst(checked) is Severity.ERROR:
            return (), checked
        for file in files:
            file.publish()
    return tuple(outputs), checked


def _output(
    work: Work,
    target: Target,
    path: Path,
    data: bytes,
    inputs: tuple[Source, ...],
    out: Path,
) -> Output:
    return Output(
        path=path.relative_to(out).as_posix(),
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        work=work.name,
        target=target.name,
        inputs=tuple(
            Input(relative_name(work, source.path), hashlib.sha256(source.data).hexdigest())
            for source in inputs
            if source.path
        ),
    )
