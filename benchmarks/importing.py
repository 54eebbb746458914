"""Time `newsreader add`, as a reader runs it, and how much memory it takes."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from math import nan
from pathlib import Path
from time import perf_counter

_LOOK_EVERY = 0.1  # seconds


@dataclass(frozen=True, slots=True)
class Added:
    """What it took to add articles.

    `seconds` from start to end, of which the processors worked `busy` in all; the `megabytes` of
    memory that the processes had at their peaks, together: nan where the system does not tell.
    """

    seconds: float
    busy: float
    megabytes: float


def add(folder: Path, library: Path, *options: str) -> Added:
    """Add the articles in a folder, by a process of its own. Raises CalledProcessError."""
    command = [sys.executable, "-m", "newsreader", "add", str(folder), "--library", str(library)]
    peaks: dict[int, int] = {}
    begun, before = perf_counter(), _busy()
    with subprocess.Popen([*command, *options], stdout=subprocess.DEVNULL) as process:
        while process.returncode is None:
            peaks |= {each: peak for each in _family(process.pid) if (peak := _peak(each))}
            try:
                process.wait(_LOOK_EVERY)
            except subprocess.TimeoutExpired:
                continue
    seconds = perf_counter() - begun
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Added(seconds, _busy() - before, sum(peaks.values()) / 1024 if peaks else nan)


def bytes_of(library: Path) -> int:
    """Return the size of a library, with what SQLite keeps beside it."""
    return sum(each.stat().st_size for each in library.parent.glob(f"{library.name}*"))


def _busy() -> float:
    """Return the seconds that processors worked for processes that this one has started."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _family(process: int) -> Iterator[int]:
    """Yield a process and all that it started, on Linux."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in _lines(children):
            for each in child.split():
                yield from _family(int(each))


def _peak(process: int) -> int:
    """Return the most memory that a process has had, in kB; 0 if it ended or nobody tells."""
    peaks = (line for line in _lines(Path(f"/proc/{process}/status")) if line.startswith("VmHWM:"))
    return int(next(peaks, ": 0").split()[1])


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text().splitlines()
    except OSError:  # the process has ended
        return []
