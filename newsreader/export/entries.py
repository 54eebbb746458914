"""Evidence line by line: what the formats are made of whose files are rows, cards or records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from newsreader.model import Highlight, Note, Outcome, QuoteKind
from newsreader.model.evidence import Evidence, Passage, QuoteContext


@dataclass(frozen=True, slots=True)
class Entry:
    """A highlighted passage with all that is known of it, or the note on a whole article.

    `passage` is None where the entry is the note on the article.
    """

    article: Evidence
    passage: Passage | None

    @property
    def highlight(self) -> Highlight | None:
        """The highlight, with the anchor that finds it again."""
        return self.passage.highlight if self.passage else None

    @property
    def note(self) -> Note | None:
        """What the reader wrote on it."""
        return self.passage.note if self.passage else self.article.note

    @property
    def quote(self) -> QuoteContext | None:
        """Who is quoted in the passage; None: it is nobody's statement."""
        return self.passage.quote if self.passage else None

    @property
    def speaker(self) -> str:
        """Who is quoted, by full name; empty where nobody is, or nobody could be named."""
        return self.quote.speaker if self.quote else ""

    @property
    def exact(self) -> str:
        """The words of the passage; empty for the note on an article."""
        return self.passage.highlight.anchor.exact if self.passage else ""

    @property
    def id(self) -> str:
        """A name that no other entry has: that of the highlight, or of the note."""
        made = self.highlight or self.article.note
        return made.id if made else ""

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of the highlight; for the note on an article, those of the article."""
        return self.highlight.tags if self.highlight else self.article.tags

    @property
    def sha256(self) -> str:
        """The SHA-256 of the Version that the passage stands in."""
        return self.highlight.anchor.sha256 if self.highlight else self.article.sha256

    @property
    def outcome(self) -> Outcome:
        """How the passage fares in the latest Version."""
        return self.passage.outcome if self.passage else Outcome.EXACT

    @property
    def is_indirect(self) -> bool:
        """Tell whether the passage is what the writer says that somebody said."""
        return self.quote is not None and self.quote.kind is QuoteKind.INDIRECT

    @property
    def updated(self) -> datetime:
        """When the reader last changed the highlight or the note."""
        made = [each.updated for each in (self.highlight, self.note) if each]
        return max(made, default=self.article.fetched)


def entries(evidence: Iterable[Evidence]) -> Iterator[Entry]:
    """Yield the entries of each article: its note if it has one, then its passages in order."""
    for one in evidence:
        if one.note:
            yield Entry(one, None)
        for passage in one.passages:
            yield Entry(one, passage)
