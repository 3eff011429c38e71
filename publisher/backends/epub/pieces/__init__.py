"""Parts that are too long for one content document, in several."""

from publisher.backends.epub.pieces.fit import Fitted, fit_parts

__all__ = ["Fitted", "fit_parts"]
