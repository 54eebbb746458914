"""What a reader can do, as plain calls: shared by the screen and the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, BinaryIO, Self

import apsw

from newsreader.errors import LibraryError, NothingFound, SourceError
from newsreader.library import analyses, anchoring, articles, schema, undo
from newsreader.library import annotations as margin
from newsreader.library.anchoring import Placement
from newsreader.library.articles import ListedArticle, Stored
from newsreader.library.statements import transaction
from newsreader.model import COLOURS, Analysis, Highlight, Note, Span, Version
from newsreader.safety import clean

if TYPE_CHECKING:
    from newsreader.model.evidence import Evidence, QuoteContext
    from newsreader.search.results import Hit

# Rooms that the first frame of the screen can do without are imported where they are used.

TOGETHER = 16
"""Analyses that are kept in one transaction: a crash costs no more than these."""

_ALL = 1_000_000_000  # hits: no library has so many articles


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
    package = Path(__file__).parents[1]
    shipped = package / "articles"  # in an installed package; in a checkout, beside it
    folder = shipped if shipped.is_dir() else package.parent / "articles"
    return [str(path) for path in sorted(folder.glob("*.md"))]


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
        from newsreader import sources

        for location in locations:
            for article in sources.read(location, stdin=stdin):
                if isinstance(article, SourceError):
                    yield article
                    continue
                kept = replace(article, source=articles.SAMPLE) if sample else article
                with self._library() as db:
                    stored = articles.put(db, kept, datetime.now(UTC))
                yield stored

    def listing(self, ids: Sequence[int] | None = None) -> list[ListedArticle]:
        """Return these articles in this order; None: all, newest first."""
        with self._library() as db:
            return articles.listing(db, ids)

    def open(self, article_id: int) -> OpenArticle:
        """Return an article with its highlights placed in its latest Version.

        Raises LibraryError where there is none of that id.
        """
        with self._library() as db:
            version = articles.latest_version(db, article_id)
            return OpenArticle(
                listed=articles.listing(db, [article_id])[0],
                version=version,
                placed=tuple(
                    PlacedHighlight(
                        highlight, anchoring.find(highlight.anchor, version.text, version.sha256)
                    )
                    for highlight in margin.highlights(db, article_id)
                ),
                notes=tuple(margin.notes(db, article_id)),
            )

    def analysis(self, version: Version) -> Analysis:
        """Return the analysis of a Version, from the library or made now and kept there."""
        from newsreader import analysis

        with self._library() as db:
            known = analyses.load(db, version.id, analysis.VERSION)
        if known is not None:
            return known
        made = analysis.analyze(version.text)
        # It can be made again at any time: where there is no room for it, reading goes on.
        with suppress(LibraryError), self._library() as db:
            analyses.store(db, version.id, analysis.VERSION, analyses.encode(made))
        return made

    def unanalysed(self) -> list[int]:
        """Return the ids of the Versions to analyse, those added last first."""
        from newsreader import analysis

        with self._library() as db:
            return analyses.missing(db, analysis.VERSION)

    def analyze_all(self, version_ids: Sequence[int], *, yielding: bool = False) -> Iterator[int]:
        """Analyse these Versions on all cores; yield how many are done and kept, now and then.

        A caller may stop at any step. `yielding`: whatever else the machine does goes first.
        Raises LibraryError, and NewsreaderError when a process was killed.
        """
        from newsreader import analysis
        from newsreader.cores import Cores

        fresh: list[tuple[int, str]] = []
        with Cores(yielding=yielding) as cores:
            results = cores.map(_encoded, self._texts(version_ids))
            for done, made in enumerate(zip(version_ids, results, strict=True), 1):
                fresh.append(made)
                if len(fresh) == TOGETHER or done == len(version_ids):
                    with self._library() as db, transaction(db):
                        for version_id, result in fresh:
                            analyses.store(db, version_id, analysis.VERSION, result)
                    fresh.clear()
                    yield done

    def _texts(self, version_ids: Iterable[int]) -> Iterator[str]:
        """Yield the text of each Version; that of one deleted meanwhile is empty."""
        for version_id in version_ids:
            try:
                with self._library() as db:
                    text = articles.version(db, version_id).text
            except LibraryError:
                text = ""
            yield text

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
            return margin.add_highlight(db, article_id, anchor, colour)

    def remove_highlight(self, highlight_id: str) -> None:
        """Take a highlight away, and the note on it."""
        with self._library() as db, undo.action(db, "Highlight removed"):
            margin.remove_highlight(db, highlight_id)

    def set_colour(self, highlight_id: str, colour: str) -> None:
        """Give a highlight another of the COLOURS."""
        with self._library() as db, undo.action(db, "Colour"):
            margin.set_colour(db, highlight_id, colour)

    def set_highlight_tags(self, highlight_id: str, tags: Sequence[str]) -> None:
        """Give a highlight these tags instead of those it has."""
        with self._library() as db, undo.action(db, "Tags"):
            margin.set_highlight_tags(db, highlight_id, tags)

    def write_note(self, article_id: int, highlight_id: str | None, text: str) -> Note | None:
        """Write the note on a highlight, or on the article; empty text removes it."""
        with self._library() as db, undo.action(db, "Note"):
            return margin.write_note(db, article_id, highlight_id, clean(text))

    def undo(self) -> str | None:
        """Take back what the reader did last; return its label, None when nothing is left."""
        with self._library() as db:
            return undo.undo(db)

    def search(self, query: str, limit: int = 100) -> list[Hit]:
        """Find articles in the library, best first. Any text is a query."""
        from newsreader.search.results import search

        with self._library() as db:
            return search(db, query, limit)

    def evidence(self, query: str = "", *, article_id: int | None = None) -> list[Evidence]:
        """Return what the reader gathered, an Evidence an article, the one changed last at the end.

        Of every article with highlights or notes, or of those that the query finds in its text or
        in the notes and tags, or of one article. Raises LibraryError.
        """
        from newsreader.search.results import search

        with self._library() as db:
            ids = margin.annotated_ids(db)
            found = {hit.article_id for hit in search(db, query, _ALL)} if query.strip() else set()
        gathered = [self._gathered(each) for each in ids if article_id in (None, each)]
        if not query.strip():
            return gathered
        return [one for one in gathered if one.article_id in found or _mentions(one, query)]

    def _gathered(self, article_id: int) -> Evidence:
        from newsreader.model.evidence import Evidence, Passage

        opened = self.open(article_id)
        listed, notes = opened.listed, {note.highlight_id: note for note in opened.notes}
        contexts = self._quote_contexts(article_id, [one.highlight for one in opened.placed])
        return Evidence(
            article_id=article_id,
            title=listed.title,
            location=listed.location,
            fetched=opened.version.fetched,
            sha256=opened.version.sha256,
            byline=listed.byline,
            publisher=listed.publisher,
            published=listed.published,
            url=listed.url,
            language=listed.language,
            tags=listed.tags,
            note=notes.get(None),
            passages=tuple(
                Passage(one.highlight, one.placement.outcome, notes.get(one.highlight.id), context)
                for one, context in zip(opened.placed, contexts, strict=True)
            ),
        )

    def _quote_contexts(
        self, article_id: int, highlights: Sequence[Highlight]
    ) -> list[QuoteContext | None]:
        """Return who is quoted in each highlight, in the Version that it was made on."""
        from newsreader.model.evidence import quote_context

        anchors = [highlight.anchor for highlight in highlights]
        with self._library() as db:
            versions = articles.versions(db, article_id)
        wanted = {anchor.sha256 for anchor in anchors}
        read = {
            each.sha256: (each.text, self.analysis(each))
            for each in versions
            if each.sha256 in wanted
        }
        return [
            quote_context(anchor.span, *read[anchor.sha256]) if anchor.sha256 in read else None
            for anchor in anchors
        ]

    def export(self, format_name: str, query: str = "", *, article_id: int | None = None) -> str:
        """Return what `evidence` returns in one of `export.FORMATS`.

        Raises NothingFound where that is nothing, ExportError and LibraryError.
        """
        from newsreader import export

        gathered = self.evidence(query, article_id=article_id)
        if not gathered:
            raise NothingFound(
                "There are no such notes.", "Highlight a quote or write a note first."
            )
        return export.render(format_name, gathered)


def _encoded(text: str) -> str:
    """Return the analysis of a text as the library keeps it; called in another process."""
    from newsreader.analysis import analyze

    return analyses.encode(analyze(text))


def _mentions(evidence: Evidence, query: str) -> bool:
    """Tell whether the reader's own words contain the query."""
    own = [evidence.note, *(passage.note for passage in evidence.passages)]
    written = [note.text for note in own if note]
    tags = [tag for passage in evidence.passages for tag in passage.highlight.tags]
    return query.strip().casefold() in "\n".join([*written, *tags, *evidence.tags]).casefold()
