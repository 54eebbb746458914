"""Whom a mention means: names, pronouns and roles, each to a person or body named in the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from newsreader.analysis.gazetteer import forename_sex, full_name, is_surname
from newsreader.analysis.grammar import Head
from newsreader.analysis.persons import words_of
from newsreader.analysis.roles import Roles, describes_one, is_body, is_plural, sex_of_role
from newsreader.analysis.salience import Candidate, Question, Referent, choose
from newsreader.analysis.scene import Claim, Scene
from newsreader.analysis.sexes import tell_sexes
from newsreader.model import EntityType, Span, SpeakerKind

_SEXES = {"he": "m", "him": "m", "she": "f", "her": "f"}
_NEITHER = {"it": "n", "they": "p", "them": "p"}
_ANEW = 0.8
"""How sure it is at best that a new description is of somebody named before."""
_NAMESAKE = 0.8
"""How sure it is at best which of two people of one name is meant."""
_ANY_BODY = frozenset("company firm group organisation organization".split())
_LOOK_BACK = 12
"""How many mentions before a pronoun may be meant."""
_GOING_ON = frozenset("add adds added adding continue continues continued concluded".split())
_ROLE = re.compile(r"(?<![sNOR])D(?:[dxyvgtORN]|(?<=[NO])s){0,7}R(?![NORs]|,[DdxOR]{0,6}N)")
_TEXT_OR_BODY = re.compile(r"D(?:[dxyvgtO]|(?<=O)s){0,5}[RT](?![NORT])")
_APPOSED = re.compile(r"(?:N|Na|Nay)[,(]?$")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a claim comes to: the claim, surer or less so, and whom it means."""

    claim: Claim
    referent: Referent


