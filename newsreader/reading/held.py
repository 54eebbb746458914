"""The library as a reader holds it: one connection, lent to one caller at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Self

import apsw

from newsreader.library import schema


class Held:
    """A library that is open. Calls may come from any thread."""

    def __init__(self, library: Path | None) -> None:
        """Open the library at this path, made if need be; None keeps all in memory.

        Raises LibraryError where it cannot be opened, written, or was made by a newer program.
        """
        self._lock = RLock()
        self._db = schema.connect(library)

    def close(self) -> None:
        """Close the library; no other call may follow."""
        with self._lock:
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @contextmanager
    def library(self) -> Iterator[apsw.Connection]:
        """Lend the connection to one caller at a time."""
        with self._lock:
            yield self._db
