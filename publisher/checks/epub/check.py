"""All that can be said of an EPUB, whoever made it."""

from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from publisher.assets import Source, printable
from publisher.checks import ace, epubcheck, epubcheck_apart
from publisher.checks.epub.book import open_book
from publisher.checks.epub.catalogue import check_book
from publisher.checks.epub.inspection import inspect
from publisher.checks.findings import findings
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.span import whole_file

_PATIENCE, _PATIENCE_A_MEGABYTE = 60.0, 10.0
"""Seconds that EPUBCheck has for a file, and for each megabyte of it more: books of thousands of
documents take a second a megabyte, several on a machine with other work."""


def check_epub(
    path: Path,
    disabled: Collection[str] = (),
    enabled: Collection[str] = (),
    *,
    with_ace: bool = False,
) -> tuple[Diagnostic, ...]:
    """What is amiss in the EPUB at `path`: its container, then EPUBCheck, our own checks, Ace.

    A container that would do harm is read by nothing else. `disabled` and `enabled` are names and
    codes of our own checks; `with_ace` asks for Ace, which takes seconds.
    """
    inspected = inspect(path)
    if inspected.source is None:
        return inspected.diagnostics
    with ThreadPoolExecutor(2) as validators:
        verdict = validators.submit(_validated, path, len(inspected.source.data))
        audit = validators.submit(ace.audit, path, inspected.source) if with_ace else None
        own = tuple(_own(inspected.source, disabled, enabled))
        audited = audit.result() if audit else ()
        return (*inspected.diagnostics, *verdict.result(), *own, *audited)


def _validated(path: Path, size: int) -> tuple[Diagnostic, ...]:
    name = printable(path)
    timeout = _PATIENCE + _PATIENCE_A_MEGABYTE * size / 1e6
    try:
        messages = epubcheck_apart.validate(path, timeout=timeout)
    except epubcheck.EpubcheckUnavailable as failure:
        return (diagnose("EPB004", whole_file(name), reason=str(failure)),)
    except epubcheck.EpubcheckFailed as failure:
        return (diagnose("EPB005", whole_file(name), reason=str(failure)),)
    return tuple(findings(path, name, messages))


def _own(
    source: Source, disabled: Collection[str], enabled: Collection[str]
) -> Iterator[Diagnostic]:
    try:
        book = open_book(source)
    except PublisherError as failure:
        yield from failure.diagnostics
        return
    yield from check_book(book, disabled, enabled)
