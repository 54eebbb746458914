"""Which articles have some words, asked thousands of times in a row.

Words are as `tokens.words` has them; articles come in the order of their numbers, `most` at most.
"""

from __future__ import annotations

from collections.abc import Iterable

import apsw

from newsreader.library.index import QUOTE_BITS
from newsreader.library.statements import run

_HAVING = "SELECT rowid FROM article_index WHERE article_index MATCH ? LIMIT ?"
_SAYING = "SELECT DISTINCT rowid >> ? FROM quote_index WHERE quote_index MATCH ? LIMIT ?"


def having(db: apsw.Connection, phrase: str, most: int) -> list[int]:
    """Return the articles in whose texts words stand one after the other."""
    return [row[0] for row in run(db, _HAVING, (f'text : "{phrase}"', most))]


def having_all(db: apsw.Connection, words: Iterable[str], most: int) -> list[int]:
    """Return the articles in whose texts all of these words are, wherever."""
    all_of_them = " AND ".join(f'"{word}"' for word in words)
    return [row[0] for row in run(db, _HAVING, (f"text : ({all_of_them})", most))]


def saying(db: apsw.Connection, phrase: str, most: int) -> list[int]:
    """Return the articles in which somebody says words one after the other."""
    return [row[0] for row in run(db, _SAYING, (QUOTE_BITS, f'said : "{phrase}"', most))]


def hidden(db: apsw.Connection) -> set[int]:
    """Return the articles that lists and searches leave out."""
    return {row[0] for row in run(db, "SELECT id FROM hidden")}


def last(db: apsw.Connection) -> int:
    """Return the number of the article that was added last; 0 if there is none."""
    return int(run(db, "SELECT coalesce(max(id), 0) FROM article")[0][0])


def is_named(db: apsw.Connection, name: str) -> bool:
    """Tell whether somebody or something in the library goes by this very name."""
    kinds = "('speaker', 'person', 'org', 'place')"  # so that the index of names is used
    sql = f"SELECT 1 FROM name WHERE kind IN {kinds} AND name = ? LIMIT 1"  # noqa: S608
    return bool(run(db, sql, (name,)))


def is_in_names(db: apsw.Connection, part: str) -> bool:
    """Tell whether a word is part of any name in the library."""
    return bool(run(db, _HAVING, (f'{{speaker person org place}} : "{part}"', 1)))


def names_beginning(db: apsw.Connection, kind: str, beginning: str, most: int) -> list[str]:
    """Return the names of a kind (person, org, place) that begin so, `most` at most."""
    rows = run(
        db,
        "SELECT name FROM name WHERE kind = ? AND name >= ? AND name < ? LIMIT ?",
        (kind, beginning, f"{beginning}\U0010ffff", most),
    )
    return [name for (name,) in rows]


def names_with(db: apsw.Connection, kind: str, part: str, most: int) -> list[str]:
    """Return the names of a kind in articles that have a name with this word in it."""
    rows = run(
        db,
        "SELECT DISTINCT name FROM name JOIN article_name ON name_id = name.id"
        " WHERE kind = ? AND article_id IN"
        " (SELECT rowid FROM article_index WHERE article_index MATCH ? LIMIT ?)",
        (kind, f'{kind} : "{part}"', most),
    )
    return [name for (name,) in rows]


def times_named(db: apsw.Connection, kind: str, name: str) -> int:
    """Return how many articles name somebody or something so."""
    sql = (
        "SELECT count(*) FROM article_name WHERE name_id ="
        " (SELECT id FROM name WHERE kind = ? AND name = ?)"
    )
    return int(run(db, sql, (kind, name))[0][0])
