"""What a reader makes of an article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsreader.model.span import Span

COLOURS = ("yellow", "green", "blue", "pink")
"""The colours of highlights, the first being the usual one."""


def next_colour(colour: str) -> str:
    """Return the colour that comes after this one, the first after the last."""
    after = COLOURS.index(colour) + 1 if colour in COLOURS else 0
    return COLOURS[after % len(COLOURS)]


@dataclass(frozen=True, slots=True)
class Anchor:
    """How a highlight finds its passage again.

    The shape of the W3C Web Annotation Data Model's TextQuoteSelector (`exact`, `prefix`,
    `suffix`) and TextPositionSelector (`span`), with the SHA-256 of the Version it was made on.
    """

    exact: str
    prefix: str
    suffix: str
    span: Span
    sha256: str


class Outcome(StrEnum):
    """What became of an anchor's passage in another Version of its text."""

    EXACT = "exact"
    MOVED = "moved"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Highlight:
    """A passage the reader marked. `id` is a UUID in hex; times are aware and in UTC."""

    id: str
    article_id: int
    anchor: Anchor
    colour: str
    created: datetime
    updated: datetime
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What the reader wrote on a highlight, or on a whole article (`highlight_id` is None)."""

    id: str
    article_id: int
    highlight_id: str | None
    text: str
    created: datetime
    updated: datetime
