"""What stands at the start of a line to say what it is."""

import re

BULLETS = "•‣⁃▪▫■□●○◦∙·*+–—−-"

MARKER = re.compile(
    rf"(?P<bullet>[{re.escape(BULLETS)}])\s+(?=\S)"
    r"|\(?(?P<number>\d{1,3})[.)]\s+(?=\S)"
    r"|\(?(?P<letter>[a-z])[.)]\s+(?=\S)"
)
"""The mark of a list's item, and the space after it."""

QUOTED = re.compile(r"(?:>\s?)+")
"""The mark of a quoted line, as mail programs set it (RFC 3676, 4.5)."""
