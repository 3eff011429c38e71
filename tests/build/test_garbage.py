import gc

import pytest

from publisher.build.garbage import rare_collections


def _fail() -> None:
    assert gc.get_threshold() > (700, 10, 10)
    raise ZeroDivisionError


def test_the_collectors_own_thresholds_are_back_after_a_work_whatever_happened_to_it() -> None:
    before = gc.get_threshold()
    with pytest.raises(ZeroDivisionError), rare_collections():
        _fail()
    assert gc.get_threshold() == before
