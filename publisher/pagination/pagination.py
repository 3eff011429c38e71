"""The pages of a print edition as a page list needs them."""

import msgspec

from publisher.pagination.letters import letters


class PrintedPage(msgspec.Struct, frozen=True):
    """A page: `label` is its folio, printed or not; `text` what stands on it, in reading order.

    A picture is `PICTURE`. Running heads, folios and notes at the foot are no part of the text.
    """

    label: str
    text: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing is on it that can be read or looked at."""
        return not letters(self.text)


class Pagination(msgspec.Struct, frozen=True):
    """All pages in order; `source` identifies the edition (EPUB Accessibility 1.1, 3.2.3).

    `file` is the name of the PDF, where it was given and not made.
    """

    source: str
    pages: tuple[PrintedPage, ...]
    file: str | None = None
