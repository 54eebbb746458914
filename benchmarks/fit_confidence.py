"""Fit the weights of confidence: `python -m benchmarks.fit_confidence FOLDER [GOLD.jsonl ...]`.

FOLDER and GOLD are those of calibration.py, which judges the claims. Prints how well the stated
confidence holds, the same for weights fitted to four fifths of the articles and tried on the rest,
and the weights fitted to all: they belong in `newsreader/analysis/confidence.py`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Any, NamedTuple

from benchmarks.calibration import (
    Outcome,
    binned,
    error_of,
    interval,
    judged_names,
    judged_quotes,
    sets,
)
from newsreader.analysis.confidence import entity_evidence, likelihood, speaker_evidence
from newsreader.analysis.quotes import find_quotes
from newsreader.analysis.scene import look_at

FOLDS = 5
STEPS = 300
RATE = 0.5
PRIOR = {"stated": 1.0}
"""What weights are drawn to where articles say little: the rule's own guess, and nothing else."""

PULL = 2.0
"""How strongly they are drawn."""


class Case(NamedTuple):
    """A claim that was judged, with what speaks for it; `fold` is that of its article."""

    fold: int
    evidence: dict[str, float]
    outcome: Outcome


def cases(scorer: ModuleType, articles: Sequence[dict[str, Any]], what: str) -> Iterator[Case]:
    """Judge the claims of the rules themselves, before any weights."""
    for number, article in enumerate(articles):
        if article.get(what) is None:
            continue
        text = article["text"]
        scene = look_at(text)
        if what == "quotes":
            for quote, outcome in judged_quotes(scorer, article, find_quotes(scene)):
                if quote.speaker is not None:
                    yield Case(number % FOLDS, speaker_evidence(quote, text), outcome)
        else:
            for entity, outcome in judged_names(scorer, article, scene.entities):
                yield Case(number % FOLDS, entity_evidence(entity), outcome)


def fit(given: Sequence[Case]) -> dict[str, float]:
    """Return the weights of a logistic regression, by steepest descent with AdaGrad's steps."""
    names = sorted({name for case in given for name in case.evidence})
    weights = {name: PRIOR.get(name, 0.0) for name in names}
    steepness = dict.fromkeys(names, 1e-8)
    for _ in range(STEPS):
        slope = {name: PULL * (weights[name] - PRIOR.get(name, 0.0)) for name in names}
        for case in given:
            odds = sum(weights[name] * amount for name, amount in case.evidence.items())
            wrong = 1 / (1 + math.exp(-odds)) - case.outcome.right
            for name, amount in case.evidence.items():
                slope[name] += wrong * amount
        for name in names:
            steepness[name] += slope[name] ** 2
            weights[name] -= RATE * slope[name] / math.sqrt(steepness[name])
    return weights


def tried(given: Sequence[Case]) -> Iterator[Outcome]:
    """State each claim's confidence by weights that have not seen its article."""
    for fold in range(FOLDS):
        weights = fit([case for case in given if case.fold != fold])
        for case in given:
            if case.fold == fold:
                yield case.outcome._replace(confidence=likelihood(case.evidence, weights))


def show(title: str, outcomes: Sequence[Outcome]) -> None:
    """Print how stated and right lie apart, bin by bin."""
    bins = binned(outcomes, interval)
    print(f"\n{title}: {len(outcomes)} claims, expected calibration error {error_of(bins):.3f}")
    for each in bins:
        print(f"  {each.name}  {each.n:5}  stated {each.stated:.2f}  right {each.right:.2f}")


def main() -> None:
    """Fit the weights of speakers and of entities."""
    scorer, paths = sets(str(__doc__))
    articles = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    for what in ("quotes", "entities"):
        given = list(cases(scorer, articles, what))
        show(f"{what}, as the rules have it", [case.outcome for case in given])
        show(f"{what}, by weights fitted to other articles", list(tried(given)))
        weights = {name: round(weight, 2) for name, weight in fit(given).items()}
        print(json.dumps(weights, indent=4))


if __name__ == "__main__":
    main()
