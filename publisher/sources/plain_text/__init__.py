"""Plain text: an article without markup, its structure inferred from its lines.

Input: bytes in any encoding that can be told. Output: a document whose every character comes from
the source, and the role that each line was given, with the rule that gave it.
"""

from publisher.sources.plain_text.given import accepted
from publisher.sources.plain_text.reader import read

__all__ = ["accepted", "read"]
