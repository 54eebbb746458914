"""What a reader can do, as plain calls: shared by the screen and the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from newsreader.errors import SourceError
from newsreader.library import analyses, articles, corrections, undo, versions
from newsreader.library.articles import Stored
from newsreader.model import (
    Analysis,
    Correction,
    CorrectionKind,
    CorrectionScope,
    Span,
    Version,
)
from newsreader.reading.annotating import Annotating
from newsreader.reading.caring import Caring
from newsreader.reading.listing import Listing
from newsreader.reading.opening import OpenArticle, PlacedHighlight, open_article, samples

if TYPE_CHECKING:
    from newsreader.export import Format
    from newsreader.library.entries import ListedEntry
    from newsreader.model.changes import Changes
    from newsreader.model.evidence import Evidence
    from newsreader.model.judgement import Judged

# Rooms that the first frame of the screen can do without are imported where they are used.

__all__ = ["OpenArticle", "PlacedHighlight", "Reading", "samples"]


class Reading(Annotating, Caring, Listing):
    """A library with a reader in front of it. Calls may come from any thread."""

    def __init__(self, library: Path | None, *, templates: Path | None = None) -> None:
        """Open the library at this path; `templates` is the folder of the reader's own formats.

        None keeps all in memory, and knows no templates. Raises LibraryError where the library
        cannot be opened, written, or was made by a newer program.
        """
        super().__init__(library)
        self._templates = templates

    def add(
        self,
        locations: Iterable[str],
        *,
        stdin: BinaryIO | None = None,
        sample: bool = False,
        analysing: bool = False,
    ) -> Iterator[Stored | SourceError]:
        """Read articles into the library; what is yielded is kept, and a caller may stop there.

        Files that have not changed since they were read are not read again. `analysing`: each is
        analysed too, on all cores where they are many. What cannot be read is yielded as a
        SourceError and the next follows. Raises LibraryError, and NewsreaderError when a process
        was killed.
        """
        from newsreader.reading.adding import add

        return add(self, locations, stdin=stdin, sample=sample, analysing=analysing)

    def open(self, article_id: int, version_id: int | None = None) -> OpenArticle:
        """Return an article with its highlights placed in one of its Versions; None: the latest.

        Raises LibraryError where there is none of that id.
        """
        with self.library() as db:
            return open_article(db, article_id, version_id)

    def versions(self, article_id: int) -> list[Version]:
        """Return all Versions of an article, in the order they came in."""
        with self.library() as db:
            return versions.every(db, article_id)

    def changes(self, old: Version, new: Version) -> Changes:
        """Compare two Versions: their quotes, names and numbers, then their words."""
        from newsreader.analysis.changes import find_changes

        return find_changes(old.text, new.text, self.analysis(old), self.analysis(new))

    def restore(self, article_id: int, version_id: int) -> None:
        """Make an older Version the latest again, until the location says something new.

        Raises LibraryError if it is none of this article's.
        """
        with self.library() as db, undo.action(db, "Version restored"):
            versions.restore(db, article_id, version_id)

    def analysis(self, version: Version) -> Analysis:
        """Return the analysis of a Version with the reader's corrections made in it."""
        from newsreader.reading.analysing import corrected

        return corrected(self, version)

    def check(
        self, text: str, told: Callable[[int, int], None] = lambda _done, _total: None
    ) -> list[Judged]:
        """Judge each quotation in a draft by what the library says, in the order of the draft.

        `text` is the draft's as newsreader reads it: all Spans point into it. `told` hears how many
        of how many are judged, before the first and after each; it may raise something to end this.
        Raises LibraryError.
        """
        from newsreader.reading.checking import check

        return check(self, text, told)

    def unanalysed(self) -> list[int]:
        """Return the ids of the Versions to analyse, those added last first."""
        from newsreader import analysis

        with self.library() as db:
            return analyses.missing(db, analysis.VERSION)

    def analyze_all(self, version_ids: Sequence[int], *, yielding: bool = False) -> Iterator[int]:
        """Analyse these Versions on all cores; yield after each how many are kept so far.

        A caller may stop at any step, and what was done is kept. `yielding`: whatever else the
        machine does goes first. Raises LibraryError, and NewsreaderError when a process was killed.
        """
        from newsreader.reading.analysing import analyze_all

        return analyze_all(self, version_ids, yielding=yielding)

    def correct(
        self,
        article_id: int,
        version: Version,
        kind: CorrectionKind,
        *,
        span: Span | None = None,
        name: str = "",
        value: str = "",
        scope: CorrectionScope = CorrectionScope.ARTICLE,
    ) -> Correction:
        """Correct what the analysis says of the quote or mention at `span`, or of a name.

        `value`: see Correction. Raises CorrectionError where there is nothing of the kind to
        correct, or the scope does not go with it, and LibraryError.
        """
        from newsreader.reading import correcting

        if span is not None and not name:
            name = correcting.name_at(span, kind, self.analysis(version))
        with self.library() as db, undo.action(db, "Correction"):
            article = articles.listed(db, article_id)
            return correcting.make(
                db, article, version, kind, scope, span=span, name=name, value=value
            )

    def corrections(self, article_id: int | None = None) -> list[Correction]:
        """Return all corrections, or those that hold for an article, in the order made."""
        with self.library() as db:
            if article_id is None:
                return corrections.every(db)
            listed = articles.listing(db, [article_id])
            return [
                each
                for article in listed
                for each in corrections.that_hold_for(
                    db, article.id, corrections.source_of(article)
                )
            ]

    def remove_correction(self, correction_id: str) -> None:
        """Take a correction away."""
        with self.library() as db, undo.action(db, "Correction removed"):
            corrections.remove(db, correction_id)

    def evidence(
        self, query: str = "", *, article_id: int | None = None, limit: int | None = None
    ) -> list[Evidence]:
        """Return what the reader gathered, an Evidence an article, the one changed last at the end.

        Of every article with highlights or notes, or of those that the query finds in its text or
        in the notes and tags, or of one article; of the first `limit` of these. Raises
        LibraryError.
        """
        from newsreader.reading.gathering import gather

        return list(islice(gather(self, query, article_id), limit))

    def entries(self) -> list[ListedEntry]:
        """Return all highlights and notes, those of the article changed last first."""
        from newsreader.library import entries

        with self.library() as db:
            return entries.entries(db)

    def chosen_evidence(self, keys: Iterable[tuple[int, str]]) -> Iterator[Evidence]:
        """Yield what the reader gathered as far as it is chosen, an Evidence an article.

        `keys` are those of listed entries; articles come in the order of their first ones. What
        an analysis is missing for is analysed. Raises LibraryError.
        """
        from newsreader.reading.gathering import gather_chosen

        return gather_chosen(self, keys)

    def noted(self, query: str, called: Mapping[str, str]) -> list[Evidence]:
        """Return what `evidence` does, as far as #tags and colours in the query leave it.

        `called`: the reader's names of the COLOURS. Raises NothingFound where that is nothing, and
        LibraryError.
        """
        from newsreader.reading.gathering import gather_noted

        return gather_noted(self, query, called)

    def formats(self) -> Mapping[str, Format]:
        """Return every format by its name: those there are, and the reader's own templates.

        Raises ExportError where two have one name, or the templates cannot be listed.
        """
        from newsreader.export.templates import formats

        return formats(self._templates)
