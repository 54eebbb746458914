"""What is in a library, counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import apsw

from newsreader.library.care import backups
from newsreader.library.care.backups import Backup
from newsreader.library.statements import run
from newsreader.library.times import unpacked


@dataclass(frozen=True, slots=True)
class LibraryInfo:
    """What is in a library.

    `articles`, and of them `unread` and `starred`, are those that lists show; `in_bin` are in the
    bin. `versions` are texts; `analysed` how many of them have been; `quotes` and `names` what was
    found in the latest; `stale` how many articles wait to be indexed anew. `oldest` and `newest`
    say when articles were published, or else added. `bytes` is what the file takes, and what is
    written beside it; `schema` the number of its last migration.
    """

    path: str
    bytes: int
    schema: int
    articles: int
    unread: int
    starred: int
    in_bin: int
    versions: int
    analysed: int
    stale: int
    quotes: int
    names: int
    highlights: int
    notes: int
    corrections: int
    saved_queries: int
    oldest: datetime | None
    newest: datetime | None
    last_backup: Backup | None


_SHOWN = (
    "SELECT count(*), coalesce(sum(read = 0), 0), coalesce(sum(starred), 0)"
    " FROM article WHERE id NOT IN hidden"
)
_ENDS = (
    "SELECT (SELECT min(coalesce(published, added)) FROM article),"
    " (SELECT max(coalesce(published, added)) FROM article)"
)

_NAMED = (
    "SELECT count(*) FROM name WHERE kind <> 'speaker'"
    " AND EXISTS (SELECT 1 FROM article_name WHERE name_id = name.id)"
)


def info(db: apsw.Connection) -> LibraryInfo:
    """Count what is in a library."""
    articles, unread, starred = run(db, _SHOWN)[0]
    oldest, newest = (None if moment is None else unpacked(moment) for moment in run(db, _ENDS)[0])
    return LibraryInfo(
        path=db.filename,
        bytes=_bytes(db),
        schema=_count(db, "SELECT max(number) FROM migration"),
        articles=articles,
        unread=unread,
        starred=starred,
        in_bin=_count(db, "SELECT count(*) FROM article WHERE deleted IS NOT NULL"),
        versions=_count(db, "SELECT count(*) FROM version"),
        analysed=_count(db, "SELECT count(*) FROM analysis"),
        stale=_count(db, "SELECT count(*) FROM stale"),
        quotes=_count(db, "SELECT count(*) FROM quote_index_docsize"),
        names=_count(db, _NAMED),
        highlights=_count(db, "SELECT count(*) FROM highlight"),
        notes=_count(db, "SELECT count(*) FROM note"),
        corrections=_count(db, "SELECT count(*) FROM correction"),
        saved_queries=_count(db, "SELECT count(*) FROM saved_query"),
        oldest=oldest,
        newest=newest,
        last_backup=backups.last(db),
    )


def _count(db: apsw.Connection, sql: str) -> int:
    return int(run(db, sql)[0][0])


def _bytes(db: apsw.Connection) -> int:
    if not db.filename:
        return int(db.pragma("page_count") * db.pragma("page_size"))
    files = (Path(name) for name in (db.filename, db.filename_wal))
    return sum(file.stat().st_size for file in files if file.exists())
