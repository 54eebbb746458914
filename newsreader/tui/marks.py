"""What is drawn over an article's text: quotes by speaker, names by kind, the reader's marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsreader.model import Analysis, EntityType, Note, Quote, QuoteKind, Span
from newsreader.reading import PlacedHighlight
from newsreader.tui import signs
from newsreader.tui.quotes_pane import speaker_name

HUES = 6
"""How many speakers have a colour of their own before the colours come round again."""

_KIND = {EntityType.PERSON: "person", EntityType.ORG: "org", EntityType.PLACE: "place"}


def said(analysis: Analysis) -> tuple[Quote, ...]:
    """Return the quotes that somebody is quoted saying, without scare quotes and titles."""
    return tuple(
        quote for quote in analysis.quotes
        if quote.kind in {QuoteKind.DIRECT, QuoteKind.INDIRECT}
    )  # fmt: skip


def speaker_colours(quotes: Sequence[Quote]) -> Mapping[str, str]:
    """Give each speaker a style, in the order they first speak."""
    names = dict.fromkeys(speaker_name(quote) for quote in quotes if quote.speaker)
    return {name: f"speaker-{n % HUES + 1}" for n, name in enumerate(names)}


def quote_marks(quotes: Sequence[Quote], colours: Mapping[str, str]) -> list[tuple[Span, str]]:
    """Return the spans of quotes, in their speakers' colours."""
    marks = []
    for quote in quotes:
        style = colours.get(speaker_name(quote), "quote")
        marks.append((quote.span, style))
        if quote.kind is QuoteKind.INDIRECT:
            marks.append((quote.span, "reported"))
    return marks


def entity_marks(analysis: Analysis) -> list[tuple[Span, str]]:
    """Return the spans of all mentions, by kind."""
    return [
        (mention.span, _KIND[entity.type])
        for entity in analysis.entities
        for mention in entity.mentions
    ]


class Piece(NamedTuple):
    """A stretch of text under the same highlights: the colour of the smallest, and how many."""

    span: Span
    colour: str
    depth: int


def pieces(placed: Sequence[PlacedHighlight]) -> list[Piece]:
    """Cut what is highlighted where a highlight begins or ends, in text order."""
    found = [(one.placement.span, one) for one in placed if one.placement.span]
    waiting = sorted(found, key=lambda pair: pair[0], reverse=True)
    cuts = sorted({edge for span, _ in found for edge in (span.start, span.end)})
    under: list[tuple[Span, PlacedHighlight]] = []
    cut = []
    for start, end in pairwise(cuts):
        under = [pair for pair in under if pair[0].end > start]
        while waiting and waiting[-1][0].start <= start:
            under.append(waiting.pop())
        if under:
            _, smallest = min(under, key=lambda pair: len(pair[0]))
            cut.append(Piece(Span(start, end), smallest.highlight.colour, len(under)))
    return cut


def highlight_marks(placed: Sequence[PlacedHighlight]) -> list[tuple[Span, str]]:
    """Return the spans of the highlights that were found, by colour, and where several overlap."""
    marks = []
    for span, colour, depth in pieces(placed):
        marks.append((span, colour))
        if depth > 1:
            marks.append((span, "overlap"))
    return marks


def margin_marks(
    placed: Sequence[PlacedHighlight], notes: Sequence[Note]
) -> list[tuple[Span, str, str]]:
    """Return the signs in the gutter: a bar beside a highlight, two where several overlap.

    Where one begins, there is a pencil if it has a note, and a sign of what became of it if it has
    moved or reads differently.
    """
    noted = {note.highlight_id for note in notes}
    cut = sorted(pieces(placed), key=lambda piece: piece.depth)
    marks = [(span, signs.BAR * min(depth, 2), f"{colour}-bar") for span, colour, depth in cut]
    deep = {piece.span.start for piece in cut if piece.depth > 1}
    for one in placed:
        span = one.placement.span
        pencil = signs.NOTE if one.highlight.id in noted else ""
        if span and (first := pencil + signs.OUTCOME.get(one.placement.outcome, "")):
            bar = signs.BAR if span.start in deep and len(first) == 1 else ""
            marks.append((Span(span.start, span.start + 1), first + bar, "accent"))
    return marks
