from __future__ import annotations

from dataclasses import replace

import pytest

from newsreader.model import (
    CORRECTED,
    Mention,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    certainty,
    is_corrected,
    is_unsure,
)

SPEAKER = Speaker(Mention(Span(0, 3), "Roe"), "Jane Roe", 0.72, "“said”, after the quote")
QUOTE = Quote(Span(4, 8), QuoteKind.DIRECT, SPEAKER, None, 0.9, "marks")


def test_a_quote_is_as_sure_as_its_speaker() -> None:
    assert certainty(QUOTE) == "72% sure: “said”, after the quote"
    assert is_unsure(QUOTE)
    assert certainty(replace(QUOTE, speaker=None)) == "90% sure: marks"
    assert not is_unsure(replace(QUOTE, speaker=None))


@pytest.mark.parametrize(("confidence", "said"), [(1.0, "99%"), (0.996, "99%"), (0.0, "0%")])
def test_no_rule_is_beyond_doubt(confidence: float, said: str) -> None:
    quote = replace(QUOTE, speaker=replace(SPEAKER, confidence=confidence, why=""))
    assert certainty(quote) == f"{said} sure"


def test_what_the_reader_said_is_not_weighed() -> None:
    assert not is_corrected(QUOTE)
    corrected = replace(QUOTE, speaker=replace(SPEAKER, confidence=1.0, why=CORRECTED))
    assert is_corrected(corrected)
    assert certainty(corrected) == "corrected by you"
