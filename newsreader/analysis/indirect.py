"""Indirect speech: what somebody said, in the writer's words.

Only plain cases are taken, and only sentences without marks: "Roe said that …", "Roe said the plan
…", "According to Roe, …" and "…, Roe said.".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsreader.analysis.cues import CUES, Force
from newsreader.analysis.grammar import Head, noun_phrase, subject_before
from newsreader.analysis.scene import Claim, Scene, claim_of
from newsreader.model import Span

_THAT = re.compile(r"V(?:o|[DxRNO]{1,5})?(?:p?t)?c")
_PLAIN = re.compile(r"V(?:p?t)?(?=[DNOhiR])")
_ACCORDING = re.compile(r"Ap[^,.|Q]{1,25},")
_TAIL = re.compile(r",[DxyORTs]{0,6}[NORh][yt]*V[yt]*$")
_STOP = re.compile(r"[.|]|$")
_PLAIN_CUES = frozenset(("said", "says", "added", "adds"))
_FEWEST_TOKENS = 4
"""A reported clause shorter than this is left alone."""


@dataclass(frozen=True, slots=True)
class Report:
    """A reported clause, and the claim of who said it."""

    span: Span
    claim: Claim


def find_reports(scene: Scene) -> Iterator[Report]:
    """Yield the reported clauses of a text in order, at most one a sentence."""
    tags = scene.narration.tags
    start = 0
    for stop in _STOP.finditer(tags):
        if "V" in tags[start : stop.start()] or "A" in tags[start : stop.start()]:
            report = _report(scene, start, stop.start())
            if report is not None:
                yield report
        start = stop.end()


def _report(scene: Scene, start: int, end: int) -> Report | None:
    if "Q" in scene.narration.tags[start:end]:
        return None
    return next((found for rule in _RULES if (found := rule(scene, start, end))), None)


def _said_that(scene: Scene, start: int, end: int) -> Report | None:
    """Roe told reporters that the plan was dead."""
    for found in _THAT.finditer(scene.narration.tags, start, end):
        if scene.word(found.end() - 1) == "that":
            subject = subject_before(scene.narration.tags, start, found.start())
            return _made(scene, subject, found.start(), found.end(), end)
    return None


def _said(scene: Scene, start: int, end: int) -> Report | None:
    """Roe said the plan was dead."""
    found = _PLAIN.search(scene.narration.tags, start, end)
    if found is None or scene.word(found.start()) not in _PLAIN_CUES:
        return None
    subject = subject_before(scene.narration.tags, start, found.start())
    return _made(scene, subject, found.start(), found.end(), end)


def _according_to(scene: Scene, start: int, end: int) -> Report | None:
    """According to Roe, the plan is dead."""
    found = _ACCORDING.match(scene.narration.tags, start, end)
    if found is None:
        return None
    who = noun_phrase(scene.narration.tags, found.start() + 2, found.end())
    return _made(scene, who, found.start(), found.end(), end)


def _said_last(scene: Scene, start: int, end: int) -> Report | None:
    """The plan is dead, Roe said."""
    found = _TAIL.search(scene.narration.tags, start, end)
    if found is None:
        return None
    verb = scene.narration.tags.rfind("V", start, end)
    subject = subject_before(scene.narration.tags, found.start() + 1, verb)
    return _made(scene, subject, verb, start, found.start())


_RULES: tuple[Callable[[Scene, int, int], Report | None], ...] = (
    _according_to,
    _said_last,
    _said_that,
    _said,
)


def _made(scene: Scene, who: Head | None, cue: int, first: int, end: int) -> Report | None:
    """Report the tokens from `first` to before `end`, unless it is unsure who said them."""
    word = scene.word(cue)
    is_saying = word == "according" or (word in CUES and CUES[word].force is Force.SAYING)
    if who is None or who.tag not in "NORh" or not is_saying or end - first < _FEWEST_TOKENS:
        return None
    claim = claim_of(scene, who, cue, 0.7, "reported without marks")
    return Report(scene.narration.span(first, end - 1), claim) if claim else None
