"""Which files were read, and how they were then: what has not changed is not read again."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass

import apsw

from newsreader.library.statements import run, storable

_SETTLED = 2_000_000_000
"""Nanoseconds after which a change shows in a file's time; some file systems count in seconds."""


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as it is on the disk: size in bytes, time of its last change in nanoseconds."""

    location: str
    size: int
    modified: int


def state_of(location: str) -> FileState | None:
    """Return the state of the file at a location; None where there is no file."""
    try:
        status = os.stat(location)  # noqa: PTH116 - a hundred thousand of them
    except (OSError, ValueError):
        return None
    return FileState(storable(location), status.st_size, status.st_mtime_ns)


def known(db: apsw.Connection, states: Sequence[FileState]) -> dict[str, tuple[int, int]]:
    """Return the ids of article and version of those files that are as they were when read.

    Articles in the bin are left out: their files are worth reading again.
    """
    found = {}
    for state in states:
        rows = run(
            db,
            "SELECT article_id, version_id FROM file JOIN article ON article.id = article_id"
            " WHERE file.location = ? AND size = ? AND modified = ? AND deleted IS NULL",
            (state.location, state.size, state.modified),
        )
        if rows:
            found[state.location] = rows[0]
    return found


def remember(db: apsw.Connection, state: FileState, article_id: int, version_id: int) -> None:
    """Note that a file was read, unless it was changed so lately that it may change unseen."""
    if time.time_ns() - state.modified < _SETTLED:
        return
    run(
        db,
        "INSERT OR REPLACE INTO file (location, size, modified, article_id, version_id)"
        " VALUES (?, ?, ?, ?, ?)",
        (state.location, state.size, state.modified, article_id, version_id),
    )
