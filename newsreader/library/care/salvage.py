"""What can be read of a damaged library, saved to a new one."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import apsw

from newsreader.errors import LibraryError
from newsreader.library import schema
from newsreader.library.care import KEPT, Step
from newsreader.library.care.pages import INTEGER, NOTHING, Cell, Pages, Value, kind_of
from newsreader.library.statements import run, transaction
from newsreader.model import sha256_of

_TOGETHER = 2_000  # pages whose rows are kept in one transaction


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved, and what is known to be lost, by table; `unreadable` pages held the rest.

    What was lost without a trace, since nothing else in the library speaks of it, is not counted.
    """

    saved: Mapping[str, int]
    lost: Mapping[str, int]
    unreadable: int


def salvage(damaged: Path, to: Path) -> Iterator[Step | Salvaged]:
    """Save what can be read of a library to a new one at `to`; the last thing told is a Salvaged.

    The damaged file is left as it is. Every row of what came in and what the reader made is saved
    that stands on whole pages; a text only if it is what its SHA-256 says. What is derived is left
    to be made again, and there is nothing to undo. A caller may stop, and then nothing is left.
    Raises LibraryError.
    """
    pages = _opened(damaged, to)
    partial = to.with_name(f"{to.name}.{os.getpid()}")
    try:
        with closing(schema.connect(partial)) as db:
            run(db, "PRAGMA foreign_keys = OFF")  # rows come in any order; all is tied at the end
            rescue = _Rescue(db, pages)
            yield from rescue.read()
            salvaged = rescue.tie()
        if not any(salvaged.saved[table] for table in KEPT if table != "backup"):
            raise LibraryError(
                f"Nothing of a library could be found in {damaged}.", "Restore a backup."
            )
        partial.replace(to)
        yield salvaged
    finally:
        for name in (partial.name, f"{partial.name}-wal", f"{partial.name}-shm"):
            partial.with_name(name).unlink(missing_ok=True)


def _opened(damaged: Path, to: Path) -> Pages:
    if to.exists():
        raise LibraryError(f"{to} is there already.", "Name a new file to save to.")
    try:
        return Pages(damaged)
    except OSError as error:
        raise LibraryError(
            f"The library {damaged} cannot be read: {error.strerror}.", "Check the disk."
        ) from error


@dataclass(frozen=True, slots=True)
class _Table:
    """A table as its rows can be told from those of all others: by what their values are.

    `key` is the column that is the number of the row itself, which its record leaves out; a table
    without `rowids` is a tree of keys. Columns after the first `least` may not be there yet.
    """

    name: str
    columns: tuple[str, ...]
    kinds: tuple[tuple[str, ...], ...]
    key: int | None
    rowids: bool
    least: int

    def fits(self, cell: Cell) -> bool:
        """Tell whether a row may be one of this table."""
        if (cell.rowid is not None) != self.rowids:
            return False
        if not self.least <= len(cell.kinds) <= len(self.columns):
            return False
        return all(map(_may_be, cell.kinds, self.kinds))

    def insert(self, db: apsw.Connection, values: list[Value]) -> bool:
        """Keep a row, unless there is one of its name already."""
        columns = ", ".join(self.columns[: len(values)])
        places = ", ".join("?" * len(values))
        sql = f"INSERT OR IGNORE INTO {self.name} ({columns}) VALUES ({places}) RETURNING 1"  # noqa: S608 - ours
        return bool(run(db, sql, values))


def _may_be(kind: int, allowed: tuple[str, ...]) -> bool:
    return kind_of(kind) in allowed


def _table(db: apsw.Connection, name: str) -> _Table:
    [(without_rowid,)] = run(db, "SELECT wr FROM pragma_table_list WHERE name = ?", (name,))
    rows = run(
        db, 'SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?)', (name,)
    )
    keys = [
        at
        for at, (_, kind, _, _, pk) in enumerate(rows)
        if pk and kind == INTEGER and not without_rowid
    ]
    needed = [at for at, row in enumerate(rows) if row[2] and row[3] is None]
    return _Table(
        name=name,
        columns=tuple(row[0] for row in rows),
        kinds=tuple(
            (NOTHING,) if at in keys else (row[1],) if row[2] else (row[1], NOTHING)
            for at, row in enumerate(rows)
        ),
        key=keys[0] if keys else None,
        rowids=not without_rowid,
        least=1 + max(needed),
    )


