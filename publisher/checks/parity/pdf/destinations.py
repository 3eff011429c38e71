"""Where a link in a PDF leads (ISO 32000-1, 12.3.2 and 12.6.4)."""

import msgspec
import pikepdf

from publisher.checks.parity.builder import RawLink

_ACROSS = 0.2
"""How much a point to the side counts beside one below: columns stand side by side."""

_ABOVE = 0.5
"""Points by which a base line may lie above the place that leads to it: rounding."""


class Spot(msgspec.Struct, frozen=True):
    """A point of a page, which is counted from 0; `top` None is the top of the page."""

    page: int
    left: float | None = None
    top: float | None = None


class Destinations:
    """The named places of a file, and its pages by their objects."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        names = pdf.Root.get("/Names")
        tree = names.get("/Dests") if isinstance(names, pikepdf.Dictionary) else None
        self._tree = pikepdf.NameTree(tree) if isinstance(tree, pikepdf.Dictionary) else {}
        old = pdf.Root.get("/Dests")
        self._old = old if isinstance(old, pikepdf.Dictionary) else pikepdf.Dictionary()

    def link(self, annotation: pikepdf.Dictionary) -> RawLink | None:
        """The link that an annotation makes; None for one of another kind."""
        if annotation.get("/Subtype") != "/Link":
            return None
        action = annotation.get("/A")
        if isinstance(action, pikepdf.Dictionary):
            if action.get("/S") == "/URI" and "/URI" in action:
                return RawLink(str(action.URI))
            if action.get("/S") == "/GoTo":
                return RawLink(None, self.spot(action.get("/D")))
        if "/Dest" in annotation:
            return RawLink(None, self.spot(annotation.Dest))
        return None

    def spot(self, destination: object) -> Spot | None:
        """The point that a destination names, None where it is nowhere in the file."""
        if isinstance(destination, pikepdf.String):
            destination = self._tree.get(str(destination))
        elif isinstance(destination, pikepdf.Name):
            destination = self._old.get(str(destination))
        if isinstance(destination, pikepdf.Dictionary):
            destination = destination.get("/D")
        if not isinstance(destination, pikepdf.Array) or not len(destination):
            return None
        page = self._page(destination[0])
        if page is None:
            return None
        numbers = [_number(one) for one in list(destination)[2:6]] + [None] * 4
        kind = str(destination[1]) if len(destination) > 1 else "/Fit"
        left, top = {
            "/XYZ": (numbers[0], numbers[1]),
            "/FitH": (None, numbers[0]),
            "/FitBH": (None, numbers[0]),
            "/FitR": (numbers[0], numbers[3]),
        }.get(kind, (None, None))
        return Spot(page, left, top)

    def _page(self, value: object) -> int | None:
        if isinstance(value, int):
            return value
        return self._pages.get(value.objgen) if isinstance(value, pikepdf.Dictionary) else None


class Landings:
    """The blocks of a file by where their lines stand."""

    def __init__(self) -> None:
        self._lines: dict[int, list[tuple[float, float, int]]] = {}

    def add(self, page: int, left: float, base: float, block: int) -> None:
        """Notes that a line of `block` starts at `left` on the base line `base` of `page`."""
        self._lines.setdefault(page, []).append((base, left, block))

    def find(self, spot: object) -> int | None:
        """The block that one sees who is led to `spot`: of the line that begins next below."""
        if not isinstance(spot, Spot):
            return None
        lines = self._lines.get(spot.page, [])
        if spot.top is None:
            return min((block for _, _, block in lines), default=None)
        top, left = spot.top, spot.left
        below = [
            (top - base + (abs(x - left) * _ACROSS if left is not None else 0), block)
            for base, x, block in lines
            if base <= top + _ABOVE
        ]
        return min(below, default=(0.0, None))[1]


def _number(value: object) -> float | None:
    try:
        return float(value) if value is not None else None  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
