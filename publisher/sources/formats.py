"""Which files are sources, by their suffixes."""

from pathlib import PurePath
from urllib.parse import unquote, urlsplit

_SUFFIXES = {
    "plain_text": (".txt", ".text"),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm", ".xhtml"),
    "docx": (".docx", ".docm"),
    "news": (".json", ".ninjs", ".xml", ".nitf", ".newsml", ".rss", ".atom"),
    "epub": (".epub",),
}

FORMATS = {suffix: package for package, suffixes in _SUFFIXES.items() for suffix in suffixes}
"""Packages below publisher.sources, by the suffixes of the files that they read."""

ONLY_BY_NAME = frozenset((".json", ".xml", ".epub"))
"""Suffixes that much else has, and outputs too: such files are read where they are named."""


def is_source(name: str) -> bool:
    """Whether a file of this name, found in a folder, is one to be read."""
    suffix = PurePath(name).suffix.lower()
    return suffix in FORMATS and suffix not in ONLY_BY_NAME


def leads_to_source(address: str) -> bool:
    """Whether an address is the path of a source beside its own, `02.md` or `a/02.md#crane`.

    Whether that file is there, the publication knows.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    path = unquote(parts.path)
    outside = parts.scheme or parts.netloc or parts.query or path.startswith("/")
    return not outside and PurePath(path).suffix.lower() in FORMATS
