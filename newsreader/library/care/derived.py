"""What is derived from texts and notes, dropped so that it can be made again."""

from __future__ import annotations

import json
from contextlib import closing

import apsw

from newsreader.library import schema
from newsreader.library.care.copies import interruptible, kept_is_whole
from newsreader.library.statements import damaged, run, transaction

_INDEX = ("article_index", "quote_index", "note_index", "article_name", "name", "stale")
_ANALYSES = ("analysis",)

_SHADOWS = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'"
_OURS = "tbl_name IN (SELECT value FROM json_each(?1))"
_OF_SHADOWS = "tbl_name IN (SELECT value FROM json_each(?2))"

# Deleting these rows leaves their pages to nobody: a table too damaged to be dropped goes too.
_FORGOTTEN = f"DELETE FROM sqlite_schema WHERE {_OURS} OR {_OF_SHADOWS}"  # noqa: S608 - constants
_DEFINED = (
    f"SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND {_OURS} AND NOT {_OF_SHADOWS}"  # noqa: S608
    " ORDER BY rowid"
)
_NOTES = (
    "INSERT INTO note_index (rowid, note)"
    " SELECT article_id, spaced(group_concat(text, char(10))) FROM note GROUP BY article_id"
)


def under_way(db: apsw.Connection) -> bool:
    """Tell whether an index was dropped and is not all made again: no other article lacks a row."""
    try:
        rows = db.execute(
            "SELECT 1 FROM stale WHERE article_id NOT IN (SELECT id FROM article_index_docsize)"
        )
        return rows.fetchone() is not None
    except apsw.Error:  # too damaged to tell
        return False


def drop(db: apsw.Connection, *, analyses: bool) -> None:
    """Drop the index, and the analyses if asked for, however damaged; all articles are stale then.

    Their tables are made as a new library has them, and the file is written anew without what the
    old ones took. Raises LibraryError, changing nothing, where what is kept is damaged too.
    """
    with interruptible(db):
        if not kept_is_whole(db):
            raise damaged(db.filename)
        try:
            with transaction(db):
                _make_anew(db, _INDEX + (_ANALYSES if analyses else ()))
        except BaseException:
            run(db, "PRAGMA writable_schema = RESET")  # what was forgotten is there again
            raise
        run(db, "VACUUM")


def _make_anew(db: apsw.Connection, names: tuple[str, ...]) -> None:
    tables = json.dumps(names)
    with closing(schema.connect(None)) as new:
        shadows = json.dumps([name for (name,) in run(new, _SHADOWS)])
        run(db, "PRAGMA writable_schema = ON")
        run(db, _FORGOTTEN, (tables, shadows))
        run(db, "PRAGMA writable_schema = RESET")
        for (sql,) in run(new, _DEFINED, (tables, shadows)):
            run(db, sql)
        for setting in run(new, "SELECT k, v FROM article_index_config WHERE k = 'rank'"):
            run(db, "INSERT INTO article_index (article_index, rank) VALUES (?, ?)", setting)
    run(db, _NOTES)
    run(db, "INSERT INTO stale SELECT id FROM article WHERE latest_id IS NOT NULL")
