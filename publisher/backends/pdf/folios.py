"""What is printed as the number of a page, and its label in the file, which is the same."""

import pikepdf

from publisher.publication.numerals import roman


def folio(page: int, front: int) -> str:
    """The folio of a page, counted from 0: the first `front` in Roman numerals, the rest from 1."""
    return roman(page + 1).lower() if page < front else str(page - front + 1)


def page_labels(front: int) -> pikepdf.Dictionary:
    """The page labels of such a file (ISO 32000-1, 12.4.2)."""
    ranges: list[object] = []
    if front:
        ranges += [0, pikepdf.Dictionary(S=pikepdf.Name.r)]
    ranges += [front, pikepdf.Dictionary(S=pikepdf.Name.D)]
    return pikepdf.Dictionary(Nums=pikepdf.Array(ranges))
