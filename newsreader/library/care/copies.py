"""The library as it is at one moment, while others go on writing: to be read, or copied."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import get_ident

import apsw

from newsreader.errors import LibraryError
from newsreader.library.care import KEPT, Step
from newsreader.library.statements import damaged, run, translated

_PAGES = 500
"""Pages copied in one step: a few milliseconds."""

_INSTRUCTIONS = 100_000
"""Of SQLite, between two looks at whether Ctrl-C was pressed: some milliseconds."""


@contextmanager
def interruptible(db: apsw.Connection) -> Iterator[None]:
    """Let Ctrl-C stop a long statement, and not only when it has ended."""
    db.set_progress_handler(lambda: False, _INSTRUCTIONS)
    try:
        yield
    finally:
        db.set_progress_handler(None)


@contextmanager
def snapshot(db: apsw.Connection) -> Iterator[apsw.Connection]:
    """Lend a connection that sees the library as it is now, whatever is written meanwhile.

    A long statement on it can be interrupted by Ctrl-C. A library in memory is lent itself.
    """
    if not db.filename:
        yield db
        return
    with translated(db.filename):
        own = apsw.Connection(db.filename)
    with closing(own), interruptible(own):
        run(own, "BEGIN")
        run(own, "SELECT count(*) FROM sqlite_schema")  # the moment is that of the first look
        yield own


def copy(db: apsw.Connection, destination: Path) -> Iterator[Step]:
    """Copy the library to `destination`, which appears only when the copy is whole and checked.

    It is of one moment, and one file. A caller may stop at any step, and then nothing is left.
    Raises LibraryError, also where what was copied is damaged.
    """
    partial = destination.with_name(f"{destination.name}.{os.getpid()}.{get_ident()}")
    try:
        with snapshot(db) as source, translated(str(destination)):
            yield from _copied(source, partial)
        # What an earlier copy of that name left behind would be taken for a part of this one.
        destination.with_name(f"{destination.name}-wal").unlink(missing_ok=True)
        partial.replace(destination)
    except OSError as error:
        raise LibraryError(
            f"The copy {destination} cannot be written: {error.strerror}.", "Name another file."
        ) from error
    finally:
        partial.unlink(missing_ok=True)


def _copied(source: apsw.Connection, path: Path) -> Iterator[Step]:
    with closing(apsw.Connection(str(path))) as made:
        with made.backup("main", source, "main") as work:
            while not work.done:
                work.step(_PAGES)
                yield Step("pages", work.page_count - work.remaining, work.page_count)
        made.pragma("journal_mode", "delete")  # so that it is one file
        with interruptible(made):
            whole = kept_is_whole(made)
        if not whole:
            raise damaged(source.filename)


def kept_is_whole(db: apsw.Connection) -> bool:
    """Tell whether SQLite can read all that cannot be made again."""
    try:
        there = {name for (name,) in run(db, "SELECT name FROM sqlite_schema")}
        checks = (f"PRAGMA quick_check({table})" for table in KEPT if table in there)
        return all(run(db, check) == [("ok",)] for check in checks)
    except LibraryError:
        return False
