"""Which numbers changed in the sentences that two texts have in common."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter

from newsreader.analysis.mapping import Mapping, letters
from newsreader.analysis.numbers import Number, find_numbers
from newsreader.analysis.sentences import find_paragraphs, find_sentences, mask
from newsreader.model import Span
from newsreader.model.changes import ChangedNumber, Edit

_ENOUGH = 0.4  # of the letters of the shorter of two sentences, to make them one that was edited


def changed_numbers(mapping: Mapping, edits: Sequence[Edit]) -> list[ChangedNumber]:
    """Return the numbers that differ, in the order of the sentences they stand in now."""
    real = [edit for edit in edits if not edit.trivial]
    old = _sentences_at(mapping.old, [edit.removed for edit in real])
    new = _sentences_at(mapping.new, [edit.added for edit in real])
    changed = []
    for before, after in _groups(mapping, old, new):
        if [span.of(mapping.old) for span in before] == [span.of(mapping.new) for span in after]:
            continue
        was = [number for span in before for number in find_numbers(mapping.old, span)]
        now = [number for span in after for number in find_numbers(mapping.new, span)]
        for by in (attrgetter("written"), attrgetter("value")):
            was, now = _without(was, now, by), _without(now, was, by)
        for one, other in _pairs(mapping, was, now):
            at = other.span.start if other else mapping.place(one.span.start) if one else 0
            sentence = max((s for s in after if s.start <= at), default=after[0])
            changed.append(
                ChangedNumber(
                    one.written if one else "",
                    other.written if other else "",
                    sentence,
                )
            )
    return changed


def _sentences_at(text: str, places: Iterable[Span]) -> list[Span]:
    """Return the sentences of the paragraphs that these places touch, in text order."""
    paragraphs = find_paragraphs(text)
    starts, ends = [each.start for each in paragraphs], [each.end for each in paragraphs]
    touched = {
        index
        for place in places
        for index in range(bisect_left(ends, place.start), bisect_right(starts, place.end))
    }
    sentences = []
    for index in sorted(touched):
        paragraph = paragraphs[index]
        masked = mask(paragraph.of(text))
        sentences += [
            Span(paragraph.start + each.start, paragraph.start + each.end)
            for each in find_sentences(masked, Span(0, len(masked)))
        ]
    return sentences


def _groups(
    mapping: Mapping, old: Sequence[Span], new: Sequence[Span]
) -> Iterator[tuple[list[Span], list[Span]]]:
    """Yield the sentences that became one another: mostly one and one, more if parted or joined."""
    shared = mapping.shared(old, new)
    sizes = [letters(s.of(mapping.old)) for s in old], [letters(s.of(mapping.new)) for s in new]
    group: tuple[list[int], list[int]] = ([], [])
    for i, j in sorted(shared):
        if shared[i, j] < _ENOUGH * min(sizes[0][i], sizes[1][j]):
            continue
        if group[0] and i != group[0][-1] and j != group[1][-1]:
            yield [old[n] for n in group[0]], [new[n] for n in group[1]]
            group = ([], [])
        group[0].extend([i] if i not in group[0][-1:] else [])
        group[1].extend([j] if j not in group[1][-1:] else [])
    if group[0]:
        yield [old[n] for n in group[0]], [new[n] for n in group[1]]


def _without(
    numbers: Sequence[Number], others: Sequence[Number], by: Callable[[Number], str]
) -> list[Number]:
    """Return the numbers that are not among the others, each of which counts once."""
    there = Counter(map(by, others))
    rest = []
    for number in numbers:
        if there[by(number)]:
            there[by(number)] -= 1
        else:
            rest.append(number)
    return rest


def _pairs(
    mapping: Mapping, was: Sequence[Number], now: Sequence[Number]
) -> Iterator[tuple[Number | None, Number | None]]:
    """Pair what was with what is: in one place and of one kind, of one kind, in one place."""
    old = {number: mapping.gap_in_old(number.span.start) for number in was}
    new = {number: mapping.gap_in_new(number.span.start) for number in now}
    for alike in (
        lambda number, gap: (gap, number.kind),
        lambda number, _: number.kind,
        lambda _, gap: gap,
    ):
        waiting = defaultdict[object, deque[Number]](deque)
        for number, gap in new.items():
            waiting[alike(number, gap)].append(number)
        for number, gap in list(old.items()):
            if others := waiting[alike(number, gap)]:
                del old[number], new[others[0]]
                yield number, others.popleft()
    yield from ((number, None) for number in old)
    yield from ((None, number) for number in new)
