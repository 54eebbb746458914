"""A text that quotations are looked for in: all its words, and those that somebody says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from newsreader.analysis.sentences import lay_out
from newsreader.checking.speakers import called
from newsreader.checking.wording import BREAK, Word, spans_in, telling, words_in
from newsreader.model import Analysis, Quote, QuoteKind, Span
from newsreader.model.judgement import SourcePassage

_LONGEST_CUE = 120  # characters between two quotes of one speaker that are one statement
_MARKS = frozenset(" \t\n\xa0\u202f\"＂“”„‟«»‹›「」『』`'‘’‚‛.,;:…—–-")


@dataclass(frozen=True)
class Stream:
    """Words of a text that follow one another, with breaks between what does not.

    They are those of some `stretches` of the text; None: a break. `in_paragraphs`: there is one
    after each paragraph too.
    """

    text: str
    stretches: tuple[Span | None, ...]
    in_paragraphs: bool = False

    @classmethod
    def of(cls, text: str) -> Stream:
        """Return all words of a text, with a break after each paragraph."""
        return cls(text, (Span(0, len(text)),), in_paragraphs=True)

    @cached_property
    def joined(self) -> str:
        """The words as they are compared, each with a space before and after."""
        words: list[str] = []
        for stretch in self.stretches:
            if stretch is None:
                words.append(BREAK)
            else:
                words += words_in(stretch.of(self.text), breaks=self.in_paragraphs)
        return f" {' '.join(words)} " if words else " "

    @cached_property
    def words(self) -> Sequence[str]:
        """The words as they are compared."""
        return self.joined[1:-1].split(" ") if len(self.joined) > 1 else ()

    @cached_property
    def spans(self) -> Sequence[tuple[int, int]]:
        """Where in the text each word begins and ends."""
        spans: list[tuple[int, int]] = []
        for stretch in self.stretches:
            if stretch is None:
                spans.append((spans[-1][1], spans[-1][1]) if spans else (0, 0))
            else:
                at = stretch.start
                found = spans_in(stretch.of(self.text), breaks=self.in_paragraphs)
                spans += [(at + start, at + end) for start, end in found]
        return tuple(spans)

    def places(self, phrase: Sequence[str]) -> Iterator[int]:
        """Yield the index of each word at which a phrase stands."""
        if not phrase:
            return
        looked_for, joined = f" {' '.join(phrase)} ", self.joined
        at, index = 0, 0
        while (found := joined.find(looked_for, at)) >= 0:
            index += joined.count(" ", at, found)
            at = found
            yield index
            at += 1
            index += 1

    def word(self, index: int) -> Word:
        """Return a word with where it stands."""
        return Word(self.words[index], *self.spans[index])

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of text from a word to another, both included."""
        return Span(self.spans[first][0], self.spans[last][1])

    def between(self, one: int, other: int) -> str:
        """Return what stands in the text between two words."""
        return self.text[self.spans[one][1] : self.spans[other][0]]

    def runs_on(self, first: int, last: int) -> bool:
        """Tell whether no break lies between two words."""
        return BREAK not in self.words[first : last + 1]


@dataclass(frozen=True)
class KnownText:
    """All words of a text, what is claimed of it, and where it is from (a passage of no words)."""

    whole: Stream
    analysis: Analysis
    about: SourcePassage

    @property
    def text(self) -> str:
        """The text itself."""
        return self.whole.text

    @cached_property
    def spoken(self) -> Stream:
        """The words in quotation marks; what is cut by “she said” runs on."""
        stretches: list[Span | None] = []
        before: Quote | None = None
        for quote in self.analysis.quotes:
            if quote.kind is QuoteKind.INDIRECT:
                continue
            if before is not None and not self._goes_on(before, quote):
                stretches.append(None)
            stretches.append(quote.span)
            before = quote
        return Stream(self.text, tuple(stretches))

    def words_of(self, span: Span) -> range:
        """Return the words that begin in a stretch of the text, as indices into all of them."""
        starts = [start for start, _ in self.whole.spans]
        return range(bisect_left(starts, span.start), bisect_left(starts, span.end))

    @cached_property
    def telling(self) -> tuple[tuple[Span, frozenset[str]], ...]:
        """The sentences, each with its words that tell something, as `wording.telling` has them."""
        sentences = lay_out(self.text).sentences
        return tuple((each, telling(words_in(each.of(self.text)))) for each in sentences)

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
        """Return the quote that the most of a passage is in; None: it is the writer's words.

        What begins and ends in quotes is said, however long a “she said” cuts it.
        """
        shared = [(_shared(quote.span, span), quote) for quote in self.analysis.quotes]
        most, best = max(shared, key=lambda pair: pair[0], default=(0, None))
        together = sum(each for each, _ in shared)
        ends = Span(span.start, span.start + 1), Span(span.end - 1, span.end)
        is_said = all(any(quote.span.overlaps(end) for _, quote in shared) for end in ends)
        return best if most and (is_said or 2 * together > len(span)) else None

    def passage(self, span: Span) -> SourcePassage:
        """Return a passage of the text."""
        quote = self.quote_at(span)
        speaker = quote.speaker if quote else None
        words = span.of(self.text)
        return replace(self.about, span=span, words=words, speaker=called(speaker))


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
