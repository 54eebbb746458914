"""What the words around a mention say for its naming a person, an organisation or a place.

Evidence comes as short strings ("title", "prev=in", "dateline") that a table gives weights to; what
the words of the name say by themselves is in evidence.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
_BEFORE = re.compile(r"(?:(?<!\w)([a-z]{2,}) )?(\w[\w'’-]*)?([^\w\n]{0,4})$")
_AFTER = re.compile(r"(?:[ \xa0]?['’]s?\b)?([^\w\n]{0,4})([\w'’-]*)(?: ([a-z]{2,}))?")
_DATELINE = re.compile(
    r"(?: ?, [A-Z][\w .]{2,24})??(?:,? (?:\d{4}-\d\d|[A-Z][a-z]{2,8}\.? \d{1,2}\b))?"
    r"(?: [-–—]{1,2} ?|:? ?[(/][A-Z][\w /]{1,24}[)/]|$| \d{4}-\d\d-\d\d)",
    re.MULTILINE,
)


def of_context(text: str, phrase: Phrase) -> Iterator[str]:
    """Yield what the words around one mention say."""
    before = _BEFORE.search(text, max(0, phrase.start - 24), phrase.start)
    after = _AFTER.match(text, phrase.end)
    if phrase.title:
        yield "title"
    if phrase.opens:
        yield "opens"
    yield from _of_line(text, phrase)
    if before is not None:
        yield from _of_before(before)
    if after is not None:
        yield from _of_after(after, text)
    if before is not None and after is not None and before[2] == "the" and after[1] == " ":
        if after[2] in _PLACE_NOUNS:
            yield "the next:place"
        if after[2] in _BODY_NOUNS:
            yield "the next:body"


def _of_line(text: str, phrase: Phrase) -> Iterator[str]:
    """Yield what the place in its line says: a dateline, a row of a table, a list of names."""
    starts = phrase.start == 0 or text[phrase.start - 1] == "\n"
    ends = text[phrase.end : phrase.end + 1] in ("", "\n")
    if starts and ends:
        yield "line"
    elif starts:
        yield "dateline" if _DATELINE.match(text, phrase.end) else "line starts"
    elif ends:
        yield "line ends"
    opened = text[max(0, phrase.start - 2) : phrase.start].rstrip(" ")[-1:] == "("
    if opened and text[phrase.end : phrase.end + 2].lstrip(" ")[:1] == ")":
        yield "in brackets"


def _of_before(found: re.Match[str]) -> Iterator[str]:
    word, gap = found[2] or "", found[3].strip()
    if gap:
        yield f"gap<{gap[-1]}"
        if gap in (".", "-", ".)") and word.isdigit():
            yield "ranked"
        if gap == "," and gazetteer.is_place(word):
            yield "after place"
        return
    if word.isdigit():
        yield "prev:number"
        return
    lowered = word.lower()
    yield f"prev={lowered}"
    if found[1]:
        yield f"2prev={found[1]}"
    if word and word == lowered:
        if lowered in _ROLE_NOUNS:
            yield "prev:role"
        if lowered in _PLACE_NOUNS:
            yield "prev:place"
        if lowered in _BODY_NOUNS:
            yield "prev:body"


def _of_after(found: re.Match[str], text: str) -> Iterator[str]:
    gap, word = found[1].strip(), found[2]
    if text[found.start() : found.start() + 1] in ("'", "’"):
        yield "possessive"
    if gap:
        yield f"gap>{gap[0]}"
        if gap == "," and word:
            yield from _of_apposition(word)
        return
    if word[:1].isdigit():
        yield "next:number"
        return
    lowered = word.lower()
    yield f"next={lowered}"
    if found[3]:
        yield f"2next={found[3]}"
    if word in TITLES or word in wording.ROLES:
        yield "next:title"
    if word == lowered:
        if lowered in _SPEECH:
            yield "next:speech"
        if lowered in _HUMAN:
            yield "next:human"
        if lowered in _PLACE_NOUNS:
            yield "next:place"
        if lowered in _BODY_NOUNS:
            yield "next:body"


def _of_apposition(word: str) -> Iterator[str]:
    if word.isdigit() and len(word) == 2:
        yield "age"
    elif gazetteer.is_place(word):
        yield "before place"
    elif word in ("who", "whose"):
        yield "who"
    elif word.islower():
        yield f"then={word}"
