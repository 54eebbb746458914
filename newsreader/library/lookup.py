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
