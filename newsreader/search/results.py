"""What a search finds: articles, with the passage that answers it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

import apsw

from newsreader.library import analyses, articles, versions
from newsreader.model import Span, Version
from newsreader.search.finding import rank
from newsreader.search.matching import Matcher, matcher
from newsreader.search.query import Query

_LENGTH = 200  # of a snippet, in characters: about two lines of a list
_BEFORE = 60  # how much of it stands before the first match
_GAP = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found.

    `score` is BM25, more is better. `snippet` is the passage with the most matches, on one line;
    `spans` are the matches in it. `offset` is where the first of them stands in the article's
    text (0 where only the title or the byline matches).
    """

    article_id: int
    location: str
    title: str
    published: datetime | None
    source: str
    score: float
    snippet: str
    spans: tuple[Span, ...]
    offset: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a search finds: the best hits, best first, among `total` articles.

    `ranked` of these, the newest, were weighed against one another. `remarks` say what of the
    query was not understood as it may have been meant.
    """

    hits: tuple[Hit, ...]
    total: int
    ranked: int
    remarks: tuple[str, ...]


def search(db: apsw.Connection, query: Query, today: date, limit: int) -> Found:
    """Return the articles that answer `query`, the best first, at most `limit`.

    Raises LibraryError if the library cannot be read or its index is damaged.
    """
    matches = matcher(query)
    ranking = rank(db, query, today, limit)
    hits = tuple(
        _hit(db, listed, ranking.scores[listed.id], matches)
        for listed in articles.listing(db, list(ranking.scores))
    )
    return Found(hits, ranking.total, ranking.ranked, query.remarks)


def matches_in(db: apsw.Connection, version: Version, matches: Matcher) -> tuple[Span, ...]:
    """Return where the latest text of an article says what was asked for."""
    quotes = analyses.spoken(db, version.id) if matches.said else ()
    return matches.spans(version.text, quotes)


def _hit(
    db: apsw.Connection, listed: articles.ListedArticle, score: float, matches: Matcher
) -> Hit:
    version = versions.latest(db, listed.id)
    text, found = version.text, matches_in(db, version, matches)
    passage = _passage(text, _densest(found))
    lit = [span for span in found if span.start in passage]
    snippet, spans = _snippet(text, passage, lit)
    return Hit(
        article_id=listed.id,
        location=listed.location,
        title=listed.title,
        published=listed.published,
        source=listed.origin,
        score=score,
        snippet=snippet,
        spans=spans,
        offset=lit[0].start if lit else 0,
    )


def _densest(spans: tuple[Span, ...]) -> int:
    """Return the start of the match that has the most others close behind it; 0 if none."""
    best, most, end = 0, 0, 0
    for number, span in enumerate(spans):
        while end < len(spans) and spans[end].end <= span.start + _LENGTH - _BEFORE:
            end += 1
        if end - number > most or number == 0:
            best, most = span.start, end - number
    return best


def _passage(text: str, first: int) -> Span:
    """Cut about `_LENGTH` characters around `first` out of `text`, between words."""
    start = max(0, first - _BEFORE)
    if start:
        gap = _GAP.search(text, start, first)
        start = gap.end() if gap else first
    end = min(len(text), start + _LENGTH)
    if end < len(text):
        gaps = list(_GAP.finditer(text, first, end))
        end = gaps[-1].start() if gaps else end
    return Span(start, end)


def _snippet(text: str, passage: Span, lit: list[Span]) -> tuple[str, tuple[Span, ...]]:
    """Return a passage of `text` on one line, and where in that the `lit` spans are."""
    lead = "…" if passage.start else ""
    trail = "…" if passage.end < len(text) else ""

    def moved(offset: int) -> int:
        return len(lead) + len(_one_line(text[passage.start : offset]))

    spans = tuple(Span(moved(span.start), moved(min(span.end, passage.end))) for span in lit)
    return lead + _one_line(passage.of(text)) + trail, spans


def _one_line(text: str) -> str:
    return _GAP.sub(" ", text)
