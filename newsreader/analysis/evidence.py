"""What the words of a phrase say for its being a person, an organisation or a place.

Evidence comes as short strings ("last:bodies", "prev=in") that a table gives weights to; what the
words around one mention say is in surroundings.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newsreader.analysis import gazetteer, wording
from newsreader.analysis.phrases import GLUED_INITIAL

_WORDINGS = 1 << 14
_CLASSES = {
    "state": wording.STATE_BODIES,
    "bodies": wording.BODIES,
    "heads": wording.BODY_HEADS,
    "firms": wording.FIRMS,
    "clubs": wording.CLUBS,
    "press": wording.PRESS,
    "places": wording.PLACES,
    "placeheads": wording.PLACE_HEADS,
    "sites": wording.SITES,
    "things": wording.THINGS,
    "roles": wording.ROLES,
    "topics": wording.TOPICS,
    "others": wording.OTHERS,
}
_CLASSED = frozenset[str]().union(*_CLASSES.values())
_GIVEN_PAIR = re.compile(r"[A-Z][a-z]+-[a-z]{2,}")
_PARTICLE = frozenset("al el bin ibn binti van von de der den da dos del la le di abu ben".split())


@lru_cache(maxsize=_WORDINGS)
def of_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return what the words of a phrase say by themselves."""
    count, first, last = len(words), words[0].rstrip("."), words[-1].rstrip(".")
    text = " ".join(words)
    many = "1" if count == 1 else "2"
    found = [f"n={min(count, 5)}", *_of_known(words, text, many)]
    if not _CLASSED.isdisjoint((first, last, *words[1:-1])):
        found += _of_classes(first, words[1:-1], last, many)
    found += (f"has:{link}" for link in ("of", "for", "and", "&") if link in words)
    if count > 1 and not _PARTICLE.isdisjoint(words):
        found.append("particle")
    found.append(f"{many}last={last.lower()}")
    if count > 1:
        found.append(f"first={first.lower()}")
    found.append(f"{many}end={last[-3:].lower()}")
    return (*found, *_of_shape(words, text, many))


def _of_classes(first: str, middle: tuple[str, ...], last: str, many: str) -> Iterator[str]:
    for name, members in _CLASSES.items():
        if last in members:
            yield f"last{many}:{name}"
        if many == "2" and first in members:
            yield f"first:{name}"
        if not members.isdisjoint(middle):
            yield f"mid:{name}"


def _of_known(words: tuple[str, ...], text: str, many: str) -> Iterator[str]:
    first, last = words[0], words[-1]
    is_upper = len(text) > 3 and text.isupper()
    usual = text.title() if is_upper else text
    if gazetteer.is_major_place(text) or gazetteer.is_major_place(usual):
        yield f"major place{many}"
    elif gazetteer.is_place(usual):
        yield f"place{many}"
    elif len(words) > 1:
        if gazetteer.is_place(first):
            yield "place first"
        if gazetteer.is_place(last):
            yield "place last"
    if gazetteer.is_country(usual):
        yield "country"
    if gazetteer.is_organisation(text):
        yield f"organisation{many}"
    elif gazetteer.is_club(usual):
        yield f"club{many}"
    if gazetteer.demonym(text) or gazetteer.demonym(text.title()):
        yield "people"
    elif gazetteer.demonym(first):
        yield "people first"
    sex = gazetteer.forename_sex(first) or gazetteer.forename_sex(first.partition("-")[0])
    known = ("forename" if sex else "") + (" surname" if gazetteer.is_surname(last) else "")
    yield f"{many}{known or ' unknown'}"
    if len(words) > 2 and any(gazetteer.forename_sex(word) for word in words[1:-1]):
        yield "forename within"


def _of_shape(words: tuple[str, ...], text: str, many: str) -> Iterator[str]:
    if text.isupper():
        yield f"{many}upper{min(len(text), 7)}"
    elif any(word.isupper() and len(word) > 1 for word in words):
        yield "upper within"
    if any(map(str.isdigit, text)):
        yield f"{many}digit"
    if any(len(word.rstrip(".")) == 1 for word in words[:-1]) or GLUED_INITIAL.match(words[0]):
        yield "initial"
    if any(word[1:].lower() != word[1:] and not word.isupper() for word in words):
        yield f"{many}mixed"
    if "-" in text:
        yield f"{many}hyphen"
        if many == "2" and any(_GIVEN_PAIR.fullmatch(word) for word in words):
            yield "given pair"


_REASONS = {
    "title": "a title before it",
    "person": "named like a person",
    "forename": "a known forename",
    "place": "a known place",
    "major place": "a known place",
    "organisation": "a known organisation",
    "age": "an age after it",
    "who": '"who" after it',
    "next:speech": "it speaks",
    "next:place": "a word for a place after it",
    "next:body": "a word for a body after it",
    "prev:role": "a role before it",
    "prev:place": "a word for a place before it",
    "prev:body": "a word for a body before it",
    "after place": "a place before it",
    "before place": "a place after it",
    "last": "its last word",
    "first": "its first word",
    "ends": "the end of a longer name here",
    "begins": "the beginning of a longer name here",
    "initials": "the initials of a longer name here",
    "has:of": '"of" within it',
    "has:&": '"&" within it',
    "initial": "an initial in it",
    "given pair": "a forename of two parts",
    "surname": "a known surname",
    "club": "a known club",
    "upper": "written in capitals",
    "next:human": "does what persons do",
    "dateline": "stands in a dateline",
    "in brackets": "stands in brackets",
    "sport": "a text on sport",
    "again": "named again and again",
}
_BESIDE = re.compile(r"(?:before|after) (?:and|comma|bracket|of|owner|in|space) (person|org|place)")
_KINDS = {"person": "a person", "org": "an organisation", "place": "a place"}


@lru_cache(maxsize=_WORDINGS)
def reason(name: str) -> str:
    """Return a piece of evidence in words for the reader."""
    for sign, where in (("prev=", "after"), ("next=", "before")):
        if name.startswith(sign):
            return f'{where} "{name.removeprefix(sign)}"'
    beside = _BESIDE.match(name)
    if beside:
        return f"named beside {_KINDS[beside[1]]}"
    plain = name.strip("0123456789 ")
    known = (_REASONS.get(key) for key in (plain, re.split(r"[0-9 :=]", plain)[0]))
    return next((words for words in known if words), "its wording and surroundings")
