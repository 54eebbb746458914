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
    if scene.passages[passage].label is not None:
        return QuoteKind.DIRECT
    inside = scene.passages[passage].span.of(scene.text)
    words = _WORD.findall(inside)
    said = turn is not None and turn.claim.cue is not None and not turn.inherited
    if _is_title(words, inside) and not (said and _is_said_here(scene, passage)):
        return QuoteKind.TITLE
    if len(words) >= _LONG_ENOUGH:
        return QuoteKind.DIRECT
    if scene.passages[passage].single and inside[-1] not in ".,!?…":
        return QuoteKind.SCARE
    return QuoteKind.DIRECT if said or _is_sentence(scene, passage) else QuoteKind.SCARE


def _is_title(words: list[str], inside: str) -> bool:
    """Tell "Gone With the Wind" from speech: capitals throughout, and no stop at the end."""
    if len(words) < 2 or len(words) > 8 or inside[-1] in ".!?":
        return False
    return all(not word[0].islower() or word in _SMALL for word in words)


def _is_said_here(scene: Scene, passage: int) -> bool:
    """Tell “Yes We Can,” he said and called him “Big Bob” from on “Meet the Roes,” he said."""
    token = scene.narration.passages[passage]
    before = scene.narration.tags[max(0, token - 4) : token]
    if before[-2:] in ("TV", "xV") and scene.word(token - 1) == "called":
        return False
    return before[-1:] not in ("p", "T", "s", "R") and (
        "V" in before or before[-1:] in ("", "|", ".")
    )


def _is_sentence(scene: Scene, passage: int) -> bool:
    """Tell a short passage that is a sentence of its own ("“No.”"), also after a colon."""
    token = scene.narration.passages[passage]
    inside = scene.passages[passage].span.of(scene.text)
    begins = scene.sentence_start(token) == token or scene.narration.tags[token - 1] == ":"
    return begins and inside[-1] in ".!?…"
