"""What a passage in marks is: somebody's words, words held at arm's length, or a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsreader.analysis.cues import CUES, Force
from newsreader.analysis.scene import Scene
from newsreader.analysis.turns import Turn
from newsreader.model import QuoteKind

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_SMALL = frozenset(
    """
    a an and as at but by for from in is of on or the to with
    al da de del des di do du e el et la las le les los und van von y
    """.split()
)
_LONG_ENOUGH = 5
"""From this many words on, a passage is taken for speech even where no cue stands by."""

_MOST_WORDS_OF_A_TITLE = 12
_NAMING = frozenset("so-called titled entitled nicknamed codenamed named christened".split())
_WORK = re.compile(
    r"\b(?:album|anthem|app|book|campaign|chapter|comedy|conference|documentary|drama|episode|essay"
    r"|exhibition|festival|film|game|movie|musical|novel|operation|opera|painting|play|podcast|poem"
    r"|program|programme|project|report|seminar|series|show|single|song|story|symposium|track|tune"
    r"|video|workshop)(?:,?\s(?:(?:is|was)\s)?called)?,?\s$",
    re.IGNORECASE,
)
_FARTHEST_WORK = 24
_GLOSS = re.compile(
    r"(?:\b(?:which|name|word|phrase|term|literally|roughly|loosely) mean(?:s|t|ing)"
    r"|,\s?(?:literally |roughly |loosely )?meaning|\btranslat(?:es|ed)(?: \w+ly)? (?:as|to|into)"
    r"|\b[Aa]s the (?:old )?(?:saying|adage|proverb) goes)[,:]?\s$"
)
"""What stands before the meaning of a word, a term or a proverb: nobody's statement."""

_FARTHEST_GLOSS = 40
_SHOWN = frozenset(("on", "in", "at"))
_BEFORE_A_TITLE = frozenset("spT")
_NAMED_IN = re.compile(r"V[^.,;:|()-]*$")
_AND = re.compile(r"(?:Qc|Q,c?)+$")
_FARTHEST_CUE = 8


def tell_kinds(scene: Scene, turns: Sequence[Turn | None]) -> Iterator[QuoteKind]:
    """Yield what each passage is, by its length, capitals, and a cue or a naming word beside it."""
    are_double = _are_mostly_double(scene)
    for passage, turn in enumerate(turns):
        yield _kind(scene, passage, turn, are_double=are_double)


def _are_mostly_double(scene: Scene) -> bool:
    """Tell whether the speech of a text stands in double marks, so that single ones mean less."""
    long = [p for p in scene.passages if p.label is None and len(p.span) >= _LONG_ENOUGH * 6]
    return 2 * sum(passage.single for passage in long) <= len(long)


def _kind(scene: Scene, passage: int, turn: Turn | None, *, are_double: bool) -> QuoteKind:
    if scene.passages[passage].outer == scene.passages[passage].span:
        return QuoteKind.DIRECT
    inside = scene.passages[passage].span.of(scene.text)
    words = _WORD.findall(inside)
    said = turn is not None and turn.claim.cue is not None and not turn.inherited
    if _has_title_form(words) and _is_title(scene, passage, turn if said else None):
        return QuoteKind.TITLE
    if len(words) >= _LONG_ENOUGH:
        return QuoteKind.SCARE if _is_gloss(scene, passage) else QuoteKind.DIRECT
    if _is_named(scene, passage) or _is_gloss(scene, passage):
        return QuoteKind.SCARE
    if are_double and scene.passages[passage].single and inside[-1] not in ".,!?…":
        return QuoteKind.SCARE
    return QuoteKind.DIRECT if said or _is_sentence(scene, passage) else QuoteKind.SCARE


def _has_title_form(words: list[str]) -> bool:
    """Tell "Gone With the Wind" from speech: capitals throughout."""
    if not 0 < len(words) <= _MOST_WORDS_OF_A_TITLE:
        return False
    capitals = any(not word[0].islower() for word in words)
    return capitals and all(not word[0].islower() or word in _SMALL for word in words)


def _is_title(scene: Scene, passage: int, said: Turn | None) -> bool:
    """Tell a title from words in capitals that somebody said, by what stands before it."""
    before, token = _before(scene, passage)
    ends = scene.passages[passage].span.of(scene.text)[-1]
    words = scene.passages[passage].span.of(scene.text).split()
    if _is_work(scene, passage) or _is_named(scene, passage):
        return True
    if len(words) < 2:
        return False
    governed = before[-1:] in _BEFORE_A_TITLE and scene.word(token - 1) not in ("as", "like")
    if ends in ".!?":
        return ends == "." and (before[-1:] == "s" or scene.word(token - 1) in _SHOWN)
    if said is None or governed or before[-1:] == "R":
        return True
    if scene.word(token - 1) == "called" and before[-2:] in ("TV", "xV"):
        return True
    cue = CUES.get(said.claim.cue.of(scene.text).lower()) if said.claim.cue else None
    holds_up = cue is not None and cue.force is Force.JUDGING and _NAMED_IN.search(before)
    return not (holds_up or "V" in before[-4:] or before[-1:] in ("", "|", "."))


def _before(scene: Scene, passage: int) -> tuple[str, int]:
    """Return the tags before a passage, and where they end; before all of “…”, “…” and “…”."""
    token, tags = scene.narration.passages[passage], scene.narration.tags
    low = max(0, token - _FARTHEST_CUE)
    chain = _AND.search(tags, low, token)
    if chain:
        token = chain.start()
    return tags[max(0, token - _FARTHEST_CUE) : token], token


def _is_named(scene: Scene, passage: int) -> bool:
    """Tell a name from speech: so-called “…”, a plan titled “…”."""
    token = scene.narration.passages[passage]
    back = 2 if scene.narration.tags[max(0, token - 1) : token] == "," else 1
    return token >= back and scene.word(token - back) in _NAMING


def _is_gloss(scene: Scene, passage: int) -> bool:
    """Tell a meaning or a proverb: a word which means “…”; as the saying goes, “…”."""
    start = scene.passages[passage].outer.start
    return _GLOSS.search(scene.text, max(0, start - _FARTHEST_GLOSS), start) is not None


def _is_work(scene: Scene, passage: int) -> bool:
    """Tell the name of a work: the film “…”, a seminar called “…”."""
    start = scene.passages[passage].outer.start
    return _WORK.search(scene.text, max(0, start - _FARTHEST_WORK), start) is not None


def _is_sentence(scene: Scene, passage: int) -> bool:
    """Tell a short passage that is a sentence of its own ("“No.”"), also after a colon."""
    token = scene.narration.passages[passage]
    inside = scene.passages[passage].span.of(scene.text)
    begins = scene.sentence_start(token) == token or scene.narration.tags[token - 1] == ":"
    return begins and inside[-1] in ".!?…"
