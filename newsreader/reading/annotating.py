"""What a reader makes of articles: stars and tags, highlights and notes; and taking it back."""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.library import anchoring, traits, undo
from newsreader.library import annotations as margin
from newsreader.model import COLOURS, Highlight, Note, Span, Version
from newsreader.reading.held import Held
from newsreader.safety import clean


class Annotating(Held):
    """Each change but `mark_read` is one action, kept whole when it returns, and can be undone."""

    def mark_read(self, article_id: int) -> None:
        """Note that the reader opened this article."""
        with self.library() as db:
            traits.set_read(db, article_id, read=True)

    def set_starred(self, article_id: int, *, starred: bool) -> None:
        """Star an article, or take its star away."""
        with self.library() as db, undo.action(db, "Star"):
            traits.set_starred(db, article_id, starred=starred)

    def set_tags(self, article_id: int, tags: Sequence[str]) -> None:
        """Give an article these tags instead of those it has."""
        with self.library() as db, undo.action(db, "Tags"):
            traits.set_tags(db, article_id, map(clean, tags))

    def tags_used(self) -> list[str]:
        """Return all tags there are, those used most first."""
        with self.library() as db:
            return traits.tags_used(db)

    def highlight(
        self, article_id: int, version: Version, span: Span, colour: str = COLOURS[0]
    ) -> Highlight:
        """Mark a passage of this Version."""
        anchor = anchoring.make_anchor(version.text, span, version.sha256)
        with self.library() as db, undo.action(db, "Highlight"):
            return margin.add_highlight(db, article_id, anchor, colour)

    def remove_highlight(self, highlight_id: str) -> None:
        """Take a highlight away, and the note on it."""
        with self.library() as db, undo.action(db, "Highlight removed"):
            margin.remove_highlight(db, highlight_id)

    def set_colour(self, highlight_id: str, colour: str) -> None:
        """Give a highlight another of the COLOURS."""
        with self.library() as db, undo.action(db, "Colour"):
            margin.set_colour(db, highlight_id, colour)

    def set_highlight_tags(self, highlight_id: str, tags: Sequence[str]) -> None:
        """Give a highlight these tags instead of those it has."""
        with self.library() as db, undo.action(db, "Tags"):
            margin.set_highlight_tags(db, highlight_id, map(clean, tags))

    def write_note(self, article_id: int, highlight_id: str | None, text: str) -> Note | None:
        """Write the note on a highlight, or on the article; empty text removes it."""
        with self.library() as db, undo.action(db, "Note"):
            return margin.write_note(db, article_id, highlight_id, clean(text))

    def undo(self) -> str | None:
        """Take back what the reader did last; return its label, None when nothing is left."""
        with self.library() as db:
            return undo.undo(db)
