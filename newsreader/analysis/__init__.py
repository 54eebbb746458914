"""Text in, Analysis out: pure functions, no files but their own tables, no network."""

from __future__ import annotations

from newsreader.model import Analysis

VERSION = 3
"""Goes up whenever the same text would give another result."""


def analyze(text: str) -> Analysis:
    """Find who is quoted saying what in `text`, and who and what it is about."""
    from newsreader.analysis.confidence import assured_entity, assured_quote
    from newsreader.analysis.quotes import find_quotes
    from newsreader.analysis.scene import look_at

    scene = look_at(text)
    return Analysis(
        quotes=tuple(assured_quote(quote, text) for quote in find_quotes(scene)),
        entities=tuple(assured_entity(entity) for entity in scene.entities),
    )
