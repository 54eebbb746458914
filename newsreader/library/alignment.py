"""Aligning a passage and its surroundings with a text in which they may have been edited."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newsreader.model import Span

_PIECE = 8  # characters: long enough to be rare, short enough to lie between two edits
_PIECES = 200  # how many of them are looked for, at most
_COMMON = 20  # a piece found more often than this says nothing about where the passage is
_REGIONS = 4  # how many places are looked at closely

_FEW = 3  # words that could stand beside any passage
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
    step = max(_PIECE // 2, len(whole) // _PIECES)
    for offset in range(0, len(whole) - _PIECE + 1, step):
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
        if len(before) > _FEW:
            del before[0]  # the outermost may be half a word
        if len(after) > _FEW:
            del after[-1]
        return cls(before + within + after, len(before), len(before) + len(within))


def _words(text: str) -> list[str]:
    return _TOKEN.findall(text.translate(_PLAIN_MARKS))


def _align(tokens: _Tokens, text: str, region: Span) -> Alignment | None:
    """Map both ends of the passage through the edits between it and a region of `text`."""
    spots = [Span(*found.span()) for found in _TOKEN.finditer(text, region.start, region.end)]
    there = [spot.of(text).translate(_PLAIN_MARKS) for spot in spots]
    same = _same(tokens.words, there)
    if region.start == 0:
        same[-1] = -1  # the edges of the text, for a passage that stood beside them
    if region.end == len(text):
        same[len(tokens.words)] = len(there)
    kept = [index for index in range(tokens.start, tokens.end) if index in same]
    said = [tokens.words[index] for index in kept if _says(tokens.words[index])]
    if not said:
        return None
    start = _start(tokens, same, kept[0])
    end = _end(tokens, same, kept[-1])
    was, now = Counter(tokens.words[tokens.start : tokens.end]), Counter(there[start:end])
    return Alignment(
        span=Span(spots[start].start, spots[end - 1].end),
        passage=2 * len(said) / sum(map(_says, (*was.elements(), *now.elements()))),
        before=_share(range(tokens.start), -1, same, start),
        after=_share(range(tokens.end, len(tokens.words)), len(tokens.words), same, end),
        renamed=any(_names(word) for word in (was - now) + (now - was)),
    )


def _same(words: Sequence[str], there: Sequence[str]) -> dict[int, int]:
    """Map the words that are the same in both, in order, as many as there can be."""
    from rapidfuzz.distance import LCSseq

    same: dict[int, int] = {}
    for edit in LCSseq.opcodes(words, there):
        if edit.tag == "equal":
            shift = edit.dest_start - edit.src_start
            same.update((index, index + shift) for index in range(edit.src_start, edit.src_end))
    return same


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


def _share(words: range, edge: int, same: dict[int, int], near: int) -> float:
    """Return how much of what surrounded the passage on one side is still near it, from 0 to 1.

    `edge` stands for the beginning or the end of the text. Where there are too few words to tell
    anything, all hangs on whether the passage still stands there.
    """
    reach = len(words) + _LOOSE

    def stays(index: int) -> bool:
        return index in same and abs(same[index] - near) <= reach

    if len(words) < _FEW:
        return float(stays(edge))
    return sum(map(stays, words)) / len(words)


def _says(word: str) -> bool:
    """Tell a word from a punctuation mark."""
    return word[0].isalnum()


def _names(word: str) -> bool:
    return word[0].isupper() or any(character.isdigit() for character in word)
