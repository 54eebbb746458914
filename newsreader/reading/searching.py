"""Finding articles in the library."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from typing import TYPE_CHECKING

import apsw

from newsreader.errors import LibraryError
from newsreader.library.times import now
from newsreader.model import Span, Version
from newsreader.reading.held import Held

if TYPE_CHECKING:
    from newsreader.search.facets import Facets
    from newsreader.search.results import Found


class Searching(Held):
    """Any text is a query; see newsreader.search.query for what it can say."""

    @contextmanager
    def index(self) -> Iterator[apsw.Connection]:
        """Lend the connection as `library` does, with the index brought up to date first."""
        from newsreader.reading.indexing import AT_ONCE, refresh

        with self.library() as db:
            # Better to find a little less than nothing at all, while another program writes.
            with suppress(LibraryError):
                refresh(db, AT_ONCE)
            yield db

    def search(self, query: str, limit: int = 100) -> Found:
        """Find articles in the library, best first."""
        from newsreader.search.query import parse
        from newsreader.search.results import search

        with self.index() as db:
            return search(db, parse(query), _today(), limit)

    def facets(self, query: str, most: int = 8) -> Facets:
        """Count what the articles found have in common: at most so many values a field."""
        from newsreader.search.facets import facets
        from newsreader.search.query import parse

        with self.index() as db:
            return facets(db, parse(query), _today(), most)

    def found(self, query: str, *, in_bin: bool = False) -> set[int]:
        """Return the ids of all articles that a query finds, or of all in the bin that it does."""
        from newsreader.search.finding import every
        from newsreader.search.query import parse

        with self.index() as db:
            return every(db, parse(query), _today(), in_bin=in_bin)

    def matches(self, query: str, version: Version) -> tuple[Span, ...]:
        """Return where a Version says what a query asks for, in order."""
        from newsreader.search.matching import matcher
        from newsreader.search.query import parse
        from newsreader.search.results import matches_in

        with self.library() as db:
            return matches_in(db, version, matcher(parse(query)))


def _today() -> date:
    """Return the day that it is in UTC, as the days of articles are."""
    return now().date()
