"""Passages of evidence found in an article at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

import apsw

from newsreader.library import anchoring, versions
from newsreader.library.anchoring import Placement
from newsreader.library.foreign import EvenText, words_at
from newsreader.library.statements import storable
from newsreader.model import Anchor, Outcome, Span
from newsreader.safety import clean

_NOWHERE = Span(0, 0)
_LONGEST = 1 << 40  # characters; SQLite could not keep the offsets of a much longer text


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage where it stands in what an article says now.

    `anchor` is how it is to be found from now on: as it came, or made anew where it came without
    an offset into a text that is here.
    """

    anchor: Anchor
    placement: Placement


@dataclass(frozen=True, slots=True)
class Said:
    """What an article says now, and what it said before, by SHA-256."""

    sha256: str
    texts: Mapping[str, str]
    _evened: dict[str, EvenText] = field(default_factory=dict, compare=False)

    @classmethod
    def read(cls, db: apsw.Connection, article_id: int) -> Self:
        """Read the texts of an article in the library. Raises LibraryError if it is gone."""
        kept = versions.every(db, article_id)
        latest_id = versions.history(db, article_id).latest_id
        [latest] = [each.sha256 for each in kept if each.id == latest_id]
        return cls(latest, {each.sha256: each.text for each in kept})

    @property
    def text(self) -> str:
        """What it says now."""
        return self.texts[self.sha256]

    def place(self, anchor: Anchor) -> Placed:
        """Find a passage in what the article says now, by way of the text it was made on.

        A passage that came without an offset is *exact* where its very words are told, and one
        with an offset that is wrong is *moved*.
        """
        if anchor.sha256 in self.texts and anchor.span.end < _LONGEST:
            text = self.texts[anchor.sha256]
            if anchoring.find(anchor, text, anchor.sha256).outcome is Outcome.EXACT:
                made = anchoring.make_anchor(text, anchor.span, anchor.sha256)
                return Placed(made, self._now(made))
        anchor = _harmless(anchor)
        if anchor.sha256 and anchor.sha256 not in self.texts:
            return Placed(anchor, self._now(anchor))
        made_on = anchor.sha256 or self.sha256
        span = words_at(anchor, self.texts[made_on], self._even(made_on))
        if span is None:
            return Placed(anchor, self._now(anchor))
        made = anchoring.make_anchor(self.texts[made_on], span, made_on)
        now = self._now(made)
        if now.outcome is Outcome.EXACT and anchor.span not in (_NOWHERE, span):
            now = replace(now, outcome=Outcome.MOVED)
        return Placed(made, now)

    def _now(self, anchor: Anchor) -> Placement:
        before = self.texts.get(anchor.sha256, "")
        return anchoring.find(anchor, self.text, self.sha256, before)

    def _even(self, sha256: str) -> EvenText:
        if sha256 not in self._evened:
            self._evened[sha256] = EvenText.of(self.texts[sha256])
        return self._evened[sha256]


def _harmless(anchor: Anchor) -> Anchor:
    span = anchor.span if anchor.span.end < _LONGEST else _NOWHERE
    return Anchor(
        clean(anchor.exact),
        clean(anchor.prefix),
        clean(anchor.suffix),
        span,
        storable(anchor.sha256),
    )
