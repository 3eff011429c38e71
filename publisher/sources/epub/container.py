"""The outer parts of an EPUB: its archive, what is encrypted in it, where its package is.

The specification is EPUB 3.3, section 4 (OCF); OCF 2.0.1 for EPUB 2.
"""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

import msgspec

from publisher.assets import Source
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.sources.archive import LIMITS, Archive, ArchiveLimits, open_archive
from publisher.sources.xml import parse_xml
from publisher.span import whole_file

_MEDIA_TYPE = b"application/epub+zip"
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_OBFUSCATIONS = frozenset(("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"))
"""What hides fonts and nothing else (EPUB 3.3, 4.4), the second as Adobe has it."""
_SCHEMES = (
    ("META-INF/license.lcpl", "Readium LCP"),
    ("META-INF/sinf.xml", "Apple FairPlay"),
    ("META-INF/rights.xml", "Adobe ADEPT"),
)


class Container(msgspec.Struct, frozen=True):
    """An open EPUB: its archive and the path of its package document."""

    archive: Archive
    package: str
    diagnostics: tuple[Diagnostic, ...]


def open_container(source: Source, limits: ArchiveLimits = LIMITS) -> Container:
    """The EPUB in `source`.

    Raises PublisherError: as `open_archive` and `parse_xml` do, EBK001 where there is no
    container or package document, EBK002 where more than fonts is encrypted.
    """
    archive = open_archive(source, limits)
    if _CONTAINER not in archive:
        raise _no_epub(source.name, f"{_CONTAINER} is missing")
    _refuse_encryption(archive)
    place = archive.place(_CONTAINER)
    root = parse_xml(archive.read(_CONTAINER), place.file).root
    paths = [path for one in root.iter("{*}rootfile") if (path := one.get("full-path"))]
    package = next((path for path in map(str, paths) if path in archive), None)
    if package is None:
        named = str(paths[0]) if paths else "a package document"
        raise _no_epub(source.name, f"{named} is missing")
    found = (*archive.diagnostics, *_media_type(archive))
    return Container(archive, package, found)


def resolve(base: str, href: str) -> str | None:
    """The path in the archive that `href` leads to from the file `base`, its fragment aside.

    None where it leads out of the archive.
    """
    path = unquote(href.partition("#")[0].partition("?")[0])
    if not path:
        return base
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(base), path))
    return None if joined.startswith(("..", "/")) else joined


def _no_epub(name: str, reason: str) -> PublisherError:
    return PublisherError(diagnose("EBK001", whole_file(name), reason=reason))


def _refuse_encryption(archive: Archive) -> None:
    if _ENCRYPTION not in archive:
        return
    place = archive.place(_ENCRYPTION)
    root = parse_xml(archive.read(_ENCRYPTION), place.file).root
    for data in root.iter("{*}EncryptedData"):
        method = next(data.iter("{*}EncryptionMethod"), None)
        algorithm = method.get("Algorithm") if method is not None else None
        if algorithm in _OBFUSCATIONS:
            continue
        reference = next(data.iter("{*}CipherReference"), None)
        entry = str(reference.get("URI")) if reference is not None else "a part of it"
        scheme = next((name for file, name in _SCHEMES if file in archive), "an unknown scheme")
        raise PublisherError(diagnose("EBK002", place, scheme=scheme, entry=entry))


def _media_type(archive: Archive) -> Iterator[Diagnostic]:
    """A warning where the first entry is not the media type, as it is (4.2.2)."""
    first = next(iter(archive), None)
    if first != "mimetype":
        reason = "its first entry is not mimetype"
    elif archive.read("mimetype").strip() != _MEDIA_TYPE:
        reason = "mimetype holds something else"
    else:
        return
    yield diagnose("EBK003", whole_file(archive.name), reason=reason)
