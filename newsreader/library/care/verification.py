"""Whether all in a library is as it should be, and what to do where it is not."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import apsw

from newsreader.errors import LibraryError
from newsreader.library.care import Step
from newsreader.library.care.copies import kept_is_whole, snapshot
from newsreader.library.statements import run
from newsreader.library.tokens import words

SAMPLED = 500
"""Articles whose words are looked up in the index."""

_LOOKED_UP = 5  # words of each of them
_TOLD = 500  # rows between two steps
_NAMED = 3  # places that one problem names
_CALLED = {"version": "texts", "analysis": "analyses"}

_SALVAGE = "Run `newsreader library salvage NEW-FILE`: what can be read is saved there."
_REBUILD = "Run `newsreader library rebuild`."
_REANALYSE = "Run `newsreader library rebuild --analyses`."
_SALVAGE_AND_ADD = f"{_SALVAGE} Then add the article again."


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a library that is not as it should be: what, where, and what mends it."""

    what: str
    where: str
    remedy: str


_FOUND = "SELECT 1 FROM article_index WHERE article_index MATCH ? AND rowid = ?"


@dataclass(frozen=True, slots=True)
class _Rule:
    """What must hold: `exceptions` selects the places where it does not."""

    broken: str
    remedy: str
    exceptions: str


_RULES = (
    _Rule(
        "The latest text of an article is missing, or is another's.",
        _SALVAGE,
        "SELECT location FROM article LEFT JOIN version ON version.id = latest_id"
        " WHERE version.article_id IS NOT article.id",
    ),
    _Rule(
        "An article is missing in the index.",
        _REBUILD,
        "SELECT location FROM article WHERE id NOT IN (SELECT id FROM article_index_docsize)"
        " AND id NOT IN stale",
    ),
    _Rule(
        "The index has an article that is gone.",
        _REBUILD,
        "SELECT 'number ' || id FROM article_index_docsize WHERE id NOT IN (SELECT id FROM article)"
        " UNION SELECT DISTINCT 'number ' || (id >> 20) FROM quote_index_docsize"
        " WHERE id >> 20 NOT IN (SELECT id FROM article)"
        " UNION SELECT DISTINCT 'number ' || article_id FROM article_name"
        " WHERE article_id NOT IN (SELECT id FROM article)",
    ),
    _Rule(
        "The index counts a name that it does not have.",
        _REBUILD,
        "SELECT DISTINCT 'number ' || article_id FROM article_name"
        " WHERE name_id NOT IN (SELECT id FROM name)",
    ),
    _Rule(
        "The notes of an article are missing in the index, or indexed without being there.",
        _REBUILD,
        "SELECT 'number ' || article_id FROM"
        " (SELECT article_id FROM note EXCEPT SELECT id FROM note_index_docsize)"
        " UNION SELECT 'number ' || id FROM"
        " (SELECT id FROM note_index_docsize EXCEPT SELECT article_id FROM note)",
    ),
)


def verify(db: apsw.Connection) -> Iterator[Step | Problem]:
    """Check the library as it is now; tell each Problem, and how far the check is.

    The file (SQLite's own check), what belongs together, each text against its SHA-256, the index
    against texts and notes, each analysis.
    """
    with snapshot(db) as now:
        for check in (_file, _relations, _texts, _words, _analyses):
            try:
                yield from check(now)
            except (apsw.Error, LibraryError) as error:
                what = f"A part of it cannot be read: {error.__cause__ or error}."
                yield Problem(what, db.filename, _remedy(now))


def _file(db: apsw.Connection) -> Iterator[Step | Problem]:
    yield Step("files", 0, 1)
    told = [line for (line,) in run(db, "PRAGMA integrity_check(10)")]
    if told != ["ok"]:
        remedy = _remedy(db)
        for line in told:
            yield Problem(f"The file is damaged: {line}.", db.filename, remedy)


def _remedy(db: apsw.Connection) -> str:
    """Return what mends a damaged file: what can be made again may be damaged without any loss."""
    return _REANALYSE if kept_is_whole(db) else _SALVAGE


def _relations(db: apsw.Connection) -> Iterator[Problem]:
    for table, row, parent, _key in run(db, "PRAGMA foreign_key_check"):
        yield Problem(f"A {table} belongs to no {parent}.", f"number {row}", _SALVAGE)
    for rule in _RULES:
        places = [str(place) for (place,) in run(db, rule.exceptions)]
        if places:
            more = len(places) - _NAMED
            named = ", ".join(places[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")
            yield Problem(rule.broken, named, rule.remedy)


def _texts(db: apsw.Connection) -> Iterator[Step | Problem]:
    def problem(version_id: int, sha256: str, text: bytes, location: str | None) -> Problem | None:
        if hashlib.sha256(text).hexdigest() == sha256:
            return None
        where = f"{location} (text {version_id})"
        return Problem("A text is not what its SHA-256 says it was.", where, _SALVAGE_AND_ADD)

    return _each(
        db,
        "version",
        "id, sha256, CAST(coalesce(text, '') AS BLOB),"
        " (SELECT location FROM article WHERE article.id = article_id)",
        problem,
    )


def _words(db: apsw.Connection) -> Iterator[Problem]:
    """Look the longest words of a sample of the texts up in the index."""
    count = run(db, "SELECT count(*) FROM article")[0][0]
    sample = db.execute(
        "SELECT article.id, location, CAST(coalesce(text, '') AS BLOB)"
        " FROM article JOIN version ON version.id = latest_id"
        " WHERE article.id % ? = 0 AND article.id NOT IN stale"
        " AND article.id IN (SELECT id FROM article_index_docsize)",
        (max(1, count // SAMPLED),),
    )
    for article_id, location, text in sample:
        known = words(text.decode("utf-8", "replace")).split(" ")
        longest = sorted(filter(None, set(known)), key=len)[-_LOOKED_UP:]
        sought = " ".join(f'"{word}"' for word in longest)
        if sought and not run(db, _FOUND, (f"text : ({sought})", article_id)):
            yield Problem("Words of a text are missing in the index.", location, _REBUILD)


def _analyses(db: apsw.Connection) -> Iterator[Step | Problem]:
    def problem(version_id: int, result: bytes) -> Problem | None:
        try:
            zlib.decompress(result)  # which has a checksum
        except (zlib.error, TypeError):
            what = "An analysis cannot be read; it is made again when the article is opened."
            return Problem(what, f"text {version_id}", _REANALYSE)
        return None

    return _each(db, "analysis", "version_id, result", problem)


def _each(
    db: apsw.Connection, table: str, columns: str, check: Callable[..., Problem | None]
) -> Iterator[Step | Problem]:
    """Check all rows of a table, one by one; tell at times how far it is."""
    total = run(db, f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608 - ours
    for done, row in enumerate(db.execute(f"SELECT {columns} FROM {table}"), 1):  # noqa: S608 - ours
        if found := check(*row):
            yield found
        if done % _TOLD == 0:
            yield Step(_CALLED[table], done, total)
