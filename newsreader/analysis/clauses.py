"""Where a clause that a cue reports begins and ends: "Roe said (that) the plan was dead"."""

from __future__ import annotations

import re

from newsreader.analysis.cues import NEVER_INVERTED
from newsreader.analysis.scene import Scene

NOUNS = "[DdxRNOTstgy]"
"""The letters of a noun phrase in narration.py's tags, in any order."""

ASIDE = r"(?:,[wpcDxRNO][^,;:.|Q]{1,25},)?"
"""What may stand between commas after a noun phrase."""

_THAT = re.compile(
    rf"[VG](?:o|(?P<told>{NOUNS}{{1,7}}))??[yt]*(?:[pb]{NOUNS}{{1,8}}){{0,3}}"
    rf"{ASIDE}(?P<that>c)(?:,[pyt][^,]{{0,8}},)?(?=[^tavV.,|]|Va|v[NORT]{{1,3}}[avV])"
)
_CLAUSE = (
    rf"(?:p?{NOUNS}??t)?(?P<clause>(?:{NOUNS}|(?<=[Ds])v){{1,9}}(?:[pb]{NOUNS}{{1,7}}){{0,3}}{ASIDE}"
    r"(?P<verb>[aV]|(?<![Ds])v)|[hif]y{0,2}[avVx])"
)
_PLAIN = re.compile(rf"[VG]{_CLAUSE}")
_LOOSE = re.compile(r"V(?P<clause>(?:D(?![tpc,])|[NORhifxdg]|y[DORx]|[cpb](?=[^,;:Q]+,)).{4,})")
_TOLD = re.compile(rf"[VG](?:o|x|D?[xO]{{0,2}}[RON]){_CLAUSE}")
_CLAUSE_ENDS = re.compile(r",[yc]{0,2}G|;")
_PLAIN_CUES = frozenset("said says say added adds told tells saying adding telling".split())
_CLAUSE_CUES = frozenset(
    """
    claimed claims argued argues insisted insists warned warns noted notes admitted admits
    acknowledged acknowledges stressed stresses estimated estimates predicted predicts conceded
    concedes confirmed confirms announced announces explained explains stated
    states declared declares claiming arguing insisting warning noting stressing denied denies
    """.split()
)
"""Cues before a thing or a clause: what follows needs a verb of its own that cannot be mistaken."""

_SAID = frozenset(("said", "says", "say"))
_MAY_BE_VERB = re.compile("[^s]s$")
_WITH_HEARER = frozenset("warned warns promised promises advised notified assured".split())
_NO_FINITE = frozenset("not being be been having".split())
_BE = frozenset("is are was were be been being".split())
_IS = frozenset(("'s", "’s"))
_NOT_SAID = frozenset(
    """
    not never cannot can could may might must shall should will 'll ’ll would did does do
    hardly rarely
    """.split()
)
_OPENING = frozenset("both all if unless though although once to following despite besides".split())
"""Words other than nouns with which a clause without "that" may open."""

_NO_SUBJECT = frozenset(
    """
    what farewell goodbye hello little more much nothing nobody prayers sorry something so such
    thanks things too words yes no anything
    """.split()
)


def clause_after(scene: Scene, cue: int, end: int) -> int | None:
    """Return the token with which the clause after a cue begins, or None where none does."""
    return _after_that(scene, cue, end) or _after_cue(scene, cue, end)


def _after_that(scene: Scene, cue: int, end: int) -> int | None:
    found = _THAT.match(scene.narration.tags, cue, end)
    if found is None or scene.word(found.start("that")) != "that":
        return None
    tells = scene.word(cue) in NEVER_INVERTED or scene.word(cue) in _WITH_HEARER
    twice = scene.word(found.end()) == "that"
    return found.end() + twice if tells or found["told"] is None else None


def _after_cue(scene: Scene, cue: int, end: int) -> int | None:
    """Return where a clause without "that" begins; a noun phrase and a verb must follow the cue."""
    word = scene.word(cue)
    tells = word in NEVER_INVERTED
    if word not in _PLAIN_CUES and word not in _CLAUSE_CUES and not tells:
        return None
    found = (_TOLD if tells else _PLAIN).match(scene.narration.tags, cue, end)
    if found is not None and _is_object(scene, found.start("clause")):
        return None
    if found is None:
        return _loosely_after(scene, cue, end)
    if found["verb"] is None:
        return found.start("clause")
    if scene.word(found.start("verb")) in _NO_FINITE:
        return _loosely_after(scene, cue, end)
    return found.start("clause") if found["verb"] == "a" or word in _PLAIN_CUES else None


def _loosely_after(scene: Scene, cue: int, end: int) -> int | None:
    """Return where a clause begins whose verb may be one that no table knows.

    That is so after "said" where nothing parts it from its subject, and enough follows.
    """
    tags = scene.narration.tags
    if scene.word(cue) not in _SAID or tags[cue - 1 : cue] in ("", ","):
        return None
    found = _LOOSE.match(tags, cue, end)
    if found is None:
        return None
    first = found.start("clause")
    if _is_object(scene, first) or (tags[first] in "ycpb" and scene.word(first) not in _OPENING):
        return None
    return first if any(_may_be_verb(scene, token) for token in range(first + 1, end)) else None


def _is_object(scene: Scene, token: int) -> bool:
    """Tell what is said without a clause: "goodbye to the mayor", "nothing about it"."""
    return scene.word(token) in _NO_SUBJECT and scene.narration.tags[token + 1] in "pt,.|"


def _may_be_verb(scene: Scene, token: int) -> bool:
    """Tell a verb, by its ending too ("values its roads"), from a noun ("words on plans")."""
    tags = scene.narration.tags
    if tags[token] == "v":
        return tags[token - 1] not in "Ds"
    if tags[token] != "x" or tags[token + 1 : token + 2] not in tuple("DNORhifoyxdc"):
        return tags[token] in "aV"
    return _MAY_BE_VERB.search(scene.word(token)) is not None


def is_said(scene: Scene, start: int, cue: int) -> bool:
    """Tell what was said from what was not, might be, or was said to the subject."""
    tags = scene.narration.tags
    gerund = tags[cue] == "G"
    at = cue - 1
    while at >= start and tags[at] in "ayt":
        word = scene.word(at)
        if word in _NOT_SAID or word.endswith(("n't", "n’t")):
            return False
        is_passive = word in _BE or (tags[at - 1] == "i" and word in _IS)
        if is_passive and not gerund:
            return tags[cue + 1] == "b"
        at -= 1
    return not (gerund and at >= start and tags[at] in "pbDs")


def clause_end(scene: Scene, first: int, end: int) -> int:
    """Return the token that ends the clause which begins at token `first`."""
    found = _CLAUSE_ENDS.search(scene.narration.tags, first, end)
    return found.start() if found else end
