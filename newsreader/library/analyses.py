"""Analyses, kept so that a text is analysed once; derived, and free to be dropped at any time."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import apsw

from newsreader.library import index
from newsreader.library.index import Claims, claims_of
from newsreader.library.statements import run, transaction
from newsreader.model import (
    Analysis,
    Entity,
    EntityType,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    SpeakerKind,
)

_FAST = 1  # zlib's level: as small as the slow ones make it, to a few parts in a hundred

_SAYS_NOW = "SELECT id FROM article WHERE latest_id = ?"
_STALE_WHERE_CORRECTED = (
    "INSERT INTO stale SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?))"
    " AND (origin IN (SELECT source FROM correction WHERE scope = 'source')"
    " OR id IN (SELECT article_id FROM correction_of_article WHERE scope = 'article'))"
)


@dataclass(frozen=True, slots=True)
class Made:
    """What version `analyzer` of the analysis made of a text, as the library keeps it."""

    analyzer: int
    result: bytes
    claims: Claims


def made(text: str, analysis: Analysis, analyzer: int) -> Made:
    """Make an analysis of `text` ready to be kept; another process may do it."""
    return Made(analyzer, encode(analysis), claims_of(text, analysis))


def load(db: apsw.Connection, version_id: int, analyzer: int) -> Analysis | None:
    """Return what version `analyzer` of the analysis made of a text.

    None if it has not yet, or what it made is damaged: then it can be made again.
    """
    rows = run(
        db,
        "SELECT result FROM analysis WHERE version_id = ? AND analyzer = ?",
        (version_id, analyzer),
    )
    return _whole(rows)


def spoken(db: apsw.Connection, version_id: int) -> list[Span]:
    """Return the spans of what is quoted in a text, as the analysis that is kept has them."""
    rows = run(db, "SELECT result FROM analysis WHERE version_id = ?", (version_id,))
    found = _whole(rows)
    quotes = found.quotes if found else ()
    return [quote.span for quote in quotes if quote.kind is QuoteKind.DIRECT]


def store(db: apsw.Connection, results: Mapping[int, Made]) -> None:
    """Keep analyses by Version, in place of earlier ones; of a Version that is gone, nothing.

    Those of what articles say now are indexed; articles for which corrections hold are stale then.
    """
    with transaction(db):
        claims = {}
        for version_id, made in results.items():
            run(
                db,
                "INSERT INTO analysis (version_id, analyzer, result)"
                " SELECT id, ?, ? FROM version WHERE id = ?"
                " ON CONFLICT DO UPDATE SET analyzer = excluded.analyzer, result = excluded.result",
                (made.analyzer, made.result, version_id),
            )
            for (article_id,) in run(db, _SAYS_NOW, (version_id,)):
                claims[article_id] = made.claims
        index.put(db, claims)
        run(db, _STALE_WHERE_CORRECTED, (json.dumps(list(claims)),))


def missing(db: apsw.Connection, analyzer: int) -> list[int]:
    """Return the latest Versions that this `analyzer` has not seen, those added last first."""
    rows = run(
        db,
        "SELECT latest_id FROM article LEFT JOIN analysis ON version_id = latest_id"
        " AND analyzer = ? WHERE latest_id IS NOT NULL AND version_id IS NULL"
        " ORDER BY article.id DESC",
        (analyzer,),
    )
    return [version_id for (version_id,) in rows]


def encode(analysis: Analysis) -> bytes:
    """Return an analysis as compact JSON, compressed by zlib.

    `{"quotes": […], "entities": […]}`, where each thing is the array of its fields in the order of
    its class, and a Span the array of its two offsets.
    """
    value = {
        "quotes": [
            [
                _from_span(quote.span),
                quote.kind,
                quote.speaker and _from_speaker(quote.speaker),
                None if quote.cue is None else _from_span(quote.cue),
                quote.confidence,
                quote.why,
            ]
            for quote in analysis.quotes
        ],
        "entities": [
            [
                entity.name,
                entity.type,
                [_from_mention(mention) for mention in entity.mentions],
                entity.aliases,
                entity.roles,
                entity.confidence,
                entity.why,
            ]
            for entity in analysis.entities
        ],
    }
    return zlib.compress(json.dumps(value, separators=(",", ":")).encode(), _FAST)


def decode(result: bytes) -> Analysis:
    """Return the analysis that `encode` wrote."""
    value = json.loads(zlib.decompress(result))
    return Analysis(
        quotes=tuple(_quote(fields) for fields in value["quotes"]),
        entities=tuple(_entity(fields) for fields in value["entities"]),
    )


def _whole(rows: list[tuple[Any, ...]]) -> Analysis | None:
    """Return the analysis in a row; None where there is none, or what is kept is damaged."""
    with suppress(zlib.error, TypeError):
        return decode(rows[0][0]) if rows else None
    return None


def _from_span(span: Span) -> list[int]:
    return [span.start, span.end]


def _from_mention(mention: Mention) -> list[Any]:
    return [_from_span(mention.span), mention.text, mention.kind]


def _from_speaker(speaker: Speaker) -> list[Any]:
    return [
        _from_mention(speaker.mention),
        speaker.canonical,
        speaker.confidence,
        speaker.why,
        speaker.kind,
    ]


def _mention(fields: list[Any]) -> Mention:
    span, text, kind = fields
    return Mention(Span(*span), text, MentionKind(kind))


def _speaker(fields: list[Any]) -> Speaker:
    mention, canonical, confidence, why, kind = fields
    return Speaker(_mention(mention), canonical, confidence, why, SpeakerKind(kind))


def _quote(fields: list[Any]) -> Quote:
    span, kind, speaker, cue, confidence, why = fields
    return Quote(
        Span(*span),
        QuoteKind(kind),
        None if speaker is None else _speaker(speaker),
        None if cue is None else Span(*cue),
        confidence,
        why,
    )


def _entity(fields: list[Any]) -> Entity:
    name, kind, mentions, aliases, roles, confidence, why = fields
    return Entity(
        name,
        EntityType(kind),
        tuple(_mention(mention) for mention in mentions),
        tuple(aliases),
        tuple(roles),
        confidence,
        why,
    )
