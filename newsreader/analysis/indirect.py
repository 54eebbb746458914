"""Indirect speech: what somebody said, in the writer's words.

Taken are clauses that the sentence plainly reports as said ("Roe said that …", "According to Roe,
…", "…, Roe said."); not what somebody did not say, might say or was told, and no clause that holds
a passage in marks, which is direct speech.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsreader.analysis.clauses import ASIDE, NOUNS, clause_after, clause_end, is_said
from newsreader.analysis.cues import CUES, Force
from newsreader.analysis.governing import subject_of
from newsreader.analysis.grammar import Head, noun_phrase, subject_after, subject_before
from newsreader.analysis.scene import Claim, Scene, claim_of
from newsreader.model import Span

_ACCORDING_FIRST = re.compile(
    r"(?:[cy],?)?(?P<cue>Ap)[^,.|Q]{1,25},(?:[DxRON][^,.;|QavVhi]{0,14},(?![wc])(?=.*[avV]))?"
)
_ACCORDING_LAST = re.compile(r",?(?P<cue>Ap)")
_LAST = re.compile(
    rf",y?{NOUNS}{{0,9}}[hi]?(?:p{NOUNS}{{1,6}}){{0,2}}(?<=[NORTxhi]){ASIDE}[yt]*(?P<verb>V)"
    rf"(?:o|{NOUNS}{{1,6}})?(?:v?[pb]{NOUNS}{{1,7}}|vt){{0,4}}[yt]*(?:,d)?"
    r"(?=$|,(?:[yc]{0,2}G|c[^Q]*$))"
)
_LAST_INVERTED = re.compile(
    rf",(?P<verb>V){NOUNS}{{0,8}}[NORTx](?:[,pb(][^;:|QavVhiw]*)?(?:,?w[^;:|Q]*)?$"
)
_BETWEEN = re.compile(rf"[^avV;]*,{NOUNS}{{0,5}}[NORTh][yt]*(?P<verb>V)[yt]*,(?![yc]{{0,2}}G)")
_BETWEEN_INVERTED = re.compile(rf"[^V;]*,(?P<verb>V)D?{NOUNS}{{0,5}}[NORT],(?!w)")
_DATELINE = re.compile(r"[NO][NOxdts,]{0,9}-|[NO][NOxdts,]{0,9}[td][NOxdts,]*:")
_BARE = re.compile("[xg]*x(?![xv]{0,2}[RNO])")
_CUE = re.compile("[VG]")
_ANY_CUE = re.compile("[VGA]")
_STOP = re.compile(r"[.|]|$")
_NO_CLAUSE = re.compile(r"(?!y,[DNORhi])[pyt][^avVGhif]*")
_CONDITIONS = frozenset("if whether unless until".split())
_FIGURES = frozenset(
    """
    age amount conditions criteria law need needs number principles requirements rules schedule
    size standards terms
    """.split()
)
"""What things may go by, that say nothing: "according to their number"."""

_CURRENCIES = tuple("$€£¥₹")
_FEWEST_TOKENS = 3
_LONGEST_SENTENCE = 150
"""A clause shorter than the one, or a sentence longer than the other, is left alone."""


@dataclass(frozen=True, slots=True)
class Report:
    """A reported clause, and the claim of who said it."""

    span: Span
    claim: Claim


_Found = tuple[Report, int]
"""A report, and the token from which the sentence may report more."""


def find_reports(scene: Scene) -> Iterator[Report]:
    """Yield the reported clauses of a text in order; they overlap neither passages nor another."""
    tags = scene.narration.tags
    start = 0
    for stop in _STOP.finditer(tags):
        end = stop.start()
        if _FEWEST_TOKENS < end - start <= _LONGEST_SENTENCE:
            yield from _reports(scene, start, end)
        start = stop.end()


def _reports(scene: Scene, start: int, end: int) -> Iterator[Report]:
    tags = scene.narration.tags
    if not _ANY_CUE.search(tags, start, end):
        return
    dateline = _DATELINE.match(tags, start, end)
    start = dateline.end() if dateline else start
    position = start
    report: Report | None = None
    for rule in _RULES:
        found = rule(scene, start, end)
        if found is not None:
            report, position = found
            yield report
            break
    for cue in _CUE.finditer(tags, start, end):
        if cue.start() >= position:
            goes_on = report if scene.narration.tags[cue.start()] == "G" else None
            found_after = _clause_after(scene, start, cue.start(), end, goes_on)
            if found_after is not None:
                report = found_after
                yield report
                position = clause_end(scene, cue.end(), end)


def _clause_after(
    scene: Scene, start: int, cue: int, end: int, before: Report | None
) -> Report | None:
    """Roe told reporters that the plan was dead; or: Roe said the plan was dead.

    The speaker of a report `before` it in the sentence goes on ("…, Roe said, adding that …").
    """
    first = clause_after(scene, cue, end)
    if first is None or not is_said(scene, start, cue):
        return None
    who = _subject(scene, start, cue)
    if before is not None:
        who = Head(before.claim.token, before.claim.token, before.claim.tag)
    if who is None or (who.first > 0 and scene.word(who.first - 1) in _CONDITIONS):
        return None
    last = clause_end(scene, first, end)
    if scene.narration.tags[who.last + 1 : who.last + 2] == "w":
        comma = scene.narration.tags.find(",", first, last)
        last = comma if comma >= 0 else last
    return _made(scene, who, cue, first, last)


def _subject(scene: Scene, start: int, cue: int) -> Head | None:
    """Return who says it; of "Roe was quoted as saying" and "Roe said so, adding", Roe."""
    tags = scene.narration.tags
    if scene.word(cue - 1) == "to" and scene.word(cue - 2) == "on":
        return subject_before(tags, start, cue - 3)
    if tags[cue - 2 : cue] == ",c" and scene.word(cue - 1) == "which":
        return subject_before(tags, start, cue - 2)
    goes_on = tags[cue] == "G" and scene.word(cue - 1) != "as"
    said = tags.rfind("V", start, cue) if goes_on else -1
    if said < 0 or "Q" in tags[said:cue]:
        return subject_of(scene, start, cue)
    inverted = subject_after(tags, said, cue) if tags[said - 1 : said] in ("Q", ",") else None
    return inverted or subject_of(scene, start, said)


def _according_first(scene: Scene, start: int, end: int) -> _Found | None:
    """According to Roe, the plan is dead."""
    found = _ACCORDING_FIRST.match(scene.narration.tags, start, end)
    if found is None:
        return None
    cue = found.start("cue")
    who = _source(scene, cue, found.end())
    report = _made(scene, who, cue, found.end(), end)
    return (report, end) if report else None


def _according_last(scene: Scene, start: int, end: int) -> _Found | None:
    """The plan is dead, according to Roe."""
    found = _ACCORDING_LAST.search(scene.narration.tags, start + 1, end)
    if found is None or "Q" in scene.narration.tags[found.end() : end]:
        return None
    who = _source(scene, found.start("cue"), end)
    report = _made(scene, who, found.start("cue"), start, found.start())
    return (report, found.end()) if report else None


def _source(scene: Scene, cue: int, end: int) -> Head | None:
    """Return what "according to" at the token `cue` governs, a bare "figures" too."""
    who = noun_phrase(scene.narration.tags, cue + 2, end)
    if who is None:
        bare = _BARE.match(scene.narration.tags, cue + 2, end)
        words = range(*bare.span()) if bare else range(0)
        last = next((word for word in words if scene.word(word).endswith("s")), None)
        if last is None:
            return None
        who = Head(words[0], last, "x")
    return None if who.tag == "x" and scene.word(who.last) in _FIGURES else who


def _said_last(scene: Scene, start: int, end: int) -> _Found | None:
    """The plan is dead, Roe said."""
    found = _LAST.search(scene.narration.tags, start, end)
    return _around(scene, found, found.start(), start) if found else None


def _said_last_inverted(scene: Scene, start: int, end: int) -> _Found | None:
    """The plan is dead, said Jane Roe, the mayor."""
    found = _LAST_INVERTED.search(scene.narration.tags, start, end)
    if found is None or scene.word(found.start("verb")) not in ("said", "says"):
        return None
    who = subject_after(scene.narration.tags, found.start("verb"), end)
    report = _made(scene, who, found.start("verb"), start, found.start())
    return (report, end) if report else None


def _said_between(scene: Scene, start: int, end: int) -> _Found | None:
    """The plan, Roe said, is dead; or: The plan, said Roe, is dead."""
    found = _BETWEEN.match(scene.narration.tags, start, end)
    if found is not None:
        around = _around(scene, found, end, start)
        return (around[0], end) if around else None
    found = _BETWEEN_INVERTED.match(scene.narration.tags, start, end)
    if found is None or scene.word(found.start("verb")) not in ("said", "says"):
        return None
    who = subject_after(scene.narration.tags, found.start("verb"), end)
    report = _made(scene, who, found.start("verb"), start, end)
    return (report, end) if report else None


def _around(scene: Scene, found: re.Match[str], end: int, start: int) -> _Found | None:
    """Report the tokens from `start` to `end`, said by who stands with the verb found."""
    verb = found.start("verb")
    if not is_said(scene, start, verb):
        return None
    comma = scene.narration.tags.rfind(",", start, verb)
    who = subject_before(scene.narration.tags, max(found.start() + 1, comma), verb)
    report = _made(scene, who, verb, start, end)
    return (report, verb + 1) if report else None


_RULES: tuple[Callable[[Scene, int, int], _Found | None], ...] = (
    _according_first,
    _according_last,
    _said_last,
    _said_last_inverted,
    _said_between,
)


def _made(scene: Scene, who: Head | None, cue: int, first: int, end: int) -> Report | None:
    """Report the tokens from `first` to before `end`, unless it is unsure who said them."""
    word, tags = scene.word(cue), scene.narration.tags
    is_saying = word == "according" or (word in CUES and CUES[word].force is Force.SAYING)
    if who is None or not is_saying or end - first < _FEWEST_TOKENS or "Q" in tags[first:end]:
        return None
    if _NO_CLAUSE.fullmatch(tags, first, end):
        return None
    if who.tag not in "NORTxh" and scene.word(who.last) != "it":
        return None
    claim = claim_of(scene, who, cue, 0.8, "reported without marks")
    return Report(_stretch(scene, first, end), claim) if claim else None


def _stretch(scene: Scene, first: int, end: int) -> Span:
    """Return the text of the tokens from `first` to before `end`, with the signs after the last."""
    narration = scene.narration
    after = narration.starts[end] if end < len(narration.tags) else len(scene.text)
    last = narration.ends[end - 1]
    start = narration.starts[first]
    start -= scene.text[start - 1 : start] in _CURRENCIES
    return Span(start, last + len(scene.text[last:after].rstrip()))
