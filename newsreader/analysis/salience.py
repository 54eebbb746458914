"""Whom a pronoun or a bare role stands for: the mentions before it, weighed by their circumstances.

A log-linear model with a few readable weights. `evidence_for` gives the circumstances of one
mention, `WEIGHTS` what each is worth; the best mention of each referent counts.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from newsreader.analysis.grammar import Head, first_subject
from newsreader.analysis.scene import Scene

_CUE_AFTER = re.compile(r"(?:[,(-][^.;:|QV]{0,20}[,)-]|(?<=,N),)?[ayt]{0,3}V")
_CUE_BEFORE = re.compile(r"V[DdxyORTsN]{0,8}$")
_ACTS = re.compile(r"(?:[,(-][^.;:|QV]{0,20}[,)-]|(?<=,N),)?[yt]{0,3}[avV]")
SAID_OF = re.compile(",h[ay]?V")
"""What follows somebody of whom another speaks: "Ann Roe, he said, was late"."""

_WINDOW = 10
_FAR = 1_000
"""How many tokens after a mention are looked at to tell how far away it is."""


WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "subject": 0.4,
        "first subject": 1.8,
        "spoke last": 0.5,
        "spoke nearest": 0.8,
        "introduced": 1.6,
        "sex known": 1.1,
        "in the quote": -0.8,
        "role": -1.5,
        "often named": 0.1,
        "sentences between": -0.4,
        "paragraphs between": -0.8,
    }
)
"""How much each circumstance speaks for a mention; learned, and rounded."""

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "spoke last": "who spoke last",
        "spoke nearest": "who speaks just before",
        "first subject": "who the sentence before is about",
        "subject": "who acts just before",
        "introduced": "who was just introduced",
        "sex known": "who fits best",
    }
)
"""What to tell the reader about the weightiest circumstance."""


class Referent(NamedTuple):
    """Who or what a mention may stand for: an index of a person, or else of an entity.

    Who is only called by a role ("a witness") is the token of that word.
    """

    person: int | None = None
    entity: int | None = None
    role: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One mention at a token, with who it is and of which sex, if anything tells."""

    token: int
    referent: Referent
    sex: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: who the word at `token` is, whose sex is `sex`, where `last` spoke last.

    `absent` are those of whom the quotation itself speaks; `goes_on` is set where what is said is
    said to be added to something.
    """

    token: int
    sex: str | None
    last: Referent | None = None
    absent: frozenset[int] = frozenset()
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """The referent chosen, how likely it is among its rivals, and the weightiest reason."""

    referent: Referent
    likelihood: float
    reason: str


def evidence_for(
    scene: Scene,
    candidate: Candidate,
    question: Question,
    subject: Head | None,
    *,
    heard: bool = False,
) -> dict[str, float]:
    """Return the circumstances of a candidate, in a sentence with this first subject.

    `heard` says that another one speaks nearer.
    """
    tags, at, token = scene.narration.tags, candidate.token, question.token
    far = min(token, at + _FAR)
    paragraphs, sentences = tags.count("|", at, far), tags.count(".", at, far)
    person = candidate.referent.person
    leads = subject is not None and at in (subject.last, _apposed(tags, subject))
    speaks = _CUE_AFTER.match(tags, at + 1) or _CUE_BEFORE.search(tags, max(0, at - _WINDOW), at)
    is_topic = tags[at - 1 : at] == "p" and scene.word(at - 2) == "as"  # "As for Roe, she said"
    is_said = not is_topic and SAID_OF.match(tags, at + 1) is not None
    return {
        "subject": _ACTS.match(tags, at + 1) is not None,
        "first subject": is_topic or (leads and not is_said),
        "spoke nearest": speaks is not None and not heard,
        "spoke last": (candidate.referent == question.last) * (1 + question.goes_on),
        "introduced": not is_said and _introduces(scene, at),
        "sex known": candidate.sex is not None and candidate.sex == question.sex,
        "in the quote": is_said or person in question.absent,
        "role": person is None,
        "often named": 0.0
        if person is None
        else math.log(len(scene.people.persons[person].mentions)),
        "sentences between": min(sentences + paragraphs, 8),
        "paragraphs between": min(paragraphs, 5),
    }


def _apposed(tags: str, subject: Head) -> int:
    """Return the token of the name that a role is set off from: "her aide, Ann Roe, said"."""
    named = subject.tag == "R" and tags[subject.last + 1 : subject.last + 4] in (",N,", ",NV")
    return subject.last + 2 if named else subject.last


def choose(
    scene: Scene,
    candidates: Iterable[Candidate],
    question: Question,
    subjects: dict[int, Head | None],
) -> Choice | None:
    """Return the likeliest of the candidates, given the nearest first; None where there is none.

    `subjects` keeps the first subject of each sentence of the scene from one question to the next.
    """
    scores: dict[Referent, tuple[float, dict[str, float]]] = {}
    heard = False
    for candidate in candidates:
        if None not in (candidate.sex, question.sex) and candidate.sex != question.sex:
            continue
        start = scene.sentence_start(candidate.token)
        if start not in subjects:
            end = scene.sentence_end(candidate.token)
            subjects[start] = first_subject(scene.narration.tags, start, end)
        evidence = evidence_for(scene, candidate, question, subjects[start], heard=heard)
        heard = heard or bool(evidence["spoke nearest"])
        worth = {name: WEIGHTS[name] * amount for name, amount in evidence.items() if amount}
        score = sum(worth.values())
        known = scores.get(candidate.referent)
        if known is None or score > known[0]:
            scores[candidate.referent] = (score, worth)
    if not scores:
        return None
    best = max(scores, key=lambda referent: scores[referent][0])
    top, worth = scores[best]
    total = sum(math.exp(score - top) for score, _ in scores.values())
    reason = max(REASONS, key=lambda name: worth.get(name, 0.0))
    return Choice(best, 1 / total, REASONS[reason])


def _introduces(scene: Scene, at: int) -> bool:
    """Tell whether the name at token `at` is a person's first, with words on who that is."""
    name = scene.narration.names.get(at)
    person = None if name is None else scene.people.owner(name)
    tags = scene.narration.tags
    described = tags[at + 1 : at + 2] in (",", "(") or tags[at - 1 : at] in ("R", ",")
    return described and person is not None and person.mentions[0] == name
