"""Indirect speech: what somebody said, in the writer's words.

Taken are clauses that the sentence plainly reports as said ("Roe said that …", "According to Roe,
…", "…, Roe said."); not what somebody did not say, might say or was told, and no clause that holds
a passage in marks, which is direct speech.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsreader.analysis.cues import CUES, NEVER_INVERTED, Force
from newsreader.analysis.governing import subject_of
from newsreader.analysis.grammar import Head, noun_phrase, subject_after, subject_before
from newsreader.analysis.scene import Claim, Scene, claim_of
from newsreader.model import Span

_NOUNS = "[DdxRNOTstgy]"
_ASIDE = r"(?:,[wpcDxRNO][^,;:.|Q]{1,25},)?"
_THAT = re.compile(
    rf"[VG](?:o|(?P<told>{_NOUNS}{{1,7}}))??[yt]*(?:[pb]{_NOUNS}{{1,8}}){{0,3}}"
    rf"{_ASIDE}(?P<that>c)(?=[^tavV.,|]|Va)"
)
_CLAUSE = (
    rf"(?:p?{_NOUNS}??t)?(?P<clause>{_NOUNS}{{1,9}}(?:[pb]{_NOUNS}{{1,7}}){{0,3}}{_ASIDE}"
    r"(?P<verb>[avV])|[hif]y{0,2}[avVx])"
)
_PLAIN = re.compile(rf"[VG]{_CLAUSE}")
_TOLD = re.compile(rf"[VG](?:o|x|D?[xO]{{0,2}}[RON]){_CLAUSE}")
_ACCORDING_FIRST = re.compile(
    r"Ap[^,.|Q]{1,25},(?:[DxRON][^,.;|QavVhi]{0,14},(?![wc])(?=.*[avV]))?"
)
_ACCORDING_LAST = re.compile(r",?(?P<cue>Ap)")
_LAST = re.compile(
    rf",y?{_NOUNS}{{0,9}}[hi]?(?:p{_NOUNS}{{1,6}}){{0,2}}(?<=[NORTxhi]){_ASIDE}[yt]*(?P<verb>V)"
    rf"(?:o|{_NOUNS}{{1,6}})?(?:[pb]{_NOUNS}{{1,7}}){{0,3}}[yt]*(?:,d)?(?P<end>$|,[yc]{{0,2}}(?=G))"
)
_LAST_INVERTED = re.compile(
    rf",(?P<verb>V){_NOUNS}{{0,8}}[NORTx](?:[,pb(][^;:|QavVhi]*|,w[^,;:|Q]*)?(?P<end>$)"
)
_BETWEEN = re.compile(rf"[^avV;]*,{_NOUNS}{{0,5}}[NORTh][yt]*(?P<verb>V)[yt]*,(?![yc]{{0,2}}G)")
_DATELINE = re.compile(r"[NO][NOxdts,]{0,9}-|[NO][NOxdts,]{0,9}[td][NOxdts,]*:")
_CUE = re.compile("[VG]")
_ANY_CUE = re.compile("[VGA]")
_STOP = re.compile(r"[.|]|$")
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

_WITH_HEARER = frozenset("warned warns promised promises advised notified assured".split())
_NO_FINITE = frozenset("to not being be been having".split())
_BE = frozenset("is are was were be been being".split())
_NOT_SAID = frozenset(
    """
    not never to cannot can could may might must shall should will would did does do hardly rarely
    """.split()
)
_CONDITIONS = frozenset("if whether unless until".split())
_NO_CLAUSE = re.compile(r"[pyt][^avVGhif]*")
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
                position = _clause_end(scene, cue.end(), end)


def _clause_after(
    scene: Scene, start: int, cue: int, end: int, before: Report | None
) -> Report | None:
    """Roe told reporters that the plan was dead; or: Roe said the plan was dead.

    The speaker of a report `before` it in the sentence goes on ("…, Roe said, adding that …").
    """
    first = _after_that(scene, cue, end) or _after_cue(scene, cue, end)
    if first is None or not _is_said(scene, start, cue):
        return None
    who = _subject(scene, start, cue)
    if before is not None:
        who = Head(before.claim.token, before.claim.token, before.claim.tag)
    if who is None or (who.first > 0 and scene.word(who.first - 1) in _CONDITIONS):
        return None
    last = _clause_end(scene, first, end)
    if scene.narration.tags[who.last + 1 : who.last + 2] == "w":
        comma = scene.narration.tags.find(",", first, last)
        last = comma if comma >= 0 else last
    return _made(scene, who, cue, first, last)


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
    if found is None:
        return None
    if found["verb"] is None:
        return found.start("clause")
    if scene.word(found.start("verb")) in _NO_FINITE:
        return None
    return found.start("clause") if found["verb"] == "a" or word in _PLAIN_CUES else None


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


def _is_said(scene: Scene, start: int, cue: int) -> bool:
    """Tell what was said from what was not, might be, or was said to the subject."""
    tags = scene.narration.tags
    gerund = tags[cue] == "G"
    at = cue - 1
    while at >= start and tags[at] in "ayt":
        word = scene.word(at)
        goes_on = word == "to" and scene.word(at - 1) == "on"
        if (word in _NOT_SAID and not goes_on) or word.endswith(("n't", "n’t")):
            return False
        if word in _BE and not gerund:
            return tags[cue + 1] == "b"
        at -= 1
    return not (gerund and at >= start and tags[at] in "pbDs")


def _clause_end(scene: Scene, first: int, end: int) -> int:
    found = _CLAUSE_ENDS.search(scene.narration.tags, first, end)
    return found.start() if found else end


def _according_first(scene: Scene, start: int, end: int) -> _Found | None:
    """According to Roe, the plan is dead."""
    found = _ACCORDING_FIRST.match(scene.narration.tags, start, end)
    if found is None:
        return None
    who = noun_phrase(scene.narration.tags, found.start() + 2, found.end())
    report = _made(scene, who, found.start(), found.end(), end)
    return (report, end) if report else None


def _according_last(scene: Scene, start: int, end: int) -> _Found | None:
    """The plan is dead, according to Roe."""
    found = _ACCORDING_LAST.search(scene.narration.tags, start + 1, end)
    if found is None or "Q" in scene.narration.tags[found.end() : end]:
        return None
    who = noun_phrase(scene.narration.tags, found.end(), end)
    report = _made(scene, who, found.start("cue"), start, found.start())
    return (report, found.end()) if report else None


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
    """The plan, Roe said, is dead."""
    found = _BETWEEN.match(scene.narration.tags, start, end)
    if found is None:
        return None
    around = _around(scene, found, end, start)
    return (around[0], end) if around else None


def _around(scene: Scene, found: re.Match[str], end: int, start: int) -> _Found | None:
    """Report the tokens from `start` to `end`, said by who stands with the verb found."""
    verb = found.start("verb")
    if not _is_said(scene, start, verb):
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
    return Span(narration.starts[first], last + len(scene.text[last:after].rstrip()))
