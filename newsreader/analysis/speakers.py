"""Who speaks: one small rule for each way in which news writing names the speaker of a quotation.

Each rule looks at one passage and returns a Claim or None. RULES lists them, the surest first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from newsreader.analysis.cues import CUES, NEVER_INVERTED, Force
from newsreader.analysis.governing import is_passive, nearest_cue
from newsreader.analysis.grammar import (
    Head,
    first_subject,
    noun_phrase,
    subject_after,
    subject_before,
)
from newsreader.analysis.scene import Claim, Scene, claim_of
from newsreader.model import Span

Rule = Callable[[Scene, int], Claim | None]

_LABEL = re.compile(r"([^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3}):\s")
_LINK = re.compile(r"[,-]?(?:y|ac|c|x(?=[hNO])){0,2}(?:[DdxyNORTs]{1,6}(?:p[DdxNORT]+){0,4},)?$")
_BROKEN_OFF = frozenset(
    """
    and but or because which when while if although though whether unless until so since nor
    """.split()
)
_PARTICIPLES = frozenset(("ed", "en", "wn"))
_VERB = re.compile(r"V|v(?=[yt]*[.,;|])")
_NO_MORE = re.compile(r"[Vv](?:[oyt]|[pb][DxdtONRT]{1,5})*[.|]")
_NO_MORE_OR_COMMA = re.compile(_NO_MORE.pattern.replace("[.|]", "[.|,]"))
_ACCORDING = re.compile(r"[,.-]?Ap")
_AS_SAYING = re.compile(r"[DdxNORTsy]{1,8}cG")
_SIGNATURE = re.compile(r"\.?\|{0,2}-(?P<who>[DxRO]{0,4}[NO])[td]{0,3}(?:[,(][^.|Q]*)?\.?(?:\||$)")
_OWN_WORDS = re.compile(r"(?P<who>[NO])s[xDdO]{0,3}T")
_FOR_WHOM = re.compile(
    r"p(?P<who>[DdxRO]{0,4}[NOR]),(?:[DxTi]{1,4}[ay]+[^.;:|V]*|(?<=N,)[^.;:|V]*)$"
)
_ACTS = re.compile(r"(?:[,(][^.]*[,)])?[yt]*[vVax]")
_CUE_AT_THE_MARKS = re.compile(r"[VG][,:c]?$")
_FARTHEST_CUE = 30


def in_label(scene: Scene, passage: int) -> Claim | None:
    """ROE: We go., or “ROE: We go.”, as in a transcript."""
    label = scene.passages[passage].label
    if label is not None:
        at = bisect_left(scene.names, label.end, key=lambda name: name.span.end)
        name = scene.names[at] if at < len(scene.names) else None
        if name is not None and label.covers(name.span):
            return Claim(name.span, "L", at, -1, None, 0.95, "the label before it")
        return Claim(label, "L", None, -1, None, 0.95, "the label before it")
    found = _LABEL.match(scene.text, scene.passages[passage].span.start)
    if found is None or not found[1].isupper():
        return None
    start, end = found.span(1)
    return Claim(Span(start, end), "L", None, -1, None, 0.9, "the label before it")


def inverted_after(scene: Scene, passage: int) -> Claim | None:
    """“…,” said Jane Roe."""
    tags, verb = scene.narration.tags, _after(scene, passage)
    if tags[verb : verb + 1] != "V" or scene.word(verb) in NEVER_INVERTED:
        return None
    subject = subject_after(tags, verb, scene.sentence_end(verb))
    cue = CUES.get(scene.word(verb))
    if subject and subject.tag not in "Nh" and cue and cue.force is Force.THINKING:
        return None
    return claim_of(scene, subject, verb, 0.97, "right after the quote")


def subject_and_verb_after(scene: Scene, passage: int) -> Claim | None:
    """“…,” Jane Roe, the mayor, said."""
    start = _after(scene, passage)
    return _subject_and_verb(scene, start, scene.sentence_end(start), "after the quote", 0.95)


def agent_after(scene: Scene, passage: int) -> Claim | None:
    """It was described as “…” by Jane Roe."""
    tags, token = scene.narration.tags, scene.narration.passages[passage]
    if tags[token + 1 : token + 2] != "b":
        return None
    cue = tags.rfind("V", scene.sentence_start(token), token)
    if cue < 0 or scene.word(cue)[-2:] not in _PARTICIPLES:
        return None
    return claim_of(scene, _object(scene, token + 2), cue, 0.9, "by whom, after the quote")


def according_after(scene: Scene, passage: int) -> Claim | None:
    """“…,” according to Jane Roe."""
    tags, token = scene.narration.tags, scene.narration.passages[passage]
    found = _ACCORDING.match(tags, token + 1)
    if found is None:
        return None
    who = _object(scene, found.end())
    if who is not None and found[0][0] == "." and tags[who.last + 1 : who.last + 2] == ",":
        return None
    return claim_of(scene, who, found.end() - 2, 0.95, "after the quote")


def bare_sentence_after(scene: Scene, passage: int) -> Claim | None:
    """“….” Jane Roe said."""
    tags, token = scene.narration.tags, scene.narration.passages[passage]
    if tags[token + 1 : token + 2] != ".":
        return None
    end = scene.sentence_end(token + 2)
    verb = _VERB.search(tags, token + 2, end + 1)
    asked = scene.passages[passage].span.of(scene.text)[-1] in "?!"
    ends = _NO_MORE_OR_COMMA if asked else _NO_MORE
    if verb is None or not ends.match(tags, verb.start()):
        return None
    return _subject_and_verb(scene, token + 2, end, "in a short sentence after the quote", 0.85)


def signature_after(scene: Scene, passage: int) -> Claim | None:
    """“….” – Jane Roe, or – @jane: the signature of a quotation that stands alone."""
    tags, token = scene.narration.tags, scene.narration.passages[passage]
    found = _SIGNATURE.match(tags, token + 1)
    if found is None:
        return None
    who = noun_phrase(tags, found.start("who"), found.end("who"))
    if who is None or (who.tag == "O" and not scene.word(who.last).startswith("@")):
        return None
    return claim_of(scene, who, None, 0.9, "the signature under it")


def cue_before(scene: Scene, passage: int) -> Claim | None:
    """Jane Roe said: “…”, Roe called it “…”, Roe left, saying “…”."""
    token = scene.narration.passages[passage]
    start = max(scene.sentence_start(token), token - _FARTHEST_CUE)
    return nearest_cue(scene, start, token, "before the quote")


def cue_ends_sentence(scene: Scene, passage: int) -> Claim | None:
    """What “…” means is plain, Jane Roe said; or: said Jane Roe; or: according to Jane Roe."""
    tags, token = scene.narration.tags, scene.narration.passages[passage]
    end = scene.sentence_end(token)
    source = tags.find(",Ap", token, end) + 1
    if source:
        who = _object(scene, source + 2)
        return claim_of(scene, who, source, 0.8, "at the end of the sentence")
    inverted = tags.rfind(",V", token, end) + 1
    if inverted and scene.word(inverted) not in NEVER_INVERTED:
        who = subject_after(tags, inverted, end)
        if who is not None and who.tag in "NORTh":
            return claim_of(scene, who, inverted, 0.8, "at the end of the sentence")
    verb = tags.rfind("V", token, end)
    if verb < 0 or not _NO_MORE.match(tags, verb):
        return None
    subject = subject_before(tags, token, verb)
    if subject is None or tags[subject.first - 1] != ",":
        return None
    return claim_of(scene, subject, verb, 0.8, "at the end of the sentence")


def subject_of_sentence(scene: Scene, passage: int) -> Claim | None:
    """Roe tore into Poe for “…”."""
    tags, token = scene.narration.tags, scene.narration.passages[passage]
    subject = first_subject(tags, scene.sentence_start(token), token)
    if subject is None or subject.tag not in "NOTh":
        return None
    if is_passive(scene, tags.rfind("V", subject.last, token)):
        return None
    if not _ACTS.match(tags, subject.last + 1, token):
        return None
    return claim_of(scene, subject, None, 0.5, "the subject of the sentence")


def according_before(scene: Scene, passage: int) -> Claim | None:
    """According to Jane Roe, it is “…”."""
    tags, token = scene.narration.tags, scene.narration.passages[passage]
    found = tags.rfind("Ap", scene.sentence_start(token), token)
    if found < 0:
        return None
    return claim_of(scene, _object(scene, found + 2), found, 0.9, "before the quote")


def for_whom(scene: Scene, passage: int) -> Claim | None:
    """For Jane Roe, it is “…”."""
    tags, token = scene.narration.tags, scene.narration.passages[passage]
    start = scene.sentence_start(token)
    found = _FOR_WHOM.match(tags, start, token)
    if found is None or scene.word(start) not in ("for", "to"):
        return None
    who = noun_phrase(tags, start + 1, found.end("who"))
    return claim_of(scene, who, None, 0.7, "for whom it is so")


def colon_before(scene: Scene, passage: int) -> Claim | None:
    """Jane Roe on the plan: “…”, also where the colon ends the paragraph above."""
    tags, token = scene.narration.tags, scene.narration.passages[passage]
    colon = token - 2 if tags[max(0, token - 1) : token] == "|" else token - 1
    if colon < 1 or tags[colon] != ":":
        return None
    start = scene.sentence_start(colon)
    claim = nearest_cue(scene, start, colon, "before the colon")
    if claim is not None:
        return claim
    return claim_of(scene, first_subject(tags, start, colon), None, 0.7, "named before the colon")


def own_words_before(scene: Scene, passage: int) -> Claim | None:
    """Roe's statement that it was “…”."""
    tags, token = scene.narration.tags, scene.narration.passages[passage]
    found = _OWN_WORDS.search(tags, scene.sentence_start(token), token)
    if found is None:
        return None
    at = found.start("who")
    return claim_of(scene, Head(at, at, tags[at]), found.end() - 1, 0.7, "whose words they are")


