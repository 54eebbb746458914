"""Quotations made of words that stand in two places of a source, or in two sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsreader.analysis.sentences import find_sentences, mask
from newsreader.checking.matching import Run, runs
from newsreader.checking.texts import KnownText, Stream
from newsreader.checking.wording import Wording, telling
from newsreader.model import Span

_NEAR = 10  # words that were left out between two runs, at most, of one statement
_FEW = 3  # words, with which a part of a stitched one has to tell something
_COVERED = 0.8  # of the words of a quotation, that the parts of a stitched one have together


@dataclass(frozen=True, slots=True)
class Seam:
    """The parts of a stitched quotation, in its order, and the share of its words they have."""

    parts: tuple[tuple[KnownText, Span], ...]
    covered: float


def clusters(wording: Wording, found: Sequence[Run], stream: Stream) -> list[list[Run]]:
    """Return runs in groups, each of which stands in one place."""
    grouped: list[list[Run]] = []
    for run in found:
        if grouped and not _apart(wording, grouped[-1][-1], run, stream):
            grouped[-1].append(run)
        else:
            grouped.append([run])
    return grouped


def _apart(wording: Wording, one: Run, other: Run, stream: Stream) -> bool:
    """Tell whether two runs do not follow each other, and no ellipsis says so."""
    between = range(one.found.stop, other.found.start)
    if other.found.start < one.found.stop:
        return True
    omits = any(one.quoted.stop <= at <= other.quoted.start for at in wording.omitted)
    if omits:
        return False
    if len(between) > _NEAR or not stream.runs_on(one.found.stop - 1, other.found.start):
        return True
    around = stream.span(one.found[-1], other.found.start).of(stream.text)
    return len(find_sentences(mask(around), Span(0, len(around)))) > 2


def seams(wording: Wording, texts: Sequence[KnownText]) -> Iterator[Seam]:
    """Yield how a quotation may be stitched from places of one of the texts, or of several."""
    pieces: list[tuple[range, KnownText, Span]] = []
    for text in texts:
        for stream in (text.spoken, text.whole):
            tiles = _tiles(wording, stream)
            one = [(quoted, text, span) for quoted, span in tiles]
            if seam := _seam(wording, one):
                yield seam
            pieces += one
    chosen: list[tuple[range, KnownText, Span]] = []
    for piece in sorted(pieces, key=lambda each: -len(each[0])):
        if all(not _overlap(piece[0], each[0]) for each in chosen):
            chosen.append(piece)
    if len({id(text) for _, text, _ in chosen}) > 1 and (seam := _seam(wording, chosen)):
        yield seam


def _tiles(wording: Wording, stream: Stream) -> list[tuple[range, Span]]:
    """Return which words of a quotation stand where, a stretch each that tells where it is from."""
    tiles = []
    for group in clusters(wording, runs(wording, stream, _FEW), stream):
        quoted = range(group[0].quoted.start, group[-1].quoted.stop)
        words = wording.phrase[quoted.start : quoted.stop]
        if len(words) > _FEW or len(telling(words)) > 1:
            tiles.append((quoted, stream.span(group[0].found.start, group[-1].found[-1])))
    return tiles


def _seam(wording: Wording, pieces: Sequence[tuple[range, KnownText, Span]]) -> Seam | None:
    covered = sum(len(quoted) for quoted, _, _ in pieces) / len(wording.words)
    if len(pieces) < 2 or covered < _COVERED:
        return None
    in_order = sorted(pieces, key=lambda piece: piece[0].start)
    return Seam(tuple((text, span) for _, text, span in in_order), covered)


def _overlap(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop
