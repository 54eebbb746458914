"""How sure a claim is, and how a reader is told."""

from __future__ import annotations

from newsreader.model.entity import Entity
from newsreader.model.quote import Quote, Speaker

UNSURE = 0.75
"""Below this confidence a claim is marked as unsure."""

CORRECTED = "corrected by you"
"""Why a claim stands that the reader made."""


def basis(claim: Quote | Entity) -> Quote | Speaker | Entity:
    """Return what bears the claim: of a quote its speaker, or that nobody is named."""
    return (isinstance(claim, Quote) and claim.speaker) or claim


def is_unsure(claim: Quote | Entity) -> bool:
    """Tell whether a reader should look twice."""
    return basis(claim).confidence < UNSURE


def is_corrected(claim: Quote | Entity) -> bool:
    """Tell whether the reader made the claim."""
    return basis(claim).why == CORRECTED


def certainty(claim: Quote | Entity) -> str:
    """Say how sure a claim is and why: `72% sure: “said”, after the quote`."""
    if is_corrected(claim):
        return CORRECTED
    bearer = basis(claim)
    percent = min(99, round(100 * bearer.confidence))  # no rule is beyond doubt
    return f"{percent}% sure" + (f": {bearer.why}" if bearer.why else "")
