"""How often Python looks for cyclic garbage while a work is built."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_THRESHOLDS = (50_000, 20, 100)


@contextmanager
def rare_collections() -> Iterator[None]:
    """Has Python's collector come seldom, for the time of one work.

    Nearly all that is made for a work lives until the work is done, and goes then by its reference
    counts. Python's own thresholds would have the boxes of a long book walked over and over: a
    fifth of its time, for no memory (docs/benchmarks-books.md).
    """
    before = gc.get_threshold()
    gc.set_threshold(*_THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
