"""Whom a mention means: names, pronouns and roles, each to a person, by the text before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container
from dataclasses import dataclass

from newsreader.analysis.gazetteer import forename_sex, full_name, is_surname
from newsreader.analysis.grammar import first_subject
from newsreader.analysis.persons import words_of
from newsreader.analysis.roles import Roles, describes_one, is_body, sex_of_role
from newsreader.analysis.scene import Claim, Scene
from newsreader.model import SpeakerKind

_SEXES = {"he": "m", "him": "m", "she": "f", "her": "f"}
_LOOK_BACK = 16
"""How many names of persons before a pronoun may be meant."""
_CUE_AFTER = re.compile(r"[ayt]{0,3}V")
_CUE_BEFORE = re.compile(r"V[DdxyORTs]{0,8}$")


@dataclass(frozen=True, slots=True)
class _Weights:
    """How much each circumstance speaks for a person being meant by "he" or "she"."""

    subject: float = 2.5
    speaks: float = 1.5
    spoke_last: float = 2.5
    introduced: float = 1.0
    sex_known: float = 1.0
    each_name_between: float = -0.5
    each_sentence_between: float = -1.0
    owns: float = -1.5


_WEIGHTS = _Weights()


class References:
    """Resolves the mentions of one scene, from left to right."""

    def __init__(self, scene: Scene, roles: Roles) -> None:
        self._scene = scene
        self._roles = roles
        owners = scene.people.owners
        named = sorted(scene.narration.names.items())
        self._tokens = [token for token, name in named if owners[name] is not None]
        self._ends = [at for at, tag in enumerate(scene.narration.tags) if tag in ".|"]
        self._bearers: dict[str, list[int]] = {}
        for index, person in enumerate(scene.people.persons):
            for word in set(words_of(person.name)):
                self._bearers.setdefault(word, []).append(index)

    def person(self, claim: Claim, last: int | None) -> int | None:
        """Return the index of the person whom a claim means; `last` is who spoke last."""
        word = claim.mention.of(self._scene.text).lower()
        owner = None if claim.name is None else self._scene.people.owners[claim.name]
        if claim.tag == "L":
            return self._labelled(word) if owner is None else owner
        if claim.name is not None:
            return owner
        if word in _SEXES:
            return self._pronoun(claim.token, _SEXES[word], last)
        if claim.tag not in "Rx" or claim.token < 0:
            return None
        bearer = self._roles.bearer(word, claim.token)
        if bearer is None and (claim.tag == "R" or word.endswith("-year-old")):
            return self._variation(claim, word)
        return bearer

    def canonical(self, claim: Claim, person: int | None) -> str:
        """Return the full name of whom a claim means, or "" where nobody can be named."""
        if person is not None:
            return self._scene.people.persons[person].name
        if claim.tag == "L":
            label = claim.mention.of(self._scene.text)
            last = label.rpartition(" ")[2]
            return label.title() if is_surname(last) or forename_sex(last) else ""
        if claim.name is not None:
            return full_name(self._scene.names[claim.name].text)
        return ""

    def kind(self, claim: Claim, person: int | None) -> SpeakerKind:
        """Return what sort of thing speaks."""
        if person is None:
            if claim.tag == "T":
                return SpeakerKind.DOCUMENT
            if claim.tag in "Oi" or (
                claim.tag in "Rx" and is_body(claim.mention.of(self._scene.text).lower())
            ):
                return SpeakerKind.ORG
        return SpeakerKind.PERSON

    def _labelled(self, label: str) -> int | None:
        words = set(words_of(label))
        fitting = (
            index
            for index in self._bearers.get(next(iter(words), ""), ())
            if words.issubset(words_of(self._scene.people.persons[index].name))
        )
        return next(fitting, None)

    def _variation(self, claim: Claim, words: str) -> int | None:
        """Return whom "the Ohio senator" varies: the person spoke of just before, if any.

        Only a definite description of one person that says more than a bare role is taken so.
        """
        if not describes_one(words):
            return None
        narration = self._scene.narration
        first = bisect_left(narration.starts, claim.mention.start)
        after = bisect_left(narration.starts, claim.mention.end, first)
        inside = {self._owner(at) for at in range(first, after) if at in narration.names}
        return self._pronoun(claim.token, sex_of_role(words), None, without=inside)

    def _pronoun(
        self, token: int, sex: str | None, last: int | None, without: Container[int | None] = ()
    ) -> int | None:
        """Weigh the persons named before a pronoun, the nearest first."""
        scores: dict[int, float] = {}
        between = 0
        for nearest in range(bisect_left(self._tokens, token) - 1, -1, -1):
            at = self._tokens[nearest]
            person = self._owner(at)
            if person is None or person in without:
                continue
            known = self._scene.people.persons[person].sex
            if sex is None or known in (None, sex):
                score = self._salience(at, token, between) + _WEIGHTS.sex_known * (known == sex)
                score += _WEIGHTS.spoke_last * (person == last)
                scores[person] = max(score, scores.get(person, score))
            between += 1
            if between == _LOOK_BACK:
                break
        return max(scores, key=lambda person: scores[person]) if scores else None

    def _owner(self, token: int) -> int | None:
        """Return the index of the person whom the name at this token names, or None."""
        return self._scene.people.owners[self._scene.narration.names[token]]

    def _salience(self, at: int, token: int, between: int) -> float:
        """Weigh the name at token `at` as what a pronoun at `token` stands for."""
        tags = self._scene.narration.tags
        start = self._scene.sentence_start(at)
        subject = first_subject(tags, start, self._scene.sentence_end(at))
        speaks = _CUE_AFTER.match(tags, at + 1) or _CUE_BEFORE.search(tags, start, at)
        sentences = bisect_left(self._ends, token) - bisect_left(self._ends, at)
        score = _WEIGHTS.each_name_between * between
        score += _WEIGHTS.each_sentence_between * sentences
        score += _WEIGHTS.subject * (subject is not None and subject.last == at)
        score += _WEIGHTS.speaks * (speaks is not None)
        score += _WEIGHTS.introduced * self._introduces(at)
        return score + _WEIGHTS.owns * (tags[at + 1 : at + 2] == "s")

    def _introduces(self, at: int) -> bool:
        """Tell whether the name at token `at` is a person's first, with words on who that is."""
        name = self._scene.narration.names[at]
        person = self._scene.people.owner(name)
        tags = self._scene.narration.tags
        described = tags[at + 1 : at + 2] in (",", "(") or tags[at - 1 : at] in ("R", ",")
        return described and person is not None and person.mentions[0] == name
