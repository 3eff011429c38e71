"""One stream of operators to what it paints, with all the streams that it calls.

Source: ISO 32000-1, 8 and 9. Shapes are known by their boxes alone: a mark's is the smallest
upright one around it, cut by the box of the clipping path.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
import pikepdf

from publisher.checks.preflight.colour import inks, read_space
from publisher.checks.preflight.common import Common
from publisher.checks.preflight.fonts import Font
from publisher.checks.preflight.geometry import box_of, matrix_of, moved, scale
from publisher.checks.preflight.limits import DEEPEST, TooMuch
from publisher.checks.preflight.marks import Box, Kind, Mark, Where, is_empty, meet
from publisher.checks.preflight.paths import Path
from publisher.checks.preflight.pictures import inline_picture, picture_of, resolution
from publisher.checks.preflight.settings import COLOUR_OPERATORS, apply_settings, set_colour
from publisher.checks.preflight.shadings import heaviest
from publisher.checks.preflight.state import EVERYWHERE, Paint, State
from publisher.checks.preflight.text import Text

_PAINTING: dict[str, tuple[bool, bool]] = {
    "f": (True, False),
    "F": (True, False),
    "f*": (True, False),
    "S": (False, True),
    "s": (False, True),
    "B": (True, True),
    "B*": (True, True),
    "b": (True, True),
    "b*": (True, True),
    "n": (False, False),
}
"""Whether an operator fills the path, and whether it strokes it."""

_MOST_SAVED = DEEPEST * 8
_FILLED, _STROKED = (0, 2, 4, 6), (1, 2, 5, 6)
"""Modes of text that fill and stroke it (9.3.6)."""


class Run:
    """One stream of operators, with its resources and its state."""

    def __init__(
        self,
        common: Common,
        resources: pikepdf.Dictionary,
        state: State,
        where: Where,
        depth: int,
        inside: tuple[int | str, ...],
    ) -> None:
        self.common = common
        self.resources = resources
        self.state = state
        self.where = where
        self._depth = depth
        self._saved: list[State] = []
        self._marked: list[int | str] = list(inside)
        self._outer = len(inside)
        self._path = Path()
        self._text = Text()

    def of(self, stream: pikepdf.Object) -> Iterator[Mark]:
        """The marks of a stream, or of a page. A stream that cannot be read paints nothing more."""
        try:
            found = pikepdf.parse_content_stream(stream)
        except (pikepdf.PdfError, TypeError):
            return
        for one in found:
            self.common.count()
            if isinstance(one, pikepdf.ContentStreamInlineImage):
                yield from self._inline(one)
            else:
                try:
                    yield from self._do(str(one.operator), one.operands)
                except (TypeError, ValueError, IndexError, ArithmeticError):
                    continue  # operands of the wrong kind: viewers leave the operator out, too

    def _do(self, operator: str, operands: Any) -> Iterator[Mark]:
        state = self.state
        if self._path.add(operator, operands, state.ctm):
            return
        if operator in _PAINTING:
            yield from self._paint(*_PAINTING[operator])
        elif operator in ("Tj", "TJ", "'", '"'):
            yield from self._show(operator, operands)
        elif operator in COLOUR_OPERATORS:
            set_colour(state, operator, operands, self._named("/ColorSpace"), self.resources)
        elif operator == "q":
            if len(self._saved) < _MOST_SAVED:
                self._saved.append(state.saved())
        elif operator == "Q":
            if self._saved:
                self.state = self._saved.pop()
        elif operator == "cm":
            state.ctm = pikepdf.Matrix(*map(float, operands)) @ state.ctm
        elif operator == "w":
            state.line_width = float(operands[0])
        elif operator == "gs":
            yield from self._settings(operands[0])
        elif operator == "Do":
            yield from self._object(operands[0])
        elif operator == "sh":
            yield from self._shading(operands[0])
        elif operator == "Tf":
            state.font = self.common.font(self._named("/Font").get(str(operands[0])))
            state.size = float(operands[1])
        elif operator in ("BMC", "BDC"):
            self._begin_marked(operator, operands)
        elif operator == "EMC":
            if len(self._marked) > self._outer:
                self._marked.pop()
        else:
            self._text.move(operator, operands, state)

    def _named(self, category: str) -> Any:
        found = self.resources.get(category)
        return found if isinstance(found, pikepdf.Dictionary) else {}

    # Marked content

    def _begin_marked(self, operator: str, operands: Any) -> None:
        properties = operands[1] if operator == "BDC" and len(operands) > 1 else None
        if isinstance(properties, pikepdf.Name):
            properties = self._named("/Properties").get(str(properties))
        mark = properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None
        if str(operands[0]) == "/Artifact":
            self._marked.append("artifact")
        else:
            self._marked.append(mark if isinstance(mark, int) else "")

    def _inside(self) -> dict[str, Any]:
        """What the outermost marked content that says anything says of an operator."""
        for one in self._marked:
            if isinstance(one, int):
                return {"inside": "content", "marked": one}
            if one:
                return {"inside": one}
        return {}

    # Painting

    def mark(self, kind: Kind, box: Box, paint: Paint, **facts: Any) -> Iterator[Mark]:
        """The mark of a paint over a box, where any of it is inside the clipping path."""
        state = self.state
        seen = meet(box, state.clip)
        if is_empty(seen):
            return
        if paint.pattern is not None:
            yield from self._pattern(paint, seen)
            return
        stroked = kind == "stroke"
        yield Mark(
            kind=kind,
            box=seen,
            where=self.where,
            space=paint.space,
            values=paint.values,
            plates=facts.pop("plates", None) or inks(paint.space, paint.values),
            overprint=state.overprint_stroke if stroked else state.overprint_fill,
            overprint_mode=state.overprint_mode,
            alpha=state.alpha_stroke if stroked else state.alpha_fill,
            blend=state.blend,
            masked=state.masked,
            **self._inside(),
            **facts,
        )

    def _paint(self, fills: bool, strokes: bool) -> Iterator[Mark]:
        box, state = self._path.box(), self.state
        if box and fills:
            yield from self.mark("fill", box, state.fill)
        if box and strokes:
            width = state.line_width * scale(state.ctm)
            half = width / 2
            around = (box[0] - half, box[1] - half, box[2] + half, box[3] + half)
            yield from self.mark("stroke", around, state.stroke, size=width)
        if box and self._path.clips:
            state.clip = meet(state.clip, box)
        self._path = Path()

    def _show(self, operator: str, operands: Any) -> Iterator[Mark]:
        state = self.state
        if operator in ("'", '"'):
            self._text.next_line(operator, operands, state)
        shown = self._text.show(operands[-1], state)
        font = state.font
        if shown is None or font is None:
            return
        if font.kind == "/Type3":
            yield from self._glyphs(font, shown.codes)
        if shown.box and state.mode in _FILLED:
            yield from self.mark("text", shown.box, state.fill, size=shown.size, font=font.key)
        elif shown.box and state.mode in _STROKED:
            yield from self.mark("text", shown.box, state.stroke, size=shown.size, font=font.key)

    def _glyphs(self, font: Font, codes: set[int]) -> Iterator[Mark]:
        """What the glyphs of a Type 3 font paint (9.6.5), each once on a page."""
        programs, names = font.value.get("/CharProcs"), _differences(font.value)
        if not isinstance(programs, pikepdf.Dictionary):
            return
        found = font.value.get("/Resources")
        resources = found if isinstance(found, pikepdf.Dictionary) else self.resources
        for name in sorted({names[code] for code in codes if code in names}):
            stream = programs.get(name)
            if isinstance(stream, pikepdf.Stream) and self.common.once(stream):
                yield from self._deeper(resources, "glyph").of(stream)

    def _deeper(self, resources: pikepdf.Dictionary, where: Where) -> "Run":
        if self._depth >= DEEPEST:
            raise TooMuch(f"streams more than {DEEPEST} deep in one another")
        kept = self.where if self.where in ("soft mask", "annotation") else where
        inside = tuple(one for one in self._marked if one != "")[:1]
        return Run(self.common, resources, self.state.saved(), kept, self._depth + 1, inside)

    # Objects

    def _object(self, name: object) -> Iterator[Mark]:
        found = self._named("/XObject").get(str(name))
        if not isinstance(found, pikepdf.Stream):
            return
        if found.get("/Subtype") == "/Form":
            yield from self.form(found, "form")
        elif found.get("/Subtype") == "/Image":
            yield from self._picture(found, self._named("/ColorSpace"), found.objgen)

    def form(self, stream: pikepdf.Stream, where: Where) -> Iterator[Mark]:
        """What a form paints (8.10), cut by its own box."""
        found = stream.get("/Resources")
        resources = found if isinstance(found, pikepdf.Dictionary) else self.resources
        inner = self._deeper(resources, where)
        if matrix := matrix_of(stream.get("/Matrix")):
            inner.state.ctm = matrix @ inner.state.ctm
        if box := box_of(stream.get("/BBox")):
            inner.state.clip = meet(inner.state.clip, moved(inner.state.ctm, box))
        yield from inner.of(stream)

    def _picture(
        self, value: pikepdf.Dictionary | pikepdf.Stream, named: object, key: tuple[int, int] | None
    ) -> Iterator[Mark]:
        picture = picture_of(value, key)
        paint = (
            self.state.fill
            if picture.mask
            else Paint(read_space(value.get("/ColorSpace"), named), ())
        )
        facts = {"picture": picture, "size": resolution(self.state.ctm, picture)}
        for mark in self.mark("picture", moved(self.state.ctm, (0, 0, 1, 1)), paint, **facts):
            soft = isinstance(value.get("/SMask"), pikepdf.Stream)
            yield msgspec.structs.replace(mark, masked=True) if soft else mark

    def _inline(self, one: pikepdf.ContentStreamInlineImage) -> Iterator[Mark]:
        yield from self._picture(inline_picture(one.iimage), self._named("/ColorSpace"), None)

    def _shading(self, name: object) -> Iterator[Mark]:
        found = self._named("/Shading").get(str(name))
        if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            yield from self._shaded(found, self.state.clip)

    def _shaded(self, shading: pikepdf.Dictionary | pikepdf.Stream, box: Box) -> Iterator[Mark]:
        space = read_space(shading.get("/ColorSpace"), self._named("/ColorSpace"))
        plates = heaviest(shading, space)
        yield from self.mark("shading", box, Paint(space, ()), plates=plates)

    def _pattern(self, paint: Paint, box: Box) -> Iterator[Mark]:
        """What a pattern paints (8.7) where it is used: all its marks have the box painted."""
        pattern = paint.pattern
        if isinstance(pattern, pikepdf.Dictionary) and pattern.get("/PatternType") == 2:
            shading = pattern.get("/Shading")
            if isinstance(shading, pikepdf.Dictionary | pikepdf.Stream):
                yield from self._shaded(shading, box)
        elif isinstance(pattern, pikepdf.Stream) and self.common.once(pattern):
            found = pattern.get("/Resources")
            resources = found if isinstance(found, pikepdf.Dictionary) else self.resources
            inner = self._deeper(resources, "pattern")
            inner.state.ctm = matrix_of(pattern.get("/Matrix")) or pikepdf.Matrix()
            inner.state.clip = EVERYWHERE
            if paint.space.base:  # uncoloured: painted in the colour that is given with it
                inner.state.fill = inner.state.stroke = Paint(paint.space.base, paint.values)
            for mark in inner.of(pattern):
                yield msgspec.structs.replace(mark, box=box)

    def _settings(self, name: object) -> Iterator[Mark]:
        found = self._named("/ExtGState").get(str(name))
        if not isinstance(found, pikepdf.Dictionary):
            return
        mask = apply_settings(self.state, found, self.common.font)
        if mask is not None and self.common.once(mask):
            yield from self._deeper(self.resources, "soft mask").form(mask, "soft mask")


def _differences(font: pikepdf.Dictionary) -> Mapping[int, str]:
    """Names of glyphs by their codes (9.6.6.2)."""
    encoding = font.get("/Encoding")
    rows = encoding.get("/Differences") if isinstance(encoding, pikepdf.Dictionary) else None
    found: dict[int, str] = {}
    code = 0
    for one in rows if isinstance(rows, pikepdf.Array) else ():
        if isinstance(one, int):
            code = one
        else:
            found[code] = str(one)
            code += 1
    return found
