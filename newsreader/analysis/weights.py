"""Weighing evidence: a log-linear model whose table of weights was learned from annotated texts.

The table (`data/entity_weights.txt`) has a line a piece of evidence: its name and, parted by tabs,
how much it speaks for a person, an organisation and a place over none of them, in hundredths.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from newsreader.analysis import gazetteer
from newsreader.model import EntityType

KINDS = (EntityType.PERSON, EntityType.ORG, EntityType.PLACE)
_NO_WEIGHT = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a phrase names, or None for nothing of ours; how sure that is, and the best evidence."""

    kind: EntityType | None
    confidence: float
    why: str


Scores = tuple[float, float, float]
"""What evidence adds up to, for each of KINDS."""


def add_up(evidence: Mapping[str, float], to: Scores | None = None) -> Scores:
    """Return what the evidence (name to amount) adds up to, alone or on top of other scores."""
    table = _table()
    person, organisation, place = table["always"] if to is None else to
    for name, amount in evidence.items():
        if name in table:
            for_person, for_organisation, for_place = table[name]
            person += amount * for_person
            organisation += amount * for_organisation
            place += amount * for_place
    return person, organisation, place


def kind_of(scores: Scores) -> EntityType | None:
    """Return what wins by these scores."""
    best = max(scores)
    return None if best <= 0 else KINDS[scores.index(best)]


def verdict(scores: Scores, evidence: Mapping[str, float]) -> Verdict:
    """Return what the scores say, and which evidence says it best."""
    best = max(scores)
    total = 1.0 + sum(math.exp(score) for score in scores) if best < 500 else math.exp(best)
    if best <= 0:
        return Verdict(None, 1 / total, "")
    at, table = scores.index(best), _table()
    worth = {name: amount * table.get(name, _NO_WEIGHT)[at] for name, amount in evidence.items()}
    return Verdict(KINDS[at], math.exp(best) / total, max(worth, key=worth.__getitem__))


@cache
def _table() -> dict[str, tuple[float, float, float]]:
    table = {}
    for line in gazetteer.lines("entity_weights"):
        name, person, organisation, place = line.split("\t")
        table[name] = (int(person) / 100, int(organisation) / 100, int(place) / 100)
    return table
