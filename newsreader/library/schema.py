"""Opening the library file, and bringing it up to this program's schema."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import apsw

from newsreader.errors import LibraryError
from newsreader.library.migrations import Migration, shipped
from newsreader.library.origins import origin_of
from newsreader.library.statements import run, transaction, translated
from newsreader.library.times import now, packed
from newsreader.library.tokens import spaced, words

APPLICATION_ID = 0x4E777352
"""Marks an SQLite file as a newsreader library ("NwsR" in ASCII)."""

_BUSY_SECONDS = 5
"""How long one program waits for another that is writing."""

_A_MOMENT = 0.01
"""Seconds until another try where SQLite does not wait itself."""


def connect(path: Path | None) -> apsw.Connection:
    """Open the library at `path`, made with its folder if need be; None opens one in memory.

    Older files are migrated, a backup copy beside them first. The connection may move between
    threads, but only one may use it at a time. Raises LibraryError if the file cannot be opened
    or written, is damaged, is not a library, or was made by a newer newsreader.
    """
    name = "" if path is None else str(path.absolute())
    if path is not None:
        _make_folder(path)
    with translated(name):
        db = apsw.Connection(name or ":memory:")
    try:
        with translated(name):
            _prepare(db)
        migrate(db, shipped())
    except BaseException:
        db.close()
        raise
    return db


def migrate(db: apsw.Connection, migrations: Sequence[Migration]) -> None:
    """Run those `migrations` that the library has not had, each in a transaction of its own.

    A library that already holds something is copied first, to `<file>.before-<number>`.
    Raises LibraryError if the library has had a migration that is not among them.
    """
    applied = _applied(db)
    if applied > len(migrations):
        raise LibraryError(
            f"The library {db.filename} was made by a newer newsreader.",
            "Update newsreader, or name another library with --library.",
        )
    for migration in migrations[applied:]:
        _apply(db, migration, copying=applied > 0)
    run(db, "PRAGMA foreign_keys = ON")


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"The folder {path.parent} for the library cannot be made: {error.strerror}.",
            "Check its permissions, or name another library with --library.",
        ) from error


def _prepare(db: apsw.Connection) -> None:
    """Refuse what is not ours before anything is written, then set how SQLite is to work."""
    db.set_busy_timeout(_BUSY_SECONDS * 1000)
    for function in (spaced, origin_of, words):  # which migrations, triggers and searches call
        db.create_scalar_function(function.__name__, function, deterministic=True)  # type: ignore[arg-type]  # the schema gives text
    # In this order: another program that is just making the library writes both at once.
    used = db.execute("SELECT EXISTS (SELECT 1 FROM sqlite_schema)").get
    if used and db.pragma("application_id") != APPLICATION_ID:
        raise apsw.NotADBError("an SQLite file of another program")
    if db.readonly("main"):
        raise apsw.ReadOnlyError("SQLite could open it for reading only")
    _keep_a_log(db)
    db.pragma("synchronous", "full")


def _keep_a_log(db: apsw.Connection) -> None:
    """Set SQLite's write-ahead log, with which readers go on while somebody writes.

    SQLite does not wait here for another program that is just making the library, so we do.
    """
    until = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            db.pragma("journal_mode", "wal")
        except apsw.BusyError:
            if time.monotonic() > until:
                raise
            time.sleep(_A_MOMENT)
        else:
            return


def _applied(db: apsw.Connection) -> int:
    """Return the number of the last migration the library has had; 0 for a new one."""
    if not run(db, "SELECT 1 FROM sqlite_schema WHERE name = 'migration'"):
        return 0
    return int(run(db, "SELECT coalesce(max(number), 0) FROM migration")[0][0])


def _apply(db: apsw.Connection, migration: Migration, *, copying: bool) -> None:
    """Run one migration, unless another program has done so in the meantime."""
    run(db, "PRAGMA foreign_keys = OFF")  # tables may be rebuilt; all is checked at the end
    with transaction(db):
        if _applied(db) >= migration.number:
            return
        if copying:  # here, where no other program can be further
            _back_up(db, migration)
        run(
            db,
            "CREATE TABLE IF NOT EXISTS migration"
            " (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied INTEGER NOT NULL) STRICT",
        )
        run(db, f"PRAGMA application_id = {APPLICATION_ID}")
        run(db, migration.sql)
        if run(db, "PRAGMA foreign_key_check"):
            raise LibraryError(
                f"The library {db.filename} could not be brought up to date:"
                f" step {migration.number} ({migration.name}) left loose ends.",
                "It was left as it was; keep using the older newsreader and report this.",
            )
        run(
            db,
            "INSERT INTO migration (number, name, applied) VALUES (?, ?, ?)",
            (migration.number, migration.name, packed(now())),
        )


def _back_up(db: apsw.Connection, migration: Migration) -> None:
    """Copy the library to beside it, if it is a file."""
    from newsreader.library.care.copies import copy  # seldom needed

    if db.filename:
        for _step in copy(db, Path(f"{db.filename}.before-{migration.number}")):
            pass
