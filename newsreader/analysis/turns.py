"""Who goes on speaking: passages with no speaker of their own take one from what is around them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace

from newsreader.analysis.cues import CUES, Force
from newsreader.analysis.grammar import Head, first_subject, noun_phrase, subject_before
from newsreader.analysis.lexicon import is_many
from newsreader.analysis.references import Meaning, References
from newsreader.analysis.salience import Referent
from newsreader.analysis.scene import Claim, Scene, claim_of
from newsreader.analysis.speakers import claim_speaker


@dataclass(frozen=True, slots=True)
class Turn:
    """What the claim made of one passage comes to.

    `inherited` says that the claim was made of another sentence's passage.
    """

    meaning: Meaning
    inherited: bool = False

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.meaning.claim


class Turns:
    """Gives each passage of a scene its turn, from left to right."""

    def __init__(self, scene: Scene, references: References) -> None:
        self._scene = scene
        self._references = references
        self._claims = [claim_speaker(scene, i) for i in range(len(scene.passages))]
        self._turns: list[Turn | None] = []
        self._last: Referent | None = None

    def all(self) -> list[Turn | None]:
        """Return the turn of every passage; None where nobody can be said to speak."""
        for passage, claim in enumerate(self._claims):
            turn = self._meant(claim, passage) if claim else self._inherited(passage)
            self._turns.append(turn)
            if turn is not None:
                self._last = turn.meaning.referent
        return self._turns

    def _meant(self, claim: Claim, passage: int) -> Turn:
        return Turn(self._references.meaning(claim, self._last, passage))

    def _inherited(self, passage: int) -> Turn | None:
        for rule in _RULES:
            turn = rule(self, passage)
            if turn is not None:
                return turn
        return None

    def _go_on(self, passage: int, confidence: float, why: str) -> Turn | None:
        """Return the turn of another passage as that of one that goes on with it."""
        if passage < len(self._turns):
            turn = self._turns[passage]
        else:
            claim = self._claims[passage]
            turn = self._meant(claim, passage) if claim else None
        if turn is None:
            return None
        claim = turn.claim
        weaker = replace(claim, confidence=round(claim.confidence * confidence, 2), why=why)
        return Turn(replace(turn.meaning, claim=weaker), inherited=True)

    def same_sentence(self, passage: int) -> Turn | None:
        """Roe called it “…” and “…”."""
        start, end = self._sentence(passage)
        for other in (passage - 1, passage + 1):
            if self._stands_in(other, start, end):
                turn = self._go_on(other, 0.9, "in one sentence with another quote of the speaker")
                if turn:
                    return replace(turn, inherited=False)
        return None

    def sentence_before(self, passage: int) -> Turn | None:
        """Roe said it was over. “…” follows in the same paragraph."""
        tags, token = self._scene.narration.tags, self._scene.narration.passages[passage]
        end = self._scene.sentence_start(token) - 1
        if end < 1 or tags[end] != ".":
            return None
        return self._lead(passage, end, 0.7, "who speaks or acts in the sentence before it")

    def paragraph_before(self, passage: int) -> Turn | None:
        """“…,” said Roe. “…” follows in the same paragraph."""
        start = self._scene.paragraph_start(self._scene.narration.passages[passage])
        if not self._stands_in(passage - 1, start, self._scene.narration.passages[passage]):
            return None
        return self._go_on(passage - 1, 0.9, "goes on after another quote in the paragraph")

    def paragraph_after(self, passage: int) -> Turn | None:
        """“…” “…,” said Roe."""
        token = self._scene.narration.passages[passage]
        end = self._scene.paragraph_end(token)
        if not self._stands_in(passage + 1, token, end):
            return None
        return self._go_on(passage + 1, 0.8, "another quote in the paragraph says whose it is")

    def line_above(self, passage: int) -> Turn | None:
        """A paragraph of its own, after one in which somebody speaks."""
        scene = self._scene
        start = scene.paragraph_start(scene.narration.passages[passage])
        if start < 2:
            return None
        above = scene.paragraph_start(start - 1)
        if self._stands_in(passage - 1, scene.sentence_start(start - 2), start):
            return self._go_on(passage - 1, 0.8, "goes on after a quote in the paragraph above")
        end = start - 2 if scene.narration.tags[start - 2] == "." else start - 1
        turn = self._lead(passage, end, 0.6, "who speaks or acts in the sentence above")
        if turn is None and self._stands_in(passage - 1, above, start):
            return self._go_on(passage - 1, 0.7, "goes on after a quote in the paragraph above")
        return turn

    def last_speaker(self, passage: int) -> Turn | None:
        """Nothing near it tells: whoever spoke last."""
        return self._go_on(passage - 1, 0.5, "who spoke last") if passage else None

    def _lead(self, passage: int, end: int, confidence: float, why: str) -> Turn | None:
        """Return the turn of who speaks, or else acts, in the sentence that ends at token `end`."""
        scene = self._scene
        tags = scene.narration.tags
        start = scene.sentence_start(end - 1)
        if self._is_quoted_in(start, end):
            return None
        source = tags.find("Ap", start, end)
        verb = tags.find("V", start, end)
        if source >= 0:
            subject = noun_phrase(tags, source + 2, end)
        else:
            subject = subject_before(tags, start, verb) if verb >= 0 else None
        if subject is None or subject.tag not in "Nh":
            first = first_subject(tags, start, end)
            someone = source >= 0 or (verb >= 0 and _says_on(scene, verb, subject))
            subject = (
                first if first is not None and first.tag in "Nh" else subject if someone else None
            )
        if subject is None or scene.word(subject.last) == "they":
            return None
        claim = claim_of(scene, subject, None, confidence, why)
        return self._meant(claim, passage) if claim else None

    def _is_quoted_in(self, start: int, end: int) -> bool:
        """Tell whether somebody is said to say a passage between two tokens (no title is one)."""
        tokens = self._scene.narration.passages
        within = range(bisect_left(tokens, start), bisect_left(tokens, end))
        return any(self._claims[passage] is not None for passage in within)

    def _sentence(self, passage: int) -> tuple[int, int]:
        token = self._scene.narration.passages[passage]
        return self._scene.sentence_start(token), self._scene.sentence_end(token)

    def _stands_in(self, passage: int, start: int, end: int) -> bool:
        tokens = self._scene.narration.passages
        return 0 <= passage < len(tokens) and start <= tokens[passage] < end


def _says_on(scene: Scene, verb: int, subject: Head | None) -> bool:
    """Tell "the rector admits" and "Acme says" from "officers who knew" and "a man thinks"."""
    cue = CUES.get(scene.word(verb))
    if subject is None or cue is None or cue.force is not Force.SAYING:
        return False
    if subject.tag == "O":
        return True
    word = scene.word(subject.last)
    return scene.word(subject.first) in ("the", "its", "his", "her", "their") and not is_many(word)


_RULES: tuple[Callable[[Turns, int], Turn | None], ...] = (
    Turns.same_sentence,
    Turns.sentence_before,
    Turns.paragraph_before,
    Turns.paragraph_after,
    Turns.line_above,
    Turns.last_speaker,
)
