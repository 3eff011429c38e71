"""PDFs against targets, for `publisher check`: what is found, told and drawn on the pages."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from publisher.assets import printable, read_source, write_whole
from publisher.build.outcome import Outcome
from publisher.checks.preflight import Preflight, drawn_apart, preflight_apart
from publisher.checks.preflight.limits import LARGEST
from publisher.configuration.settings import find_project
from publisher.diagnostics import Diagnostic, PublisherError, UsageError, diagnose
from publisher.targets import Target, load_target


def is_pdf(file: Path) -> bool:
    """Whether a file is checked as a PDF: by its name, as what it holds may be damaged."""
    return file.suffix.lower() == ".pdf" and file.is_file()


def pdf_targets(names: Sequence[str], files: Iterable[Path]) -> tuple[Target, ...]:
    """The targets of those `names`, for checking the PDFs among `files`.

    Raises UsageError: TGT006 for a target of another format, or where no file is a PDF, and as
    `load_target` does.
    """
    found = tuple(load_target(name, find_project(Path.cwd()).root) for name in names)
    any_pdf = any(is_pdf(file) for file in files)
    for target in found:
        if target.format != "pdf" or not any_pdf:
            raise UsageError(diagnose("TGT006", target=target.name, format=target.format))
    return found


def check_pdf(file: Path, targets: Sequence[Target], pictures: Path | None) -> Outcome:
    """What is wrong with a PDF for all readers, and for each of `targets`, each thing told once."""
    name = printable(file)
    found: dict[Diagnostic, None] = {}
    try:
        source = read_source(file, limit=LARGEST)
        for target in targets or (None,):
            result = preflight_apart(source, target)
            found.update(dict.fromkeys(result.diagnostics))
            if pictures:
                stem = f"{file.stem}.{target.name}" if target else file.stem
                _draw(file, result, pictures, stem)
    except PublisherError as failure:
        found.update(dict.fromkeys(failure.diagnostics))
    return Outcome(name, name, diagnostics=tuple(found))


def _draw(file: Path, result: Preflight, pictures: Path, stem: str) -> None:
    """Writes a picture for each page with findings: "name.kdp-page-3.png"."""
    source = read_source(file, limit=LARGEST)
    for number, picture in drawn_apart(source, result.found):
        pictures.mkdir(parents=True, exist_ok=True)
        write_whole(pictures / f"{stem}-page-{number}.png", picture)
