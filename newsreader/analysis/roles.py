"""What persons are said to be ("spokesperson", "mayor"), and whom such words mean later on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from newsreader.analysis.lexicon import BODIES, is_many
from newsreader.analysis.scene import Scene

_BEFORE = re.compile(r"[DdxORTsg]{1,10}$")
_APPOSED_BEFORE = re.compile(r"(?:^|(?<=[.|,c:-]))D?[dxORTgsv]{0,6}R[pbDdxORTgsc]{1,24},$")
_APPOSED = re.compile(r"[,(](?P<role>D?[dxORTgsp]{1,10}R[pbDdxOg]{0,8})|aD(?P<is>[dxORTgs]{0,6}R)")
_SAME = {
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "congressman": "representative",
    "congresswoman": "representative",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "businesswoman": "businessman",
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "gen": "general",
    "col": "colonel",
    "prof": "professor",
    "dr": "doctor",
    "rev": "reverend",
    "lt": "lieutenant",
    "capt": "captain",
    "sgt": "sergeant",
    "pm": "minister",
    "advisor": "adviser",
}
"""Other words for the same role."""

_LOOK_BACK = 64
"""How many mentions of those who bear a role are looked at before it is spoken of."""

_INDEFINITE = frozenset(
    """
    a an one another some several many most few two three all both someone somebody everyone
    everybody
    """.split()
)
_FEMALE = frozenset("mother wife daughter sister widow queen lady girl".split())
_MALE = frozenset("father husband son brother king prince boy priest".split())
_ANYBODY = frozenset(
    """
    official man woman leader politician lawmaker legislator year-old expert analyst executive
    """.split()
)
"""What somebody known by name may be called anew, without having been called so before."""

_SOMEBODYS = _FEMALE | _MALE | frozenset("spokesperson lawyer attorney aide friend".split())
"""Who is spoken of as somebody's is seldom anybody known by name."""

_MANY = frozenset("parents people family families critics".split())
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SMALL = frozenset(
    "the a an of for and in at to his her their its this that former by from".split()
)


@dataclass(frozen=True, slots=True)
class Roles:
    """The words each person is described with, in lower case: person index to words.

    `named` are the tokens at which those whom a word describes are named, each with the person.
    """

    words: Mapping[int, frozenset[str]]
    named: Mapping[str, tuple[tuple[int, int], ...]]

    def bearer(self, mention: str, token: int) -> int | None:
        """Return the person whom "the president" at `token` means, or None where none fits.

        One of several is nobody in particular: "a spokesman" and "one official" have no bearer.
        """
        if not _is_definite(mention) or _head(mention) in BODIES | _MANY:
            return None
        wanted = _roles_in(mention)
        head = _head(mention)
        named = self.named.get(head, ())
        before = bisect_left(named, (token, 0))
        scores: dict[int, float] = {}
        for at, person in reversed(named[max(0, before - _LOOK_BACK) : before]):
            score = 1 + len(wanted & self.words[person]) - 0.002 * (token - at)
            scores.setdefault(person, score)
        return max(scores, key=lambda person: scores[person], default=None)


def describes_one(mention: str) -> bool:
    """Tell "the Ohio senator" and "the official" from "a senator" and the bare "the senator"."""
    words = _words(mention)
    if not _is_definite(mention) or words[-1] in BODIES | _MANY or is_plural(mention):
        return False
    if words[-1] in _ANYBODY and mention.startswith("the "):
        return True
    owned = "'s " in mention or "’s " in mention
    if owned and _head(mention) in _SOMEBODYS:
        return False
    return len(words) > 2 and (owned or mention.startswith("the "))


def is_body(mention: str) -> bool:
    """Tell "the ministry" and "the ruling party" from a person's role."""
    return _head(mention, same=False) in BODIES


def is_plural(mention: str) -> bool:
    """Tell "the officials" and "police" from "the official"."""
    head = _head(mention, same=False)
    return is_many(head)


def _is_definite(mention: str) -> bool:
    words = _words(mention)
    return bool(words) and words[0] not in _INDEFINITE and not mention[0].isdigit()


def sex_of_role(mention: str) -> str | None:
    """Tell the sex of whom a role names: "m", "f", or None where the word is for either."""
    head = _head(mention, same=False)
    if head in _FEMALE or head.endswith(("woman", "ess")):
        return "f"
    return "m" if head in _MALE or head.endswith("man") else None


@lru_cache(maxsize=1 << 12)
def _words(mention: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(mention))


def _head(mention: str, *, same: bool = True) -> str:
    words = _words(mention)
    head = words[-1] if words else ""
    return _SAME.get(head, head) if same else head


def find_roles(scene: Scene) -> Roles:
    """Collect titles, the words right before a name, and those set off by a comma after it."""
    words: dict[int, set[str]] = defaultdict(set)
    tokens: dict[int, list[int]] = defaultdict(list)
    for token, name in scene.narration.names.items():
        person = scene.people.owners[name]
        if person is not None:
            tokens[person].append(token)
            for phrase in _descriptions(scene, token, scene.names[name].title):
                words[person] |= _roles_in(phrase)
    named: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for person, described in words.items():
        for word in described:
            named[word] += ((token, person) for token in tokens[person])
    return Roles(
        {person: frozenset(found) for person, found in words.items()},
        {word: tuple(sorted(found)) for word, found in named.items()},
    )


def _descriptions(scene: Scene, token: int, title: str) -> Iterator[str]:
    tags = scene.narration.tags
    if title:
        yield title.lower()
    before = _BEFORE.search(tags, max(0, token - 10), token)
    if before and "R" in before[0]:
        yield scene.words(before.start(), token - 1)
    set_off = tags[token - 1 : token] == ","
    apposed = _APPOSED_BEFORE.search(tags, max(0, token - 32), token) if set_off else None
    if apposed:
        head = tags.index("R", apposed.start())
        yield scene.words(apposed.start(), head)
    after = _APPOSED.match(tags, token + 1)
    if after:
        yield scene.words(token + 1, after.end() - 1)


def _roles_in(phrase: str) -> frozenset[str]:
    words = (word for word in _words(phrase) if word not in _SMALL)
    return frozenset(_SAME.get(word, word) for word in words)
