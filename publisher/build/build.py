"""Works into files: each prepared, rendered, validated, and put in place when it is whole."""

import datetime
import hashlib
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import msgspec

from publisher.assets import Source, Staged, printable, staged
from publisher.build.fitting import unmet
from publisher.build.garbage import Collector
from publisher.build.outcome import Input, Outcome, Output
from publisher.build.prepare import Prepared
from publisher.build.printed import Printed, read_printed, require_one_work
from publisher.build.ready import make_ready
from publisher.build.rendering import Wanted, render
from publisher.build.scripts import horizontal_pages, wordless_cover
from publisher.build.target_choice import makeable, targets_for
from publisher.build.works import Work, collisions, relative_name
from publisher.checks import epubcheck
from publisher.checks.contrast import faint_colours
from publisher.configuration.settings import Format, shown
from publisher.configuration.toml import value_place
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
from publisher.span import whole_file
from publisher.targets import Target


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How to build.

    `to`, `targets` and `theme` go before the project's settings; without `check`, EPUBCheck is
    left out;
    `strict_structure` refuses works that hold what can only be guessed at;
    `epoch` is the moment that SOURCE_DATE_EPOCH fixes; `pages_from` is the PDF whose pages the EPUB
    is to have, instead of those of the one that is built.
    """

    out: Path
    to: tuple[Format, ...] = ()
    targets: tuple[str, ...] = ()
    theme: str | None = None
    check: bool = True
    strict_structure: bool = False
    epoch: datetime.datetime | None = None
    pages_from: Path | None = None


class _Job(msgspec.Struct, frozen=True):
    """A work with its targets; without any, `refused` says why."""

    work: Work
    targets: tuple[Target, ...]
    check: bool
    refused: tuple[Diagnostic, ...] = ()

    @property
    def formats(self) -> frozenset[Format]:
        """What its outputs are."""
        return frozenset(target.format for target in self.targets)

    def path(self, target: Target, options: Options) -> Path:
        """Where the output for `target` goes."""
        return options.out / target.file_name(self.work.name)


def build_works(works: Sequence[Work], options: Options) -> Iterator[Outcome]:
    """The outcome of each work, in order, as soon as it is there.

    A work that fails does not stop the others. Raises UsageError for a theme or a target that
    cannot be loaded, FNT002 for a theme whose fonts are not there: no work could be built with it;
    PGL003 and PGL004 as `require_one_work` does.
    """
    for name, root in {
        (options.theme or work.project.settings.theme, work.project.root) for work in works
    }:
        _require_fonts(load_theme(name, root), library_for(root))
    for name, root in {(name, work.project.root) for name in options.targets for work in works}:
        makeable(name, root)
    jobs = [_job(work, options) for work in works]
    if options.pages_from:
        require_one_work([job.targets for job in jobs])
    refused = collisions(works) | _overwritten(jobs, options)
    if epubcheck.available() and any(job.check for job in jobs):
        epubcheck.start()  # Java starts while the backends are imported
    shelf, collector = Shelf(), Collector()
    with ThreadPoolExecutor(1) as validator:
        for job in jobs:
            if job.work.source in refused:
                yield _failure(job, options, (refused[job.work.source],))
            elif job.refused:
                yield _failure(job, options, job.refused, misconfigured=True)
            else:
                with collector.seldom():
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
            printed="pdf" in job.formats,
        )
    except PublisherError as failure:
        wrong = isinstance(failure, UsageError)
        return _failure(job, options, failure.diagnostics, misconfigured=wrong)
    faint = dict.fromkeys(each for look in prepared.themes.values() for each in faint_colours(look))
    found, changes = (*faint, *prepared.diagnostics), prepared.changes
    try:
        printed = read_printed(options.pages_from) if options.pages_from else None
        outputs, checked = _write_outputs(job, prepared, options, validator, (shelf, printed))
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
    given: tuple[Shelf, Printed | None],
) -> tuple[tuple[Output, ...], tuple[Diagnostic, ...]]:
    """The files of a work, all of them or none; EPUBCheck reads one while the next is made."""
    files: list[Staged] = []
    outputs: list[Output] = []
    found: list[Diagnostic] = []
    verdicts: list[Future[tuple[Diagnostic, ...]]] = []
    work, (shelf, printed) = job.work, given
    pages = Wanted(whole_file(printable(work.source)), printed.pagination if printed else None)
    for target in job.targets:
        _require_fonts(prepared.themes[target.format], prepared.library)
    with ExitStack() as stack:
        for each in render(prepared, job.targets, shelf, pages):
            path = job.path(each.target, options)
            file = stack.enter_context(staged(path, each.data))
            files.append(file)
            is_epub = each.target.format == "epub"
            found += each.diagnostics
            found += unmet(work, each.publication, each.target, each.data, printable(path))
            inputs = (*prepared.inputs, *((printed.source,) if printed and is_epub else ()))
            outputs.append(_output(work, each.target, path, each.data, inputs, options.out))
            if is_epub and job.check:
                from publisher.build.validation import validate  # with all checks of an EPUB

                anchors, disabled = each.publication.anchors, work.project.settings.checks.disable
                verdicts.append(validator.submit(validate, file, each.data, anchors, disabled))
        told = (each for verdict in verdicts for each in verdict.result())
        found = [*_told_of_outputs(prepared, job.formats), *found]
        checked = tuple(dict.fromkeys((*found, *told)))
        if worst(checked) is Severity.ERROR:
            return (), checked
        for file in files:
            file.publish()
    return tuple(outputs), checked


def _on_paper(prepared: Prepared) -> Iterator[Diagnostic]:
    from publisher.build.on_paper import check_on_paper  # brings the PDF's backend along

    publication, source = prepared.publications["pdf"], prepared.inputs[0]
    place = value_place(source.data.decode("utf-8", "replace"), source.name, publication.title)
    yield from check_on_paper(publication, prepared.themes["pdf"], prepared.library, place)


def _told_of_outputs(prepared: Prepared, formats: Collection[Format]) -> Iterator[Diagnostic]:
    """What each output of a work lacks that its readers would look for."""
    if "epub" in formats:
        publication, theme = prepared.publications["epub"], prepared.themes["epub"]
        yield from wordless_cover(publication, theme, prepared.library)
    if "pdf" in formats:
        yield from _on_paper(prepared)
        yield from horizontal_pages(prepared.publications["pdf"])


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
