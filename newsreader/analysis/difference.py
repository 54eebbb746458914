"""The difference of two texts, word by word, in time linear in their length.

Paragraphs that are the same are passed over. What is left between two of them is aligned word by
word: at once where it is short, else between the runs of words that occur once in both.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from newsreader.model import Span
from newsreader.model.changes import Edit
from newsreader.model.words import WORD, words_of

_TOKEN = re.compile(rf"{WORD}|[^\w\s]")
_PARAGRAPH = re.compile(r"[^\n]+")
_AT_ONCE = 1 << 22  # pairs of tokens that are aligned at once: some milliseconds, half a megabyte
_RUNS = (1, 3)  # tokens in a row that make a landmark where they occur once in both texts

_CRUMB = 16  # characters, at most, of what both texts have by chance only

_MARKS = (*((mark, '"') for mark in "“”„‟«»"), *((mark, "'") for mark in "‘’‚‛‹›´"))


class Same(NamedTuple):
    """A stretch that both texts have, character by character: where it begins in each."""

    old: int
    new: int
    length: int


_START = Same(0, 0, 0)


class _Match(NamedTuple):
    """The same items in two sequences: where they begin in each, and how many they are."""

    old: int
    new: int
    size: int


class _Pieces(NamedTuple):
    """Paragraphs, or words and marks, as they stand in a text."""

    text: str
    words: Sequence[str]
    found: Sequence[re.Match[str]]

    @classmethod
    def of(cls, pattern: re.Pattern[str], text: str, start: int, end: int) -> _Pieces:
        found = list(pattern.finditer(text, start, end))
        return cls(text, [each[0] for each in found], found)

    @property
    def plain(self) -> Sequence[str]:
        """The words with marks of one style."""
        return _in_plain_marks(" ".join(self.words)).split(" ") if self.words else []

    def bounds(self, first: int, count: int) -> tuple[int, int]:
        """Return where some pieces that follow one another begin and end."""
        return self.found[first].start(), self.found[first + count - 1].end()


def plain(text: str) -> str:
    """Return a text with single spaces, and marks and apostrophes of one style."""
    return " ".join(_in_plain_marks(text).replace("…", "...").split())


def _in_plain_marks(text: str) -> str:
    if not text.isascii():
        for mark, plainer in _MARKS:
            text = text.replace(mark, plainer)  # twenty times as quick as translating them
    return text


def same_stretches(old: str, new: str) -> list[Same]:
    """Return what stands in both texts, in order."""
    stretches: list[Same] = []
    for one in _same_tokens(old, new):
        if stretches:
            last = stretches[-1]
            ends = last.old + last.length, last.new + last.length
            if old[ends[0] : one.old] == new[ends[1] : one.new]:
                stretches[-1] = Same(last.old, last.new, one.old + one.length - last.old)
                continue
        stretches.append(one)
    return stretches


def without_crumbs(stretches: Sequence[Same], old: str, new: str) -> list[Same]:
    """Leave out the words here and there that are the same in sentences that are not.

    A stretch goes that is short, no longer than what differs on either side of it, and within a
    paragraph: what lies between the others can be read.
    """
    kept: list[tuple[Same, int]] = []  # each with the size of what differs before it
    for following in (*stretches, Same(len(old), len(new), 0)):
        gap = _gap(kept[-1][0] if kept else _START, following, old, new)
        while kept:
            one, before = kept[-1]
            text = old[one.old : one.old + one.length] if one.length <= _CRUMB else "\n"
            if "\n" in text or len(text.strip()) > min(before, gap):
                break
            kept.pop()
            gap += before + one.length
        kept.append((following, gap))
    return [stretch for stretch, _ in kept[:-1]]


def _gap(before: Same, after: Same, old: str, new: str) -> int:
    """Return how many characters differ between two stretches; those of trivial edits are none."""
    was = old[before.old + before.length : after.old]
    now = new[before.new + before.length : after.new]
    return 0 if plain(was) == plain(now) else max(len(was.strip()), len(now.strip()))


def edits_between(stretches: Sequence[Same], old: str, new: str) -> Iterator[Edit]:
    """Yield what lies between the stretches that both texts have, as small as it can be."""
    at = _START
    for stretch in (*stretches, Same(len(old), len(new), 0)):
        removed = Span(at.old + at.length, stretch.old)
        added = Span(at.new + at.length, stretch.new)
        at = stretch
        was, now = removed.of(old), added.of(new)
        if was == now:
            continue
        before = _shared_space(was, now)
        after = _shared_space(was[before:][::-1], now[before:][::-1])
        edit = Edit(
            Span(removed.start + before, removed.end - after),
            Span(added.start + before, added.end - after),
            trivial=plain(was) == plain(now),
        )
        is_last = stretch.old + stretch.length == len(old)
        yield _slid(edit, old, new, after + stretch.length - (not is_last))


def _slid(edit: Edit, old: str, new: str, room: int) -> Edit:
    """Let new or gone words begin after the mark before them: not “one{. Two}.” but “one.{ Two.}”.

    They can be told either way where the same mark follows, within `room` characters.
    """
    if edit.removed and edit.added:
        return edit
    text, run = (new, edit.added) if edit.added else (old, edit.removed)
    size = 0
    while size < room and text[run.start + size] == text[run.end + size]:
        if text[run.start + size].isalnum():
            break
        size += 1
    removed, added = edit.removed, edit.added
    return Edit(
        Span(removed.start + size, removed.end + size),
        Span(added.start + size, added.end + size),
        edit.trivial,
    )


def count_words(edits: Iterable[Edit], old: str, new: str) -> tuple[int, int]:
    """Return how many words the edits take out, and how many they put in."""
    real = [edit for edit in edits if not edit.trivial]
    return (
        sum(len(words_of(edit.removed.of(old))) for edit in real),
        sum(len(words_of(edit.added.of(new))) for edit in real),
    )


def _shared_space(one: str, other: str) -> int:
    """Return how many characters of white space both begin with."""
    size = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs or not mine.isspace():
            break
        size += 1
    return size


def _same_tokens(old: str, new: str) -> Iterator[Same]:
    """Yield the paragraphs that are the same, and between them the words and marks that are."""
    before = _Pieces.of(_PARAGRAPH, old, 0, len(old))
    after = _Pieces.of(_PARAGRAPH, new, 0, len(new))
    at = 0, 0
    for match in (
        *_aligned(before.words, after.words),
        _Match(len(before.words), len(after.words), 0),
    ):
        if at[0] < match.old and at[1] < match.new:
            yield from _stretches(
                _Pieces.of(_TOKEN, old, *before.bounds(at[0], match.old - at[0])),
                _Pieces.of(_TOKEN, new, *after.bounds(at[1], match.new - at[1])),
            )
        if match.size:
            yield from _stretch(match, before, after)
        at = match.old + match.size, match.new + match.size


def _stretches(before: _Pieces, after: _Pieces) -> Iterator[Same]:
    for match in _aligned(before.plain, after.plain):
        yield from _stretch(match, before, after)


def _stretch(match: _Match, before: _Pieces, after: _Pieces) -> Iterator[Same]:
    """Yield a match as one stretch, or in parts where space or the style of marks differs."""
    start, end = before.bounds(match.old, match.size)
    there, _ = after.bounds(match.new, match.size)
    if before.text[start:end] == after.text[there : there + end - start]:
        yield Same(start, there, end - start)
    elif match.size > 1:
        half = match.size // 2
        yield from _stretch(_Match(match.old, match.new, half), before, after)
        rest = _Match(match.old + half, match.new + half, match.size - half)
        yield from _stretch(rest, before, after)


def _aligned(
    old: Sequence[str], new: Sequence[str], runs: Sequence[int] = _RUNS
) -> Iterator[_Match]:
    """Yield what is the same in two sequences, in the order of both."""
    if not old or not new:
        return
    if old == new:
        yield _Match(0, 0, len(old))
    elif len(old) * len(new) <= _AT_ONCE:
        yield from _best_alignment(old, new)
    elif runs:
        at = 0, 0
        for landmark in (*_landmarks(old, new, runs[0]), _Match(len(old), len(new), 0)):
            between = _aligned(old[at[0] : landmark.old], new[at[1] : landmark.new], runs[1:])
            for match in between:
                yield _Match(at[0] + match.old, at[1] + match.new, match.size)
            if landmark.size:
                yield landmark
            at = landmark.old + landmark.size, landmark.new + landmark.size


def _best_alignment(old: Sequence[str], new: Sequence[str]) -> Iterator[_Match]:
    """Yield the longest common subsequence."""
    from rapidfuzz.distance import LCSseq

    for edit in LCSseq.opcodes(old, new):
        if edit.tag == "equal":
            yield _Match(edit.src_start, edit.dest_start, edit.src_end - edit.src_start)


def _landmarks(old: Sequence[str], new: Sequence[str], size: int) -> Iterator[_Match]:
    """Yield runs that occur once in both sequences, as many as stand in the same order in both."""
    places = _once(new, size)
    pairs = [(at, places[run]) for run, at in _once(old, size).items() if run in places]
    end_old = end_new = 0
    for at, there in _rising(pairs):
        overlap = max(0, end_old - at, end_new - there)
        if overlap < size:
            yield _Match(at + overlap, there + overlap, size - overlap)
            end_old, end_new = at + size, there + size


def _once(items: Sequence[str], size: int) -> dict[Hashable, int]:
    """Return where each run stands that occurs once, in the order they stand."""
    runs = (
        items if size == 1 else list(zip(*(items[offset:] for offset in range(size)), strict=False))
    )
    times = Counter(runs)
    return {run: at for at, run in enumerate(runs) if times[run] == 1}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs whose second numbers rise as their first ones do."""
    tails: list[int] = []  # the second number that ends the best run of each length so far
    ends: list[int] = []  # which pair that is
    before: list[int] = []  # and for each pair, the one before it in its run
    for index, (_, there) in enumerate(pairs):
        length = bisect_left(tails, there)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(there)
            ends.append(index)
        else:
            tails[length], ends[length] = there, index
    rising = []
    at = ends[-1] if ends else -1
    while at >= 0:
        rising.append(pairs[at])
        at = before[at]
    return rising[::-1]
