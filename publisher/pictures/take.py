"""From a document to one whose images all have a safe picture, each processed once."""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType

import msgspec

from publisher.assets import printable
from publisher.configuration.settings import Limits
from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.document import Document
from publisher.document.nodes import Image, Inline, InlineSpan, Text
from publisher.pictures.address import map_images
from publisher.pictures.kinds import SUFFIXES, kind_of
from publisher.pictures.picture import Note, Picture, Pictures, Processed, Refused
from publisher.pictures.places import Place, fetch
from publisher.pictures.raster import process_raster
from publisher.pictures.shelf import Shelf, digest_of
from publisher.pictures.svg import process_svg
from publisher.span import Span

MISSING = "missing-picture"
"""The role of the words that stand for a picture that was refused."""

_LONGEST_SHOWN = 80
_LONGEST_STEM = 40
_DIGEST = re.compile(r"(?<=.)-[0-9a-f]{10}$")


def take_pictures(
    document: Document,
    *,
    root: Path,
    folder: Path | None = None,
    embedded: Mapping[str, bytes] = MappingProxyType({}),
    limits: Limits | None = None,
    shelf: Shelf | None = None,
    known: dict[str, Picture] | None = None,
) -> Pictures:
    """The pictures that `document` shows, and the document with their names as `src`.

    `src` is a name in `embedded`, a data: URL, or a path that starts at `folder` (without one, at
    `root`) and stays below `root`. A picture that is refused becomes its alternative text; why is
    among the diagnostics, at the image's place. Pictures on `shelf` are not processed again.
    `known` holds those of the same publication by the digests of their sources, and gets new ones:
    what two documents show under two names is one picture.
    """
    place = Place(root, folder or root, embedded)
    taker = _Taker(place, limits or Limits(), shelf or Shelf(), {} if known is None else known)
    changed = map_images(document, taker.change)
    return Pictures(changed, taker.table, tuple(taker.diagnostics))


class _Taker:
    """What is known while the images of one document are gone through."""

    def __init__(
        self, place: Place, limits: Limits, shelf: Shelf, known: dict[str, Picture]
    ) -> None:
        self._place = place
        self._limits = limits
        self._shelf = shelf
        self._pixels = 0
        self._by_src: dict[str, Picture | Note] = {}
        self._by_digest = known
        self.table: dict[str, Picture] = {}
        self.diagnostics: list[Diagnostic] = []

    def change(self, image: Image, place: Span | None) -> Inline | None:
        """The image with its picture's name, or the words that are set instead."""
        src = _shown(image.src)
        if image.alt is None or (image.alt and not image.alt.strip()):
            self._tell(Note("IMG010"), src, place)
        if image.src not in self._by_src:
            self._by_src[image.src] = self._picture(image.src, place)
        found = self._by_src[image.src]
        if isinstance(found, Note):
            self._tell(found, src, place)
            return _words(image)
        return msgspec.structs.replace(image, src=found.name)

    def _tell(self, note: Note, src: str, place: Span | None) -> None:
        self.diagnostics.append(diagnose(note.code, place, src=src, **note.facts))

    def _picture(self, src: str, place: Span | None) -> Picture | Note:
        """The picture that `src` leads to, or why there is none."""
        try:
            if len(self.table) >= self._limits.pictures:
                raise Refused("IMG016", limit=f"{self._limits.pictures} pictures")
            data = fetch(src, self._place, limit=self._limits.picture_bytes)
            digest = digest_of(data)
            if same := self._by_digest.get(digest):
                self.table[same.name] = same
                return same
            made = self._shelf.get(digest) or self._processed(data)
        except Refused as refusal:
            return refusal.note
        self._shelf.put(digest, made)
        for note in (*_misnamed(src, data, self._place), *made.notes):
            self._tell(note, _shown(src), place)
        picture = Picture(
            name=f"{_stem(src)}-{digest[:10]}{made.suffix}",
            data=made.data,
            media_type=made.media_type,
            width=made.width,
            height=made.height,
            dpi=made.dpi,
            source=_shown(src),
        )
        self._by_digest[digest] = self.table[picture.name] = picture
        return picture

    def _processed(self, data: bytes) -> Processed:
        kind = kind_of(data)
        if kind == "SVG":
            return process_svg(data, weight=self._limits.drawing_weight)
        made = process_raster(data, kind, pixels=self._limits.picture_pixels)
        self._pixels += made.width * made.height
        if self._pixels > self._limits.all_pixels:
            raise Refused("IMG016", limit=f"{self._limits.all_pixels / 1e6:g} million pixels")
        return made


def _misnamed(src: str, data: bytes, place: Place) -> tuple[Note, ...]:
    """A note where a file's suffix says another kind than its content."""
    suffix = PurePosixPath(src).suffix.lower() if not src.startswith("data:") else ""
    kind = kind_of(data)
    if suffix in SUFFIXES and SUFFIXES[suffix] != kind and src not in place.embedded:
        return (Note("IMG009", {"kind": kind, "suffix": suffix}),)
    return ()


def _words(image: Image) -> InlineSpan | None:
    """The words that stand for a picture: its alternative text, else its name; else nothing."""
    words = image.alt
    if words is None:
        words = "" if image.src.startswith("data:") else PurePosixPath(image.src).name
    words = " ".join(printable(words).split())
    if not words:
        return None
    return InlineSpan(
        children=(Text(text=words, span=image.span),),
        role=MISSING,
        span=image.span,
        id=image.id,
        language=image.language,
    )


def _shown(src: str) -> str:
    """A `src` for messages: printable, and no longer than a line."""
    text = printable(src) or '""'
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _stem(src: str) -> str:
    """The start of a file name in every output: plain letters and digits of the source's name.

    Without the digest that the name has where the picture comes from one of our own outputs.
    """
    if src.startswith("data:"):
        return "picture"
    name = unicodedata.normalize("NFKD", PurePosixPath(src).stem)
    safe = re.sub(r"[^a-z0-9]+", "-", name.encode("ascii", "ignore").decode().lower())
    return _DIGEST.sub("", safe)[:_LONGEST_STEM].strip("-") or "picture"
