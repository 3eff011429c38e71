"""Lines that end in a space before an element: WeasyPrint 70 breaks them after their first word.

Pango lets the space at the end of a line hang over the margin, WeasyPrint counts it. So a text that
fits without its last space, and not with it, is taken for one that no break can shorten: it is
hyphenated, or cut, at its first word.
"""

from typing import Any

import weasyprint.layout.inline

_split = weasyprint.layout.inline.split_first_line
_WRAPPED = ("normal", "pre-line")
"""The values of `white-space` for which spaces hang and lines break."""


def install() -> None:
    """Has WeasyPrint let the last space of a text hang over the end of its line."""
    weasyprint.layout.inline.split_first_line = _split_with_hanging_space


def _split_with_hanging_space(
    text: str, style: Any, context: Any, max_width: float | None, *rest: Any, **options: Any
) -> tuple[Any, ...]:
    """As WeasyPrint's function of that name: layout, length, resume index, width, and so on."""
    found: tuple[Any, ...] = _split(text, style, context, max_width, *rest, **options)
    if found[2] is None or not text.endswith(" ") or style["white_space"] not in _WRAPPED:
        return found
    bare = _split(text.rstrip(" "), style, context, max_width, *rest, **options)
    if bare[2] is not None or bare[3] > max_width:
        return found
    layout, length, _, _, *metrics = _split(text, style, context, None, *rest, **options)
    return layout, length, None, bare[3], *metrics
