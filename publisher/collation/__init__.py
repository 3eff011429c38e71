"""Order: words as a reader of a language looks for them, and the letters that they stand under."""

from publisher.collation.collation import Collation, Letter, Order, Rank, collation, require_icu
from publisher.collation.near import Near, or_similar

__all__ = ["Collation", "Letter", "Near", "Order", "Rank", "collation", "or_similar", "require_icu"]
