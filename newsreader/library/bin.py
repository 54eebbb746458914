"""The bin: articles that the reader deleted, kept for a while in case they are wanted after all."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import timedelta

import apsw

from newsreader.library.statements import run, transaction
from newsreader.library.times import now, packed

GRACE = timedelta(days=30)
"""How long an article stays in the bin."""

_THESE = "id IN (SELECT value FROM json_each(?))"
_OVER = (
    "deleted < ? AND id < (SELECT max(id) FROM article)"
    " AND NOT EXISTS (SELECT 1 FROM highlight WHERE article_id = article.id)"
    " AND NOT EXISTS (SELECT 1 FROM note WHERE article_id = article.id)"
)


def put(db: apsw.Connection, ids: Sequence[int]) -> int:
    """Put articles in the bin; return how many were not there already."""
    rows = run(
        db,
        f"UPDATE article SET deleted = ? WHERE {_THESE} AND deleted IS NULL RETURNING id",  # noqa: S608
        (packed(now()), json.dumps(list(ids))),
    )
    return len(rows)


def take_out(db: apsw.Connection, ids: Sequence[int]) -> int:
    """Take articles out of the bin; return how many were there."""
    rows = run(
        db,
        f"UPDATE article SET deleted = NULL WHERE {_THESE} AND deleted IS NOT NULL RETURNING id",  # noqa: S608
        (json.dumps(list(ids)),),
    )
    return len(rows)


def contents(db: apsw.Connection) -> list[int]:
    """Return the articles in the bin, those put there last first."""
    rows = run(
        db, "SELECT id FROM article WHERE deleted IS NOT NULL ORDER BY deleted DESC, id DESC"
    )
    return [article_id for (article_id,) in rows]


def put_last(db: apsw.Connection) -> list[int]:
    """Return the articles that were put in the bin together, last of all."""
    rows = run(db, "SELECT id FROM article WHERE deleted = (SELECT max(deleted) FROM article)")
    return [article_id for (article_id,) in rows]


def expire(db: apsw.Connection) -> int:
    """Delete for good what has been in the bin for longer than GRACE; return how many.

    Articles with highlights or notes stay there; so does the newest article of all, for SQLite
    would give its number to the next one, and undo take that for it.
    """
    over = (packed(now() - GRACE),)
    if not run(db, f"SELECT 1 FROM article WHERE {_OVER} LIMIT 1", over):  # noqa: S608
        return 0  # and no waiting for others who write
    return len(run(db, f"DELETE FROM article WHERE {_OVER} RETURNING 1", over))  # noqa: S608


def empty(db: apsw.Connection) -> int:
    """Delete for good all that is in the bin, with highlights and notes; return how many.

    Nothing done before can be undone then: undo remembers what was written on these articles.
    """
    with transaction(db):
        run(db, "DELETE FROM undo")
        return len(run(db, "DELETE FROM article WHERE deleted IS NOT NULL RETURNING id"))
