"""The words of a quotation beside those of a source that are most like them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from newsreader.checking.matching import Run
from newsreader.checking.texts import Stream
from newsreader.checking.wording import BREAK, Wording
from newsreader.model import Span

_STOPS = re.compile(r"[.!?…\"“”«»„]")  # between words, where a sentence or its quote ends
_MARGIN = 3  # words on either side that are looked at


@dataclass(frozen=True, slots=True)
class Step:
    """Words of the quotation, and those of the source in their place: one of both may be empty."""

    quoted: range
    found: range
    same: bool


@dataclass(frozen=True)
class Alignment:
    """A quotation, word by word, beside words that follow one another in a source."""

    wording: Wording
    stream: Stream
    steps: tuple[Step, ...]

    @property
    def found(self) -> range:
        """The words of the source, as indices into its stream."""
        return range(self.steps[0].found.start, self.steps[-1].found.stop)

    @property
    def span(self) -> Span:
        """Where they stand in the source's text."""
        return self.stream.span(self.found.start, self.found.stop - 1)

    @cached_property
    def likeness(self) -> float:
        """How many of the words of both are the same, from 0 to 1; honest edits count as none."""
        same = sum(len(step.quoted) for step in self.steps if step.same)
        told = [step for step in self.steps if not self.is_honest(step)]
        both = sum(len(step.quoted) + len(step.found) for step in told)
        return 2 * same / both if both else 0.0

    @property
    def same(self) -> int:
        """How many words are the same."""
        return sum(len(step.quoted) for step in self.steps if step.same)

    @property
    def is_all_honest(self) -> bool:
        """Tell whether nothing differs but what brackets or an ellipsis tell of."""
        return all(step.same or self.is_honest(step) for step in self.steps)

    def is_honest(self, step: Step) -> bool:
        """Tell whether a difference is one that brackets or an ellipsis tell of."""
        if step.same:
            return False
        brackets = all(index in self.wording.bracketed for index in step.quoted)
        around = range(step.quoted.start, step.quoted.stop + 1)
        return brackets and (
            len(step.quoted) > 0 or any(index in self.wording.omitted for index in around)
        )


def in_place(wording: Wording, stream: Stream, runs: Sequence[Run]) -> Alignment:
    """Put a quotation beside the runs of the source that all its words are in, but for brackets."""
    first, last = runs[0], runs[-1]
    edges = (
        Step(range(first.quoted.start), range(first.found.start, first.found.start), same=False),
        Step(
            range(last.quoted.stop, len(wording.words)),
            range(last.found.stop, last.found.stop),
            same=False,
        ),
    )
    steps = (edges[0], *steps_of(runs), edges[1])
    return Alignment(wording, stream, tuple(s for s in steps if s.quoted or s.found))


def align(wording: Wording, stream: Stream, runs: Sequence[Run]) -> Alignment:
    """Put a quotation beside the words of a source around these runs of the same words."""
    steps: list[Step] = []
    for step in (_before(runs[0], stream), *steps_of(runs), _after(runs[-1], wording, stream)):
        omits = any(step.quoted.start <= at <= step.quoted.stop for at in wording.omitted)
        inner = runs[0].found.start <= step.found.start < runs[-1].found.stop
        steps += [step] if step.same or (omits and inner) else _refined(step, wording, stream)
    steps = _merged(steps)
    if not steps[0].same:
        steps[0] = _cut(steps[0], stream, at_end=True)
    if not steps[-1].same:
        steps[-1] = _cut(steps[-1], stream, at_end=False)
    return Alignment(wording, stream, tuple(s for s in steps if s.quoted or s.found))


def beside(wording: Wording, stream: Stream, found: range) -> Alignment:
    """Put a quotation beside these words of a source."""
    whole = Step(range(len(wording.words)), found, same=False)
    return Alignment(wording, stream, tuple(_merged(list(_refined(whole, wording, stream)))))


def _before(run: Run, stream: Stream) -> Step:
    """Return the words before the first run, and some of the source; a break is not crossed."""
    first = run.found.start
    least = max(0, first - run.quoted.start - _MARGIN * bool(run.quoted.start))
    while first > least and stream.words[first - 1] != BREAK:
        first -= 1
    return Step(range(run.quoted.start), range(first, run.found.start), same=False)


def _after(run: Run, wording: Wording, stream: Stream) -> Step:
    """Return the words after the last run, and some of the source."""
    left, last = len(wording.words) - run.quoted.stop, run.found.stop
    most = min(len(stream.words), last + left + _MARGIN * bool(left))
    while last < most and stream.words[last] != BREAK:
        last += 1
    quoted = range(run.quoted.stop, len(wording.words))
    return Step(quoted, range(run.found.stop, last), same=False)


def _refined(step: Step, wording: Wording, stream: Stream) -> Iterator[Step]:
    """Yield the steps of which a difference consists."""
    from rapidfuzz.distance import LCSseq

    quoted, found = step.quoted, step.found
    there = stream.words[found.start : found.stop]
    for edit in LCSseq.opcodes(wording.phrase[quoted.start : quoted.stop], there):
        yield Step(
            range(quoted.start + edit.src_start, quoted.start + edit.src_end),
            range(found.start + edit.dest_start, found.start + edit.dest_end),
            edit.tag == "equal",
        )


def _merged(steps: Sequence[Step]) -> list[Step]:
    """Make one of steps of one kind that touch."""
    merged: list[Step] = []
    for step in steps:
        if merged and merged[-1].same == step.same:
            before = merged.pop()
            quoted = range(before.quoted.start, step.quoted.stop)
            step = Step(quoted, range(before.found.start, step.found.stop), step.same)  # noqa: PLW2901
        merged.append(step)
    return merged


def _cut(step: Step, stream: Stream, *, at_end: bool) -> Step:
    """Keep at most as many words of the source as the quotation has, and of one sentence."""
    found = list(step.found)[::-1] if at_end else list(step.found)
    kept = found[: len(step.quoted)]
    for one, other in pairwise(kept):
        if _STOPS.search(stream.between(min(one, other), max(one, other))):
            kept = kept[: kept.index(other)]
            break
    edge = step.found.stop if at_end else step.found.start
    words = range(edge - len(kept), edge) if at_end else range(edge, edge + len(kept))
    return Step(step.quoted, words, same=False)


def steps_of(runs: Sequence[Run]) -> Iterator[Step]:
    """Yield runs with what lies between them."""
    for run, following in zip(runs, (*runs[1:], None), strict=True):
        yield Step(run.quoted, run.found, same=True)
        if following is not None:
            quoted = range(run.quoted.stop, following.quoted.start)
            yield Step(quoted, range(run.found.stop, following.found.start), same=False)
