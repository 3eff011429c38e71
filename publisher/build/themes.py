"""The themes there are, and a picture of each: two pages of the example that suits it."""

import io
import tempfile
from pathlib import Path

import msgspec
import pypdfium2
from PIL import Image

from publisher.assets import write_whole
from publisher.build.build import Options, build_works
from publisher.build.starters import start_work
from publisher.build.works import Work, find_works
from publisher.configuration.publication import Kind
from publisher.configuration.settings import Project, Settings
from publisher.diagnostics import Diagnostic, PublisherError, UsageError
from publisher.layouts import load_theme, theme_folders

_SCALE = 1.0
"""Pixels a point."""
_GAP = 12
_SHOWN: dict[Kind, tuple[int, int]] = {"article": (0, 0), "issue": (2, 3), "book": (8, 9)}
"""Which pages of the example show a theme best, from 0."""


class Listed(msgspec.Struct, frozen=True):
    """A theme as a list shows it: `kind` is what it is made for."""

    name: str
    kind: Kind
    description: str
    folder: Path


class Themes(msgspec.Struct, frozen=True):
    """The themes that can be loaded, and what is wrong with the others."""

    listed: tuple[Listed, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def list_themes(root: Path) -> Themes:
    """The themes by name, those in themes/ below `root` and publisher's own.

    Found is what `load_theme` raises for a broken one, which does not keep the others out.
    """
    listed: list[Listed] = []
    found: list[Diagnostic] = []
    for name, folder in sorted(theme_folders(root).items()):
        try:
            described = load_theme(name, root).described
        except UsageError as failure:
            found += failure.diagnostics
        else:
            listed.append(Listed(name, described.kind, described.description, folder))
    return Themes(tuple(listed), tuple(found))


def draw_theme(theme: Listed, root: Path, folder: Path) -> Path:
    """Puts a picture of pages set in `theme` into `folder`, as PNG; where it is.

    Raises PublisherError as `build_works` does, and for what keeps the example from being built.
    """
    with tempfile.TemporaryDirectory(prefix="publisher-") as place:
        example, out = Path(place) / "example", Path(place) / "out"
        start_work(theme.kind, example)
        project = Project(Settings(check=False, to=("pdf",)), root)
        works = [
            Work(each.name, each.source, each.root, project) for each in find_works([example]).works
        ]
        options = Options(out=out, to=("pdf",), theme=theme.name, check=False)
        (outcome,) = build_works(works, options)
        if outcome.failed:
            raise PublisherError(*outcome.diagnostics)
        data = (out / outcome.outputs[0].path).read_bytes()
    path = folder / f"{theme.name}.png"
    write_whole(path, _picture(data, _SHOWN[theme.kind]))
    return path


def _picture(pdf: bytes, pages: tuple[int, int]) -> bytes:
    """Pages of a PDF beside each other, as PNG."""
    with pypdfium2.PdfDocument(pdf) as document:
        numbers = sorted({min(number, len(document) - 1) for number in pages})
        drawn = [document[number].render(scale=_SCALE).to_pil() for number in numbers]
    width = sum(page.width for page in drawn) + _GAP * (len(drawn) + 1)
    sheet = Image.new("RGB", (width, max(page.height for page in drawn) + 2 * _GAP), "#888888")
    left = _GAP
    for page in drawn:
        sheet.paste(page, (left, _GAP))
        left += page.width + _GAP
    packed = io.BytesIO()
    sheet.save(packed, "PNG", optimize=True)
    return packed.getvalue()
