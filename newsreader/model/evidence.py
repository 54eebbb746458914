"""What a reader gathered from an article, in the form that leaves the library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsreader.model.annotation import Highlight, Note, Outcome
from newsreader.model.quote import QuoteKind


@dataclass(frozen=True, slots=True)
class QuoteContext:
    """Who is quoted in a passage, and how we know.

    `speaker` is the full name, empty where nobody could be named; `mention` and `cue` are the
    words of the article that tell so, empty where there are none. `confidence` is from 0 to 1.
    """

    kind: QuoteKind
    speaker: str = ""
    mention: str = ""
    cue: str = ""
    confidence: float = 1.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A highlight with all that stands around it.

    `outcome` says how its anchor fares in the latest Version of the article; `quote` is None
    where the passage is nobody's statement.
    """

    highlight: Highlight
    outcome: Outcome
    note: Note | None = None
    quote: QuoteContext | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One article, its note and its passages in text order: the unit of every export.

    `article_id` is the library's number for the article, and that of all its highlights and
    notes; `fetched` and `sha256` are those of its latest Version. Times are aware and in UTC.
    """

    article_id: int
    title: str
    location: str
    fetched: datetime
    sha256: str
    byline: str = ""
    publisher: str = ""
    published: datetime | None = None
    url: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    note: Note | None = None
    passages: tuple[Passage, ...] = ()
