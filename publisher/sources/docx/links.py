"""Where a link in a Word file leads, if it may lead there."""

import re
from urllib.parse import urlsplit

from publisher.document.addresses import ADDRESS, address_of
from publisher.sources.formats import leads_to_source

SAFE = frozenset(("http", "https", "mailto", "tel", "ftp", "sms", "news", "doi", "urn"))
"""Schemes that lead a reader somewhere and run nothing."""

_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]+")


def safe_address(written: str, anchor: str | None = None) -> str | None:
    """The address to link to; None where its scheme is not known to be safe, or it is none.

    A relative one is safe where it leads to a source beside this one, in slashes of either kind.
    """
    beside = written.strip().replace("\\", "/")
    if leads_to_source(beside):
        return f"{beside}#{anchor}" if anchor and "#" not in beside else beside
    address = _INVISIBLE.sub("", written)
    if ADDRESS.fullmatch(address) and "://" not in address:
        address = address_of(address)
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme.lower() not in SAFE:
        return None
    return f"{address}#{anchor}" if anchor and "#" not in address else address
