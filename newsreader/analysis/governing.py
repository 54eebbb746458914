"""Which cue before a passage governs it, and who does what that cue says."""

from __future__ import annotations

import re

from newsreader.analysis.grammar import (
    Head,
    first_subject,
    head_of,
    noun_phrase,
    subject_after,
    subject_before,
)
from newsreader.analysis.scene import Claim, Scene, claim_of

_CUE = re.compile("[VG]")
_AT_THE_MARKS = re.compile(r"[,:c]{0,2}")
_ACTOR = re.compile(r"(?<![pbs])(?P<who>[Nh])[yt]*[aVvx]")
_BE = frozenset("is was are were be been being".split())
_NAMED = frozenset(
    """
    called dubbed described labelled labeled termed branded deemed hailed touted known told asked
    informed accused characterised characterized
    """.split()
)
_TEXT = re.compile("D?x{0,3}T$")
_SAID = frozenset("said says saying states stated".split())
_WOULD = re.compile(r"a(?:y*[xvVT]c)?$")
"""What stands before a verb that says what somebody would do, not what was done."""


def nearest_cue(scene: Scene, start: int, end: int, where: str) -> Claim | None:
    """Claim the subject of the nearest cue before token `end`; "it" only where nothing else is."""
    low = scene.sentence_start(end)
    impersonal = None
    for cue in _cues_before(scene, start, end):
        claim = claim_of(scene, subject_of(scene, low, cue), cue, 0.9, where)
        if claim is not None and (claim.tag != "i" or scene.word(cue) in _SAID):
            return claim
        impersonal = impersonal or claim
    return impersonal


def _cues_before(scene: Scene, start: int, end: int) -> list[int]:
    """Return the cues before token `end`, the likeliest first: mostly the nearest.

    In "Roe said Poe had called for “…”" that is "said": what Roe said goes on to the end, and only
    a cue right before the marks is of one who speaks in it.
    """
    tags = scene.narration.tags
    cues = [found.start() for found in reversed(list(_CUE.finditer(tags, start, end)))]
    quote = tags.find("Q", cues[0], end) if cues else -1
    marks = end if quote < 0 else quote
    if not cues:
        return cues
    would = _WOULD.search(tags, max(start, cues[0] - 5), cues[0])
    if _AT_THE_MARKS.fullmatch(tags, cues[0] + 1, marks) and not would:
        return cues
    said = next((cue for cue in cues if scene.word(cue) in _SAID), None)
    if said is None or "Q" in tags[said:marks] or tags[said + 1] in ",.":
        return cues
    return [said, *cues]


def subject_of(scene: Scene, start: int, verb: int) -> Head | None:
    """Return who does what the verb says: its agent ("by Roe"), its own or the first subject."""
    tags = scene.narration.tags
    if tags[verb + 1 : verb + 2] == "b":
        return noun_phrase(tags, verb + 2, scene.sentence_end(verb))
    if is_passive(scene, verb):
        return None
    if tags[verb] == "G" and scene.word(verb - 1) == "as":
        return _quoted(scene, start, verb - 1)
    if scene.word(verb - 1) in ("that", "which") and (text := _TEXT.search(tags, start, verb - 1)):
        return head_of(tags, *text.span())
    return _own_subject(tags, start, verb)


def _own_subject(tags: str, start: int, verb: int) -> Head | None:
    """Return the subject before a verb, also where it is that of an earlier verb."""
    if tags[verb - 2 : verb] == ",c":
        acts = list(_ACTOR.finditer(tags, start, verb))
        if acts:
            at = acts[-1].start("who")
            return Head(at, at, tags[at])
    subject = subject_before(tags, start, verb)
    elsewhere = tags[verb] == "G" or tags[verb - 1 : verb] in ("c", "y")
    if elsewhere and (subject is None or subject.tag == "T"):
        clause = max(tags.rfind(",", start, verb - 1) + 1, start)
        near = subject_after(tags, clause - 1, verb) if tags[verb] == "V" else None
        if near is not None and near.tag in "hfNO" and tags[near.last + 1] in "Vva":
            return near
        return first_subject(tags, start, verb) or subject
    return subject


def is_passive(scene: Scene, verb: int) -> bool:
    """Tell "is dubbed “…”" and "has been called “…”", where nobody is said to do so."""
    tags = scene.narration.tags
    before = verb - 1 - (tags[verb - 1] == "y")
    if verb < 0 or scene.word(before) not in _BE:
        return False
    return scene.word(verb) in _NAMED or tags[before - 1] == "i"


def _quoted(scene: Scene, start: int, end: int) -> Head | None:
    """Return who is "quoted as saying": the object of "quotes Roe", the subject of "is quoted"."""
    tags = scene.narration.tags
    verb = max(tags.rfind("V", start, end), tags.rfind("v", start, end))
    if verb < 0:
        return first_subject(tags, start, end)
    return noun_phrase(tags, verb + 1, end) or subject_before(tags, start, verb)
