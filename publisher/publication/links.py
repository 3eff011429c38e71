"""Where a link leads outside of the publication: to an address, or nowhere."""

import re
import urllib.parse

_SCHEMES = frozenset(("http", "https", "mailto", "tel", "ftp"))
_HOST = re.compile(r"(?:[^\W_]|[\w-][\w.-]*[^\W_])\.?|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")
# What RFC 3986, 3.3 to 3.5 allow beside letters and digits; `%` where it starts an escape.
_SAFE = "!$&'()*+,/:;=?@~-._%"
_ESCAPE = re.compile(r"%(?![0-9a-fA-F]{2})")


def external(href: str) -> str | None:
    """`href` as a URL that readers accept (RFC 3986); None for what is not an absolute one.

    Relative references lead nowhere once the text is in a file of its own, and other schemes
    could start a program.
    """
    address = href.strip()
    if address.startswith("//"):
        address = f"https:{address}"
    try:
        parts = urllib.parse.urlsplit(address)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES or not (parts.netloc or parts.path):
        return None
    if parts.scheme in ("http", "https", "ftp"):
        if not host or not _HOST.fullmatch(host):
            return None
        try:
            parts = parts._replace(netloc=_ascii(parts.netloc, host))
        except UnicodeError:
            return None
    quoted = (urllib.parse.quote(_ESCAPE.sub("%25", part), safe=_SAFE) for part in parts[2:])
    return urllib.parse.urlunsplit((*parts[:2], *quoted))


def _ascii(netloc: str, host: str) -> str:
    """`netloc` with its host as the domain name system has it (RFC 3490)."""
    before, _, after = netloc.lower().rpartition(host)
    encoded = host if host.isascii() else host.encode("idna").decode()
    return urllib.parse.quote(f"{before}{encoded}{after}", safe=":@[]")
