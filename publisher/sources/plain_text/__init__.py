"""Plain text: a headline, a standfirst under it, a blank line, one line a paragraph.

Input: UTF-8 bytes. Output: a document whose every character comes from the source, and the role
that each line was given, with the rule that gave it.
"""

from publisher.sources.plain_text.reader import read

__all__ = ["read"]
