"""Formulas that are pictures: a file of each, and the CSS rules that give it its size."""

import msgspec

from publisher.backends.epub.item import Item
from publisher.formulas import Formula
from publisher.layouts import Theme
from publisher.publication import Publication
from publisher.publication.anchors import nodes
from publisher.publication.settled import DisplayedFormula, InlineFormula


class FormulaPictures(msgspec.Struct, frozen=True):
    """The files, and the rules by the names of the formulas."""

    items: tuple[Item, ...]
    rules: str


class _Sized(msgspec.Struct, frozen=True):
    name: str
    width: float
    depth: float


def picture_formulas(publication: Publication, theme: Theme) -> FormulaPictures:
    """The picture of each formula in `publication`; equal ones share theirs."""
    formulas = {formula.name: formula for formula in _formulas(publication)}
    if not formulas:
        return FormulaPictures((), "")
    from publisher.formulas.picture import draw_pictures  # WeasyPrint takes 0.3 s to import

    pictures = draw_pictures(tuple(formulas.values()))
    drawn = dict(zip(formulas, pictures, strict=True))
    sizes = [_Sized(name, picture.width, picture.depth) for name, picture in drawn.items()]
    return FormulaPictures(
        tuple(Item(f"formulas/{name}.png", picture.data) for name, picture in drawn.items()),
        theme.render("epub/formulas.css.j2", formulas=sizes),
    )


def _formulas(publication: Publication) -> list[Formula]:
    found = nodes(tuple((part.document, part.notes) for part in publication.parts))
    shown = (node for node in found if isinstance(node, DisplayedFormula | InlineFormula))
    return [node.formula for node in shown if node.formula]
