"""How a quote stands in the JSON that commands print."""

from __future__ import annotations

from newsreader.model import Quote


def quote_row(quote: Quote, text: str) -> dict[str, object]:
    """Return a quote of `text` without its words; what is unknown is None."""
    speaker = quote.speaker
    return {
        "start": quote.span.start,
        "end": quote.span.end,
        "kind": quote.kind.value,
        "speaker": speaker.mention.text if speaker else None,
        "canonical": (speaker.canonical or None) if speaker else None,
        "cue": quote.cue.of(text) if quote.cue else None,
        "confidence": quote.confidence,
        "why": quote.why,
    }
