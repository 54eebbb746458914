"""What the words around a mention say for its naming a person, an organisation or a place.

Evidence comes as short strings ("title", "prev=in", "dateline") that a table gives weights to; what
the words of the name say by themselves is in evidence.py.
"""

from __future__ import annotations

import re

from newsreader.analysis import gazetteer, wording
from newsreader.analysis.names import TITLES
from newsreader.analysis.phrases import Phrase

_ROLE_NOUNS = frozenset(word.lower() for word in (*TITLES, *wording.ROLES))
_PLACE_NOUNS = frozenset(word.lower() for word in wording.PLACES) | {
    "capital",
    "city",
    "mayor",
    "native",
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "neighbouring",
    "neighboring",
    "downtown",
    "nearby",
    "suburb",
    "area",
    "coast",
    "border",
    "dam",
    "glacier",
    "mine",
    "reef",
    "rainforest",
    "refinery",
    "crossing",
}
_BODY_NOUNS = frozenset(word.lower() for word in wording.BODIES) | {
    "chairman",
    "shares",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "giant",
    "maker",
    "newspaper",
    "member",
    "members",
    "headquarters",
    "employees",
    "militants",
    "officials",
    "fighters",
}
_SPEECH = frozenset(
    """
    said says told added noted explained argued believes thinks asked replied recalled insisted
    stressed admitted claimed tweeted wrote writes stated warned urged pointed denied vowed
    """.split()
)
_HUMAN = frozenset(
    """
    who died retired married resigned testified pleaded laughed smiled nodded recalls remembers
    recalled grew studied graduated wrote writes sings sang plays played scored hit missed batted
    bowled ran rides drove walked sat stood knew knows thinks thought felt feels loves loved hates
    hated likes wants wanted hopes hoped believes speaks spoke lives lived works worked joined was
    born starred appeared tweeted confessed insists insisted denies denied himself herself his her
    moved met fled escaped survived suffered arrived flew returned shot stabbed
    """.split()
)
"""What is mostly said of persons, right after their names."""
_BEFORE = r"(?:(?<!\w)([a-z]{2,}+) )?(\w[\w'’-]*+)?([^\w\n]{0,4}+)$"
_FROM_FAR = re.compile(_BEFORE)
_FROM_A_WORD = re.compile(rf"(?<!\w){_BEFORE}")
"""What stands before a name: what begins within a word there would begin with that word, too."""

_FARTHEST = 24
_AFTER = re.compile(r"(?:[ \xa0]?['’]s?\b)?([^\w\n]{0,4})([\w'’-]*)(?: ([a-z]{2,}))?")
_DATELINE = re.compile(
    r"(?: ?, [A-Z][\w .]{2,24})??(?:,? (?:\d{4}-\d\d|[A-Z][a-z]{2,8}\.? \d{1,2}\b))?"
    r"(?: [-–—]{1,2} ?|:? ?[(/][A-Z][\w /]{1,24}[)/]|$| \d{4}-\d\d-\d\d)",
    re.MULTILINE,
)


def of_context(text: str, phrase: Phrase) -> list[str]:
    """Return what the words around one mention say, each piece of evidence once."""
    far = max(0, phrase.start - _FARTHEST)
    before = _FROM_FAR.match(text, far, phrase.start) or _FROM_A_WORD.search(
        text, far + 1, phrase.start
    )
    after = _AFTER.match(text, phrase.end)
    found = ["title"] if phrase.title else []
    if phrase.opens:
        found.append("opens")
    found += _of_line(text, phrase)
    if before is not None:
        found += _of_before(before)
    if after is not None:
        found += _of_after(after, text)
    if before is not None and after is not None and before[2] == "the" and after[1] == " ":
        if after[2] in _PLACE_NOUNS:
            found.append("the next:place")
        if after[2] in _BODY_NOUNS:
            found.append("the next:body")
    return found


def _of_line(text: str, phrase: Phrase) -> list[str]:
    """Return what the place in its line says: a dateline, a row of a table, a list of names."""
    found = []
    starts = phrase.start == 0 or text[phrase.start - 1] == "\n"
    ends = text[phrase.end : phrase.end + 1] in ("", "\n")
    if starts and ends:
        found.append("line")
    elif starts:
        found.append("dateline" if _DATELINE.match(text, phrase.end) else "line starts")
    elif ends:
        found.append("line ends")
    opened = text[max(0, phrase.start - 2) : phrase.start].rstrip(" ")[-1:] == "("
    if opened and text[phrase.end : phrase.end + 2].lstrip(" ")[:1] == ")":
        found.append("in brackets")
    return found


def _of_before(match: re.Match[str]) -> list[str]:
    word, gap = match[2] or "", match[3].strip()
    if gap:
        found = [f"gap<{gap[-1]}"]
        if gap in (".", "-", ".)") and word.isdigit():
            found.append("ranked")
        if gap == "," and gazetteer.is_place(word):
            found.append("after place")
        return found
    if word.isdigit():
        return ["prev:number"]
    lowered = word.lower()
    found = [f"prev={lowered}"]
    if match[1]:
        found.append(f"2prev={match[1]}")
    if word and word == lowered:
        if lowered in _ROLE_NOUNS:
            found.append("prev:role")
        if lowered in _PLACE_NOUNS:
            found.append("prev:place")
        if lowered in _BODY_NOUNS:
            found.append("prev:body")
    return found


def _of_after(match: re.Match[str], text: str) -> list[str]:
    gap, word = match[1].strip(), match[2]
    found = ["possessive"] if text[match.start() : match.start() + 1] in ("'", "’") else []
    if gap:
        found.append(f"gap>{gap[0]}")
        return [*found, *_of_apposition(word)] if gap == "," and word else found
    if word[:1].isdigit():
        return [*found, "next:number"]
    lowered = word.lower()
    found.append(f"next={lowered}")
    if match[3]:
        found.append(f"2next={match[3]}")
    if word in TITLES or word in wording.ROLES:
        found.append("next:title")
    if word == lowered:
        if lowered in _SPEECH:
            found.append("next:speech")
        if lowered in _HUMAN:
            found.append("next:human")
        if lowered in _PLACE_NOUNS:
            found.append("next:place")
        if lowered in _BODY_NOUNS:
            found.append("next:body")
    return found


def _of_apposition(word: str) -> list[str]:
    if word.isdigit() and len(word) == 2:
        return ["age"]
    if gazetteer.is_place(word):
        return ["before place"]
    if word in ("who", "whose"):
        return ["who"]
    return [f"then={word}"] if word.islower() else []
