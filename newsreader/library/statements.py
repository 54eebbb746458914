"""Where SQL runs: transactions, and failures said in one clear sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import apsw

from newsreader.errors import LibraryError

_SURROGATE = re.compile("[\ud800-\udfff]")

_OUTERMOST = ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
_WITHIN = ("SAVEPOINT part", "RELEASE part", "ROLLBACK TO part; RELEASE part")

_KEPT = "Nothing already kept is lost; "
_DAMAGED = (
    "is damaged.",
    "Restore a backup, or run `newsreader library salvage NEW-FILE`: what can be read goes there.",
)
_FAILURES: tuple[tuple[type[apsw.Error], str, str], ...] = (
    (
        apsw.FullError,
        "has no room: the disk is full.",
        _KEPT + "free some space and try again.",
    ),
    (
        apsw.ReadOnlyError,
        "cannot be written to.",
        "Check the permissions of the file and its folder, or name another with --library.",
    ),
    (
        apsw.CantOpenError,
        "cannot be opened.",
        "Check the permissions of the file and its folder, or name another with --library.",
    ),
    (apsw.BusyError, "is in use by another program.", "Try again in a moment."),
    (apsw.LockedError, "is in use by another program.", "Try again in a moment."),
    (
        apsw.NotADBError,
        "is not a newsreader library.",
        "Name another file with --library, or salvage this one if it was a library once.",
    ),
    (apsw.CorruptError, *_DAMAGED),
    (apsw.IOError, "cannot be read or written.", _KEPT + "check the disk and try again."),
    (apsw.TooBigError, "cannot hold something this large.", "Add it in smaller parts."),
    (apsw.NoMemError, "needs more memory than there is.", "Close other programs and try again."),
)
_INDEX_DAMAGED = (
    "has a damaged search index; the articles and notes are whole.",
    "Run `newsreader library rebuild`.",
)
_GONE = (
    "no longer holds what this belongs to.",
    "Another program removed it; open the article again.",
)


def run(db: apsw.Connection, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Run one statement and return its rows.

    Lone surrogates in `values`, which no SQLite text can hold, are kept as U+FFFD.
    Raises LibraryError for what the world can do to a file (full, damaged, busy, read-only).
    """
    with translated(db.filename):
        try:
            return db.execute(sql, values).fetchall()
        except UnicodeEncodeError:
            kept = [storable(value) if isinstance(value, str) else value for value in values]
            return db.execute(sql, kept).fetchall()


@contextmanager
def transaction(db: apsw.Connection) -> Iterator[None]:
    """Keep all that is written within, or nothing: a savepoint when one is under way already.

    The outermost takes the write lock at once, so that what it reads stays true until it ends.
    Raises LibraryError as `run` does.
    """
    begin, keep, drop = _OUTERMOST if db.get_autocommit() else _WITHIN
    run(db, begin)
    try:
        yield
        run(db, keep)
    except BaseException:
        if not db.get_autocommit():  # a full disk makes SQLite take all of it back by itself
            run(db, drop)
        raise


@contextmanager
def translated(path: str) -> Iterator[None]:
    """Turn what SQLite says about the library at `path` into a LibraryError for the reader.

    Only what the world can do is translated; a mistake of ours in SQL stays an apsw.Error.
    """
    try:
        yield
    except UnicodeDecodeError as error:
        raise damaged(path) from error
    except apsw.Error as error:
        told = _told(error)
        if told is None:
            raise
        raise _failure(path, *told) from error


def damaged(path: str) -> LibraryError:
    """Return the error that says that the library at `path` is damaged."""
    return _failure(path, *_DAMAGED)


def _failure(path: str, message: str, hint: str) -> LibraryError:
    name = f"The library {path}" if path else "The library in memory"
    return LibraryError(f"{name} {message}", hint)


def storable(text: str) -> str:
    """Return `text` with each lone surrogate replaced by U+FFFD, so that offsets stay."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _told(error: apsw.Error) -> tuple[str, str] | None:
    code = getattr(error, "extendedresult", 0)
    if code == apsw.SQLITE_CORRUPT_VTAB:
        return _INDEX_DAMAGED
    if code == apsw.SQLITE_CONSTRAINT_FOREIGNKEY:
        return _GONE
    for kind, message, hint in _FAILURES:
        if isinstance(error, kind):
            return message, hint
    return None