class References:
    """Resolves the mentions of one scene, from left to right."""

    def __init__(self, scene: Scene, roles: Roles) -> None:
        self._scene = scene
        self._roles = roles
        self._subjects: dict[int, Head | None] = {}
        self._named_at = sorted(
            (mention.span.start, mention.span.end, index)
            for index, entity in enumerate(scene.entities)
            for mention in entity.mentions
        )

    def meaning(self, claim: Claim, last: Referent | None, passage: int | None = None) -> Meaning:
        """Return whom a claim means; `last` is who spoke last, `passage` what is being said."""
        word = claim.mention.of(self._scene.text).lower()
        if claim.tag == "L":
            return Meaning(claim, self._labelled(claim.name, word))
        if claim.name is not None:
            return self._named(claim, claim.name)
        if word.startswith("@"):
            return Meaning(claim, Referent(person=self._spelt.get(word[1:])))
        if word in _SEXES:
            return self._pronoun(claim, self._people, _SEXES[word], last, passage)
        if word in _NEITHER:
            return self._pronoun(claim, self._bodies, _NEITHER[word], last, passage)
        return self._role(claim, word)

    def canonical(self, meaning: Meaning) -> str:
        """Return the full name of whom a claim means, or "" where nobody can be named."""
        referent, claim = meaning.referent, meaning.claim
        if referent.person is not None:
            return self._scene.people.persons[referent.person].name
        if referent.entity is not None:
            return self._scene.entities[referent.entity].name
        if claim.tag == "L":
            label = claim.mention.of(self._scene.text)
            last = label.rpartition(" ")[2]
            return label.title() if is_surname(last) or forename_sex(last) else ""
        if claim.name is not None:
            return full_name(self._scene.names[claim.name].text)
        mention = claim.mention.of(self._scene.text)
        return mention if mention.startswith("@") else ""

    def kind(self, meaning: Meaning) -> SpeakerKind:
        """Return what sort of thing speaks."""
        referent, claim = meaning.referent, meaning.claim
        if referent.person is not None:
            return SpeakerKind.PERSON
        if referent.entity is not None:
            person = self._scene.entities[referent.entity].type is EntityType.PERSON
            return SpeakerKind.PERSON if person else SpeakerKind.ORG
        tag, mention = claim.tag, claim.mention.of(self._scene.text).lower()
        if referent.role is not None:
            tag = self._scene.narration.tags[referent.role]
            mention = self._scene.word(referent.role)
        if tag == "T":
            return SpeakerKind.DOCUMENT
        if mention.startswith("@"):
            return SpeakerKind.PERSON
        if tag in "Oi" or (tag in "Rx" and is_body(mention)):
            return SpeakerKind.ORG
        return SpeakerKind.PERSON

    def _named(self, claim: Claim, name: int) -> Meaning:
        """Return whom a name names; a surname that two bear, less surely."""
        person = self._scene.people.owners[name]
        if person is None:
            narration = self._scene.narration
            entity = self._entity_in(narration.span(claim.token, claim.token))
            return Meaning(claim, Referent(entity=entity))
        words = words_of(self._scene.names[name].text)
        rivals = len(self._bearers.get(words[-1], ())) if len(words) == 1 else 1
        if rivals > 1:
            why = f"{claim.why}; one of {rivals} with that name"
            claim = replace(claim, confidence=round(claim.confidence * _NAMESAKE, 2), why=why)
        return Meaning(claim, Referent(person=person))

    def _entity_in(self, span: Span) -> int | None:
        """Return the index of the entity that is named in `span`."""
        at = bisect_left(self._named_at, (span.start,))
        for start, end, index in self._named_at[max(0, at - 1) : at + 2]:
            if start < span.end and span.start < end:
                return index
        return None

    def _labelled(self, name: int | None, label: str) -> Referent:
        owner = None if name is None else self._scene.people.owners[name]
        if owner is not None:
            return Referent(person=owner)
        words = set(words_of(label))
        fitting = (
            index
            for index in self._bearers.get(next(iter(words), ""), ())
            if words.issubset(words_of(self._scene.people.persons[index].name))
        )
        return Referent(person=next(fitting, None))

    def _role(self, claim: Claim, words: str) -> Meaning:
        """Return whom "the mayor", "the ministry" or "the Ohio senator" means."""
        if claim.tag not in "RxT":
            return Meaning(claim, Referent())
        itself = Referent(role=claim.token)
        if is_body(words):
            entity = self._body(words, claim.token)
            return Meaning(claim, itself if entity is None else Referent(entity=entity))
        if claim.tag == "T":
            return Meaning(claim, itself)
        bearer = None if "year-old" in words else self._roles.bearer(words, claim.token)
        if bearer is not None:
            return Meaning(claim, Referent(person=bearer))
        if describes_one(words) and (claim.tag == "R" or words.endswith("-year-old")):
            less_sure = replace(claim, confidence=round(claim.confidence * _ANEW, 2))
            named = self._pronoun(less_sure, self._people, sex_of_role(words), None, None)
            if named.referent.person is not None:
                return named
        return Meaning(claim, itself)

    def _body(self, words: str, token: int) -> int | None:
        """Return the body named before that "the ministry" or "the company" at a token means."""
        if not words.startswith("the ") or words.count(" ") > 1:
            return None
        head = words.rpartition(" ")[2]
        at = self._scene.narration.starts[token]
        last = bisect_left(self._named_at, (at,))
        entities = self._scene.entities
        nearest = [
            index
            for _, _, index in reversed(self._named_at[max(0, last - _LOOK_BACK) : last])
            if entities[index].type is EntityType.ORG
            and (head in _ANY_BODY or head in entities[index].name.lower().split())
        ]
        return max(nearest, key=lambda index: len(entities[index].mentions), default=None)

    def _pronoun(
        self,
        claim: Claim,
        mentions: Sequence[Candidate],
        sex: str | None,
        last: Referent | None,
        passage: int | None,
    ) -> Meaning:
        """Weigh the mentions before a pronoun, the nearest first."""
        inside = self._names_in(claim.mention)
        before = bisect_left(mentions, claim.token, key=lambda mention: mention.token)
        nearest = (
            mentions[at]
            for at in range(before - 1, -1, -1)
            if mentions[at].referent.person not in inside
        )
        said = None if passage is None else self._scene.passages[passage].span
        absent = frozenset() if said is None else self._names_in(said)
        cue = "" if claim.cue is None else claim.cue.of(self._scene.text).lower()
        question = Question(claim.token, sex, last, absent, goes_on=cue in _GOING_ON)
        choice = choose(self._scene, islice(nearest, _LOOK_BACK), question, self._subjects)
        if choice is None:
            return Meaning(claim, Referent())
        word = claim.mention.of(self._scene.text)
        surer = replace(
            claim,
            confidence=round(claim.confidence * choice.likelihood, 2),
            why=f"{claim.why}; “{word}” is {choice.reason}",
        )
        return Meaning(surer, choice.referent)

    def _person_at(self, token: int) -> int | None:
        name = self._scene.narration.names.get(token)
        return None if name is None else self._scene.people.owners[name]

    def _names_in(self, span: Span) -> frozenset[int]:
        """Return the persons who are named inside a stretch of text."""
        names = self._scene.names
        first = bisect_left(names, span.start, key=lambda name: name.span.start)
        last = bisect_right(names, span.end, key=lambda name: name.span.end)
        owners = self._scene.people.owners[first:last]
        return frozenset(owner for owner in owners if owner is not None)

    @cached_property
    def _spelt(self) -> dict[str, int]:
        """The persons by the handle that spells their name: "@annroe" is Ann Roe."""
        persons = enumerate(self._scene.people.persons)
        return {"".join(words_of(person.name)): index for index, person in persons}

    @cached_property
    def _bearers(self) -> dict[str, list[int]]:
        """The persons whose names hold each word."""
        bearers: dict[str, list[int]] = {}
        for index, person in enumerate(self._scene.people.persons):
            for word in set(words_of(person.name)):
                bearers.setdefault(word, []).append(index)
        return bearers

    @cached_property
    def _people(self) -> list[Candidate]:
        """Every mention that "he" or "she" may stand for, in order."""
        sexes = tell_sexes(self._scene, self._roles)
        found = [
            Candidate(token, Referent(person=person), sexes[person])
            for token in self._scene.narration.names
            if (person := self._person_at(token)) is not None
        ]
        for first, last in self._nominals(_ROLE):
            words = self._scene.words(first, last)
            if not is_body(words) and not is_plural(words):
                bearer = self._roles.bearer(words, last)
                referent = Referent(role=last) if bearer is None else Referent(person=bearer)
                sex = sex_of_role(words) if bearer is None else sexes[bearer]
                found.append(Candidate(last, referent, sex))
        return sorted(found, key=lambda candidate: candidate.token)

    @cached_property
    def _bodies(self) -> list[Candidate]:
        """Every mention that "it" or "they" may stand for, in order; "n" marks one of a kind."""
        narration = self._scene.narration
        found = [
            Candidate(token, Referent(entity=entity))
            for token, name in narration.names.items()
            if self._scene.people.owners[name] is None
            and (entity := self._entity_in(narration.span(token, token))) is not None
        ]
        for first, last in self._nominals(_TEXT_OR_BODY):
            words = self._scene.words(first, last)
            plural = is_plural(words)
            if plural or is_body(words) or narration.tags[last] == "T":
                entity = self._body(words, last)
                referent = Referent(role=last) if entity is None else Referent(entity=entity)
                found.append(Candidate(last, referent, "p" if plural else None))
        return sorted(found, key=lambda candidate: candidate.token)

    def _nominals(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        """Yield the first and the last token of each noun phrase that names nobody itself."""
        tags = self._scene.narration.tags
        for found in pattern.finditer(tags):
            if not _APPOSED.search(tags, max(0, found.start() - 3), found.start()):
                yield found.start(), found.end() - 1
