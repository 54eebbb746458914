"""Numbers of a quotation that are not those of its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from newsreader.analysis.numbers import Number, find_numbers
from newsreader.analysis.sentences import find_sentences, mask
from newsreader.model import Span


def differing(drafted: str, text: str, span: Span) -> Iterator[tuple[Number, Number]]:
    """Yield each number that a draft has in place of one of the same kind in its source.

    That is a passage of `text`; what stands in the rest of its sentences does not differ.
    """
    numbers = find_numbers(drafted, Span(0, len(drafted)))
    if not numbers:
        return
    theirs = find_numbers(text, _sentences(text, span))
    left = [each for each in _without(theirs, numbers) if each.span.overlaps(span)]
    for number in _without(numbers, theirs):
        other = next((each for each in left if each.kind is number.kind), None)
        if other is not None:
            left.remove(other)
            yield number, other


def _sentences(text: str, span: Span) -> Span:
    """Return a passage with all of the sentences that it is a part of."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    paragraph = text[start : len(text) if end < 0 else end]
    within = Span(span.start - start, span.end - start)
    touched = [
        each
        for each in find_sentences(mask(paragraph), Span(0, len(paragraph)))
        if each.overlaps(within)
    ]
    first, last = (touched[0], touched[-1]) if touched else (within, within)
    return Span(start + min(first.start, within.start), start + max(last.end, within.end))


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
