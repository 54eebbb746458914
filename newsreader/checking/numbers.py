"""Numbers of a quotation that are not those of its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from newsreader.analysis.numbers import Number, find_numbers
from newsreader.model import Span


def differing(drafted: str, source: str) -> Iterator[tuple[Number, Number]]:
    """Yield each number that a draft has in place of one of the same kind in its source."""
    written = [find_numbers(text, Span(0, len(text))) for text in (drafted, source)]
    theirs = _without(written[1], written[0])
    for number in _without(written[0], written[1]):
        other = next((each for each in theirs if each.kind is number.kind), None)
        if other is not None:
            theirs.remove(other)
            yield number, other


def _without(numbers: Sequence[Number], others: Sequence[Number]) -> list[Number]:
    """Return the numbers that are not among the others, each of which counts once."""
    there = Counter(other.value for other in others)
    rest = []
    for number in numbers:
        if there[number.value]:
            there[number.value] -= 1
        else:
            rest.append(number)
    return rest
