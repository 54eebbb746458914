"""What holds for any quotation from any place of an article, and for any text at all."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from newsreader.checking.differences import written
from newsreader.checking.judging import judge
from newsreader.checking.quotations import Draft
from newsreader.checking.texts import KnownText
from newsreader.checking.wording import spans_in, wording, words_in
from newsreader.model import Analysis, Span
from newsreader.model.judgement import Judged, Judgement, PieceKind, Quotation
from tests.checking.sources import SOURCES, check, known

SAID = (Judgement.EXACT, Judgement.SPEAKER)
ANY_TEXT = st.text(
    st.characters(codec="utf-8")
    | st.sampled_from("“”‘’\"'«»„…[]().?! \n-–—")
    | st.sampled_from("the Roe said İßŉ\u0301今한")
)
PLACES = [
    (source, quote.span)
    for source in SOURCES
    for quote in source.analysis.quotes
    if len(words_in(quote.span.of(source.text))) >= 8
]


@st.composite
def quotations(draw: st.DrawFn) -> list[str]:
    """Draw words that stand together in somebody's quote, each with what follows it."""
    source, span = draw(st.sampled_from(PLACES))
    said = span.of(source.text)
    starts = [start for start, _ in spans_in(said)]
    size = draw(st.integers(7, len(starts)))
    first = draw(st.integers(0, len(starts) - size))
    edges = [*starts, len(said)][first : first + size + 1]
    return [said[one:other] for one, other in pairwise(edges)]


def of(words: str, *texts: KnownText) -> Judged:
    """Judge words that nobody is said to say."""
    quotation = Quotation(Span(0, len(words)), words)
    return judge(quotation, Draft(words, Analysis()), texts or SOURCES)


def stands_somewhere(words: str) -> bool:
    joined = f" {' '.join(words_in(words))} "
    return any(joined in stream.joined for text in SOURCES for stream in (text.whole, text.spoken))


@given(quotations())
def test_what_is_taken_from_an_article_is_there(words: list[str]) -> None:
    one = of("".join(words))
    assert one.judgement in (Judgement.EXACT, Judgement.PARAPHRASE)
    assert one.difference == ()
    [source] = one.sources
    assert words_in(source.words) == words_in("".join(words))


@given(quotations(), st.data())
def test_with_a_word_more_less_or_other_it_is_not_exact(
    words: list[str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(1, len(words) - 2))
    end = at + data.draw(st.integers(0, 1))
    new = data.draw(st.lists(st.sampled_from("not never zebra swim the 12".split()), max_size=1))
    changed = "".join([*words[:at], *(f"{word} " for word in new), *words[end:]])
    assume(not stands_somewhere(changed))
    one = of(changed)
    assert one.judgement not in SAID
    assert one.judgement is not Judgement.MISSING
    if one.judgement is Judgement.ALTERED:
        pieces = {piece.kind for piece in one.difference}
        assert pieces & {PieceKind.LEFT_OUT, PieceKind.PUT_IN}
        kept = [p.text for p in one.difference if p.kind is not PieceKind.LEFT_OUT]
        assert "".join(kept) == changed


@given(quotations(), st.sampled_from(("…", "...", "[…]", "[...]", ". . .")), st.data())
def test_an_ellipsis_is_honest(words: list[str], dots: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(3, len(words) - 3))
    last = data.draw(st.integers(first, len(words) - 3))
    one = of("".join([*words[:first], f"{dots} ", *words[last:]]))
    assert one.judgement in (Judgement.EXACT, Judgement.PARAPHRASE)
    assert one.difference == ()


@given(quotations(), st.data())
def test_brackets_are_honest(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(words) - 2))
    one = of("".join([*words[:at], "[somebody] ", *words[at + 1 :]]))
    assert one.judgement in (Judgement.EXACT, Judgement.PARAPHRASE)
    assert "[somebody]" in "".join(remark.text for remark in one.remarks)


@given(ANY_TEXT, ANY_TEXT)
def test_nothing_is_too_strange(draft: str, source: str) -> None:
    article = known(source)
    for one in (*check(draft, article), *check(f"“{draft},” Roe said.", article, *SOURCES)):
        written(one.difference)
        for passage in one.sources:
            assert (
                passage.span.of(source) == passage.words or passage.sha256 != article.about.sha256
            )
    of(draft, article, *SOURCES)


@given(ANY_TEXT)
def test_words_and_their_places_agree(text: str) -> None:
    places = list(spans_in(text))
    assert len(places) == len(words_in(text))
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    parts = wording(text)
    assert {at for part in parts.parts for at in part} | parts.bracketed == set(
        range(len(parts.words))
    )
