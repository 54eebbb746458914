"""Aligning a passage and its surroundings with a text in which they may have been edited."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newsreader.model import Span

_PIECE = 8  # characters: long enough to be rare, short enough to lie between two edits
_COMMON = 20  # a piece found more often than this says nothing about where the passage is
_REGIONS = 4  # how many places are looked at closely

_LOOSE = 6  # words that may have come between a passage and its surroundings

_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"  # kana, Han, Hangul: no spaces between words
_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+|[^\w\s]")
_PLAIN_MARKS = str.maketrans("“”„‘’", '"""\'\'')


@dataclass(frozen=True, slots=True)
class Alignment:
    """What an edited passage corresponds to in a text.

    From 0 to 1: `passage` is how much of the passage and of `span` is the same words, `before`
    and `after` how much of its surroundings is still there. `renamed`: the words that are not the
    same include a name or a number.
    """

    span: Span
    passage: float
    before: float
    after: float
    renamed: bool


def alignments(prefix: str, exact: str, suffix: str, text: str) -> list[Alignment]:
    """Return what the passage `exact` may correspond to in `text`, each span once."""
    whole = prefix + exact + suffix
    found: dict[Span, Alignment] = {}
    for region in _regions(whole, text):
        aligned = _align(_Tokens.of(prefix, exact, suffix), text, region)
        if aligned is not None:
            found.setdefault(aligned.span, aligned)
    return list(found.values())


def _regions(whole: str, text: str) -> list[Span]:
    """Return the places of `text` that share the most pieces with `whole`, the best first."""
    width = max(2 * _PIECE, len(whole) // 2)
    votes: Counter[int] = Counter()
    for offset in range(0, len(whole) - _PIECE + 1, _PIECE // 2):
        for place in _places(whole[offset : offset + _PIECE], text):
            drawer = (place - offset) // width  # edits shift a piece, but seldom this far
            votes[drawer] += 1
            votes[drawer + 1] += 1
    best = sorted(votes, key=lambda drawer: (-votes[drawer], drawer))[:_REGIONS]
    return [
        Span(
            max(0, (drawer - 1) * width),
            min(len(text), (drawer + 1) * width + len(whole)),
        )
        for drawer in best
        if (drawer - 1) * width < len(text)
    ]


def _places(piece: str, text: str) -> list[int]:
    places: list[int] = []
    place = text.find(piece)
    while place >= 0:
        if len(places) == _COMMON:
            return []
        places.append(place)
        place = text.find(piece, place + 1)
    return places


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The words and marks of a passage between its surroundings; `[start:end]` is the passage."""

    words: Sequence[str]
    start: int
    end: int

    @classmethod
    def of(cls, prefix: str, exact: str, suffix: str) -> _Tokens:
        before, within, after = _words(prefix), _words(exact), _words(suffix)
        return cls(before + within + after, len(before), len(before) + len(within))


def _words(text: str) -> list[str]:
    return _TOKEN.findall(text.translate(_PLAIN_MARKS))


def _align(tokens: _Tokens, text: str, region: Span) -> Alignment | None:
    """Map both ends of the passage through the edits between it and a region of `text`."""
    from rapidfuzz.distance import Levenshtein

    spots = [Span(*found.span()) for found in _TOKEN.finditer(text, region.start, region.end)]
    there = [spot.of(text).translate(_PLAIN_MARKS) for spot in spots]
    same: dict[int, int] = {}
    for edit in Levenshtein.opcodes(tokens.words, there):
        if edit.tag == "equal":
            same.update(
                zip(
                    range(edit.src_start, edit.src_end),
                    range(edit.dest_start, edit.dest_end),
                    strict=True,
                )
            )
    kept = [index for index in range(tokens.start, tokens.end) if index in same]
    if not kept:
        return None
    start = _start(tokens, same, kept[0])
    end = _end(tokens, same, kept[-1])
    changed = Counter(tokens.words[tokens.start : tokens.end])
    found = Counter(there[start:end])
    renamed = any(_names(word) for word in (changed - found) + (found - changed))
    count = tokens.end - tokens.start + end - start
    return Alignment(
        span=Span(spots[start].start, spots[end - 1].end),
        passage=2 * len(kept) / count,
        before=_share(range(tokens.start), same, start),
        after=_share(range(tokens.end, len(tokens.words)), same, end),
        renamed=renamed,
    )


def _start(tokens: _Tokens, same: dict[int, int], first: int) -> int:
    """Return where the passage begins: where its first word is, else right after what precedes it.

    `first` is the first word of the passage that is still there. Were its first words replaced,
    their replacement belongs to it, but not much more than there was.
    """
    lost = first - tokens.start
    if lost and tokens.start - 1 in same:
        begin = same[tokens.start - 1] + 1
        if same[first] - begin <= 2 * lost + 2:
            return begin
    return same[first]


def _end(tokens: _Tokens, same: dict[int, int], last: int) -> int:
    """Return where the passage ends (exclusive), as `_start` does where it begins."""
    lost = tokens.end - 1 - last
    if lost and tokens.end in same:
        end = same[tokens.end]
        if end - same[last] - 1 <= 2 * lost + 2:
            return end
    return same[last] + 1


def _share(indices: range, same: dict[int, int], near: int) -> float:
    """Return how many of these words are still there, from 0 to 1, near a place; of none, all."""
    if not indices:
        return 1.0
    reach = len(indices) + _LOOSE
    return sum(abs(same.get(index, -reach) - near) <= reach for index in indices) / len(indices)


def _names(word: str) -> bool:
    return word[0].isupper() or any(character.isdigit() for character in word)
