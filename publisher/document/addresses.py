"""Web and mail addresses in a running text."""

import re

_BODY = r"[^\s\"“”„«»‹›<>]"
_END = r"(?<![.,;:!?)\]}'’‘])"

# RFC 3986 and RFC 5321, loosely. A mail address's local part has at most 64 characters (RFC 5321,
# 4.5.3.1.1), a host few labels: the bounds keep a text of dots from being read n² times.
ADDRESS = re.compile(
    rf"\b(?:https?://|ftp://|www\.){_BODY}+{_END}"
    rf"|\b[\w.+'’-]{{1,64}}@[\w-]+(?:\.[\w-]+)+"
    rf"|\b[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,8}}\.[a-z]{{2,6}}/{_BODY}*{_END}"
)


def may_hold_address(text: str) -> bool:
    """Whether `text` need be searched for addresses: none is without one of these."""
    return "@" in text or "/" in text or "www." in text


def address_of(written: str) -> str:
    """The URL that an address as it is written leads to (RFC 3986; RFC 6068 for mail)."""
    if "://" in written:
        return written
    if "@" in written and "/" not in written:
        return f"mailto:{written}"
    return f"https://{written}"