class _Rescue:
    """Rows on their way from the pages of one library into another."""

    def __init__(self, db: apsw.Connection, pages: Pages) -> None:
        self._db, self._pages = db, pages
        self._tables = tuple(_table(db, name) for name in KEPT)
        self._spoilt = Counter[str]()
        self._unreadable = 0

    def read(self) -> Iterator[Step]:
        """Keep every row that can be read."""
        free, count = self._pages.free(), self._pages.count
        for first in range(1, count + 1, _TOGETHER):
            last = min(first + _TOGETHER - 1, count)
            with transaction(self._db):
                for number in range(first, last + 1):
                    if number not in free:
                        self._unreadable += not self._read_page(number)
            yield Step("pages", last, count)

    def _read_page(self, number: int) -> bool:
        """Keep the rows of a page; tell whether all of it could be read."""
        whole = True
        for cell in self._pages.cells(number):
            fitting = (table for table in self._tables if cell and table.fits(cell))
            table = next(fitting, None)
            if cell is None:
                whole = False
            elif table is not None and not self._keep(table, cell):
                self._spoilt[table.name] += 1
                whole = False
        return whole

    def _keep(self, table: _Table, cell: Cell) -> bool:
        """Keep a row; tell whether it is what was written."""
        try:
            values = self._pages.values(cell)
        except ValueError:
            return False
        if any("\0" in value for value in values if isinstance(value, str)):
            return False  # no text comes in with one: they are what was wiped off the disk
        if table.key is not None:
            values[table.key] = cell.rowid
        row = dict(zip(table.columns, values, strict=False))
        if table.name == "version" and sha256_of(str(row["text"])) != row["sha256"]:
            return False
        table.insert(self._db, values)
        return True

    def tie(self) -> Salvaged:
        """Put something in the place of what others need and is lost, and count."""
        with transaction(self._db):
            missing = {name: len(run(self._db, sql)) for name, sql in _STAND_INS.items()}
            run(self._db, _TIED)
        counts = {
            name: run(self._db, f"SELECT count(*) FROM {name}")[0][0] - missing.get(name, 0)  # noqa: S608
            for name in KEPT
        }
        lost = {name: max(self._spoilt[name], missing.get(name, 0)) for name in KEPT}
        return Salvaged(counts, lost, self._unreadable)


_STAND_INS = {
    # An article that is lost, of which a text, a highlight or a note is there.
    "article": """
        INSERT INTO article (id, title, byline, publisher, location, url, language, source, added)
        SELECT article_id, '', '', '', 'salvaged:' || article_id, '', '', 'text', min(moment)
          FROM (SELECT article_id, fetched AS moment FROM version
                UNION ALL SELECT article_id, created FROM highlight
                UNION ALL SELECT article_id, created FROM note)
         WHERE article_id NOT IN (SELECT id FROM article) GROUP BY article_id RETURNING 1
    """,
    # A highlight that is lost, but its note is there.
    "highlight": """
        INSERT INTO highlight
        SELECT highlight_id, article_id, '', '', '', 0, 0, '', 'yellow', created, updated FROM note
         WHERE highlight_id IS NOT NULL AND highlight_id NOT IN (SELECT id FROM highlight)
        RETURNING 1
    """,
    # The text of an article of which no text is left: an empty one.
    "version": """
        INSERT INTO version (article_id, sha256, text, fetched)
        SELECT id, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '', added
          FROM article WHERE id NOT IN (SELECT article_id FROM version) RETURNING 1
    """,
}
"""What takes the place of rows that are lost, and returns one for each."""

_TIED = """
    DELETE FROM article_tag WHERE article_id NOT IN (SELECT id FROM article);
    DELETE FROM highlight_tag WHERE highlight_id NOT IN (SELECT id FROM highlight);
    UPDATE article SET latest_id = (SELECT max(id) FROM version WHERE article_id = article.id)
     WHERE NOT EXISTS (SELECT 1 FROM version WHERE id = latest_id AND article_id = article.id);
    UPDATE article SET said_id = latest_id
     WHERE NOT EXISTS (SELECT 1 FROM version WHERE id = said_id AND article_id = article.id);
    UPDATE article SET seen_id = iif(read, latest_id, NULL)
     WHERE NOT EXISTS (SELECT 1 FROM version WHERE id = seen_id AND article_id = article.id);
    UPDATE article SET origin = origin_of(publisher, url, location) WHERE origin = '';
    INSERT INTO stale SELECT id FROM article WHERE id NOT IN stale;
"""
"""Makes rows fit together that come from an older library, or have lost what they belong to."""
