"""Which articles a query finds, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import apsw

from newsreader.library.statements import run
from newsreader.search.query import Query
from newsreader.search.statement import statement

MOST_RANKED = 20_000
"""Articles that are weighed against one another, the newest: a word in more of them says little."""

_MATCHING = "FROM article_index WHERE article_index MATCH ? AND rowid"
_MATCHING_AND_MORE = (
    "FROM article_index CROSS JOIN article ON article.id = article_index.rowid"
    " WHERE article_index MATCH ? AND article.id"
)
_LISTED = "FROM article WHERE article.id"
_SHOWN = "NOT IN hidden"
_IN_BIN = "IN (SELECT id FROM article WHERE deleted IS NOT NULL)"


@dataclass(frozen=True, slots=True)
class Ranking:
    """The best articles that a query finds, best first, each with its score (more is better).

    `total` articles are found; `ranked` of them, the newest, were weighed against one another.
    """

    scores: dict[int, float]
    total: int
    ranked: int


@dataclass(frozen=True, slots=True)
class Selection:
    """The articles that a query finds, as SQL from FROM on, and its parameters.

    `key` is the column with the article's id. `matching`: it asks the full-text index, so that
    there is a rank.
    """

    sql: str
    parameters: tuple[str | int, ...]
    key: str
    matching: bool


def selection(query: Query, today: date, *, in_bin: bool = False) -> Selection | None:
    """Return what selects the articles that a query finds; None where it asks for nothing.

    Samples beside other articles, and those in the bin, are left out; or all but those in the bin.
    """
    asked, among = statement(query, today), _IN_BIN if in_bin else _SHOWN
    if not asked.expression:
        if not asked.condition:
            return None
        sql = f"{_LISTED} {among} AND {asked.condition}"
        return Selection(sql, asked.parameters, "article.id", matching=False)
    parameters = (asked.expression, *asked.parameters)
    if not asked.condition:
        return Selection(f"{_MATCHING} {among}", parameters, "rowid", matching=True)
    sql = f"{_MATCHING_AND_MORE} {among} AND {asked.condition}"
    return Selection(sql, parameters, "article_index.rowid", matching=True)


def rank(db: apsw.Connection, query: Query, today: date, limit: int) -> Ranking:
    """Return the best articles that a query finds, at most `limit`.

    Where it asks for no words at all, the newest are the best, and none has a score.
    """
    chosen = selection(query, today)
    if chosen is None:
        return Ranking({}, 0, 0)
    [(total,)] = run(db, f"SELECT count(*) {chosen.sql}", chosen.parameters)
    if not chosen.matching:
        sql = f"SELECT {chosen.key}, 0.0 {chosen.sql} ORDER BY coalesce(published, added) DESC"
        return Ranking(dict(run(db, f"{sql} LIMIT ?", (*chosen.parameters, limit))), total, total)
    oldest = _oldest_ranked(db, chosen) if total > MOST_RANKED else 0
    sql = f"SELECT {chosen.key}, -rank {chosen.sql} AND {chosen.key} >= ? ORDER BY rank LIMIT ?"
    scores = dict(run(db, sql, (*chosen.parameters, oldest, limit)))
    return Ranking(scores, total, min(total, MOST_RANKED))


def newest(db: apsw.Connection, query: Query, today: date, most: int) -> list[int]:
    """Return the ids of the articles that a query finds, those added last first, at most `most`."""
    chosen = selection(query, today)
    if chosen is None:
        return []
    sql = f"SELECT {chosen.key} {chosen.sql} ORDER BY {chosen.key} DESC LIMIT ?"
    return [article_id for (article_id,) in run(db, sql, (*chosen.parameters, most))]


def every(db: apsw.Connection, query: Query, today: date, *, in_bin: bool = False) -> set[int]:
    """Return the ids of all articles that a query finds, or of all in the bin that it does."""
    chosen = selection(query, today, in_bin=in_bin)
    if chosen is None:
        return set()
    rows = run(db, f"SELECT {chosen.key} {chosen.sql}", chosen.parameters)
    return {article_id for (article_id,) in rows}


def _oldest_ranked(db: apsw.Connection, chosen: Selection) -> int:
    """Return the id of the oldest article to be ranked: later ones have higher numbers."""
    sql = f"SELECT {chosen.key} {chosen.sql} ORDER BY {chosen.key} DESC LIMIT 1 OFFSET ?"
    [(oldest,)] = run(db, sql, (*chosen.parameters, MOST_RANKED - 1))
    return int(oldest)
