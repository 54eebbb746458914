"""Articles by where they came from."""

from __future__ import annotations

import os

import apsw

from newsreader.library.statements import run, storable


def at(db: apsw.Connection, location: str) -> list[int]:
    """Return the articles from a location, and where it is a folder, from all that is below it."""
    location = storable(location)
    below = location.rstrip(os.sep) + os.sep
    rows = run(
        db,
        "SELECT id FROM article WHERE location = ?1 OR (location >= ?2 AND location < ?3)"
        " ORDER BY id",
        (location, below, below[:-1] + chr(ord(os.sep) + 1)),
    )
    return [article_id for (article_id,) in rows]
