"""What the rules reach on annotated news, and on the article they were asked for first."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.calibration import (
    binned,
    error_of,
    interval,
    judged_names,
    judged_quotes,
    predicted,
)
from newsreader.analysis import analyze
from newsreader.model import QuoteKind

SHARED = Path(__file__).parents[3] / "shared"
GOLD = SHARED / "eval" / "quotes-dev.jsonl"
NAMES = SHARED / "eval" / "entities-dev.jsonl"
SAMPLE = SHARED / "samples" / "000_4efae8e9a2e6b1a6.txt"


def articles_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.skipif(not GOLD.exists(), reason="the annotated articles are not here")
@pytest.mark.parametrize(("fewest_words", "floor"), [(5, 0.94), (1, 0.90)])
def test_speakers_of_annotated_news(
    fewest_words: int, floor: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(GOLD.parent)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    score = importlib.import_module("score")
    gold = articles_of(GOLD)
    found = {}
    for article in gold:
        direct = [q for q in analyze(article["text"]).quotes if q.kind is QuoteKind.DIRECT]
        found[article["id"]] = {"quotes": [predicted(quote) for quote in direct]}
    assert score.score(gold, found, fewest_words)["speaker"]["f1"] >= floor


@pytest.mark.skipif(not GOLD.exists(), reason="the annotated articles are not here")
def test_what_is_called_sure_is_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(GOLD.parent)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    score = importlib.import_module("score")
    quotes = [
        outcome
        for article in articles_of(GOLD)
        for _, outcome in judged_quotes(score, article, analyze(article["text"]).quotes)
    ]
    names = [
        outcome
        for article in articles_of(NAMES)
        for _, outcome in judged_names(score, article, analyze(article["text"]).entities)
    ]
    for judged in (quotes, names):
        bins = binned(judged, interval)
        assert error_of(bins) < 0.03
        assert all(abs(each.stated - each.right) < 0.06 for each in bins if each.n > 100)


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample article is not here")
def test_the_sample_article() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    direct = [quote for quote in analyze(text).quotes if quote.kind is QuoteKind.DIRECT]
    assert len(direct) == 3
    for quote in direct:
        assert text[quote.span.start - 1] == "“"
        assert text[quote.span.end] == '"'
        assert quote.speaker is not None
        assert quote.speaker.canonical == "Mathew Miller"
