"""Backups of the library, and where they are."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import apsw

from newsreader.errors import LibraryError
from newsreader.library.statements import run, storable
from newsreader.library.times import now, packed, unpacked


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the library, and when it was made."""

    made: datetime
    location: str


def last(db: apsw.Connection) -> Backup | None:
    """Return the backup made last; None if there is none."""
    rows = run(db, "SELECT made, location FROM backup ORDER BY made DESC LIMIT 1")
    return Backup(unpacked(rows[0][0]), rows[0][1]) if rows else None


def place(db: apsw.Connection, to: Path | None) -> Path:
    """Return the file for a backup: `to`, a new one in that folder, or one beside the library.

    Raises LibraryError where a file is there already that is no backup of this library.
    """
    if not db.filename:
        raise LibraryError("This library is in memory only.", "There is no file to back up.")
    library = Path(db.filename)
    if to is None or to.is_dir():
        return _unused(library, (to or library.parent).absolute())
    chosen = to.absolute()
    if not chosen.parent.is_dir():
        raise LibraryError(f"There is no folder {chosen.parent}.", "Make it first.")
    if chosen.exists() and not _is_backup(db, chosen):
        raise LibraryError(
            f"{chosen} is there already, and is no backup of this library.", "Name another file."
        )
    return chosen


def note(db: apsw.Connection, made: datetime, path: Path) -> None:
    """Note that a backup of that moment is at `path`."""
    run(
        db,
        "INSERT OR REPLACE INTO backup (made, location) VALUES (?, ?)",
        (packed(made), storable(str(path))),
    )


def _unused(library: Path, folder: Path) -> Path:
    """Return a name with the day, or with the time too where there is one of that day."""
    moment = now().astimezone()
    for form in ("%Y-%m-%d", "%Y-%m-%d-%H%M", "%Y-%m-%d-%H%M%S", "%Y-%m-%d-%H%M%S-%f"):
        path = folder / f"{library.stem}-{moment.strftime(form)}{library.suffix}"
        if not path.exists():
            break
    return path


def _is_backup(db: apsw.Connection, path: Path) -> bool:
    """Tell whether a file is a backup of this library: noted as one, and still a library."""
    noted = run(db, "SELECT 1 FROM backup WHERE location = ?", (storable(str(path)),))
    if not noted or path.samefile(db.filename):
        return False
    try:
        with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as there:
            return bool(there.pragma("application_id") == db.pragma("application_id"))
    except apsw.Error:
        return False
