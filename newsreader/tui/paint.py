"""Which characters of a line are drawn in which style."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from newsreader.model import Span


class Stretch(NamedTuple):
    """A part of a line, and the names of the styles on it, the weakest first."""

    start: int
    end: int
    styles: tuple[str, ...]


class Layer:
    """Styled spans of one sort, found by line in logarithmic time; they may overlap."""

    def __init__(self, marks: Iterable[tuple[Span, str]] = ()) -> None:
        self._marks = sorted(marks, key=lambda mark: mark[0])
        self._starts = [span.start for span, _ in self._marks]
        self._reach = list(accumulate((span.end for span, _ in self._marks), max))

    def over(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, style) of what lies between the two offsets, cut to them."""
        first = bisect_right(self._reach, start)
        for span, style in self._marks[first : bisect_left(self._starts, end)]:
            if span.end > start:
                yield max(start, span.start), min(end, span.end), style


def stretches(start: int, end: int, layers: Sequence[Layer]) -> Iterator[Stretch]:
    """Cut a line into stretches of one look; later layers lie over earlier ones."""
    pieces = [piece for layer in layers for piece in layer.over(start, end)]
    cuts = sorted({start, end, *(p[0] for p in pieces), *(p[1] for p in pieces)})
    for left, right in pairwise(cuts):
        yield Stretch(left, right, tuple(s for a, b, s in pieces if a <= left and right <= b))
