"""Corrections, tied to the articles and the analyses that they change."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

import apsw

from newsreader.errors import CorrectionError
from newsreader.library import anchoring, corrections
from newsreader.library.articles import ListedArticle
from newsreader.library.times import unpacked
from newsreader.model import (
    OF_QUOTES,
    Analysis,
    Correction,
    CorrectionKind,
    CorrectionScope,
    Outcome,
    PlacedCorrection,
    Span,
    Version,
)
from newsreader.safety import guard

_HERE = (Outcome.EXACT, Outcome.MOVED)


def placed(made: Iterable[Correction], text: str, sha256: str) -> list[PlacedCorrection]:
    """Find the passages of corrections in a text; one that reads differently is not found."""
    return [PlacedCorrection(each, _span(each, text, sha256)) for each in made]


def _span(correction: Correction, text: str, sha256: str) -> Span | None:
    if correction.anchor is None:
        return None
    placement = anchoring.find(correction.anchor, text, sha256)
    return placement.span if placement.outcome in _HERE else None


def name_at(span: Span, kind: CorrectionKind, analysis: Analysis) -> str:
    """Return what the speaker of the quote, or the entity mentioned, at `span` is called.

    Raises CorrectionError where there is none.
    """
    if kind in OF_QUOTES:
        near = [quote for quote in analysis.quotes if quote.span.overlaps(span)]
        if not near:
            raise CorrectionError("There is no quote to correct here.", "Move to a quote first.")
        speaker = max(near, key=lambda quote: quote.span.likeness(span)).speaker
        return (speaker.canonical or speaker.mention.text) if speaker else ""
    for entity in analysis.entities:
        if any(mention.span.overlaps(span) for mention in entity.mentions):
            return entity.name
    raise CorrectionError("There is no name to correct here.", "Move to a name first.")


def make(  # noqa: PLR0913 - all that makes a correction
    db: apsw.Connection,
    article: ListedArticle,
    version: Version,
    kind: CorrectionKind,
    scope: CorrectionScope,
    *,
    span: Span | None,
    name: str,
    value: str,
) -> Correction:
    """Make a correction on an article and keep it.

    Raises CorrectionError where it lacks what its kind or scope needs, and LibraryError.
    """
    everywhere = scope is CorrectionScope.SOURCE
    anchor = None
    if span is not None and not everywhere:
        anchor = anchoring.make_anchor(version.text, span, version.sha256)
    try:
        made = Correction(
            id=uuid.uuid4().hex,
            kind=kind,
            scope=scope,
            article_id=article.id,
            source=corrections.source_of(article) if everywhere else "",
            anchor=anchor,
            name=name,
            value=" ".join(guard(value).split()),
            created=unpacked(corrections.next_moment(db)),
            title=article.title,
            location=article.location,
            sha256=version.sha256,
        )
    except ValueError as error:
        raise CorrectionError(f"That cannot be corrected so: {error}.") from error
    corrections.add(db, made)
    return made
