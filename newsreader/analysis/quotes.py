"""The quotes of a text, each with its speaker."""

from __future__ import annotations

from newsreader.analysis.indirect import Report, find_reports
from newsreader.analysis.references import Meaning, References
from newsreader.analysis.roles import find_roles
from newsreader.analysis.scene import Scene
from newsreader.analysis.statements import tell_kinds
from newsreader.analysis.turns import Turn, Turns
from newsreader.model import Mention, MentionKind, Quote, QuoteKind, Span, Speaker

_KINDS = {"N": MentionKind.NAME, "O": MentionKind.NAME, "L": MentionKind.NAME} | dict.fromkeys(
    "fhiw", MentionKind.PRONOUN
)


def find_quotes(scene: Scene) -> tuple[Quote, ...]:
    """Return all quotes in text order: passages in marks, and reported clauses between them."""
    references = References(scene, find_roles(scene))
    turns = Turns(scene, references).all()
    kinds = tell_kinds(scene, turns)
    quotes = [
        _marked(passage.span, kind, scene, turn, references)
        for passage, kind, turn in zip(scene.passages, kinds, turns, strict=True)
    ]
    quotes += [_reported(scene, report, references) for report in find_reports(scene)]
    return tuple(sorted(quotes, key=lambda quote: (quote.span.start, quote.span.end)))


def _marked(
    span: Span, kind: QuoteKind, scene: Scene, turn: Turn | None, references: References
) -> Quote:
    if kind is not QuoteKind.DIRECT:
        return Quote(span, kind, confidence=0.7, why="few words, and none of saying beside them")
    if turn is None:
        return Quote(span, kind, confidence=0.3, why="nobody near it can be said to speak")
    speaker = _speaker(scene, turn.meaning, references)
    return Quote(span, kind, speaker, turn.claim.cue, speaker.confidence, speaker.why)


def _reported(scene: Scene, report: Report, references: References) -> Quote:
    claim = report.claim
    speaker = _speaker(scene, references.meaning(claim, None), references)
    kind = QuoteKind.INDIRECT
    return Quote(report.span, kind, speaker, claim.cue, speaker.confidence, speaker.why)


def _speaker(scene: Scene, meaning: Meaning, references: References) -> Speaker:
    claim = meaning.claim
    kind = _KINDS.get(claim.tag, MentionKind.NOMINAL)
    mention = Mention(claim.mention, claim.mention.of(scene.text), kind)
    return Speaker(
        mention,
        references.canonical(meaning),
        claim.confidence,
        claim.why,
        references.kind(meaning),
    )
