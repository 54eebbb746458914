"""What is said of a claim in a sign or two: what sort of thing speaks, and how sure that is."""

from __future__ import annotations

from newsreader.model import Entity, Quote, Speaker, SpeakerKind, is_corrected, is_unsure

KIND = {SpeakerKind.PERSON: "", SpeakerKind.ORG: "⌂ ", SpeakerKind.DOCUMENT: "§ "}
"""Before the name of a speaker."""


def kind_of(speaker: Speaker | None) -> str:
    """Return the sign that stands before a speaker's name; none for a person."""
    return KIND[speaker.kind] if speaker else ""


def certainty_of(claim: Quote | Entity) -> str:
    """Return the sign that stands after a name; none for a claim that is sure."""
    return " ✓" if is_corrected(claim) else " ?" if is_unsure(claim) else ""


def heading(name: str, shown: int, total: int, *, narrowed: bool) -> str:
    """Return the heading of a list: how many there are, or how to see all of them again."""
    return f"{name} {shown:,}/{total:,} · Esc: all" if narrowed else f"{name} · {total:,}"
