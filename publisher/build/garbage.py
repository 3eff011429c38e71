"""How often Python looks for cyclic garbage while works are built."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_THRESHOLDS = (50_000, 20, 100)
_LARGE = 4
"""How many times the collector comes during a work that leaves much behind."""


class Collector:
    """Python's collector, for the works of one build.

    Nearly all that is made for a work lives until the work is done. Python's own thresholds would
    have the boxes of a long book walked over and over: a fifth of its time. What a large work
    leaves behind is collected before the next one is begun; after an article, that would take
    longer than the article.
    """

    def __init__(self) -> None:
        self._much_left = False

    @contextmanager
    def seldom(self) -> Iterator[None]:
        """Has the collector come seldom, for the time of one work."""
        if self._much_left:
            gc.collect()
        thresholds, before = gc.get_threshold(), _turns()
        gc.set_threshold(*_THRESHOLDS)
        try:
            yield
        finally:
            gc.set_threshold(*thresholds)
            self._much_left = _turns() - before >= _LARGE


def _turns() -> int:
    """How often the collector has come in this process."""
    return sum(generation["collections"] for generation in gc.get_stats())
