"""Of which sex somebody is whose forename does not tell: by roles and the pronouns that follow."""

from __future__ import annotations

import re
from collections import Counter

from newsreader.analysis.roles import Roles, sex_of_role
from newsreader.analysis.salience import SAID_OF
from newsreader.analysis.scene import Scene

_PRONOUNS = {
    "he": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_FOLLOWS = re.compile(r"[^NR|.]{0,24}(?:\.[^NR|.]{0,6})?")
"""The rest of a sentence, and where the next one begins, as long as nobody else is named."""


def tell_sexes(scene: Scene, roles: Roles) -> list[str | None]:
    """Return the sex of each person: "m", "f", or None where nothing tells."""
    told: list[str | None] = [person.sex for person in scene.people.persons]
    unknown = {index for index, sex in enumerate(told) if sex is None}
    votes = {index: _by_role(roles, index) for index in unknown}
    for token, name in scene.narration.names.items():
        person = scene.people.owners[name]
        if person is not None and person in unknown:
            votes[person] += _by_pronoun(scene, token)
    for index, counts in votes.items():
        ranked = counts.most_common(2)
        if len(ranked) == 1 or (ranked and ranked[0][1] > ranked[1][1]):
            told[index] = ranked[0][0]
    return told


def _by_role(roles: Roles, person: int) -> Counter[str]:
    words = roles.words.get(person, frozenset())
    return Counter(sex for word in words if (sex := sex_of_role(word)) is not None)


def _by_pronoun(scene: Scene, token: int) -> Counter[str]:
    """Return the vote of the first pronoun after the person named at this token."""
    tags = scene.narration.tags
    if SAID_OF.match(tags, token + 1):
        return Counter()
    found = _FOLLOWS.match(tags, token + 1)
    for at in range(token + 1, found.end() if found else token):
        if tags[at] in "hDo" and (sex := _PRONOUNS.get(scene.word(at))) is not None:
            return Counter((sex,))
    return Counter()
