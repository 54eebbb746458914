"""An article with claims of every sort, some of them wrong: as if an analysis had made them.

They are kept in the library like any analysis, so that better rules change no test of the screen.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from newsreader import analysis
from newsreader.library import analyses, schema
from newsreader.model import (
    Analysis,
    Entity,
    EntityType,
    Mention,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    SpeakerKind,
)
from newsreader.reading import Reading

WEIR = Path(__file__).parent / "weir.md"

NIGHT = "Nobody opened the gates that night,"
SIX = "I was there until six."
STUCK = "the gates had stuck at half past two"
BY_HAND = "The gates were left open by hand,"
DARK = "It was dark, and nobody asked us anything."


def weir(library: Path) -> Path:
    """Put the article and what is claimed about it into a library; return where it is from."""
    with Reading(library) as reading:
        (stored,) = reading.add([str(WEIR)])
        assert not isinstance(stored, Exception)
        version = reading.open(stored.article_id).version
    with closing(schema.connect(library)) as db:
        made = analyses.made(version.text, claims(version.text), analysis.VERSION)
        analyses.store(db, {version.id: made})
    return WEIR


def claims(text: str) -> Analysis:
    """Return what is claimed about the article's text."""
    thorne = _speaker(text, "weir keeper Agnes Thorne", "Agnes Thorne", 0.95)
    board = _speaker(text, "The Lower Marl Drainage Board", "Lower Marl Drainage Board", 0.7)
    report = Speaker(_mention(text, "the report"), "", 0.9, "“says”", SpeakerKind.DOCUMENT)
    piers = Speaker(
        _mention(text, "Piers Thorne"), "Piers Thorne", 0.45, "who was named last; two could speak"
    )
    quotes = [
        (NIGHT, QuoteKind.DIRECT, thorne),
        (SIX, QuoteKind.DIRECT, thorne),
        (STUCK, QuoteKind.INDIRECT, board),
        (BY_HAND, QuoteKind.DIRECT, report),
        ("unusual", QuoteKind.SCARE, None),
        (DARK, QuoteKind.DIRECT, piers),
    ]
    return Analysis(
        tuple(Quote(_span(text, words), kind, who) for words, kind, who in quotes),
        (
            _entity(text, "Agnes Thorne", EntityType.PERSON, 0.98, "Thorne has"),
            _entity(text, "Piers Thorne", EntityType.PERSON, 0.6),
            _entity(text, "Lower Marl Drainage Board", EntityType.ORG, 0.93),
            _entity(text, "Coldbrook", EntityType.PLACE, 0.9),
            _entity(text, "Wexcombe Vale", EntityType.PERSON, 0.37),
        ),
    )


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _mention(text: str, words: str) -> Mention:
    return Mention(_span(text, words), words)


def _speaker(text: str, before: str, name: str, confidence: float) -> Speaker:
    end = _span(text, before).end
    kind = SpeakerKind.ORG if "Board" in name else SpeakerKind.PERSON
    mention = Mention(Span(end - len(name), end), name)
    return Speaker(mention, name, confidence, "“said”, beside the quote", kind)


def _entity(text: str, name: str, kind: EntityType, confidence: float, *others: str) -> Entity:
    mentions = [_mention(text, name)]
    for each in others:
        start = text.index(each)
        short = each.split()[0]
        mentions.append(Mention(Span(start, start + len(short)), short))
    aliases = tuple(mention.text for mention in mentions[1:])
    return Entity(name, kind, tuple(mentions), aliases, (), confidence, "its wording")
