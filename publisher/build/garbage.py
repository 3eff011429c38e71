"""How often Python looks for cyclic garbage while a work is built."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_THRESHOLDS = (50_000, 20, 100)
_LARGE = 4
"""How many times the collector comes during a work that leaves much behind."""


@contextmanager
def rare_collections() -> Iterator[None]:
    """Has Python's collector come seldom, for the time of one work.

    Nearly all that is made for a work lives until the work is done. Python's own thresholds would
    have the boxes of a long book walked over and over: a fifth of its time. What a large work
    leaves behind is collected when it is done, before the next one is begun; after an article, that
    would take longer than the article.
    """
    thresholds, before = gc.get_threshold(), _turns()
    gc.set_threshold(*_THRESHOLDS)
    try:
        yield
    finally:
        large = _turns() - before >= _LARGE
        gc.set_threshold(*thresholds)
        if large:
            gc.collect()


def _turns() -> int:
    """How often the collector has come in this process."""
    return sum(generation["collections"] for generation in gc.get_stats())
