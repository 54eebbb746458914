"""Articles by what they share: how many there are of each source and each tag."""

from __future__ import annotations

from dataclasses import dataclass

import apsw

from newsreader.library.statements import run


@dataclass(frozen=True, slots=True)
class Group:
    """So many articles that share a source or a tag of this name."""

    name: str
    count: int


def sources(db: apsw.Connection, most: int) -> list[Group]:
    """Return the sources with the most articles, at most so many, the largest first."""
    rows = run(
        db,
        "SELECT origin, count(*) AS times FROM article"
        " WHERE origin <> '' AND article.id NOT IN hidden"
        " GROUP BY origin ORDER BY times DESC, origin COLLATE NOCASE LIMIT ?",
        (most,),
    )
    return [Group(*row) for row in rows]


def tags(db: apsw.Connection) -> list[Group]:
    """Return the tags of articles by name."""
    rows = run(
        db,
        "SELECT tag, count(*) FROM article_tag WHERE article_id NOT IN hidden"
        " GROUP BY tag ORDER BY tag COLLATE NOCASE",
    )
    return [Group(*row) for row in rows]
