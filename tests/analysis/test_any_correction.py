"""What holds for any sequence of corrections on any analysis."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from newsreader.analysis.correcting import correct
from newsreader.model import (
    OF_NAMES,
    Analysis,
    CorrectionKind,
    Entity,
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
from tests.analysis.test_correcting import RETYPE, SPEAKER, correction

LENGTH = 40
called = st.sampled_from(["A", "B", "C", "A B"])
spans = st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(lambda p: Span(*sorted(p)))
confidences = st.floats(0, 1)


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """Draw quotes in order, and entities whose mentions do not overlap."""
    ends = sorted(draw(st.sets(st.integers(0, LENGTH), max_size=14)))
    spots = [Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False)]
    owners = [draw(st.integers(0, 3)) for _ in spots]
    entities = []
    for owner in sorted(set(owners)):
        mentions = [Mention(s, draw(called)) for s, o in zip(spots, owners, strict=True) if o == owner]  # noqa: E501  # fmt: skip
        kind = draw(st.sampled_from(EntityType))
        entities.append(Entity(draw(called), kind, tuple(mentions), confidence=draw(confidences)))
    speaker = st.builds(
        Speaker,
        st.builds(Mention, st.sampled_from(spots) if spots else spans, called, st.sampled_from(MentionKind)),  # noqa: E501
        st.just("") | called,
        confidences,
        called,
        st.sampled_from(SpeakerKind),
    )  # fmt: skip
    quote = st.builds(Quote, spans, st.sampled_from(QuoteKind), st.none() | speaker)
    quotes = sorted(draw(st.lists(quote, max_size=4)), key=lambda each: each.span)
    return Analysis(tuple(quotes), tuple(entities))


@st.composite
def placed_corrections(draw: st.DrawFn) -> PlacedCorrection:
    kind = draw(st.sampled_from(CorrectionKind))
    at = draw(spans)
    value = draw(called)
    if kind is RETYPE:
        value = draw(st.sampled_from(EntityType)).value
    elif kind is SPEAKER and draw(st.booleans()):
        value = ""
    one = correction(kind, at=at, name=draw(called), value=value)
    lost = draw(st.booleans())
    return replace(one, span=None) if lost and kind in OF_NAMES else one


sequences = st.lists(placed_corrections(), max_size=6)


@given(analyses(), sequences)
def test_offsets_stay_inside_and_in_order(
    analysis: Analysis, corrections: list[PlacedCorrection]
) -> None:
    after = correct(analysis, corrections).analysis
    starts = [quote.span for quote in after.quotes]
    assert starts == sorted(starts)
    assert set(starts) <= {quote.span for quote in analysis.quotes}
    spots = [m.span for entity in after.entities for m in entity.mentions]
    assert len(spots) == len(set(spots))
    assert set(spots) <= {m.span for entity in analysis.entities for m in entity.mentions}
    for entity in after.entities:
        assert entity.mentions
        assert list(entity.mentions) == sorted(entity.mentions, key=lambda m: m.span)
        assert entity.name not in entity.aliases
    for quote in after.quotes:
        assert quote.speaker is None or 0 <= quote.speaker.mention.span.end <= LENGTH


@given(analyses(), sequences)
def test_each_made_twice_is_as_made_once(
    analysis: Analysis, corrections: list[PlacedCorrection]
) -> None:
    twice = [one for one in corrections for _ in range(2)]
    assert correct(analysis, twice) == correct(analysis, corrections)


@given(analyses(), sequences)
def test_without_those_that_found_nothing_it_is_the_same(
    analysis: Analysis, corrections: list[PlacedCorrection]
) -> None:
    done = correct(analysis, corrections)
    effective = [one for one in corrections if one.correction.id in done.applied]
    assert correct(analysis, effective) == done
    if not effective:
        assert done.analysis is analysis
