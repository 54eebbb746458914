from __future__ import annotations

import pytest

from newsreader.model import Analysis, Mention, Quote, QuoteKind, Span, Speaker
from newsreader.model.evidence import QuoteContext, quote_context

TEXT = "Roe said that it was “an outrage” and that “the council will pay for it”, she said."


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def quote(words: str, kind: QuoteKind, speaker: str = "", cue: str = "") -> Quote:
    return Quote(
        span_of(words),
        kind,
        Speaker(Mention(span_of(speaker), speaker), "Jane Roe") if speaker else None,
        span_of(cue) if cue else None,
        0.9,
        "rule",
    )


WHOLE = quote("it was “an outrage” and that “the council will pay for it”", QuoteKind.INDIRECT)
OUTRAGE = quote("an outrage", QuoteKind.SCARE)
COUNCIL = quote("the council will pay for it", QuoteKind.DIRECT, "she", "said")
ANALYSIS = Analysis(quotes=(WHOLE, OUTRAGE, COUNCIL))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the council will pay for it", COUNCIL),
        ("council will pay", COUNCIL),
        ("“the council will pay for it”, she said.", COUNCIL),
        ("an outrage", OUTRAGE),
        ("it was “an outrage” and that “the council", WHOLE),
        ("Roe said that it", None),
        ("Roe said", None),
        (", she said.", None),
    ],
)
def test_the_quote_most_like_a_passage_counts(words: str, expected: Quote | None) -> None:
    context = quote_context(span_of(words), TEXT, ANALYSIS)
    assert (context and context.kind) == (expected and expected.kind)


def test_a_context_holds_the_words_of_the_article() -> None:
    assert quote_context(COUNCIL.span, TEXT, ANALYSIS) == QuoteContext(
        QuoteKind.DIRECT, "Jane Roe", "she", "said", 0.9, "rule"
    )


def test_an_empty_passage_is_nobodys_words() -> None:
    assert quote_context(Span(0, 0), TEXT, ANALYSIS) is None
    assert quote_context(Span(0, 4), TEXT, Analysis()) is None
