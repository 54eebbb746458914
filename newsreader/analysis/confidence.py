"""How sure a claim is: the rule's own guess, weighed with what is known of such claims.

A logistic model with a few readable weights, fitted to annotated articles so that claims called
90 % sure are right nine times in ten (`python -m benchmarks.fit_confidence` prints the weights).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

from newsreader.model import Entity, MentionKind, Quote, QuoteKind, Speaker, SpeakerKind

FEW_WORDS = 5
"""Quotes of fewer words are less often what they seem."""

_SUREST = 0.99
_ALWAYS = "always"
_STATED = "stated"
_REPORTED = "reported"

SPEAKER_WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        _ALWAYS: 0.69,
        _STATED: 1.08,
        "right after the quote": 0.25,
        "short sentence after": 0.18,
        "after the quote": 0.15,
        "before the quote": 0.33,
        "before the colon": -0.76,
        "end of the sentence": 0.32,
        "after another quote in the paragraph": 1.57,
        "after a quote in the paragraph above": 0.25,
        "in one sentence with": 0.16,
        "who speaks or acts": 0.64,
        "who spoke last": -0.04,
        "label": -0.67,
        "signature": -1.09,
        "whose words": -0.34,
        "subject of the sentence": -0.14,
        "elsewhere": -0.13,
        _REPORTED: 0.45,
        "pronoun": 0.14,
        "nominal": -0.21,
        "org": -0.44,
        "document": 0.41,
        "nobody named": -1.69,
        "namesakes": 1.18,
        "few words": -1.13,
    }
)
"""What each piece of evidence adds to the log-odds that words and speaker are right.

No annotated set has indirect speech: its weight is set so that these claims are on average as sure
as some 150 of them, read by eye, were right (92 to 95 %).
"""

ENTITY_WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        _ALWAYS: -0.29,
        _STATED: 0.78,
        "PERSON": 0.12,
        "ORG": -0.95,
        "PLACE": 0.02,
        "one word": 0.16,
        "many words": -0.16,
        "named once": -0.16,
        "capitals": 0.46,
    }
)
"""What each piece of evidence adds to the log-odds that span and type of a name are right."""

_PLACES = (
    "right after the quote",
    "short sentence after",
    "after the quote",
    "before the quote",
    "before the colon",
    "end of the sentence",
    "after another quote in the paragraph",
    "after a quote in the paragraph above",
    "in one sentence with",
    "who speaks or acts",
    "who spoke last",
    "label",
    "signature",
    "whose words",
    "subject of the sentence",
)


def speaker_evidence(quote: Quote, text: str) -> dict[str, float]:
    """Return what speaks for and against the speaker of a quote, as its rule left it."""
    speaker = quote.speaker
    if speaker is None:
        return {}
    if quote.kind is QuoteKind.INDIRECT:
        return {_ALWAYS: 1.0, _STATED: _log_odds(speaker.confidence), _REPORTED: 1.0}
    place = next((place for place in _PLACES if place in speaker.why), "elsewhere")
    evidence = {_ALWAYS: 1.0, _STATED: _log_odds(speaker.confidence), place: 1.0}
    if speaker.mention.kind is not MentionKind.NAME:
        evidence[speaker.mention.kind.value] = 1.0
    if speaker.kind is not SpeakerKind.PERSON:
        evidence[speaker.kind.value] = 1.0
    if not speaker.canonical:
        evidence["nobody named"] = 1.0
    if "with that name" in speaker.why:
        evidence["namesakes"] = 1.0
    if len(quote.span.of(text).split(None, FEW_WORDS)) < FEW_WORDS:
        evidence["few words"] = 1.0
    return evidence


def entity_evidence(entity: Entity) -> dict[str, float]:
    """Return what speaks for and against the mentions and the type of an entity."""
    words = entity.name.count(" ") + 1
    return {
        _ALWAYS: 1.0,
        _STATED: _log_odds(entity.confidence),
        entity.type.value: 1.0,
        "one word": float(words == 1),
        "many words": float(words > 3),
        "named once": float(len(entity.mentions) == 1),
        "capitals": float(entity.name.isupper()),
    }


def assured_quote(quote: Quote, text: str) -> Quote:
    """Return a quote with the confidence that its evidence deserves."""
    if quote.speaker is None:
        return quote
    sure = likelihood(speaker_evidence(quote, text), SPEAKER_WEIGHTS)
    said = quote.speaker
    speaker = Speaker(said.mention, said.canonical, sure, said.why, said.kind)
    return Quote(quote.span, quote.kind, speaker, quote.cue, sure, quote.why)


def assured_entity(entity: Entity) -> Entity:
    """Return an entity with the confidence that its evidence deserves."""
    sure = likelihood(entity_evidence(entity), ENTITY_WEIGHTS)
    return Entity(
        entity.name, entity.type, entity.mentions, entity.aliases, entity.roles, sure, entity.why
    )


def likelihood(evidence: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return how likely a claim is right, from 0 to 0.99, in hundredths."""
    odds = sum(weights.get(name, 0.0) * amount for name, amount in evidence.items())
    return min(_SUREST, round(1 / (1 + math.exp(-odds)), 2))


def _log_odds(probability: float) -> float:
    bounded = min(0.98, max(0.02, probability))
    return math.log(bounded / (1 - bounded))