RULES: tuple[Rule, ...] = (
    in_label,
    inverted_after,
    subject_and_verb_after,
    according_after,
    agent_after,
    signature_after,
    cue_before,
    cue_ends_sentence,
    according_before,
    colon_before,
    own_words_before,
    for_whom,
    bare_sentence_after,
    subject_of_sentence,
)


def claim_speaker(scene: Scene, passage: int) -> Claim | None:
    """Return what the first rule that applies claims of this passage."""
    claims = (claim for rule in RULES if (claim := rule(scene, passage)) is not None)
    claim = next(claims, None)
    if claim is None or claim.tag in "Nh":
        return claim
    token = scene.narration.passages[passage]
    if not _CUE_AT_THE_MARKS.search(scene.narration.tags, max(0, token - 4), token):
        return claim
    before = cue_before(scene, passage)
    return before if before is not None and before.tag == "N" else claim


def _after(scene: Scene, passage: int) -> int:
    """Return the token after a passage, or after the comma or dash that follows it."""
    token = scene.narration.passages[passage] + 1
    return token + (scene.narration.tags[token : token + 1] in (",", "-"))


def _object(scene: Scene, start: int) -> Head | None:
    """Return what "according to" governs: a noun phrase, or "him" and "her"."""
    if scene.word(start) in ("him", "her", "them"):
        return Head(start, start, "h")
    return noun_phrase(scene.narration.tags, start, scene.sentence_end(start))


def _subject_and_verb(
    scene: Scene, start: int, end: int, where: str, confidence: float
) -> Claim | None:
    """Read "Roe said" from token `start` on, where nothing but its subject precedes the verb."""
    tags = scene.narration.tags
    quote = tags.find("Q", start, end)
    found = _VERB.search(tags, start, end + 1 if quote < 0 else quote)
    if found is None:
        return None
    verb = found.start()
    subject = subject_before(tags, start, verb)
    if tags[verb + 1 : verb + 2] == "b":
        return claim_of(scene, noun_phrase(tags, verb + 2, end), verb, confidence, where)
    quoted = _AS_SAYING.match(tags, verb + 1)
    if quoted and scene.word(quoted.end() - 1) == "saying":
        return claim_of(scene, noun_phrase(tags, verb + 1, end), verb, confidence, where)
    if subject is None or not _LINK.match(tags[start : subject.first]):
        return None
    if any(scene.word(token) in _BROKEN_OFF for token in range(start, subject.first)):
        return None
    return claim_of(scene, subject, verb, confidence, where)
