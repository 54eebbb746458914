"""Making a reader's corrections in an analysis.

They are made in the order they stand, so that they compose, and of two that conflict the later
wins. One made twice is as one made once. One whose quote or entity is not there does nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsreader.analysis.cast import Cast, Named
from newsreader.model import (
    CORRECTED,
    OF_QUOTES,
    Analysis,
    Correction,
    CorrectionKind,
    EntityType,
    Mention,
    MentionKind,
    PlacedCorrection,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    SpeakerKind,
)


@dataclass(frozen=True, slots=True)
class Corrected:
    """An analysis with corrections made in it, and the ids of those that found what to change."""

    analysis: Analysis
    applied: frozenset[str]


def correct(analysis: Analysis, corrections: Sequence[PlacedCorrection]) -> Corrected:
    """Make `corrections` in the analysis of the text that they are placed in; never raises."""
    draft = _Draft(analysis)
    applied = frozenset([one.correction.id for one in corrections if draft.apply(one)])
    return Corrected(draft.analysis if applied else analysis, applied)


@dataclass(eq=False, slots=True)
class _Said:
    """A quote and who said it; not `kept`: it is none."""

    quote: Quote
    who: Named | None
    kept: bool = True

    @property
    def result(self) -> Quote:
        speaker = self.quote.speaker
        if speaker is None or self.who is None:
            return self.quote
        who = self.who.whole
        named = replace(speaker, canonical=who.name, kind=who.speaks_as or speaker.kind)
        return self.quote if named == speaker else replace(self.quote, speaker=named)


class _Draft:
    """An analysis while it is being corrected."""

    def __init__(self, analysis: Analysis) -> None:
        self._cast = Cast(analysis.entities)
        self._said = [
            _Said(
                quote,
                self._cast.speaker(quote.speaker.canonical, quote.speaker.kind)
                if quote.speaker and quote.speaker.canonical
                else None,
            )
            for quote in analysis.quotes
        ]

    @property
    def analysis(self) -> Analysis:
        """The analysis as it is now."""
        quotes = tuple(said.result for said in self._said if said.kept)
        return Analysis(quotes, self._cast.entities)

    def apply(self, placed: PlacedCorrection) -> bool:
        """Make one correction; tell whether there was something to correct."""
        correction, span = placed.correction, placed.span
        if correction.kind in OF_QUOTES:
            return self._correct_quote(correction, span)
        if correction.kind is CorrectionKind.SPLIT:
            return self._split(correction.value, span)
        return self._correct_entity(correction, span)

    def _correct_quote(self, correction: Correction, span: Span | None) -> bool:
        said = self._said_at(span)
        if said is None:
            return False
        said.kept = correction.kind is CorrectionKind.SPEAKER
        if said.kept:
            who = self._cast.called(correction.value) if correction.value else None
            said.quote, said.who = self._spoken(said, who), who
        return True

    def _said_at(self, span: Span | None) -> _Said | None:
        """Return the quote with this span, or with most of it and little more."""
        if span is None:
            return None
        best = max(self._said, key=lambda said: said.quote.span.likeness(span), default=None)
        return best if best and best.quote.span.likeness(span) > 0.5 else None

    def _spoken(self, said: _Said, who: Named | None) -> Quote:
        """Return a quote as said by somebody, or by nobody."""
        quote = replace(said.quote, confidence=1.0, why=CORRECTED)
        if who is None:
            return replace(quote, speaker=None)
        known = [each.quote.speaker for each in self._said if each.who and each.who.whole is who]
        kinds = [speaker.kind for speaker in known if speaker]
        person = who.kind is EntityType.PERSON
        kinds += [SpeakerKind.PERSON if person else SpeakerKind.ORG]
        speaker = Speaker(_mention(said, who), who.name, 1.0, CORRECTED, kinds[0])
        indirect = quote.kind is QuoteKind.INDIRECT
        return replace(quote, kind=quote.kind if indirect else QuoteKind.DIRECT, speaker=speaker)

    def _correct_entity(self, correction: Correction, span: Span | None) -> bool:
        kind, value = correction.kind, correction.value
        found = self._cast.about(correction.name, span)
        if not found and kind is not CorrectionKind.NOT_ENTITY:
            found = self._cast.at(span)[:1]  # it goes by another name in this analysis
        if not found:
            return False
        if kind is CorrectionKind.NOT_ENTITY:
            self._cast.strike(found)
        elif kind is CorrectionKind.RETYPE:
            self._cast.retype(found, EntityType(value))
        else:
            self._cast.rename(found, value, whatever_type=kind is CorrectionKind.MERGE)
        return True

    def _split(self, name: str, span: Span | None) -> bool:
        """Make the one mention at `span`, and the quotes it introduces, another entity's."""
        mention = self._cast.mention_at(span)
        if mention is None:
            return False
        for one in self._cast.at(span):
            if one.name != name:
                part = self._cast.split(mention, one, name)
                for said in self._said:
                    speaker = said.quote.speaker
                    beside = speaker and speaker.mention.span.overlaps(mention.span)
                    if beside and said.who and said.who.whole is one:
                        said.who = part
        return True


def _mention(said: _Said, who: Named) -> Mention:
    """Return the words that name `who` for a quote: those it had, if they can be theirs.

    Else the nearest mention outside the quote; where there is none, no words, at its start.
    """
    span, old = said.quote.span, said.quote.speaker
    same = said.who is not None and said.who.whole is who
    if old and (same or old.mention.kind is not MentionKind.NAME):
        return old.mention
    outside = [mention for mention in who.entity.mentions if not mention.span.overlaps(span)]
    nowhere = Mention(Span(span.start, span.start), "")
    return min(outside, key=lambda mention: _distance(mention.span, span), default=nowhere)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)
