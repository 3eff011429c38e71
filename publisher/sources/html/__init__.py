"""HTML: pages and clean files, and pieces of HTML in other formats.

Input: bytes of a page, or HTML text, or an XHTML tree. Output: clean blocks, each with its place,
and, for a page, which of its passages are the article, by which rule.
"""

from publisher.sources.html.reader import read

__all__ = ["read"]
