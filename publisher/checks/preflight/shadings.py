"""The inks that a shading puts on paper at the most (ISO 32000-1, 8.7.4.5 and 7.10)."""

from collections.abc import Iterator, Mapping

import pikepdf

from publisher.checks.preflight.colour import Space, inks, total

_DEEPEST = 6
_MOST_SAMPLES = 200_000


def heaviest(
    shading: pikepdf.Dictionary | pikepdf.Stream, space: Space
) -> Mapping[str, float] | None:
    """The inks of the colour that takes most; None where that cannot be told.

    Of functions that are programs, and of meshes, nothing is known.
    """
    functions = shading.get("/Function")
    if isinstance(functions, pikepdf.Array):  # one a component: their highest may meet
        rows = [list(_outputs(one, 0)) for one in functions]
        if not rows or any(not row for row in rows):
            return None
        colours = [tuple(max(values[0] for values in row) for row in rows)]
    else:
        colours = list(_outputs(functions, 0))
    found = [plates for values in colours if (plates := inks(space, values)) is not None]
    return max(found, key=total, default=None)


def _outputs(function: object, depth: int) -> Iterator[tuple[float, ...]]:
    """Values that a function takes: at both ends, and at each sample."""
    if not isinstance(function, pikepdf.Dictionary | pikepdf.Stream) or depth > _DEEPEST:
        return
    kind = function.get("/FunctionType")
    if kind == 2:
        yield _numbers(function.get("/C0"), (0.0,))
        yield _numbers(function.get("/C1"), (1.0,))
    elif kind == 3 and isinstance(parts := function.get("/Functions"), pikepdf.Array):
        for part in parts:
            yield from _outputs(part, depth + 1)
    elif kind == 0 and isinstance(function, pikepdf.Stream):
        yield from _samples(function)


def _samples(function: pikepdf.Stream) -> Iterator[tuple[float, ...]]:
    """The samples of a table, where they are whole bytes."""
    limits = _numbers(function.get("/Decode", function.get("/Range")), ())
    count = len(limits) // 2
    if function.get("/BitsPerSample") not in (8, 16) or not count:
        return
    size = int(function.get("/BitsPerSample", 8)) // 8
    data = function.read_bytes()[: _MOST_SAMPLES * size]
    highest = 256**size - 1
    for at in range(0, len(data) - size * count + 1, size * count):
        values = []
        for number in range(count):
            low, high = limits[2 * number], limits[2 * number + 1]
            raw = int.from_bytes(data[at + number * size : at + (number + 1) * size], "big")
            values.append(low + raw / highest * (high - low))
        yield tuple(values)


def _numbers(value: object, otherwise: tuple[float, ...]) -> tuple[float, ...]:
    if not isinstance(value, pikepdf.Array):
        return otherwise
    return tuple(float(one) for one in value)
