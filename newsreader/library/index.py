"""The full-text index over what articles say now, which triggers derive from them."""

from __future__ import annotations

import re
from dataclasses import dataclass

import apsw

from newsreader.library.statements import run, transaction
from newsreader.model import Span

_OPEN, _CLOSE = "\x01", "\x02"  # control characters: no text that came through safety has them
_MARK = re.compile(f"[{_OPEN}{_CLOSE}]")


@dataclass(frozen=True, slots=True)
class Match:
    """An article that matches: what it says now, and where in that text the matches are.

    `score` is BM25, more is better; `spans` are in text order, and empty where only the title or
    the byline matches.
    """

    article_id: int
    score: float
    text: str
    spans: tuple[Span, ...]


def matches(db: apsw.Connection, expression: str, limit: int) -> list[Match]:
    """Return the articles that match an FTS5 `expression`, the best first, at most `limit`.

    Samples are left out once there are other articles.
    Raises LibraryError if the index is damaged.
    """
    rows = run(
        db,
        "SELECT rowid, -rank, highlight(article_index, 2, ?, ?) FROM article_index"
        " WHERE article_index MATCH ? AND rowid NOT IN hidden_sample ORDER BY rank LIMIT ?",
        (_OPEN, _CLOSE, expression, limit),
    )
    return [Match(article_id, score, *_unmarked(marked)) for article_id, score, marked in rows]


def rebuild(db: apsw.Connection) -> None:
    """Make the index anew from the articles."""
    with transaction(db):
        run(db, "INSERT INTO article_index (article_index) VALUES ('rebuild')")


def _unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Take the marks out of a text, and return it with the spans that stood between them."""
    spans = []
    start = 0
    for taken, mark in enumerate(_MARK.finditer(marked)):
        offset = mark.start() - taken
        if mark[0] == _OPEN:
            start = offset
        else:
            spans.append(Span(start, offset))
    return _MARK.sub("", marked), tuple(spans)
