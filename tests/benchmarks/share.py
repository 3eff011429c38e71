"""What a checked build to both outputs adds to WeasyPrint's own time, by stage.

The product knows nothing of this: its functions are wrapped from outside, for these builds only.
"""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from publisher.assets import Staged, staged
from publisher.backends.epub import render as epub
from publisher.backends.pdf import pages
from publisher.backends.pdf import render as pdf
from publisher.build import build as building
from publisher.build import rendering
from tests.benchmarks.timing import Sample, milliseconds
from tests.benchmarks.warm import build

WEASYPRINT, FSYNC, WAITING, WRITING = "WeasyPrint", "fsync", "waiting for EPUBCheck", "writing"
REST, OWN, TOTAL = "everything else", "our own share", "build"
OWN_DRY, OWN_BUSY = "our own share less fsync", "our own share, processor time"
Functions = tuple[tuple[object, str], ...]
STAGES: Mapping[str, Functions] = {
    "reading, typesetting, assembling": ((building, "make_ready"),),
    "cover design": ((epub, "design_cover"),),
    "cover picture": ((epub, "draw_jpeg"),),
    "PDF finishing": ((pdf, "finish"),),
    WEASYPRINT: ((pdf, "set_pages"), (pages.Pages, "draw")),
    FSYNC: ((os, "fsync"),),
    WRITING: ((Staged, "publish"),),
    "EPUB, all else": ((rendering, "_epub"),),
    "PDF markup": ((rendering, "_laid_out"),),
}
"""The functions whose time a stage is, less that of the stages which they call."""
NAMES = (*STAGES, WAITING, REST, OWN, OWN_DRY, OWN_BUSY, TOTAL)


class Clock:
    """Time in milliseconds by stage; while an inner stage runs, the outer one's clock stands."""

    def __init__(self, now: Callable[[], float] = time.perf_counter) -> None:
        self.spent: Counter[str] = Counter()
        self._now = now
        self._inner = [0.0]

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Counts the time until the end of the block for the stage `name`."""
        self._inner.append(0.0)
        start = self._now()
        try:
            yield
        finally:
            elapsed = (self._now() - start) * 1000
            self.spent[name] += elapsed - self._inner.pop()  # type: ignore[assignment]
            self._inner[-1] += elapsed

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """`function`, whose time counts for the stage `name`."""

        def call(*arguments: Any, **options: Any) -> Any:
            with self.stage(name):
                return function(*arguments, **options)

        return call


def measure_share(articles: Iterator[Path], *, turns: int, warm_up: int) -> dict[str, Sample]:
    """The time of each stage by its name, from `turns` builds after `warm_up` ones."""
    builds = [_measured_build(next(articles)) for _ in range(warm_up + turns)][warm_up:]
    return {name: Sample(tuple(build[name] for build in builds)) for name in NAMES}


def _measured_build(article: Path) -> dict[str, float]:
    clock, processor = Clock(), Clock(now=time.thread_time)
    with (
        _wrapped(clock, STAGES),
        _wrapped(processor, {WEASYPRINT: STAGES[WEASYPRINT]}),
        _wrapped_build(clock),
        processor.stage(OWN_BUSY),
    ):
        total = milliseconds(lambda: build(article, check=True))
    return with_sums(dict(clock.spent), total) | {OWN_BUSY: processor.spent[OWN_BUSY]}


def with_sums(spent: dict[str, float], total: float) -> dict[str, float]:
    """The stages of one build that took `total`, with what is left over and what is ours."""
    own = total - spent[WEASYPRINT]
    return spent | {
        REST: total - sum(spent.values()),
        OWN: own,
        OWN_DRY: own - spent[FSYNC],
        TOTAL: total,
    }


@contextmanager
def _wrapped(clock: Clock, stages: Mapping[str, Functions]) -> Iterator[None]:
    with ExitStack() as stack:
        for name, functions in stages.items():
            for owner, attribute in functions:
                function = clock.timed(name, getattr(owner, attribute))
                stack.enter_context(mock.patch.object(owner, attribute, function))
        yield


@contextmanager
def _wrapped_build(clock: Clock) -> Iterator[None]:
    """The stages that are no plain functions: files, the validator."""
    with (
        mock.patch.object(building, "staged", _timed_staged(clock)),
        mock.patch.object(building, "ThreadPoolExecutor", _timed_executor(clock)),
    ):
        yield


def _timed_staged(clock: Clock) -> Callable[[Path, bytes], Any]:
    """`staged`, whose way in and way out are writing."""

    @contextmanager
    def timed(path: Path, data: bytes) -> Iterator[Staged]:
        with ExitStack() as stack:
            with clock.stage(WRITING):
                file = stack.enter_context(staged(path, data))
            yield file
            with clock.stage(WRITING):
                stack.close()

    return timed


def _timed_executor(clock: Clock) -> type[ThreadPoolExecutor]:
    """The validator's thread; whoever asks for its verdict waits on the clock."""

    class Executor(ThreadPoolExecutor):
        def submit(self, *arguments: Any, **options: Any) -> Future[Any]:
            future = super().submit(*arguments, **options)
            future.result = clock.timed(WAITING, future.result)  # type: ignore[method-assign]
            return future

    return Executor
