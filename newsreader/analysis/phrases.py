"""From names to phrases: the stretches that may each be one entity.

A run of capitals holds more than a name ("NASA Administrator Jane Roe", "Chinese Senate") and less
("Ministry of Health and Sports" is three runs). Here runs are cut at roles, peoples and places, and
joined over "of", "for" and "and" where the words say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsreader.analysis import gazetteer, wording
from newsreader.analysis.names import Name
from newsreader.model import Span

_WORD = re.compile(r"[^\s,]+")
_LINK = re.compile(
    r"[ \xa0](?:(?:of|for)[ \xa0](?:(?:the|its)[ \xa0])?|(?:and|&)[ \xa0](?:the[ \xa0])?)"
)
_SOVEREIGN = frozenset(
    "King Queen Prince Princess Bishop Archbishop Cardinal Pope General President Sultan Emperor"
    " Sri Lord Lady Brother Sister Father Chief Captain Major Prime Crown Democratic Republican"
    " Judge Imam Sheikh Saint".split()
)
"""Titles that also begin the names of places and bodies ("Queen Street")."""


@dataclass(frozen=True, slots=True)
class Phrase:
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


def find_phrases(text: str, names: Sequence[Name]) -> list[Phrase]:
    """Return what may be entities among `names` of `text`, in order; they never overlap."""
    pieces = [piece for name in names for piece in _cut(_with_title(text, name), text)]
    return list(_joined(text, pieces))


def _phrase(text: str, start: int, end: int, title: str = "", *, opens: bool = False) -> Phrase:
    words = tuple(_WORD.findall(text[start:end]))
    return Phrase(start, end, words, title, opens)


def _with_title(text: str, name: Name) -> Phrase:
    """Return the name, with its title where the title is part of it ("Sri Lanka")."""
    plain = _phrase(text, name.span.start, name.span.end, name.title, opens=name.opens)
    if not name.title:
        return plain
    whole = _phrase(text, name.whole.start, name.whole.end, opens=name.opens)
    is_known = gazetteer.is_place(whole.text) or gazetteer.is_organisation(whole.text)
    names_more = whole.words[0] in _SOVEREIGN and _is_typed(plain.words[-1])
    return whole if is_known or names_more else plain


def _is_typed(word: str) -> bool:
    return (
        word in wording.PLACES
        or word in wording.SITES
        or word in wording.BODIES
        or word in wording.THINGS
    )


def _cut(phrase: Phrase, text: str) -> Iterator[Phrase]:
    """Yield the parts of a run: what stands before a role, and after it; a place before a body."""
    spots = [
        (found.start() + phrase.start, found.end() + phrase.start)
        for found in _WORD.finditer(text[phrase.start : phrase.end])
    ]
    title, opens, first = phrase.title, phrase.opens, 0
    for at, word in enumerate(phrase.words):
        if word in wording.ROLES and len(phrase.words) > 1:
            yield from _cut_place(text, spots[first:at], title, opens=opens)
            title, opens, first = word, False, at + 1
    yield from _cut_place(text, spots[first:], title, opens=opens)


def _cut_place(
    text: str, spots: list[tuple[int, int]], title: str, *, opens: bool
) -> Iterator[Phrase]:
    """Yield the place that stands before a state body or a thing, and the rest; drop a people."""
    if not spots:
        return
    words = [text[a:b] for a, b in spots]
    count = _leading_place(words)
    last = words[-1]
    if count:
        yield _phrase(text, spots[0][0], spots[count - 1][1], "", opens=opens)
        spots, opens = spots[count:], False
        if last in wording.THINGS or (last in wording.SITES and len(spots) == 1):
            return
    elif len(words) > 1 and _is_people(words, last):
        spots, opens = spots[1:], False
    yield _phrase(text, spots[0][0], spots[-1][1], title, opens=opens)


def _is_people(words: list[str], last: str) -> bool:
    """Tell "Chinese" in "Chinese Senate", where it is no part of the name."""
    if gazetteer.demonym(words[0]) is None:
        return False
    whole = " ".join(words)
    if gazetteer.is_place(whole) or gazetteer.is_organisation(whole):
        return False
    return last in wording.STATE_BODIES or not (_is_typed(last) or last in wording.FIRMS)


def _leading_place(words: list[str]) -> int:
    """Return how many first words are a place that stands before something else, or 0."""
    whole = " ".join(words)
    if len(words) < 2 or gazetteer.is_place(whole) or gazetteer.is_organisation(whole):
        return 0
    last = words[-1]
    parts = last in wording.STATE_BODIES or last in wording.THINGS or last in wording.SITES
    if not parts:
        return 0
    for count in range(min(3, len(words) - 1), 0, -1):
        if gazetteer.is_place(" ".join(words[:count])):
            return count
    return 0


def _joined(text: str, pieces: list[Phrase]) -> Iterator[Phrase]:
    """Join pieces over "of", "for", "and", commas and possessives where they are one name."""
    at = 0
    while at < len(pieces):
        whole = pieces[at]
        topics = False
        while at + 1 < len(pieces):
            piece = pieces[at + 1]
            link = text[whole.end : piece.start]
            if len(link) > 10 or not _belongs(whole, link, piece, topics=topics):
                break
            topics = topics or " of " in link or " for " in link
            whole = _phrase(text, whole.start, piece.end, whole.title, opens=whole.opens)
            at += 1
        yield whole
        at += 1


def _belongs(whole: Phrase, link: str, piece: Phrase, *, topics: bool) -> bool:
    """Tell whether `piece` goes on the name `whole` after the words `link`."""
    last = whole.words[-1]
    if piece.title and not link.isspace():
        return False
    if link.strip() == ",":
        return piece.words[0] in wording.FIRMS
    if link in ("'s ", "’s ", "' ", "’ "):
        return last in wording.OWNERS and piece.words[-1] in wording.BODIES
    if not _LINK.fullmatch(link):
        return False
    both = f"{whole.text}{link}{piece.text}"
    if gazetteer.is_place(both) or gazetteer.is_organisation(both):
        return True
    if "and" in link or "&" in link:
        return _is_topical(whole, piece, topics=topics)
    return last in wording.BODY_HEADS or last in wording.PLACE_HEADS


def _is_topical(whole: Phrase, piece: Phrase, *, topics: bool) -> bool:
    """Tell "Food and Drug Administration" and "Ministry of Health and Sports" from two names."""
    if topics:
        return any(word in wording.TOPICS for word in piece.words[:2])
    return all(word in wording.TOPICS for word in whole.words) and (
        piece.words[0] in wording.TOPICS and piece.words[-1] in wording.BODIES
    )
