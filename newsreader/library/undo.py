"""Taking back what the reader did, one action at a time, even after a restart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

import apsw

from newsreader.errors import LibraryError
from newsreader.library.annotations import remove_notes
from newsreader.library.statements import run, transaction, translated
from newsreader.library.times import now, packed

KEPT = 1_000
"""How many actions can be taken back."""

_READERS_TABLES = (
    *("article", "highlight", "note", "article_tag", "highlight_tag", "correction"),
    "saved_query",
)


@contextmanager
def action(db: apsw.Connection, label: str) -> Iterator[None]:
    """Make what is done within one action of the reader: kept whole or not at all, and undoable.

    What it changed is recorded as an SQLite changeset (sqlite.org/sessionintro.html) under
    `label`; an action that changed nothing is not. An action within another is part of it.
    """
    with transaction(db), closing(apsw.Session(db, "main")) as session:
        for table in _READERS_TABLES:
            session.attach(table)
        before = _last(db)
        yield
        with translated(db.filename):
            changeset = session.changeset()
        if not changeset:
            return
        run(db, "DELETE FROM undo WHERE id > ?", (before,))  # the actions within this one
        run(
            db,
            "INSERT INTO undo (label, made, changeset) VALUES (?, ?, ?)",
            (label, packed(now()), changeset),
        )
        run(db, "DELETE FROM undo WHERE id <= ?", (_last(db) - KEPT,))


def undo(db: apsw.Connection) -> str | None:
    """Take back the latest action and return its label; None if there is nothing to take back.

    Raises LibraryError if what it changed is gone; the action before it is then next.
    """
    with transaction(db):
        rows = run(db, "DELETE FROM undo WHERE id = ? RETURNING label, changeset", (_last(db),))
        if not rows:
            return None
        label, changeset = rows[0]
        undone = _take_back(db, changeset)
    if not undone:
        raise LibraryError(
            f"“{label}” cannot be undone: what it changed is no longer in the library.",
            "Undo again for the action before it.",
        )
    return str(label)


def _last(db: apsw.Connection) -> int:
    return int(run(db, "SELECT coalesce(max(id), 0) FROM undo")[0][0])


def _take_back(db: apsw.Connection, changeset: bytes) -> bool:
    """Make an action undone; tell whether anything that it changed is still there."""
    gone = 0
    latest = run(db, "SELECT cid FROM pragma_table_info('article') WHERE name = 'latest_id'")[0][0]

    def settle(reason: int, change: apsw.TableChange) -> int:
        """Decide what to do where the library is not as the action left it.

        Values changed since (by another program) give way to what the reader asks for now, but not
        a version that came in since; a row that a cascade or another program has already removed
        needs no removing.
        """
        nonlocal gone
        if reason == apsw.SQLITE_CHANGESET_DATA and _differs(change, "article", latest):
            return apsw.SQLITE_CHANGESET_OMIT
        if reason in (apsw.SQLITE_CHANGESET_DATA, apsw.SQLITE_CHANGESET_CONFLICT):
            return apsw.SQLITE_CHANGESET_REPLACE
        if reason == apsw.SQLITE_CHANGESET_NOTFOUND:
            gone += 1
            return apsw.SQLITE_CHANGESET_OMIT
        return apsw.SQLITE_CHANGESET_ABORT

    invert = apsw.SQLITE_CHANGESETAPPLY_INVERT
    with translated(db.filename):
        try:
            with transaction(db):
                removed = remove_notes(db, _notes_made(changeset))
                apsw.Changeset.apply(changeset, db, conflict=settle, flags=invert)
        except (apsw.AbortError, apsw.ConstraintError):
            return False
        return gone - removed < sum(1 for _ in apsw.Changeset.iter(changeset))


def _notes_made(changeset: bytes) -> list[str]:
    """Return the ids of the notes that an action made: one by one they take long to remove."""
    changes = apsw.Changeset.iter(changeset)
    return [
        str(change.new[0])
        for change in changes
        if change.name == "note" and change.op == "INSERT" and change.new
    ]


def _differs(change: apsw.TableChange, table: str, column: int) -> bool:
    """Tell whether an action set a column that holds something else by now."""
    if change.name != table or change.old is None or change.conflict is None:
        return False
    left = change.old[column]
    return left is not apsw.no_change and left != change.conflict[column]
