"""From names to phrases: the stretches that may each be one entity.

A run of capitals holds more than a name ("NASA Administrator Jane Roe", "Chinese Senate") and less
("Ministry of Health and Sports" is three runs): it is cut (here) and joined (joining.py).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsreader.analysis import gazetteer, wording
from newsreader.analysis.headlines import is_shouted, known_within, words_in
from newsreader.analysis.names import Name
from newsreader.model import Span

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_HYPHEN = re.compile(r"[-–‑](?=[a-z]{3})")
_BEFORE_HYPHEN = re.compile(r"[A-Z](?<![\w’'-].)[\w.]{0,40}(?: [A-Z]\w{1,40})?\Z")
_LONGEST_BEFORE_HYPHEN = 83
GLUED_INITIAL = re.compile(r"[A-Z]\w?\.(?=[A-Z][a-z]{2})")
"""An initial that is written together with its name ("B.Enkhbold")."""
_OF_MORE = re.compile(r" of [A-Z]")
_NO_NAME_AFTER = re.compile(r"[$€£]|\d")
_MONTHS = frozenset("Jan Feb March April May Jun June Jul July Aug August Sept Nov Dec".split())
_DIVISIONS = frozenset("City County District Provincial Regional State".split())
"""Words that go with the place before them: "Louisiana State Police", "Kent County Council"."""
_SOVEREIGN = frozenset(
    "King Queen Prince Princess Bishop Archbishop Cardinal Pope General President Sultan Emperor"
    " Sri Lord Lady Brother Sister Father Chief Captain Major Prime Crown Democratic Republican"
    " Judge Imam Sheikh Saint".split()
)
"""Titles that also begin the names of places and bodies ("Queen Street")."""
_TYPED = wording.BODIES | wording.PLACES | wording.SITES | wording.THINGS
_BEFORE_PERSON = _TYPED | wording.TOPICS | wording.OTHERS | {"Opposition"}


class Phrase(NamedTuple):
    """A stretch of capitalised words that may be one entity.

    `words` are its words; `title` the title before it; `opens` says that it begins a sentence.
    """

    start: int
    end: int
    words: tuple[str, ...]
    title: str = ""
    opens: bool = False

    @property
    def text(self) -> str:
        """The words with one space between them: the same for every mention."""
        return " ".join(self.words)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def phrase_at(text: str, start: int, end: int, title: str = "", *, opens: bool = False) -> Phrase:
    """Return the phrase that stands there."""
    return Phrase(start, end, tuple(text[start:end].replace(",", " ").split()), title, opens)


def addresses(text: str) -> list[tuple[int, int]]:
    """Return where web addresses stand: words in them are no names."""
    if "://" not in text and "www." not in text:
        return []
    return [found.span() for found in _ADDRESS.finditer(text)]


def cut_names(text: str, names: Sequence[Name]) -> list[Phrase]:
    """Return the parts of `names` that may be (parts of) entities, in order, none overlapping.

    Names in web addresses, months and currency signs are left out; a place or body before a hyphen
    ("London-based") is added.
    """
    parts = [part for name in names for part in _parts(text, name)]
    parts = [part for part in parts if _may_name(text, part)]
    parts += _before_hyphens(text)
    parts.sort(key=lambda part: (part.start, -part.end))
    return list(_apart(parts, addresses(text)))


def _before_hyphens(text: str) -> Iterator[Phrase]:
    """Yield the known names before a hyphen and a small letter ("London-based")."""
    for hyphen in _HYPHEN.finditer(text):
        at = hyphen.start()
        found = _BEFORE_HYPHEN.search(text, max(0, at - _LONGEST_BEFORE_HYPHEN), at)
        if found is None:
            continue
        spots = words_in(text, *found.span())
        for start, end in dict.fromkeys(((spots[0][0], spots[-1][1]), spots[-1])):
            words = text[start:end].split()
            if _is_known(" ".join(words)) or (len(words) > 1 and gazetteer.forename_sex(words[0])):
                yield phrase_at(text, start, end)
                break


def _parts(text: str, name: Name) -> list[Phrase]:
    if is_shouted(text, name):
        return [phrase_at(text, start, end) for start, end in known_within(text, name.whole)]
    phrase = _with_title(text, name)
    return _cut(phrase, text) if len(phrase.words) > 1 else [phrase]


def _apart(parts: list[Phrase], taken: list[tuple[int, int]]) -> Iterator[Phrase]:
    """Yield the parts that overlap neither an earlier one nor a stretch that is taken."""
    ends = [end for _, end in taken]
    end = 0
    for part in parts:
        near = bisect_right(ends, part.start)
        is_taken = near < len(taken) and taken[near][0] < part.end
        if part.start >= end and not is_taken:
            end = part.end
            yield part


def _may_name(text: str, part: Phrase) -> bool:
    if _NO_NAME_AFTER.match(text, part.end):
        return False
    return part.title != "" or len(part.words) > 1 or part.words[0] not in _MONTHS


def _with_title(text: str, name: Name) -> Phrase:
    """Return the name, with its title where the title is part of it ("Sri Lanka")."""
    end = name.span.end
    if name.possessive and gazetteer.is_organisation(f"{name.text}'s"):
        end += 2
    plain = phrase_at(text, name.span.start, end, name.title, opens=name.opens)
    if not name.title:
        return plain
    whole = phrase_at(text, name.whole.start, end, opens=name.opens)
    known = _is_known(whole.text) or gazetteer.demonym(whole.text) is not None
    names_more = whole.words[0] in _SOVEREIGN and plain.words[-1] in _TYPED
    return whole if known or names_more else plain


def _is_known(text: str) -> bool:
    return gazetteer.is_place(text) or gazetteer.is_organisation(text)


def _cut(phrase: Phrase, text: str) -> list[Phrase]:
    """Return the parts of a run: what stands before a role, and after it; a place before a body."""
    found: list[Phrase] = []
    spots = words_in(text, phrase.start, phrase.end)
    title, opens, first = phrase.title, phrase.opens, 0
    for at, word in enumerate(phrase.words):
        if word in wording.ROLES:
            found += _cut_place(text, spots[first:at], title, opens=opens)
            title, opens, first = word, False, at + 1
        elif at > first and _begins_person(phrase.words[first:], at - first):
            found += _cut_place(text, spots[first:at], title, opens=opens)
            title, opens, first = word, False, at
    return found + _cut_place(text, spots[first:], title, opens=opens)


def _begins_person(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a person's name begins at a word, after the end of a body's or a role's."""
    rest = words[at:]
    if not 2 <= len(rest) <= 4:
        return False
    if words[at - 1] not in _BEFORE_PERSON and not gazetteer.is_major_place(" ".join(words[:at])):
        return False
    if _is_known(" ".join(words)):
        return False
    return gazetteer.forename_sex(rest[0]) is not None and _BEFORE_PERSON.isdisjoint(rest)


