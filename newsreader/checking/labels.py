"""What readers are told of judgements, the same everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from newsreader.model.judgement import Judged, Judgement

LABELS: Mapping[Judgement, str] = MappingProxyType(
    {
        Judgement.EXACT: "Exact",
        Judgement.SPEAKER: "Another speaker",
        Judgement.ALTERED: "Altered",
        Judgement.STITCHED: "Stitched",
        Judgement.PARAPHRASE: "Paraphrase",
        Judgement.MISSING: "Not found",
    }
)
"""What readers call the judgements."""


def summary(judged: Sequence[Judged]) -> str:
    """Return how many quotations a draft has, and how many of each judgement, as a sentence."""
    if not judged:
        return "There are no quotations in this draft."
    counts = Counter(each.judgement for each in judged)
    told = [f"{counts[each]:,} {label.lower()}" for each, label in LABELS.items() if counts[each]]
    total = f"{len(judged):,} {'quotation' if len(judged) == 1 else 'quotations'}"
    return f"{total}: {', '.join(told)}."
