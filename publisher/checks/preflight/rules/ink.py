"""How much ink lies in one place (ISO 12647: total area coverage), against a target's limit.

What is painted last counts, as on a press: each thing by the inks of its colour, a picture by its
pixel that takes most. Where it is set to overprint, or multiplies, the inks of what lies below its
box are added.
"""

from collections.abc import Iterator, Mapping, Sequence

import pikepdf

from publisher.checks.preflight.colour import total
from publisher.checks.preflight.found import Found
from publisher.checks.preflight.marks import Mark, overlap
from publisher.checks.preflight.picture_inks import heaviest_pixel
from publisher.checks.preflight.subject import Sheet, Subject

_TOLERANCE = 0.5
"""Per cent: eight bits hold no finer steps."""

_MOST_BELOW = 2000
"""Things below another that are looked at."""


def heavy_ink(subject: Subject) -> Iterator[Found]:
    """PRE023 for what takes more ink than the target allows."""
    rules = subject.rules
    if not rules or rules.ink >= 400:
        return
    measured: dict[tuple[int, int], float | None] = {}
    for sheet in subject.sheets:
        marks = subject.marks(sheet)
        for at, mark in enumerate(marks):
            ink = _ink(subject, mark, marks[:at] if _adds(mark) else (), measured)
            if ink is None or ink <= rules.ink + _TOLERANCE:
                continue
            if mark.seen and not _is_outside(mark, sheet):
                facts = {"ink": f"{ink:.0f}", "limit": f"{rules.ink:g}"}
                yield Found(code="PRE023", facts=facts, page=sheet.number, box=mark.box)


def _is_outside(mark: Mark, sheet: Sheet) -> bool:
    """Marks of registration take all inks, outside the bleed."""
    return not overlap(mark.box, sheet.bleed) and mark.space.colourants == ("All",)


def _adds(mark: Mark) -> bool:
    return mark.overprint or mark.blend in ("Multiply", "Darken", "ColorBurn")


def _ink(
    subject: Subject,
    mark: Mark,
    below: Sequence[Mark],
    measured: dict[tuple[int, int], float | None],
) -> float | None:
    picture = mark.picture
    if picture and not picture.mask:
        key = picture.key
        if key is None or key == (0, 0):
            return None
        if key not in measured:
            stream = subject.pdf.get_object(key)
            measured[key] = (
                heaviest_pixel(stream, mark.space) if isinstance(stream, pikepdf.Stream) else None
            )
        return measured[key]
    if mark.plates is None:
        return None
    return max([total(mark.plates), *_with(mark, below)])


def _with(mark: Mark, below: Sequence[Mark]) -> Iterator[float]:
    """The inks of a mark together with those of each thing below it, down to one that covers."""
    assert mark.plates is not None
    for other in reversed(below[-_MOST_BELOW:]):
        if other.plates is not None and other.seen and overlap(mark.box, other.box):
            yield total(_together(mark, mark.plates, other.plates))
            if not _adds(other):
                return


def _together(mark: Mark, own: Mapping[str, float], under: Mapping[str, float]) -> dict[str, float]:
    found = dict(under)
    for ink, share in own.items():
        if mark.blend != "Normal":
            found[ink] = 1 - (1 - share) * (1 - found.get(ink, 0.0))
        elif share or mark.overprint_mode == 0:
            found[ink] = share  # mode 1 (8.6.7): what has none of an ink leaves the one below
    return found
