"""What a reader gathered from an article, in the form that leaves the library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsreader.model.annotation import Highlight, Note, Outcome
from newsreader.model.certainty import is_corrected
from newsreader.model.correction import Correction
from newsreader.model.quote import Analysis, Quote, QuoteKind, SpeakerKind
from newsreader.model.span import Span


@dataclass(frozen=True, slots=True)
class QuoteContext:
    """Who is quoted in a passage, and how we know.

    `speaker` is the full name, empty where nobody could be named; `mention` and `cue` are the
    words of the article that tell so, empty where there are none. `confidence` is from 0 to 1.
    `speaker_kind` is PERSON where there is no speaker. `corrected`: the reader says who it is.
    """

    kind: QuoteKind
    speaker: str = ""
    mention: str = ""
    cue: str = ""
    confidence: float = 1.0
    why: str = ""
    speaker_kind: SpeakerKind = SpeakerKind.PERSON
    corrected: bool = False

    @property
    def who(self) -> str:
        """The speaker by name, or else in the words of the article; empty if nobody is named."""
        name = self.speaker or self.mention
        return f"{name} (indirectly)" if name and self.kind is QuoteKind.INDIRECT else name


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
    notes; `fetched` and `sha256` are those of its latest Version. `corrections` are those that
    hold for it, in the order made. Times are aware and in UTC.
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
    corrections: tuple[Correction, ...] = ()


def quote_context(span: Span, text: str, analysis: Analysis) -> QuoteContext | None:
    """Return who is quoted in a passage of `text`, None where it is nobody's words.

    The quote that is most like the passage counts, if they share half of the shorter one.
    """

    def shared(quote: Quote) -> int:
        return min(quote.span.end, span.end) - max(quote.span.start, span.start)

    near = [quote for quote in analysis.quotes if quote.span.overlaps(span)]
    best = max(near, key=lambda quote: quote.span.likeness(span), default=None)
    if best is None or 2 * shared(best) < min(len(best.span), len(span)):
        return None
    corrected = is_corrected(best)
    return QuoteContext(
        kind=best.kind,
        speaker=best.speaker.canonical if best.speaker else "",
        mention=best.speaker.mention.text if best.speaker else "",
        cue=best.cue.of(text) if best.cue else "",
        confidence=best.confidence,
        why="corrected by the reader" if corrected else best.why,
        corrected=corrected,
        speaker_kind=best.speaker.kind if best.speaker else SpeakerKind.PERSON,
    )
