"""Queries that the reader saved under a name, to be used as lists."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

import apsw

from newsreader.library.statements import run, storable
from newsreader.library.times import now, packed


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """What a reader types to search the library, and what they call it."""

    name: str
    query: str


def save(db: apsw.Connection, name: str, query: str) -> SavedQuery:
    """Keep a query under a name, in place of the one that has this name already.

    Names have single spaces and none around them; an empty one is the query itself.
    """
    query = storable(query).strip()
    saved = SavedQuery(" ".join(storable(name).split()) or query, query)
    run(
        db,
        "INSERT INTO saved_query (id, name, query, created) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (name) DO UPDATE SET query = excluded.query",
        (uuid.uuid4().hex, saved.name, saved.query, packed(now())),
    )
    return saved


def saved(db: apsw.Connection) -> list[SavedQuery]:
    """Return all saved queries by name."""
    rows = run(db, "SELECT name, query FROM saved_query ORDER BY name COLLATE NOCASE, name")
    return [SavedQuery(name, query) for name, query in rows]


def remove(db: apsw.Connection, name: str) -> None:
    """Forget the query of this name."""
    run(db, "DELETE FROM saved_query WHERE name = ?", (name,))
