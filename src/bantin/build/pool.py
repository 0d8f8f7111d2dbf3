"""Who does the work: this process where there is little, a pool of processes, or whatever executor we are given."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from bantin.model.settings import MOST_WORKERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Executor, Future

    from bantin.model import Host

Item = TypeVar("Item")
Result = TypeVar("Result")

BATCH = 50
"""Items a batch: large enough that sending it costs little, small enough that two processes end together."""
_AHEAD = 2
"""Batches under way for each worker: none waits, and memory holds no more than these."""


@dataclass(frozen=True)
class Payload:
    """What workers need of the site; two of one digest in the same folders are equal."""

    digest: str
    """Of everything but where it lies."""
    host: Host = field(compare=False)
    folders: tuple[str, ...]
    """Folders of templates, the ward's own first."""
    phrases: tuple[tuple[str, ...], ...] = field(default=(), compare=False)
    """Groups of words that search takes for one another, those of the registry."""


class WorkerPool:
    """Runs batches for one build. Functions and values that it gets can be pickled."""

    def __init__(self, payload: Payload, workers: int | None = None, executor: Executor | None = None) -> None:
        """`workers`: None for one a core; `executor`: in the place of our own processes."""
        self.payload = payload
        self._count = workers or min(os.cpu_count() or 1, MOST_WORKERS)
        self._given = executor
        self._own: Executor | None = None

    @property
    def is_near(self) -> bool:
        """Whether the work is done on this machine, with its disk at hand."""
        return self._given is None

    def share(self, count: int, most: int) -> int:
        """Return how many of `count` long items make a batch, `most` at most, so that all have something to do."""
        return max(1, min(most, count // (self._count * _AHEAD)))

    def run(
        self, function: Callable[[Payload, Sequence[Item]], list[Result]], items: Iterable[Item], size: int = 0
    ) -> Iterator[tuple[Item, Result]]:
        """Yield each item with its result, in their order, with a bounded number of batches of `size` under way.

        `items` are taken only as workers get room for them; no more than one batch is done here, at once.
        """
        source, size = iter(items), size or BATCH
        first = list(islice(source, size))
        second = list(islice(source, size))
        batches = _batches([first, second], source, size)
        if not second or (self._count == 1 and self._given is None):
            for batch in batches:
                yield from zip(batch, function(self.payload, batch), strict=True)
            return
        executor = self._executor()
        waiting: list[tuple[list[Item], Future[list[Result]]]] = []
        for batch in batches:
            waiting.append((batch, executor.submit(function, self.payload, batch)))
            if len(waiting) >= self._count * _AHEAD:
                yield from _results(*waiting.pop(0))
        for batch, future in waiting:
            yield from _results(batch, future)

    def _executor(self) -> Executor:
        if self._given is not None:
            return self._given
        if self._own is None:
            from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - most builds do everything here

            self._own = ProcessPoolExecutor(self._count, initializer=_end_with_parent)
        return self._own

    def close(self) -> None:
        """Let our own processes go."""
        if self._own is not None:
            self._own.shutdown(cancel_futures=True)
            self._own = None


def _end_with_parent() -> None:
    """Have this process end as soon as the build that started it is killed: it must neither wait nor write on."""
    from multiprocessing import parent_process  # noqa: PLC0415 - such a process has them
    from threading import Thread  # noqa: PLC0415

    parent = parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=follow, daemon=True).start()


def _batches(first: list[list[Any]], source: Iterator[Any], size: int) -> Iterator[list[Any]]:
    yield from (batch for batch in first if batch)
    while batch := list(islice(source, size)):
        yield batch


def _results(batch: list[Item], future: Future[list[Result]]) -> Iterator[tuple[Item, Result]]:
    yield from zip(batch, future.result(), strict=True)
