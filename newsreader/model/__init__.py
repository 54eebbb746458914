"""The things newsreader speaks of, as frozen data; standard library only."""

from newsreader.model.annotation import COLOURS, Anchor, Highlight, Note, Outcome
from newsreader.model.article import Article, Version, sha256_of
from newsreader.model.certainty import CORRECTED, UNSURE, certainty, is_corrected, is_unsure
from newsreader.model.entity import Entity, EntityType, Mention, MentionKind
from newsreader.model.quote import Analysis, Quote, QuoteKind, Speaker, SpeakerKind
from newsreader.model.span import Span

__all__ = [
    "COLOURS",
    "CORRECTED",
    "UNSURE",
    "Analysis",
    "Anchor",
    "Article",
    "Entity",
    "EntityType",
    "Highlight",
    "Mention",
    "MentionKind",
    "Note",
    "Outcome",
    "Quote",
    "QuoteKind",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Version",
    "certainty",
    "is_corrected",
    "is_unsure",
    "sha256_of",
]
