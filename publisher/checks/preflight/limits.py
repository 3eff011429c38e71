"""What checking a PDF may cost: a file of a few kilobytes can ask for hours."""

from publisher.diagnostics import PublisherError, diagnose
from publisher.span import whole_file

LARGEST = 256_000_000
"""Bytes of a file."""

MOST_PAGES = 10_000
MOST_OBJECTS = 2_000_000
"""Objects of a file; a book of 300 pages has ten thousand."""

MOST_OPERATORS = 3_000_000
"""Operators of a page, those of the forms that it draws included; a page of text has a thousand."""

MOST_MARKS = 3_000_000
"""What is painted on all pages: runs of text, paths, pictures; a book has a hundred thousand."""

DEEPEST = 12
"""Forms in forms, saved states in one another by four times that."""

MOST_PIXELS = 60_000_000
"""Pixels of a picture that is unpacked to measure its inks."""

MOST_ELEMENTS = 1_000_000
"""Elements of structure."""


class TooMuch(Exception):
    """There is more in a file than is looked at; the text says what."""


def too_much(name: str, what: str) -> PublisherError:
    """PRE001: `what` says what there is too much of."""
    return PublisherError(diagnose("PRE001", whole_file(name), what=what))
