"""What a passage in marks is: somebody's words, words held at arm's length, or a title."""

from __future__ import annotations

import re

from newsreader.analysis.scene import Scene
from newsreader.analysis.turns import Turn
from newsreader.model import QuoteKind

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_SMALL = frozenset("a an and as at but by for from in is of on or the to with".split())
_LONG_ENOUGH = 5
"""From this many words on, a passage is taken for speech even where no cue stands by."""


def kind_of(scene: Scene, passage: int, turn: Turn | None) -> QuoteKind:
    """Tell statements from scare quotes and titles, by length, capitals and a cue beside them."""
    span = scene.passages[passage].span
    inside = span.of(scene.text)
    words = _WORD.findall(inside)
    has_cue = turn is not None and turn.claim.cue is not None
    if _is_title(words, inside):
        return QuoteKind.TITLE
    if len(words) < _LONG_ENOUGH and (not has_cue or scene.passages[passage].single):
        return QuoteKind.SCARE
    return QuoteKind.DIRECT


def _is_title(words: list[str], inside: str) -> bool:
    """Tell "Gone With the Wind" from speech: capitals throughout, and no stop at the end."""
    if len(words) < 2 or len(words) > 8 or inside[-1:] in ".!?,":
        return False
    return all(not word[0].islower() or word in _SMALL for word in words)
