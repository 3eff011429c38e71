"""A PDF against the rules: in this process, or for files of unknown origin in one of their own."""

import io
from collections.abc import Iterator

import msgspec
import pikepdf

from publisher.assets import Source
from publisher.checks.apart import ReaderEnded, TookTooLong, work_apart
from publisher.checks.parity.pdf.limits import large_stream
from publisher.checks.preflight.catalogue import RULES
from publisher.checks.preflight.found import Found, diagnostics
from publisher.checks.preflight.limits import (
    LARGEST,
    MOST_OBJECTS,
    MOST_PAGES,
    TooMuch,
    too_much,
)
from publisher.checks.preflight.subject import Subject
from publisher.checks.reasons import said
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.span import whole_file
from publisher.targets import Target

LONGEST = 180.0
"""Seconds that a file may take; a book of 300 pages takes some twenty."""


_MALFORMED = (
    pikepdf.PikepdfError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What objects raise that are of another kind than their place asks for."""


class Preflight(msgspec.Struct, frozen=True):
    """What was found, each by itself, and as diagnostics, those of one kind together."""

    found: tuple[Found, ...]
    diagnostics: tuple[Diagnostic, ...]


def preflight(source: Source, target: Target | None = None) -> Preflight:
    """What is wrong with a PDF: for every reader, and for `target`.

    Of what is malformed, each rule tells what it can, and that there it came to an end (PRE004).

    Raises PublisherError: PDF001 for what is no readable PDF, PRE003 for one that asks for a
    password, PRE001 where there is too much in it.
    """
    if len(source.data) > LARGEST:
        raise too_much(source.name, f"more than {LARGEST / 1e6:.0f} MB")
    try:
        with pikepdf.open(io.BytesIO(source.data)) as pdf:
            return _checked(source, pdf, target)
    except (RecursionError, MemoryError):
        raise too_much(source.name, "it needs more memory than is given") from None
    except TooMuch as failure:
        raise too_much(source.name, str(failure)) from None
    except pikepdf.PasswordError:
        raise PublisherError(diagnose("PRE003", whole_file(source.name))) from None
    except _MALFORMED as failure:
        raise _unreadable(source, said(failure)) from None


def _checked(source: Source, pdf: pikepdf.Pdf, target: Target | None) -> Preflight:
    if len(pdf.objects) > MOST_OBJECTS:
        raise TooMuch(f"more than {MOST_OBJECTS:,} objects")
    if len(pdf.pages) > MOST_PAGES:
        raise TooMuch(f"more than {MOST_PAGES:,} pages")
    if what := large_stream(pdf):
        raise TooMuch(what)
    subject = Subject(source, pdf, target)
    found = tuple(one for name in RULES for one in _found(name, subject))
    return Preflight(found, diagnostics(found, source.name))


def _found(name: str, subject: Subject) -> Iterator[Found]:
    """What a rule finds; PRE004 where the file is so malformed that the rule cannot go on."""
    try:
        yield from RULES[name].check(subject)
    except _MALFORMED as failure:
        yield Found(code="PRE004", facts={"rule": name, "reason": said(failure)})


def _unreadable(source: Source, reason: str) -> PublisherError:
    return PublisherError(diagnose("PDF001", whole_file(source.name), reason=reason))


def preflight_apart(
    source: Source, target: Target | None = None, *, longest: float = LONGEST
) -> Preflight:
    """What `preflight` gives, or raises, within `longest` seconds and bounded memory.

    Raises PublisherError as it does; PRE001 where it takes longer, PDF001 where the process ends
    over it.
    """
    try:
        return work_apart(preflight, source, target, seconds=longest)
    except TookTooLong:
        raise too_much(source.name, f"it takes more than {longest:.0f} seconds to read") from None
    except ReaderEnded:
        raise _unreadable(source, "reading it ends the program that reads it") from None
