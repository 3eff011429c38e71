"""A page to what is painted on it, the looks of its annotations last.

Stage: preflight. Input: a page of pikepdf. Output: marks in the order of painting.
"""

from collections.abc import Iterator

import pikepdf

from publisher.checks.preflight.common import Common
from publisher.checks.preflight.geometry import box_of
from publisher.checks.preflight.marks import Mark
from publisher.checks.preflight.run import Run
from publisher.checks.preflight.state import State


def page_marks(page: pikepdf.Page, common: Common) -> Iterator[Mark]:
    """What `page` paints. Raises TooMuch where that is too much to look at."""
    common.turn_page()
    found = page.obj.get("/Resources")
    resources = found if isinstance(found, pikepdf.Dictionary) else pikepdf.Dictionary()
    yield from Run(common, resources, State(pikepdf.Matrix()), "page", 0, ()).of(page.obj)
    annotations = page.obj.get("/Annots")
    for one in annotations if isinstance(annotations, pikepdf.Array) else ():
        if isinstance(one, pikepdf.Dictionary):
            yield from _looks(one, common)


def _looks(annotation: pikepdf.Dictionary, common: Common) -> Iterator[Mark]:
    """What an annotation looks like (12.5.5), in each of its states; where it stands roughly."""
    looks = annotation.get("/AP")
    normal = looks.get("/N") if isinstance(looks, pikepdf.Dictionary) else None
    streams = [normal]
    if isinstance(normal, pikepdf.Dictionary) and not isinstance(normal, pikepdf.Stream):
        streams = [normal[key] for key in list(normal.keys())]
    box = box_of(annotation.get("/Rect"))
    for stream in streams:
        if isinstance(stream, pikepdf.Stream) and box:
            state = State(pikepdf.Matrix(1, 0, 0, 1, box[0], box[1]))
            run = Run(common, pikepdf.Dictionary(), state, "annotation", 0, ())
            yield from run.form(stream, "annotation")
