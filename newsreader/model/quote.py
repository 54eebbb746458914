"""Who is quoted saying what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newsreader.model.entity import Entity, Mention
from newsreader.model.span import Span


class QuoteKind(StrEnum):
    """What the quotation marks (or their absence) mean."""

    DIRECT = "direct"  # somebody's own words, in marks
    INDIRECT = "indirect"  # what somebody said, in the writer's words
    SCARE = "scare"  # words held at arm's length, or a term, in marks
    TITLE = "title"  # the name of a work or a nickname, in marks


class SpeakerKind(StrEnum):
    """What sort of thing speaks."""

    PERSON = "person"
    ORG = "org"  # a body: a ministry, a firm, a newspaper, a country's government
    DOCUMENT = "document"  # a text: a report, a statement, a letter


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a quote is attributed to: the mention beside it, and the name it stands for.

    `canonical` is the full name of the person or organisation, or empty where nobody could be
    named ("he" without a name in reach, "a witness").
    """

    mention: Mention
    canonical: str
    confidence: float = 1.0
    why: str = ""
    kind: SpeakerKind = SpeakerKind.PERSON


@dataclass(frozen=True, slots=True)
class Quote:
    """A Span that somebody is quoted saying, without the outermost marks.

    A quote that runs on over several paragraphs is one Quote, from its first word to its last.
    `cue` is the span of the words that introduce it ("said"). `confidence` is from 0 to 1;
    `why` says which rule made the claim.
    """

    span: Span
    kind: QuoteKind
    speaker: Speaker | None = None
    cue: Span | None = None
    confidence: float = 1.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that is claimed about one text: quotes in text order, entities by weight."""

    quotes: tuple[Quote, ...] = ()
    entities: tuple[Entity, ...] = ()
