"""The same work on many things, done by a process a core."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager, redirect_stderr, suppress
from typing import Self, TypeVar

from newsreader.errors import NewsreaderError

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 8
"""Things a process that are handed out before the first result is waited for."""


def available() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Cores:
    """Processes that start with the first work and end with the `with` block.

    `yielding`: they give way to whatever else the machine has to do.
    """

    def __init__(self, *, yielding: bool = False) -> None:
        self._yielding = yielding
        self._executor: Executor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        """Let each process finish what it has in hand, and no more."""
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)

    def map(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        here: Callable[[Item], bool] = lambda _: False,
    ) -> Iterator[Result]:
        """Yield `function(item)` for each item, in order, a few items ahead of the caller.

        What is to be done `here` is not worth sending to another process. The function must be
        importable by name; items and results are pickled. Raises NewsreaderError when a process
        was killed, and what the function raises.
        """
        ahead = AHEAD * available()
        waiting: deque[Future[Result]] = deque()
        try:
            for item in items:
                waiting.append(self._submit(function, item, here=here(item)))
                while waiting and (waiting[0].done() or len(waiting) >= ahead):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenExecutor:
            raise NewsreaderError(
                "A process of newsreader was killed, perhaps for want of memory.",
                "What was done is kept; run it again to go on.",
            ) from None

    def _submit(
        self, function: Callable[[Item], Result], item: Item, *, here: bool
    ) -> Future[Result]:
        if here:
            done: Future[Result] = Future()
            done.set_result(function(item))
            return done
        if self._executor is None:
            from concurrent.futures import ProcessPoolExecutor
            from multiprocessing import get_context

            # What stands in for standard error on the screen has no file number, which
            # multiprocessing wants to pass on.
            with _no_interrupts(), redirect_stderr(sys.__stderr__):
                self._executor = ProcessPoolExecutor(
                    available(), get_context("spawn"), _begin, (self._yielding,)
                )
                return self._executor.submit(function, item)
        return self._executor.submit(function, item)


def _begin(yielding: bool) -> None:  # noqa: FBT001 - called by the executor with its initargs
    """Leave interrupts to the parent process, which then stops this one, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if yielding and hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(10)


def _end_with_parent() -> None:
    """End this process when its parent was killed: nobody else tells it to."""
    from multiprocessing import parent_process

    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Have processes started within ignore Ctrl-C from their first moment."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
