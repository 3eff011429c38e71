"""What validators and our own checks say of an EPUB before it is in its place."""

from collections.abc import Collection, Mapping

from publisher.assets import Source, Staged, printable
from publisher.checks import epubcheck
from publisher.checks.epub.book import open_book
from publisher.checks.epub.catalogue import check_book
from publisher.checks.findings import OUR_OWN, findings
from publisher.checks.verdict import own_verdict
from publisher.diagnostics import Diagnostic, PublisherError, Severity, diagnose
from publisher.span import Span, whole_file


def validate(
    file: Staged, data: bytes, anchors: Mapping[str, Span], disabled: Collection[str] = ()
) -> tuple[Diagnostic, ...]:
    """The findings on an EPUB of ours with the bytes `data`, led back to its sources by `anchors`.

    Our own checks give warnings only: notes on a finished book are for `publisher check`.
    """
    name = printable(file.path)
    return (*_verdict(file, name, anchors), *_own(Source(name, data), anchors, disabled))


def _verdict(file: Staged, name: str, anchors: Mapping[str, Span]) -> tuple[Diagnostic, ...]:
    try:
        messages = own_verdict(file.temporary)
    except epubcheck.EpubcheckUnavailable as failure:
        return (diagnose("EPB004", whole_file(name), reason=str(failure)),)
    except epubcheck.EpubcheckFailed as failure:
        return (diagnose("EPB005", whole_file(name), reason=str(failure)),)
    return tuple(findings(file.temporary, name, messages, anchors=anchors, expected=OUR_OWN))


def _own(
    source: Source, anchors: Mapping[str, Span], disabled: Collection[str]
) -> tuple[Diagnostic, ...]:
    try:
        book = open_book(source, anchors)
    except PublisherError as failure:
        return failure.diagnostics
    found = check_book(book, disabled, notes=False)
    return tuple(each for each in found if each.severity is not Severity.INFO)
