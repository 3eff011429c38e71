"""The pages of a print edition, and where each of them begins in the text of another one.

Both editions are compared letter by letter: what the two have alike says where a page begins. So
it does not matter who made the PDF, nor in what.
"""

from publisher.pagination.letters import PICTURE, letters
from publisher.pagination.pagination import Pagination, PrintedPage
from publisher.pagination.places import find_places

__all__ = ["PICTURE", "Pagination", "PrintedPage", "find_places", "letters"]
