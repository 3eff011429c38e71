"""Drop caps: how large the first letter of a text is that stands in several lines."""

from collections.abc import Mapping

from publisher.units import points

_CAPITAL, _MIDDLE = 0.67, 0.35
"""Of most faces for text, in em: how high a capital is, and how far above the baseline the middle
of a line lies."""
_LEADING = 1.5
"""The leading, in em, where the theme leaves it to the reader."""
_MOST = 5


def drop_cap_lines(value: str) -> int:
    """The lines that a theme's first letters stand in, 0 for none.

    Raises ValueError for what is no number up to 5, and for 1.
    """
    lines = int(value)
    if lines == 1 or not 0 <= lines <= _MOST:
        raise ValueError(f"0, or 2 to {_MOST}")
    return lines


def initial_tokens(lines: int, tokens: Mapping[str, str]) -> dict[str, str]:
    """What the style sheets say of first letters, by the name of the token.

    The foot of the letter stands on the last of its lines, its head level with the capitals of the
    first. `tokens` are the theme's, among them `text-size` and `leading` where it sets them, each
    also for short texts.
    """
    found = {
        "initial-float": "left" if lines else "none",
        "initial-lines": str(lines) if lines else "normal",
    }
    for suffix in ("", "-short"):
        size, leading = _size(lines, _ratio(tokens, suffix))
        found[f"initial-size{suffix}"] = f"{size:.3f}em"
        found[f"initial-leading{suffix}"] = f"{leading:.3f}"
    return found


def _ratio(tokens: Mapping[str, str], suffix: str) -> float:
    size, leading = tokens.get(f"text-size{suffix}"), tokens.get(f"leading{suffix}")
    try:
        return points(leading or "") / points(size or "")
    except (ValueError, ZeroDivisionError):  # in other units, or not there
        return _LEADING


def _size(lines: int, ratio: float) -> tuple[float, float]:
    """The size of the letter in em of the text, and its line's height in em of its own."""
    below = max(lines - 1, 0) * ratio
    size = (below + _CAPITAL) / _CAPITAL
    return size, 2 * (below + ratio / 2 + _MIDDLE * (1 - size)) / size
