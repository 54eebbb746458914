"""What became of a text, and of what is claimed about it, from one Version to another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newsreader.model.quote import Quote
from newsreader.model.span import Span


class QuoteChange(StrEnum):
    """What became of a quote."""

    CHANGED = "changed"  # other words, or no longer in marks
    ADDED = "added"
    REMOVED = "removed"
    SPEAKER = "speaker"  # the same words are somebody else's now


@dataclass(frozen=True, slots=True)
class ChangedQuote:
    """A quote before and after; `before` None: it is new, `after` None: it is gone."""

    change: QuoteChange
    before: Quote | None
    after: Quote | None


@dataclass(frozen=True, slots=True)
class ChangedNumber:
    """An amount, percentage, date or time before and after, as written.

    One of the two is empty where the sentence has lost or gained it. `sentence` is a Span into
    the new text.
    """

    before: str
    after: str
    sentence: Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Words taken out, put in, or put in place of others: Spans into the old and the new text.

    One of the two may be empty. `trivial`: they differ in white space or in the style of marks
    only.
    """

    removed: Span
    added: Span
    trivial: bool = False


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between an old text and a new one.

    `edits` are in text order and do not touch; between them both texts are the same, character by
    character. Names are those of people, organisations and places; numbers stand in sentences
    that both texts have. `removed` and `added` count words.
    """

    quotes: tuple[ChangedQuote, ...] = ()
    names_added: tuple[str, ...] = ()
    names_removed: tuple[str, ...] = ()
    numbers: tuple[ChangedNumber, ...] = ()
    edits: tuple[Edit, ...] = ()
    removed: int = 0
    added: int = 0

    @property
    def is_trivial(self) -> bool:
        """Tell whether a reader would hardly notice: the words and who said them are the same."""
        claimed = self.quotes or self.names_added or self.names_removed
        return not claimed and all(edit.trivial for edit in self.edits)