def _cut_place(text: str, spots: list[tuple[int, int]], title: str, *, opens: bool) -> list[Phrase]:
    """Return the place that stands before a state body or a thing, and the rest; drop a people."""
    if not spots:
        return []
    words = [text[a:b] for a, b in spots]
    if len(words) > 1 and GLUED_INITIAL.match(text, spots[-1][0]):
        before = _cut_place(text, spots[:-1], title, opens=opens)
        return [*before, phrase_at(text, *spots[-1])]
    found: list[Phrase] = []
    count = 0 if _OF_MORE.match(text, spots[-1][1]) else _leading_place(words)
    last = words[-1]
    if count:
        found.append(phrase_at(text, spots[0][0], spots[count - 1][1], "", opens=opens))
        spots, opens = spots[count:], False
        if last in wording.THINGS or (last in wording.SITES and len(spots) == 1):
            return found
    elif len(words) > 1 and _is_people(words, last):
        spots, opens = spots[1:], False
    return [*found, phrase_at(text, spots[0][0], spots[-1][1], title, opens=opens)]


def _is_people(words: list[str], last: str) -> bool:
    """Tell "Chinese" in "Chinese Senate", where it is no part of the name."""
    if gazetteer.demonym(words[0]) is None or _is_known(" ".join(words)):
        return False
    return last in wording.STATE_BODIES or not (last in _TYPED or last in wording.FIRMS)


def _leading_place(words: list[str]) -> int:
    """Return how many first words are a place that stands before something else, or 0."""
    if len(words) < 2 or _is_known(" ".join(words)):
        return 0
    last = words[-1]
    is_division = words[-2] in _DIVISIONS or (words[1] in _DIVISIONS and last in wording.BODIES)
    if is_division and not gazetteer.is_organisation(" ".join(words[-2:])):
        return 0
    is_acronym = last.isupper() and len(last) > 2
    parts = last in wording.STATE_BODIES or last in wording.THINGS or last in wording.SITES
    for count in range(min(3, len(words) - 1), 0, -1):
        place = " ".join(words[:count])
        if parts and gazetteer.is_place(place):
            return count
        if gazetteer.is_organisation(" ".join(words[count:])) and gazetteer.is_major_place(place):
            return count
        if is_acronym and count == len(words) - 1 and gazetteer.is_major_place(place):
            return 0 if place.isupper() else count
    return 0
