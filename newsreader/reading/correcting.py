"""Corrections, tied to the articles and the analyses that they change."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

import apsw

from newsreader.analysis import analyze
from newsreader.analysis.correcting import correct
from newsreader.errors import CorrectionError
from newsreader.library import anchoring, articles, corrections, undo, versions
from newsreader.library.articles import ListedArticle
from newsreader.library.times import now, unpacked
from newsreader.model import (
    OF_QUOTES,
    Analysis,
    Article,
    Correction,
    CorrectionKind,
    CorrectionScope,
    Outcome,
    PlacedCorrection,
    Span,
    Version,
)
from newsreader.reading.analysing import uncorrected
from newsreader.safety import guard

if TYPE_CHECKING:
    from newsreader.reading import Reading

_HERE = (Outcome.EXACT, Outcome.MOVED)
_AHEAD = timedelta(days=1)  # that clocks may differ by


class Fate(StrEnum):
    """What becomes of a correction in the latest Version of its article.

    One of a whole source is applied as soon as an article from it is in the library.
    """

    APPLIED = "applied"
    CHANGED = "changed"  # its passage reads differently
    MISSING = "missing"  # its passage is not there
    GONE = "gone"  # its passage is there, but no such quote or name is found
    WAITING = "waiting"  # no article of its location or source is in the library


@dataclass(frozen=True, slots=True)
class ListedCorrection:
    """A correction as lists show it; `known`: an import brought nothing new."""

    correction: Correction
    fate: Fate
    known: bool = False


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


def analysis_of(reading: Reading, article: Article) -> Analysis:
    """Return the analysis of an article, in the library or not, with what was corrected there."""
    with reading.library() as db:
        known = articles.find(db, article)
        made = corrections.that_hold_for(db, known, corrections.source_of(article))
    return correct(analyze(article.text), placed(made, article.text, article.sha256)).analysis


def listed(reading: Reading, query: str = "") -> list[ListedCorrection]:
    """Return all corrections in the order made, or those that a query finds.

    It looks in the texts of their articles, and in the names that they are about. Raises
    LibraryError.
    """
    made = reading.corrections()
    if query.strip():
        found = reading.found(query)
        made = [each for each in made if each.article_id in found or _mentions(each, query)]
    return _with_fates(reading, made)


def _mentions(correction: Correction, query: str) -> bool:
    own = (correction.name, correction.value, correction.source, correction.title)
    return query.strip().casefold() in "\n".join(own).casefold()


def _with_fates(reading: Reading, made: Sequence[Correction]) -> list[ListedCorrection]:
    @cache
    def latest(article_id: int) -> tuple[Version, frozenset[str]]:
        with reading.library() as db:
            version = versions.latest(db, article_id)
        holding = placed(reading.corrections(article_id), version.text, version.sha256)
        return version, correct(uncorrected(reading, version), holding).applied

    sources = {corrections.source_of(article) for article in reading.listing()}
    fates = []
    for each in made:
        if each.article_id is None:
            fates.append(Fate.APPLIED if each.source in sources else Fate.WAITING)
        else:
            fates.append(_fate(each, *latest(each.article_id)))
    return [ListedCorrection(each, fate) for each, fate in zip(made, fates, strict=True)]


def _fate(correction: Correction, version: Version, applied: frozenset[str]) -> Fate:
    if correction.id in applied:
        return Fate.APPLIED
    if correction.anchor is None:
        return Fate.GONE
    outcome = anchoring.find(correction.anchor, version.text, version.sha256).outcome
    return Fate.GONE if outcome in _HERE else Fate(outcome)


def import_corrections(reading: Reading, text: str) -> list[ListedCorrection | CorrectionError]:
    """Keep the corrections of a document that `export.corrections` wrote, in one undoable action.

    Return what became of each, in its place an error where it is damaged. One whose article is not
    in the library waits for it. Raises CorrectionError for another document, and LibraryError.
    """
    from newsreader.export.corrections import read_corrections

    read = [_acceptable(each) for each in read_corrections(text)]
    with reading.library() as db, undo.action(db, "Corrections imported"):
        new = [isinstance(each, Correction) and corrections.add(db, each) for each in read]
        kept = {each.id: each for each in corrections.every(db)}
    given = [kept[each.id] for each in read if isinstance(each, Correction)]
    fates = iter(_with_fates(reading, given))
    return [
        each if isinstance(each, CorrectionError) else replace(next(fates), known=not is_new)
        for each, is_new in zip(read, new, strict=True)
    ]


def _acceptable(read: Correction | CorrectionError) -> Correction | CorrectionError:
    """Refuse what would come after all that is made from now on."""
    if isinstance(read, Correction) and not is_acceptable(read):
        return CorrectionError(f"Correction {read.id} is damaged: it was made in the future.")
    return read


def is_acceptable(correction: Correction) -> bool:
    """Tell whether one that comes in was made before now, as far as clocks agree."""
    return correction.created <= now() + _AHEAD
