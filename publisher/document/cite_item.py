"""One work of a citation, as `publisher.document.nodes.Cite` holds several."""

from typing import Literal

import msgspec


class CiteItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One work of a citation: where in it, and the words before and after.

    "suppress_author" leaves out the author, whom the sentence names already; "narrative" makes the
    author part of the sentence, and sets the rest behind.
    """

    key: str
    locator: str | None = None
    prefix: str = ""
    suffix: str = ""
    mode: Literal["normal", "suppress_author", "narrative"] = "normal"
