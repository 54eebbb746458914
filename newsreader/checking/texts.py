"""A text that quotations are looked for in: all its words, and those that somebody says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from newsreader.analysis.sentences import lay_out
from newsreader.checking.speakers import called
from newsreader.checking.wording import Word, words_in
from newsreader.model import Analysis, Quote, QuoteKind, Span
from newsreader.model.judgement import SourcePassage

BREAK = "\n"  # a word that nobody says: no phrase runs over it
_LONGEST_CUE = 120  # characters between two quotes of one speaker that are one statement
_MARKS = frozenset(" \t\n\xa0\u202f\"＂“”„‟«»‹›「」『』`'‘’‚‛.,;:…—–-")


@dataclass(frozen=True)
class Stream:
    """Words that follow one another, with breaks between what does not."""

    words: tuple[Word, ...]

    @cached_property
    def joined(self) -> str:
        """The words as they are compared, each with a space before and after."""
        return f" {' '.join(word.text for word in self.words)} "

    def places(self, phrase: Sequence[str], first: int = 0) -> Iterator[int]:
        """Yield the index of each word, from `first` on, at which a phrase stands."""
        if not phrase:
            return
        looked_for, joined = f" {' '.join(phrase)} ", self.joined
        at, index = 0, 0
        while (found := joined.find(looked_for, at)) >= 0:
            index += joined.count(" ", at, found)
            at = found
            if index >= first:
                yield index
            at += 1
            index += 1

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of text from a word to another, both included."""
        return Span(self.words[first].start, self.words[last].end)

    def runs_on(self, first: int, last: int) -> bool:
        """Tell whether no break lies between two words."""
        return all(word.text != BREAK for word in self.words[first : last + 1])


@dataclass(frozen=True)
class KnownText:
    """A text with what is claimed of it, and where it is from: the passage of no words there."""

    text: str
    analysis: Analysis
    about: SourcePassage

    @cached_property
    def whole(self) -> Stream:
        """All its words."""
        return Stream(tuple(words_in(self.text)))

    @cached_property
    def spoken(self) -> Stream:
        """The words in quotation marks; what is cut by “she said” runs on."""
        starts = [word.start for word in self.whole.words]
        words: list[Word] = []
        before: Quote | None = None
        for quote in self.analysis.quotes:
            if quote.kind is QuoteKind.INDIRECT:
                continue
            if before is not None and not self._goes_on(before, quote):
                words.append(Word(BREAK, before.span.end, quote.span.start))
            first, last = (bisect_left(starts, each) for each in (quote.span.start, quote.span.end))
            words += self.whole.words[first:last]
            before = quote
        return Stream(tuple(words))

    @cached_property
    def sentences(self) -> tuple[range, ...]:
        """The sentences, as indices into all words."""
        starts = [word.start for word in self.whole.words]
        return tuple(
            range(bisect_left(starts, sentence.start), bisect_left(starts, sentence.end))
            for sentence in lay_out(self.text).sentences
        )

    def _goes_on(self, before: Quote, after: Quote) -> bool:
        between = self.text[before.span.end : after.span.start]
        if _MARKS.issuperset(between):
            return True
        return (
            "\n" not in between
            and len(between) <= _LONGEST_CUE
            and before.speaker is not None
            and after.speaker is not None
            and before.speaker.canonical == after.speaker.canonical
        )

    def quote_at(self, span: Span) -> Quote | None:
        """Return the quote that the most of a passage is in; None: it is the writer's words."""
        shared = [(_shared(quote.span, span), quote) for quote in self.analysis.quotes]
        most, best = max(shared, key=lambda pair: pair[0], default=(0, None))
        together = sum(each for each, _ in shared)
        return best if most and 2 * together > len(span) else None

    def passage(self, span: Span) -> SourcePassage:
        """Return a passage of the text."""
        quote = self.quote_at(span)
        speaker = quote.speaker if quote else None
        words = span.of(self.text)
        return replace(self.about, span=span, words=words, speaker=called(speaker))


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
