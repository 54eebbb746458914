"""Where the words of a quotation stand in a text: as they are, honestly shortened, or in runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from newsreader.checking.texts import Stream
from newsreader.checking.wording import Wording

_MOST_REPLACED = 12  # words of the source for which others may stand in brackets
_ENOUGH_VOUCHED = 2  # words outside brackets, without which there is nothing to find
_TRIED = 8  # places at which the same words are looked at


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a quotation that stand in a stream as they are: both as indices of words."""

    quoted: range
    found: range


def exact(wording: Wording, stream: Stream) -> list[list[Run]]:
    """Return each place where all words of a quotation stand, one after the other."""
    size = len(wording.phrase)
    return [
        [Run(range(size), range(at, at + size))]
        for at in islice(stream.places(wording.phrase), _TRIED)
    ]


def honest(wording: Wording, stream: Stream) -> list[list[Run]]:
    """Return the places where all stands but what the writer marks as changed."""
    parts = wording.parts
    vouched = sum(map(len, parts))
    if not wording.bracketed | wording.omitted or vouched < min(
        _ENOUGH_VOUCHED, len(wording.words)
    ):
        return []
    longest = max(range(len(parts)), key=lambda number: len(parts[number]))
    found = []
    for at in islice(stream.places(_words(wording, parts[longest])), _TRIED):
        start = Run(parts[longest], range(at, at + len(parts[longest])))
        before = _follow(wording, stream, start, parts[:longest][::-1])
        after = _follow(wording, stream, start, parts[longest + 1 :])
        if before is not None and after is not None:
            found.append([*before[::-1], start, *after])
    return found


def _follow(
    wording: Wording, stream: Stream, start: Run, parts: Sequence[range]
) -> list[Run] | None:
    """Find other parts before or after one, each as near to the one before it as it can be."""
    found = [start]
    for part in parts:
        run = _beside(wording, stream, found[-1], part)
        if run is None:
            return None
        found.append(run)
    return found[1:]


def _beside(wording: Wording, stream: Stream, run: Run, part: range) -> Run | None:
    """Return where a part stands nearest to another, if the writer tells of what lies between."""
    places, size = stream.places(_words(wording, part)), len(part)
    if part.start > run.quoted.start:
        at = next((at for at in places if at >= run.found.stop), None)
    else:
        at = max((at for at in places if at + size <= run.found.start), default=None)
    if at is None:
        return None
    found = Run(part, range(at, at + size))
    one, other = sorted((run, found), key=lambda each: each.quoted.start)
    return found if _is_told(wording, stream, one, other) else None


def _is_told(wording: Wording, stream: Stream, one: Run, other: Run) -> bool:
    """Tell whether an ellipsis or brackets tell of what lies between two runs."""
    if any(one.quoted.stop <= at <= other.quoted.start for at in wording.omitted):
        return True
    between = range(one.found.stop, other.found.start)
    return len(between) <= _MOST_REPLACED and stream.runs_on(between.start, between.stop)


def runs(wording: Wording, stream: Stream, least: int = 2) -> list[Run]:
    """Return the longest runs of a quotation's words that stand in a stream, in its order.

    None has fewer words than `least`, and they do not overlap.
    """
    found: list[Run] = []
    index, phrase = 0, wording.phrase
    while index + least <= len(phrase):
        size = _longest(phrase, index, stream.joined)
        if size < least:
            index += 1
            continue
        at = _nearest(stream, phrase[index : index + size], found)
        found.append(Run(range(index, index + size), range(at, at + size)))
        index += size
    return found


def longest_runs(wording: Wording, stream: Stream, least: int) -> list[range]:
    """Return the runs of a quotation's words that stand somewhere in a stream, longest first.

    They may overlap, but none is a part of another.
    """
    found: list[range] = []
    for index in range(len(wording.phrase)):
        known = max(0, found[-1].stop - index) if found else 0
        run = range(index, index + _longest(wording.phrase, index, stream.joined, known))
        if len(run) >= least and (not found or run.stop > found[-1].stop):
            found.append(run)
    return sorted(found, key=len, reverse=True)


def covered(wording: Wording, stream: Stream) -> int:
    """Return how many words of a quotation stand in a stream with a neighbour of theirs."""
    index, total, phrase = 0, 0, wording.phrase
    while index < len(phrase):
        size = _longest(phrase, index, stream.joined)
        total += size if size > 1 else 0
        index += max(1, size)
    return total


def _longest(phrase: Sequence[str], index: int, joined: str, known: int = 0) -> int:
    """Return how many words from `index` on stand together in a stream, where `known` many do."""
    looked_for = f" {''.join(f'{word} ' for word in phrase[index : index + known])}"
    for size in range(known, len(phrase) - index):
        looked_for += f"{phrase[index + size]} "
        if looked_for not in joined:
            return size
    return len(phrase) - index


def _nearest(stream: Stream, phrase: Sequence[str], before: Sequence[Run]) -> int:
    """Return where a phrase stands that comes nearest to what was found before."""
    after = before[-1].found.stop if before else 0
    return min(islice(stream.places(phrase), 4 * _TRIED), key=lambda at: abs(at - after), default=0)


def _words(wording: Wording, part: range) -> Sequence[str]:
    return wording.phrase[part.start : part.stop]
