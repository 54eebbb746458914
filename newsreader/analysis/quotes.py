"""The quotes of a text, each with its speaker."""

from __future__ import annotations

from newsreader.analysis.references import References
from newsreader.analysis.roles import find_roles
from newsreader.analysis.scene import Scene
from newsreader.analysis.statements import kind_of
from newsreader.analysis.turns import Turn, Turns
from newsreader.model import Mention, MentionKind, Quote, QuoteKind, Speaker

_KINDS = {"N": MentionKind.NAME, "O": MentionKind.NAME, "L": MentionKind.NAME} | dict.fromkeys(
    "fhiw", MentionKind.PRONOUN
)


def find_quotes(scene: Scene) -> tuple[Quote, ...]:
    """Return all quotes in text order."""
    references = References(scene, find_roles(scene))
    turns = Turns(scene, references).all()
    return tuple(_quote(scene, i, turn, references) for i, turn in enumerate(turns))


def _quote(scene: Scene, passage: int, turn: Turn | None, references: References) -> Quote:
    marked = scene.passages[passage]
    kind = kind_of(scene, passage, turn)
    if kind is not QuoteKind.DIRECT or turn is None:
        return Quote(marked.span, kind, confidence=0.7, why="no words of saying beside it")
    claim = turn.claim
    mention = Mention(
        claim.mention, claim.mention.of(scene.text), _KINDS.get(claim.tag, MentionKind.NOMINAL)
    )
    name = references.canonical(claim, turn.person)
    speaker = Speaker(mention, name, claim.confidence, claim.why)
    return Quote(marked.span, kind, speaker, claim.cue, claim.confidence, claim.why)
