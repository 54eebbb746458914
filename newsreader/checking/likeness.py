"""What in a text is like a quotation that nobody says as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsreader.checking.alignment import Alignment, align, beside
from newsreader.checking.matching import Run, runs
from newsreader.checking.stitching import clusters
from newsreader.checking.texts import KnownText
from newsreader.checking.wording import Wording
from newsreader.model.judgement import Judgement

_ALIKE = 0.6  # of the words, from which on a quotation is one that was altered
_FEW = 4  # the same words, without which more must speak for it
_SHARED, _SHARED_IF_VOUCHED = 0.6, 0.4  # of the words that tell something, in a paraphrase
_STEM = 5  # letters that words have in common that are forms of one
_SMALL = frozenset(
    "the a an and or but if of to in on at by for from with as is are was were be been being am it"
    " its this that these those he she they we you i his her their our my your him them us me not"
    " no do does did done have has had will would can could may might should shall must so than"
    " then there here what which who when where how very just about into over out up down all any"
    " some more most other such only own same too also because while after before".split()
)


@dataclass(frozen=True, slots=True)
class Near:
    """The words of a text that are most like a quotation.

    `shared` is the share of its telling words that stand there, in any form and order, and
    `telling` how many these are.
    """

    judgement: Judgement
    alignment: Alignment
    shared: float
    telling: int

    def is_sure(self, *, vouched_for: bool) -> bool:
        """Tell whether this is where the quotation is from; `vouched_for` by the same speaker."""
        if self.alignment.likeness >= _ALIKE:
            return vouched_for or self.alignment.same >= _FEW
        least = _SHARED_IF_VOUCHED if vouched_for else _SHARED
        return self.shared >= least and self.telling >= (2 if vouched_for else 3)


def likest(wording: Wording, text: KnownText) -> Iterator[Near]:
    """Yield what in a text may be the words that a quotation was made of."""
    for stream in (text.spoken, text.whole):
        found = _largest(clusters(wording, runs(wording, stream), stream, text.text))
        if found:
            alignment = align(wording, stream, found)
            spoken = stream is text.spoken and alignment.likeness >= _ALIKE
            judgement = Judgement.ALTERED if spoken else Judgement.PARAPHRASE
            if alignment.likeness >= _ALIKE:
                yield Near(judgement, alignment, 1.0, alignment.same)
    yield from _reported(wording, text)


def _largest(grouped: Sequence[list[Run]]) -> list[Run]:
    return max(grouped, key=lambda group: sum(len(run.quoted) for run in group), default=[])


def _reported(wording: Wording, text: KnownText) -> Iterator[Near]:
    """Yield the sentence that says the most of it in other words."""
    asked = _telling(wording.phrase)
    best, most = range(0), 0
    for sentence in text.sentences:
        there = _telling([text.whole.words[at].text for at in sentence])
        shared = len(asked & there)
        if shared > most:
            best, most = sentence, shared
    if most:
        alignment = beside(wording, text.whole, best)
        yield Near(Judgement.PARAPHRASE, alignment, most / len(asked), most)


def _telling(words: Sequence[str]) -> set[str]:
    """Return the beginnings of the words that tell something."""
    return {
        word[:_STEM] for word in words if word not in _SMALL and (len(word) > 2 or word.isdigit())
    }
