"""Where a picture's `src` leads: to bytes below the work's root, or nowhere."""

import base64
import binascii
import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, unquote_to_bytes

import msgspec

from publisher.assets import NotAFile, TooLarge, read_below
from publisher.pictures.picture import Refused

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_NETWORK = {"http", "https", "ftp", "ftps", "ws", "wss"}
# Names of devices on Windows, with any suffix (Win32, "Naming files, paths and namespaces").
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])\s*(\..*)?")


class Place(msgspec.Struct, frozen=True):
    """Where a document's pictures are looked for.

    Paths start at `folder` and may not leave `root`; names in `embedded` go before them.
    """

    root: Path
    folder: Path
    embedded: Mapping[str, bytes]


def fetch(src: str, place: Place, *, limit: int) -> bytes:
    """The bytes that `src` leads to, at most `limit` of them.

    Raises Refused: IMG001 for an address on the network, IMG002 for a path out of the root,
    IMG003 where there is no such file, IMG004 where it is not a file, or cannot be read, IMG005
    where it holds more than the limit.
    """
    if src in place.embedded:
        return _within(place.embedded[src], limit)
    scheme = _SCHEME.match(src)
    if scheme and scheme[1].lower() == "data":
        return _within(_of_data_url(src, limit), limit)
    if (scheme and scheme[1].lower() in _NETWORK) or src.startswith("//"):
        raise Refused("IMG001")
    if scheme:
        raise Refused("IMG002", reason=f"it starts with {scheme[0]}")
    return _read(_path(src, place), place.root, limit)


def _within(data: bytes, limit: int) -> bytes:
    if len(data) > limit:
        raise _too_large(len(data), limit)
    return data


def _too_large(size: int, limit: int) -> Refused:
    return Refused("IMG005", size=f"{size / 1e6:.1f} MB", limit=f"{limit / 1e6:.1f} MB")


def _of_data_url(src: str, limit: int) -> bytes:
    """The bytes in a data: URL (RFC 2397)."""
    head, comma, body = src.partition(",")
    if not comma:
        raise Refused("IMG008", reason="the data: address has no comma")
    if len(body) > 4 * limit:
        raise _too_large(len(body), limit)
    data = unquote_to_bytes(body)
    if not head.lower().endswith(";base64"):
        return data
    try:
        return base64.b64decode(re.sub(rb"\s", b"", data), validate=True)
    except binascii.Error as fault:
        raise Refused("IMG008", reason=f"the data: address is not base64: {fault}") from fault


def _path(src: str, place: Place) -> Path:
    """The file that `src` names: as it is written, else as a URL's path is read."""
    written = _checked(src, place)
    if written is not None:
        return written
    as_url = unquote(re.split(r"[?#]", src, maxsplit=1)[0])
    decoded = _checked(as_url, place)
    if decoded is not None:
        return decoded
    raise Refused("IMG003", suggestion=_suggestion(as_url, place))


def _checked(src: str, place: Place) -> Path | None:
    """The file at `src`, None where there is none; Refused where the path leads elsewhere."""
    if not src.strip() or "\0" in src:
        return None
    if "\\" in src:
        raise Refused("IMG002", reason="it has a backslash; write /")
    path = PurePosixPath(src)
    if path.is_absolute():
        raise Refused("IMG002", reason="it is absolute")
    if any(_RESERVED.fullmatch(part) for part in path.parts):
        raise Refused("IMG002", reason="it has the name of a device on Windows")
    root = place.root.absolute()
    at = place.folder.absolute()
    for part in path.parts:
        at = at.parent if part == ".." else at / part
        if not at.is_relative_to(root):
            raise Refused("IMG002", reason="it leads above the folder")
    return at if _is_spelled_so(at, root) else None


def _is_spelled_so(path: Path, root: Path) -> bool:
    """Whether `path` is there, in the very letters: some file systems take others for the same."""
    for part in (path, *path.parents):
        if part == root:
            return True
        if part.name not in _names(part.parent):
            return False
    return False


def _names(folder: Path) -> set[str]:
    try:
        return {entry.name for entry in folder.iterdir()}
    except OSError:
        return set()


def _suggestion(src: str, place: Place) -> str:
    """What the picture that is not there may be called."""
    wanted = PurePosixPath(src)
    names = _names(place.folder / wanted.parent) if src.strip() and "\0" not in src else set()

    def plain(name: str) -> str:
        return unicodedata.normalize("NFKC", name).casefold()

    by_plain = {plain(name): name for name in sorted(names)}
    close = get_close_matches(plain(wanted.name), list(by_plain), n=1, cutoff=0.8)
    if close:
        return f"is {by_plain[close[0]]} meant? Names are compared letter by letter"
    return "put it below the work's folder, or correct the path"


def _read(path: Path, root: Path, limit: int) -> bytes:
    try:
        return read_below(path, root, limit=limit)
    except TooLarge as fault:
        raise _too_large(fault.size, limit) from fault
    except NotAFile as fault:
        raise Refused("IMG004", reason=str(fault)) from fault
    except PermissionError as fault:
        raise Refused("IMG004", reason=fault.strerror or "it may not be read") from fault
    except OSError as fault:
        raise Refused("IMG004", reason=fault.strerror or type(fault).__name__) from fault
