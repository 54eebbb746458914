"""What stands in the margin of an article already, while more of it comes in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

import apsw

from newsreader.library import annotations as made
from newsreader.library.anchoring import Placement
from newsreader.model import Highlight, Note, Span
from newsreader.reading.placing import Said

_Passage = tuple[str, Span | None, str]
"""What makes two passages the same: their words, where these stand now, and the note on them."""


@dataclass(slots=True)
class Margin:
    """The highlights of an article by id, and its notes by highlight, None: on the article."""

    article_id: int
    said: Said
    notes: dict[str | None, Note]
    highlights: dict[str, Highlight]
    _passages: dict[_Passage, str] = field(default_factory=dict)
    _unplaced: list[Highlight] = field(default_factory=list)

    @classmethod
    def read(cls, db: apsw.Connection, article_id: int) -> Self:
        """Read all of it. Raises LibraryError if the article is gone."""
        highlights = made.highlights(db, article_id)
        return cls(
            article_id,
            Said.read(db, article_id),
            {note.highlight_id: note for note in made.notes(db, article_id)},
            {each.id: each for each in highlights},
            _unplaced=highlights,
        )

    def keep(self, highlight: Highlight, placement: Placement, note: str) -> None:
        """Remember a highlight, where its passage stands now, and the note on it."""
        self.highlights[highlight.id] = highlight
        self._passages.setdefault(_passage(highlight, placement, note), highlight.id)

    def known(self, given: Highlight, placement: Placement, note: str) -> Highlight | None:
        """Return the highlight of this id, or else of this very passage with this note."""
        if given.id in self.highlights:
            return self.highlights[given.id]
        while self._unplaced:  # which takes long where a text was edited much
            each = self._unplaced.pop()
            written = self.notes.get(each.id)
            there = self.said.place(each.anchor).placement
            self._passages[_passage(each, there, written.text if written else "")] = each.id
        twin = self._passages.get(_passage(given, placement, note))
        return self.highlights[twin] if twin else None


def _passage(highlight: Highlight, placement: Placement, note: str) -> _Passage:
    return " ".join(highlight.anchor.exact.split()), placement.span, note
