"""What is claimed of a quote, as it stands in the JSON that commands print."""

from __future__ import annotations

from newsreader.model import Quote


def claims(quote: Quote, text: str) -> dict[str, object]:
    """Return all that is said of a quote in `text` but its span; what is unknown is None."""
    speaker = quote.speaker
    return {
        "kind": quote.kind.value,
        "speaker": (speaker.mention.text or None) if speaker else None,
        "speaker_kind": speaker.kind.value if speaker else None,
        "canonical": (speaker.canonical or None) if speaker else None,
        "cue": quote.cue.of(text) if quote.cue else None,
        "confidence": quote.confidence,
        "why": quote.why,
    }
