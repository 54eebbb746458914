"""The things newsreader speaks of, as frozen data; standard library only."""

from newsreader.model.annotation import (
    COLOURS,
    Anchor,
    Highlight,
    Note,
    Outcome,
    next_colour,
)
from newsreader.model.article import Article, Version, sha256_of
from newsreader.model.certainty import CORRECTED, UNSURE, certainty, is_corrected, is_unsure
from newsreader.model.correction import (
    OF_NAMES,
    OF_QUOTES,
    Correction,
    CorrectionKind,
    CorrectionScope,
    PlacedCorrection,
)
from newsreader.model.entity import Entity, EntityType, Mention, MentionKind
from newsreader.model.quote import Analysis, Quote, QuoteKind, Speaker, SpeakerKind
from newsreader.model.span import Span

__all__ = [
    "COLOURS",
    "CORRECTED",
    "OF_NAMES",
    "OF_QUOTES",
    "UNSURE",
    "Analysis",
    "Anchor",
    "Article",
    "Correction",
    "CorrectionKind",
    "CorrectionScope",
    "Entity",
    "EntityType",
    "Highlight",
    "Mention",
    "MentionKind",
    "Note",
    "Outcome",
    "PlacedCorrection",
    "Quote",
    "QuoteKind",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Version",
    "certainty",
    "is_corrected",
    "is_unsure",
    "next_colour",
    "sha256_of",
]
