"""Colour spaces (ISO 32000-1, 8.6), and the inks that a colour in one of them puts on paper."""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec
import pikepdf

Family = Literal["grey", "cmyk", "rgb", "lab", "spot", "pattern"]

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
_DEEPEST = 6
"""Spaces in spaces: an index into a separation that stands for a profile."""

_DEVICE: dict[str, Family] = {
    "/DeviceGray": "grey",
    "/G": "grey",
    "/CalGray": "grey",
    "/DeviceRGB": "rgb",
    "/RGB": "rgb",
    "/CalRGB": "rgb",
    "/DeviceCMYK": "cmyk",
    "/CMYK": "cmyk",
    "/Lab": "lab",
    "/Pattern": "pattern",
}
_BY_COUNT: dict[int, Family] = {1: "grey", 3: "rgb", 4: "cmyk"}


class Space(msgspec.Struct, frozen=True):
    """A colour space: what kind of colour it has, how many components, and its name for people.

    `colourants` are the names of spot colours' inks, `profiled` says that the colours are measured
    rather than a device's own, `palette` holds the colours of an indexed space, each as components
    of its `base`.
    """

    family: Family
    count: int
    name: str
    profiled: bool = False
    colourants: tuple[str, ...] = ()
    base: "Space | None" = None
    palette: bytes = b""

    @property
    def real(self) -> "Space":
        """The space that the colours of an indexed one are in, else itself."""
        return self.base if self.base and self.palette else self


GREY = Space("grey", 1, "DeviceGray")
RGB = Space("rgb", 3, "DeviceRGB")
CMYK = Space("cmyk", 4, "DeviceCMYK")
PATTERN = Space("pattern", 0, "Pattern")
_PLAIN = {"grey": GREY, "rgb": RGB, "cmyk": CMYK, "pattern": PATTERN}


def read_space(value: object, named: object = None, depth: int = 0) -> Space:
    """The space that a name or an array stands for; `named` are the resources' own names.

    What is no space at all is taken for grey, as viewers do.
    """
    if depth > _DEEPEST:
        return GREY
    if isinstance(value, pikepdf.Name):
        if isinstance(named, pikepdf.Dictionary) and str(value) not in _DEVICE and value in named:
            return read_space(named[str(value)], None, depth + 1)
        return _PLAIN.get(_DEVICE.get(str(value), "grey"), GREY)
    if not isinstance(value, pikepdf.Array) or not len(value):
        return GREY
    kind = str(value[0])
    if kind == "/ICCBased" and len(value) > 1 and isinstance(value[1], pikepdf.Stream):
        count = _whole(value[1].get("/N"), 3)
        lab = count == 3 and _is_lab(value[1])
        family: Family = "lab" if lab else _BY_COUNT.get(count, "rgb")
        return Space(family, count, f"ICCBased {_LABELS[family]}", profiled=True)
    if kind in ("/CalGray", "/CalRGB", "/Lab"):
        family = _DEVICE[kind]
        return Space(family, 1 if family == "grey" else 3, kind[1:], profiled=True)
    if kind in ("/Separation", "/DeviceN") and len(value) > 2:
        return _inks(value, named, depth)
    if kind in ("/Indexed", "/I") and len(value) > 3:
        return _indexed(value, named, depth)
    if kind == "/Pattern":
        under = read_space(value[1], named, depth + 1) if len(value) > 1 else None
        return Space("pattern", under.count if under else 0, "Pattern", base=under)
    return _PLAIN.get(_DEVICE.get(kind, "grey"), GREY)


_LABELS = {"grey": "grey", "rgb": "RGB", "cmyk": "CMYK", "lab": "Lab"}


def _whole(value: object, otherwise: int) -> int:
    return value if isinstance(value, int) else otherwise


def _is_lab(profile: pikepdf.Stream) -> bool:
    try:
        return profile.read_bytes()[16:20] == b"Lab "
    except pikepdf.PdfError:
        return False


def _inks(value: pikepdf.Array, named: object, depth: int) -> Space:
    names = value[1]
    found = [str(one)[1:] for one in (names if isinstance(names, pikepdf.Array) else [names])]
    base = read_space(value[2], named, depth + 1)
    title = f"{str(value[0])[1:]} {', '.join(found)}"
    return Space("spot", len(found), title, colourants=tuple(found), base=base)


def _indexed(value: pikepdf.Array, named: object, depth: int) -> Space:
    base = read_space(value[1], named, depth + 1)
    table = value[3]
    try:
        palette = (
            table.read_bytes()
            if isinstance(table, pikepdf.Stream)
            else bytes(table)
            if isinstance(table, pikepdf.String)
            else b""
        )
    except pikepdf.PdfError:
        palette = b""
    return Space("spot" if base.family == "spot" else base.family, 1, base.name, base.profiled,
                 base.colourants, base, palette or b"\0")  # fmt: skip


def inks(space: Space, values: Sequence[float]) -> Mapping[str, float] | None:
    """How much of each ink a colour takes, from 0 to 1; None where no one can know, as of RGB."""
    if space.family == "grey" and values:
        return {"Black": 1 - _clamped(values[0])}
    if space.family == "cmyk" and len(values) == len(PROCESS):
        return dict(zip(PROCESS, map(_clamped, values), strict=True))
    if space.family == "spot" and len(values) == len(space.colourants):
        return _spot_inks(space.colourants, values)
    return None


def _spot_inks(names: Sequence[str], values: Sequence[float]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, value in zip(names, values, strict=True):
        if name == "All":
            found.update(dict.fromkeys(PROCESS, _clamped(value)))
        elif name != "None":
            found[name] = _clamped(value)
    return found


def _clamped(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def total(plates: Mapping[str, float]) -> float:
    """All inks together, in per cent."""
    return 100 * sum(plates.values())


def is_black(space: Space, values: Sequence[float]) -> bool:
    """Whether a colour is seen as black, whatever it is made of."""
    if space.family == "rgb":
        return len(values) == space.count and max(values, default=1) <= _DARK
    plates = inks(space, values)
    if plates is None:
        return False
    return max(plates.get("Black", 0.0), min(plates.get(name, 0.0) for name in PROCESS[:3])) >= (
        1 - _DARK
    )


_DARK = 0.12
"""How much light a colour may send back and be taken for black."""
