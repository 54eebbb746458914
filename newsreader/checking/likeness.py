"""What in a text is like a quotation that nobody says as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from newsreader.checking.alignment import Alignment, align, beside
from newsreader.checking.matching import Run, longest_runs, runs
from newsreader.checking.stitching import clusters
from newsreader.checking.texts import KnownText, Stream
from newsreader.checking.wording import Wording, telling
from newsreader.model.judgement import Judgement

_ALIKE, _ALIKE_IF_VOUCHED = 0.6, 0.5  # of the words of one that was altered, at least
_SHARED_AT_ALL = 0.4  # of all words, without which a text is not looked at closer
_ANCHORS = 3  # runs of the same words, and places of each, that are tried
_SHORT = 6  # words of a quotation in which one alone may stay the same
_FEW = 4  # the same words, without which more must speak for it
_SHARED, _SHARED_IF_VOUCHED = 0.65, 0.5  # of the words that tell something, in a paraphrase
_TOLD, _TOLD_IF_VOUCHED = 4, 3  # and how many words these are, at least


@dataclass(frozen=True, slots=True)
class Near:
    """The words of a text that are most like a quotation.

    `shared` is the share of its telling words that stand there, in any form and order, and
    `telling` how many these are.
    """

    judgement: Judgement
    alignment: Alignment
    shared: float = 0.0
    telling: int = 0

    def is_sure(self, *, vouched_for: bool) -> bool:
        """Tell whether this is where the quotation is from; `vouched_for` by the same speaker."""
        if self.alignment.likeness >= _ALIKE:
            return vouched_for or self.alignment.same >= _FEW
        if self.judgement is Judgement.ALTERED:
            return vouched_for and self.alignment.same >= _FEW
        if vouched_for:
            return self.shared >= _SHARED_IF_VOUCHED and self.telling >= _TOLD_IF_VOUCHED
        return self.shared >= _SHARED and self.telling >= _TOLD


def may_be_in(wording: Wording, stream: Stream) -> bool:
    """Tell, at little cost, whether there can be anything like a quotation among some words."""
    shared = sum(f" {word} " in stream.joined for word in set(wording.phrase))
    return shared >= _SHARED_AT_ALL * len(set(wording.phrase))


def likest(wording: Wording, text: KnownText) -> Iterator[Near]:
    """Yield what in a text may be the words that a quotation was made of."""
    for stream in (text.spoken, text.whole):
        around = [align(wording, stream, anchor) for anchor in _anchors(wording, stream)]
        best = max(around, key=lambda each: each.likeness, default=None)
        judgement, least = Judgement.PARAPHRASE, _ALIKE
        if stream is text.spoken:
            judgement, least = Judgement.ALTERED, _ALIKE_IF_VOUCHED
        if best and best.likeness >= least and not best.is_all_honest:
            yield Near(judgement, best)
    yield from _reported(wording, text)


def _anchors(wording: Wording, stream: Stream) -> Iterator[Sequence[Run]]:
    """Yield the runs around which a quotation may have been altered."""
    found = clusters(wording, runs(wording, stream), stream)
    if found:
        yield max(found, key=lambda group: sum(len(run.quoted) for run in group))
    least = 1 if len(wording.phrase) <= _SHORT else 2
    for run in longest_runs(wording, stream, least)[:_ANCHORS]:
        for at in islice(stream.places(wording.phrase[run.start : run.stop]), _ANCHORS):
            yield [Run(run, range(at, at + len(run)))]


def _reported(wording: Wording, text: KnownText) -> Iterator[Near]:
    """Yield the sentence that says the most of it in other words."""
    asked = telling(wording.phrase)
    least = max(_TOLD_IF_VOUCHED, _SHARED_IF_VOUCHED * len(asked))
    if sum(f" {word}" in text.whole.joined for word in asked) < least:
        return
    sentence, there = max(text.telling, key=lambda each: len(asked & each[1]))
    shared = len(asked & there)
    if shared >= least:
        alignment = beside(wording, text.whole, text.words_of(sentence))
        yield Near(Judgement.PARAPHRASE, alignment, shared / len(asked), shared)
