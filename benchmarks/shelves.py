"""What is measured, a shelf of articles, and what comes of it, a row of the table."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isnan
from pathlib import Path

from benchmarks import lists
from newsreader.reading import Reading


@dataclass(frozen=True, slots=True)
class Shelf:
    """The first `size` made-up articles: as files and in a library."""

    folder: Path
    size: int

    @property
    def files(self) -> Path:
        """The folder that is added to the library."""
        return self.folder / "articles"

    @property
    def library(self) -> Path:
        """The library with analyses."""
        return self.folder / "library.db"

    def frame(self) -> tuple[bytes, ...]:
        """Return what is on the first full frame: the latest articles, and the line below."""
        with Reading(self.library) as reading:
            shown = reading.listing(reading.ids(limit=6))
        latest, lower = (listed.title.split(":")[0].encode() for listed in (shown[0], shown[-1]))
        return latest, lower, b"Enter"

    def start(self) -> float:
        """Return the milliseconds to the first full frame."""
        return lists.start(self.library, self.frame())


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured: for each size a figure, or several. `form` writes one."""

    title: str
    figures: Sequence[Sequence[float]]
    form: str = ",.1f"

    def cells(self) -> list[str]:
        """Return the row of the table, with what the last of its figures is to the first."""
        sizes = [" / ".join(_written(each, self.form) for each in size) for size in self.figures]
        return [self.title, *sizes, _written(self.figures[-1][-1] / self.figures[0][-1], ".1f")]


def medians(runs: Iterable[Sequence[float]]) -> list[tuple[float]]:
    """Return the median of each column."""
    return [(statistics.median(each),) for each in zip(*runs, strict=True)]


def _written(figure: float, form: str) -> str:
    return "–" if isnan(figure) else f"{figure:{form}}"
