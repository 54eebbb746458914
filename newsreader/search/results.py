"""What a search finds: articles, with the passage that answers it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

import apsw

from newsreader.library import articles, versions
from newsreader.library.statements import run
from newsreader.library.times import now
from newsreader.model import Span
from newsreader.search.matching import Matcher, matcher
from newsreader.search.query import Query, parse
from newsreader.search.statement import statement

_LENGTH = 200  # of a snippet, in characters: about two lines of a list
_BEFORE = 60  # how much of it stands before the first match
_MATCHING = (
    "SELECT article.id, -rank FROM article_index"
    " CROSS JOIN article ON article.id = article_index.rowid"
    " WHERE article_index MATCH ? AND article.id NOT IN hidden AND "
)
_LISTED = "SELECT article.id, 0.0 FROM article WHERE article.id NOT IN hidden AND "
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
    publisher: str
    score: float
    snippet: str
    spans: tuple[Span, ...]
    offset: int


def search(db: apsw.Connection, query: str, limit: int) -> list[Hit]:
    """Return the articles that answer `query`, the best first, at most `limit`.

    Raises LibraryError if the library cannot be read or its index is damaged.
    """
    parsed = parse(query)
    matches = matcher(parsed)
    scores = _scores(db, parsed, limit)
    return [
        _hit(listed, scores[listed.id], versions.latest(db, listed.id).text, matches)
        for listed in articles.listing(db, list(scores))
    ]


def found_ids(db: apsw.Connection, query: str) -> set[int]:
    """Return the ids of all articles that answer `query`. Raises LibraryError as `search` does."""
    return set(_scores(db, parse(query), limit=-1))


def _scores(db: apsw.Connection, query: Query, limit: int) -> dict[int, float]:
    """Return the articles found with their scores, the best first; at most `limit`, -1: all."""
    asked = statement(query, now().date())
    condition = asked.condition or "TRUE"
    if asked.expression:
        sql = _MATCHING + condition + " ORDER BY rank LIMIT ?"
        return dict(run(db, sql, (asked.expression, *asked.parameters, limit)))
    if not asked.condition:
        return {}
    sql = _LISTED + condition + " ORDER BY coalesce(published, added) DESC LIMIT ?"
    return dict(run(db, sql, (*asked.parameters, limit)))


def _hit(listed: articles.ListedArticle, score: float, text: str, matches: Matcher) -> Hit:
    found = matches.spans(text)
    passage = _passage(text, _densest(found))
    lit = [span for span in found if span.start in passage]
    snippet, spans = _snippet(text, passage, lit)
    return Hit(
        article_id=listed.id,
        location=listed.location,
        title=listed.title,
        published=listed.published,
        publisher=listed.publisher,
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
