"""Pictures as they look by night: a drawing in black has white paper behind it, whatever is there.

A reading system that turns colours round may also take the ground away that a style sheet gives to
a picture; what stands in the drawing itself stays.
"""

import re

from publisher.pictures import Picture

_ROOT = re.compile(rb"<svg\b([^>]*)>")
_STYLE = re.compile(rb"""\bstyle=(["'])""")
_PAPER = b"background-color:#fff;"


def on_paper(picture: Picture) -> bytes:
    """The bytes of `picture`; a drawing has a white ground of its own."""
    root = _ROOT.search(picture.data) if picture.vector else None
    if root is None:
        return picture.data
    style = _STYLE.search(root[1])
    at = root.start(1) + style.end() if style else root.start(1)
    added = _PAPER if style else b' style="' + _PAPER + b'"'
    return picture.data[:at] + added + picture.data[at:]
