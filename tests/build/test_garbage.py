import gc

import pytest

from publisher.build.garbage import Collector


class Held:
    """An object that holds itself: only a collection lets it go."""

    alive = 0

    def __init__(self) -> None:
        Held.alive += 1
        self.itself = self

    def __del__(self) -> None:
        Held.alive -= 1


def _fail() -> None:
    assert gc.get_threshold() > (700, 10, 10)
    raise ZeroDivisionError


def test_the_collectors_own_thresholds_are_back_after_a_work_whatever_happened_to_it() -> None:
    before = gc.get_threshold()
    with pytest.raises(ZeroDivisionError), Collector().seldom():
        _fail()
    assert gc.get_threshold() == before


def test_what_a_large_work_leaves_behind_is_gone_when_the_next_is_begun() -> None:
    collector = Collector()
    with collector.seldom():
        boxes = [[number] for number in range(300_000)]
        Held()
        assert boxes
        assert Held.alive == 1
    with collector.seldom():
        assert Held.alive == 0
