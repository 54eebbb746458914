"""What a reader can do, as plain calls: shared by the screen and the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import BinaryIO, Self

import apsw

from newsreader import analysis, export, sources
from newsreader.errors import SourceError
from newsreader.library import analyses, anchoring, annotations, articles, schema, undo
from newsreader.library.anchoring import Placement
from newsreader.library.articles import ListedArticle, Stored
from newsreader.model import (
    COLOURS,
    Analysis,
    Highlight,
    Note,
    Span,
    Version,
)
from newsreader.model.evidence import Evidence
from newsreader.search.results import Hit, search


@dataclass(frozen=True, slots=True)
class PlacedHighlight:
    """A highlight, and where its passage stands in the Version that is open."""

    highlight: Highlight
    placement: Placement


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """An article as it is read: its latest Version, and what the reader made of it."""

    listed: ListedArticle
    version: Version
    placed: tuple[PlacedHighlight, ...]
    notes: tuple[Note, ...]


def samples() -> list[str]:
    """Return the locations of the sample articles, in order."""
    raise NotImplementedError


class Reading:
    """A library with a reader in front of it. Calls may come from any thread."""

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
    def _library(self) -> Iterator[apsw.Connection]:
        """Lend the connection to one caller at a time."""
        with self._lock:
            yield self._db

    def add(
        self, locations: Iterable[str], *, stdin: BinaryIO | None = None, sample: bool = False
    ) -> Iterator[Stored | SourceError]:
        """Read articles into the library, one at each step, so that a caller may stop between.

        What cannot be read is yielded as a SourceError and the next follows. Raises LibraryError.
        """
        for location in locations:
            for article in sources.read(location, stdin=stdin):
                if isinstance(article, SourceError):
                    yield article
                    continue
                kept = replace(article, source="sample") if sample else article
                with self._library() as db:
                    stored = articles.put(db, kept, datetime.now(UTC))
                yield stored

    def listing(self, ids: Sequence[int] | None = None) -> list[ListedArticle]:
        """Return these articles in this order; None: all, newest first."""
        with self._library() as db:
            return articles.listing(db, ids)

    def open(self, article_id: int) -> OpenArticle:
        """Return an article with its highlights placed in its latest Version."""
        raise NotImplementedError

    def analysis(self, version: Version) -> Analysis:
        """Return the analysis of a Version, from the library or made now and kept there."""
        with self._library() as db:
            known = analyses.load(db, version.id, analysis.VERSION)
        if known is not None:
            return known
        made = analysis.analyze(version.text)
        with self._library() as db:
            analyses.store(db, version.id, analysis.VERSION, made)
        return made

    def mark_read(self, article_id: int) -> None:
        """Note that the reader opened this article."""
        with self._library() as db:
            articles.set_read(db, article_id, read=True)

    def set_starred(self, article_id: int, *, starred: bool) -> None:
        """Star an article, or take its star away."""
        with self._library() as db, undo.action(db, "Star"):
            articles.set_starred(db, article_id, starred=starred)

    def set_tags(self, article_id: int, tags: Sequence[str]) -> None:
        """Give an article these tags instead of those it has."""
        with self._library() as db, undo.action(db, "Tags"):
            articles.set_tags(db, article_id, tags)

    def highlight(
        self, article_id: int, version: Version, span: Span, colour: str = COLOURS[0]
    ) -> Highlight:
        """Mark a passage of this Version."""
        anchor = anchoring.make_anchor(version.text, span, version.sha256)
        with self._library() as db, undo.action(db, "Highlight"):
            return annotations.add_highlight(db, article_id, anchor, colour)

    def remove_highlight(self, highlight_id: str) -> None:
        """Take a highlight away, and the note on it."""
        with self._library() as db, undo.action(db, "Highlight removed"):
            annotations.remove_highlight(db, highlight_id)

    def set_colour(self, highlight_id: str, colour: str) -> None:
        """Give a highlight another of the COLOURS."""
        with self._library() as db, undo.action(db, "Colour"):
            annotations.set_colour(db, highlight_id, colour)

    def set_highlight_tags(self, highlight_id: str, tags: Sequence[str]) -> None:
        """Give a highlight these tags instead of those it has."""
        with self._library() as db, undo.action(db, "Tags"):
            annotations.set_highlight_tags(db, highlight_id, tags)

    def write_note(self, article_id: int, highlight_id: str | None, text: str) -> Note | None:
        """Write the note on a highlight, or on the article; empty text removes it."""
        with self._library() as db, undo.action(db, "Note"):
            return annotations.write_note(db, article_id, highlight_id, text)

    def undo(self) -> str | None:
        """Take back what the reader did last; return its label, None when nothing is left."""
        with self._library() as db:
            return undo.undo(db)

    def search(self, query: str, limit: int = 100) -> list[Hit]:
        """Find articles in the library, best first. Raises QueryError."""
        with self._library() as db:
            return search(db, query, limit)

    def evidence(self, query: str = "", *, article_id: int | None = None) -> list[Evidence]:
        """Return the articles that have highlights or notes, with them; see `export`."""
        raise NotImplementedError

    def export(self, format_name: str, query: str = "", *, article_id: int | None = None) -> str:
        """Return notes in one of `export.FORMATS`.

        All of them, those in articles a query finds, or those in one article. Raises
        ExportError when there is none, LibraryError and QueryError.
        """
        return export.render(format_name, self.evidence(query, article_id=article_id))
