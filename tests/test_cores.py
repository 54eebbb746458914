"""Work on all cores: in order, lazily, and with a clear end when a process dies."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from itertools import count, islice

import pytest

from newsreader.cores import AHEAD, Cores, available
from newsreader.errors import NewsreaderError


def square(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def give_up(_number: int) -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def refuse(number: int) -> int:
    raise ValueError(number)


def test_results_come_in_order_from_other_processes() -> None:
    with Cores() as cores:
        results = list(cores.map(square, range(50)))
    assert [result for result, _ in results] == [number * number for number in range(50)]
    assert os.getpid() not in {process for _, process in results}


def test_items_are_taken_only_a_little_ahead() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in count():
            taken = number + 1
            yield number

    with Cores(yielding=True) as cores:
        assert [result for result, _ in islice(cores.map(square, items()), 3)] == [0, 1, 4]
    assert taken <= AHEAD * available() + 3


def test_what_the_work_raises_reaches_the_caller() -> None:
    with Cores() as cores, pytest.raises(ValueError, match="7"):
        list(cores.map(refuse, [7]))


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_a_process_that_was_killed_is_said() -> None:
    with Cores() as cores, pytest.raises(NewsreaderError, match="was killed"):
        list(cores.map(give_up, [1, 2]))
