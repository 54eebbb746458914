"""Which articles have a word, asked for thousands of words in a row."""

from __future__ import annotations

import apsw

from newsreader.library.statements import run


def articles_with(db: apsw.Connection, words: str, most: int) -> list[int]:
    """Return the articles in which words stand together, as the index has them; `most` at most.

    `words` are as `tokens.words` returns them.
    """
    rows = run(
        db,
        "SELECT rowid FROM article_index WHERE article_index MATCH ? LIMIT ?",
        (f'text : "{words.strip()}"', most),
    )
    return [article_id for (article_id,) in rows]


def hidden(db: apsw.Connection) -> set[int]:
    """Return the articles that lists and searches leave out."""
    return {article_id for (article_id,) in run(db, "SELECT id FROM hidden")}
