import gc

import pytest

from publisher.build.garbage import rare_collections


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
    with pytest.raises(ZeroDivisionError), rare_collections():
        _fail()
    assert gc.get_threshold() == before


def test_what_a_large_work_leaves_behind_is_gone_when_it_is_done() -> None:
    with rare_collections():
        boxes = [[number] for number in range(300_000)]
        Held()
        assert Held.alive == 1
    assert boxes
    assert Held.alive == 0
