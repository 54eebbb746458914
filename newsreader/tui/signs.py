"""What is said of a claim in a sign or two: what sort of thing speaks, and how sure that is."""

from __future__ import annotations

from newsreader.model import Entity, Outcome, Quote, Speaker, SpeakerKind, is_corrected, is_unsure

KIND = {SpeakerKind.PERSON: "", SpeakerKind.ORG: "⌂ ", SpeakerKind.DOCUMENT: "§ "}
"""Before the name of a speaker."""


BAR = "▌"
"""Beside what is highlighted."""

NOTE = "✎"
"""Where the reader wrote a note."""

OUTCOME = {Outcome.MOVED: "↕", Outcome.CHANGED: "≠"}
"""Beside a highlight that is not in this version as it was made."""

EDITED = "Δ"
"""Before how often an article was edited."""


def kind_of(speaker: Speaker | None) -> str:
    """Return the sign that stands before a speaker's name; none for a person."""
    return KIND[speaker.kind] if speaker else ""


def certainty_of(claim: Quote | Entity) -> str:
    """Return the sign that stands after a name; none for a claim that is sure."""
    return " ✓" if is_corrected(claim) else " ?" if is_unsure(claim) else ""


def heading(name: str, shown: int, total: int, *, narrowed: bool) -> str:
    """Return the heading of a list: how many there are, or how to see all of them again."""
    return f"{name} {shown:,}/{total:,} · Esc: all" if narrowed else f"{name} · {total:,}"
