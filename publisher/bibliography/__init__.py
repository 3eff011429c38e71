"""Citations and bibliographies by CSL styles: references in, a document's nodes out.

What sets citations is imported where a work has any (`publisher.bibliography.documents`, and
`reading` for files of references): citeproc-py and the reader of BibTeX take a tenth of a second.
"""

from publisher.bibliography.reference import Date, Library, Name, Reference
from publisher.bibliography.styles import DEFAULT, Style, find_style

__all__ = ["DEFAULT", "Date", "Library", "Name", "Reference", "Style", "find_style"]
