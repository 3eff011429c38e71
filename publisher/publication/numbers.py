"""Identifiers that agencies give, with the digit that shows a slip: ISBN, ISSN, DOI."""

import re

from stdnum import isbn as stdnum_isbn
from stdnum import issn as stdnum_issn
from stdnum.exceptions import ValidationError

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")


class NoSuchNumberError(ValueError):
    """A number that its agency cannot have given; the message says why."""


def isbn(written: str) -> str:
    """An ISBN of 13 digits with hyphens (ISO 2108), from one of 10 or 13.

    Raises NoSuchNumberError: the length or the check digit is wrong.
    """
    try:
        stdnum_isbn.validate(written)
    except ValidationError as failure:
        raise NoSuchNumberError(_reason(failure)) from failure
    hyphened: str = stdnum_isbn.format(stdnum_isbn.to_isbn13(stdnum_isbn.compact(written)))
    return hyphened


def issn(written: str) -> str:
    """An ISSN as it is printed (ISO 3297): 1234-5679. Raises NoSuchNumberError as `isbn` does."""
    try:
        stdnum_issn.validate(written)
    except ValidationError as failure:
        raise NoSuchNumberError(_reason(failure)) from failure
    printed: str = stdnum_issn.format(written)
    return printed


def doi(written: str) -> str:
    """A DOI without the address before it (ISO 26324). Raises NoSuchNumberError: it is none."""
    bare = re.sub(r"(?i)^(https?://(dx\.)?doi\.org/|doi:)", "", written.strip())
    if not _DOI.fullmatch(bare):
        raise NoSuchNumberError("it is written like 10.1000/182")
    return bare


def _reason(failure: ValidationError) -> str:
    name = type(failure).__name__
    return {
        "InvalidChecksum": "its check digit does not fit the others",
        "InvalidLength": "it has too few or too many digits",
    }.get(name, "it holds what is no digit")
