"""How sure claims are: in the right order, by evidence that all has its weight."""

from __future__ import annotations

import pytest

from newsreader.analysis import analyze
from newsreader.analysis.confidence import (
    ENTITY_WEIGHTS,
    SPEAKER_WEIGHTS,
    entity_evidence,
    likelihood,
    speaker_evidence,
)
from newsreader.analysis.quotes import find_quotes
from newsreader.analysis.scene import look_at
from newsreader.reading import samples
from newsreader.sources import read

NAMED = "“We will not leave this house tonight,” said Jane Roe."


def surety(text: str) -> float:
    """Return how sure the speaker of the last quote is."""
    speaker = analyze(text).quotes[-1].speaker
    assert speaker is not None
    return speaker.confidence


@pytest.mark.parametrize(
    "less_sure",
    [
        pytest.param("“No way,” said Jane Roe.", id="few words"),
        pytest.param("“We will not leave this house tonight,” said a farmer.", id="nobody named"),
        pytest.param(
            "Jane Roe and Ada Poe own it. “We will not leave this house tonight,” she said.",
            id="two could be meant",
        ),
    ],
)
def test_less_to_go_by_is_less_sure(less_sure: str) -> None:
    assert surety(less_sure) < surety(NAMED) <= 0.99


def test_a_quote_is_as_sure_as_its_speaker() -> None:
    (quote,) = analyze(NAMED).quotes
    assert quote.speaker is not None
    assert quote.confidence == quote.speaker.confidence > 0.9


def test_what_is_named_often_and_plainly_is_surer() -> None:
    text = "Jane Roe came. Mr. Zolb met Jane Roe. “Good,” said Roe, and Roe left Paris for Zolb."
    sure = {entity.name: entity.confidence for entity in analyze(text).entities}
    assert sure["Jane Roe"] > 0.85
    assert all(0 < confidence <= 0.99 for confidence in sure.values())


def test_all_evidence_has_its_weight() -> None:
    for location in samples():
        for article in read(location):
            assert not isinstance(article, Exception)
            scene = look_at(article.text)
            for quote in find_quotes(scene):
                assert speaker_evidence(quote, article.text).keys() <= SPEAKER_WEIGHTS.keys()
            for entity in scene.entities:
                assert entity_evidence(entity).keys() <= ENTITY_WEIGHTS.keys()


def test_nothing_is_beyond_doubt_or_hope() -> None:
    assert likelihood({"always": 1.0}, {"always": 1_000.0}) == 0.99
    assert likelihood({"always": 1.0}, {"always": -50.0}) == 0.0
    assert likelihood({"always": 1.0, "unknown": 9.0}, {"always": 0.0}) == 0.5
