"""Where parts of an old text stand in a new one."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from newsreader.analysis.difference import Same
from newsreader.model import Span


class Mapping:
    """The stretches that two texts share, in order, and the gaps before, between and after them."""

    def __init__(self, stretches: Sequence[Same], old: str, new: str) -> None:
        self.old = old
        self.new = new
        self._stretches = stretches
        self._old_ends = [each.old + each.length for each in stretches]
        self._new_ends = [each.new + each.length for each in stretches]

    def gap_in_old(self, offset: int) -> int:
        """Return the number of the gap before the stretch that holds `offset`, or holding it."""
        return bisect_right(self._old_ends, offset)

    def gap_in_new(self, offset: int) -> int:
        """Return the number of the gap before the stretch that holds `offset`, or holding it."""
        return bisect_right(self._new_ends, offset)

    def place(self, offset: int) -> int:
        """Return where the new text goes on with what the old one has at `offset` or after it."""
        gap = self.gap_in_old(offset)
        if gap == len(self._stretches):
            return len(self.new)
        stretch = self._stretches[gap]
        return stretch.new + max(0, offset - stretch.old)

    def shared(self, old: Sequence[Span], new: Sequence[Span]) -> Counter[tuple[int, int]]:
        """Return how many letters of which of the old spans stand in which of the new ones.

        Both in text order; they may overlap. Pairs are indices into both.
        """
        counts: Counter[tuple[int, int]] = Counter()
        reach = list(accumulate((span.end for span in new), max))
        for index, span in enumerate(old):
            for start, end, shift in self._pieces(span):
                other = bisect_right(reach, start + shift)
                while other < len(new) and new[other].start < end + shift:
                    first = max(start, new[other].start - shift)
                    last = min(end, new[other].end - shift)
                    if first < last:
                        counts[index, other] += letters(self.old[first:last])
                    other += 1
        return counts

    def _pieces(self, span: Span) -> Iterator[tuple[int, int, int]]:
        """Yield what of an old span is in the new text: start, end, and how far it has moved."""
        for index in range(self.gap_in_old(span.start), len(self._stretches)):
            at, there, length = self._stretches[index]
            start, end = max(span.start, at), min(span.end, at + length)
            if start >= end:
                break
            yield start, end, there - at


def letters(text: str) -> int:
    """Return how many letters and digits there are."""
    return sum(map(str.isalnum, text))
