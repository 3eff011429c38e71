"""A work made to fit its target, and what of it does not."""

from collections.abc import Iterator

from publisher.build.works import DESCRIPTION, Work
from publisher.checks.long_documents import long_documents
from publisher.configuration.settings import read_toml, shown
from publisher.configuration.toml import value_place
from publisher.diagnostics import Diagnostic, diagnose
from publisher.pictures import Frame, Picture, Shelf, fit_picture
from publisher.publication import Publication
from publisher.publication.pictures import with_pictures
from publisher.span import Span, whole_file
from publisher.targets import EpubRules, Target

_KILO, _MEGA = 1000, 1_000_000


def fit_pictures(publication: Publication, target: Target, shelf: Shelf) -> Publication:
    """`publication` with its pictures as `target` takes them; those on `shelf` are not made again.

    The pictures of a target for PDFs stay what they are.
    """
    if target.epub is None:
        return publication
    plain, cover = _frame(target.epub), _frame(target.epub, cover=True)
    fitted = {
        name: fit_picture(picture, cover if name == publication.cover else plain, shelf)
        for name, picture in publication.pictures.items()
    }
    return with_pictures(publication, fitted)


def _frame(rules: EpubRules, *, cover: bool = False) -> Frame:
    return Frame(
        pixels=rules.picture_pixels,
        size=rules.cover_bytes if cover else rules.picture_bytes,
        grey=rules.picture_colours == "grey",
        white=rules.picture_ground == "white",
        quality=rules.jpeg_quality,
    )


def unmet(
    work: Work, publication: Publication, target: Target, data: bytes, name: str
) -> Iterator[Diagnostic]:
    """What of an output, whose bytes are `data`, its target does not take.

    Found are TGT010 to TGT013. `name` is the output's.
    """
    if target.epub is None:
        return
    yield from _small_cover(work, publication, target)
    yield from _large_pictures(work, publication, target)
    if len(data) > target.epub.epub_bytes:
        facts = {"size": _in(_MEGA, len(data)), "limit": _in(_MEGA, target.epub.epub_bytes)}
        yield diagnose("TGT011", whole_file(name), target=target.name, **facts)
    for long in long_documents(data, target.epub.document_bytes, publication.anchors):
        facts = {"size": _in(_KILO, long.size), "limit": _in(_KILO, target.epub.document_bytes)}
        place = long.place or whole_file(f"{name}/{long.name}")
        yield diagnose("TGT013", place, document=long.name, target=target.name, **facts)


def _in(unit: int, size: int) -> str:
    return f"{size / unit:.1f}".removesuffix(".0")


def _small_cover(work: Work, publication: Publication, target: Target) -> Iterator[Diagnostic]:
    """TGT010 for a cover with too few pixels; a drawn one has enough for every store."""
    rules = target.epub_rules
    if publication.cover is None:
        return
    cover = publication.pictures[publication.cover]
    least = (rules.cover_short_side, rules.cover_long_side)
    sides = sorted((cover.width, cover.height))
    if not cover.vector and (sides[0] < least[0] or sides[1] < least[1]):
        facts = {"width": str(cover.width), "height": str(cover.height), "target": target.name}
        wanted = " × ".join(str(side) for side in least if side)
        yield diagnose("TGT010", _place(work, cover), least=wanted, **facts)


def _large_pictures(work: Work, publication: Publication, target: Target) -> Iterator[Diagnostic]:
    """TGT012 for pictures of pixels that stayed too large."""
    rules = target.epub_rules
    for name, picture in publication.pictures.items():
        most = rules.cover_bytes if name == publication.cover else rules.picture_bytes
        if len(picture.data) > most:
            facts = {"size": _in(_KILO, len(picture.data)), "limit": _in(_KILO, most)}
            place = _place(work, picture)
            yield diagnose("TGT012", place, src=picture.source, target=target.name, **facts)


def _place(work: Work, picture: Picture) -> Span:
    """Where a publication names the picture, else the work's source."""
    if work.source.name != DESCRIPTION:
        return whole_file(shown(work.source))
    return value_place(read_toml(work.source), shown(work.source), picture.source)
