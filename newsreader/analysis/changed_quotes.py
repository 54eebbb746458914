"""Which quotes read differently in a new text, came, went, or are somebody else's now."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from newsreader.analysis.difference import plain
from newsreader.analysis.mapping import Mapping, letters
from newsreader.model import Quote, QuoteKind
from newsreader.model.changes import ChangedQuote, QuoteChange
from newsreader.model.words import words_of

_STATEMENTS = (QuoteKind.DIRECT, QuoteKind.INDIRECT)
_ALIKE = 0.5  # share of the words of two quotes that makes one of them the other, edited
_ALIKE_OF_ONE = 0.3  # the same, where both are of one speaker
_RUN = 3  # words in a row by which an edited quote is found that stands elsewhere
_COMMON = 5  # a run in more quotes than these says nothing


def changed_quotes(
    mapping: Mapping, old: Sequence[Quote], new: Sequence[Quote]
) -> list[ChangedQuote]:
    """Return what became of the statements, in the order of the new text."""
    pairing = _Pairing(mapping, old, new)
    changed = [
        *pairing.of_the_same_words(), *pairing.of_like_words(), *pairing.parted(), *pairing.rest(),
    ]  # fmt: skip

    def place(one: ChangedQuote) -> int:
        if one.after is not None:
            return one.after.span.start
        return mapping.place(one.before.span.start) if one.before else 0

    return sorted(changed, key=place)


class _Pairing:
    """The statements of both texts, while each looks for what it became or came from.

    `left` and `come` are the indices of those that have not found it yet.
    """

    def __init__(self, mapping: Mapping, old: Sequence[Quote], new: Sequence[Quote]) -> None:
        self._mapping = mapping
        self._old = [quote for quote in old if quote.kind in _STATEMENTS]
        self._new = [quote for quote in new if quote.kind in _STATEMENTS]
        self._was = [_wording(quote.span.of(mapping.old)) for quote in self._old]
        self._is = [_wording(quote.span.of(mapping.new)) for quote in self._new]
        spans = [quote.span for quote in self._old], [quote.span for quote in self._new]
        self._shared = mapping.shared(*spans)
        self._left = set(range(len(self._old)))
        self._come = set(range(len(self._new)))
        self._share_parts()

    def _share_parts(self) -> None:
        """Count as shared too what stands in a quote next to one that shares words with another."""
        for i, j in list(self._shared):
            for before, after in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)):
                if before in self._left and after in self._come:
                    few, many = sorted((self._was[before], self._is[after]), key=len)
                    if " " in few and few in many:
                        self._shared[before, after] = letters(few)

    def of_the_same_words(self) -> Iterator[ChangedQuote]:
        """Pair quotes whose words are the same, those first that stand where they stood."""
        in_place = [pair for pair in self._shared if self._was[pair[0]] == self._is[pair[1]]]
        elsewhere = defaultdict[str, list[int]](list)
        for j in sorted(self._come - {j for _, j in in_place}, reverse=True):
            elsewhere[self._is[j]].append(j)
        moved = [
            (i, elsewhere[self._was[i]].pop())
            for i in sorted(self._left - {i for i, _ in in_place})
            if elsewhere[self._was[i]]
        ]
        for i, j in (*in_place, *moved):
            if self._take(i, j):
                before, after = self._old[i], self._new[j]
                if before.kind is not after.kind:
                    yield ChangedQuote(QuoteChange.CHANGED, before, after)
                elif not _same_speaker(before, after):
                    yield ChangedQuote(QuoteChange.SPEAKER, before, after)

    def of_like_words(self) -> Iterator[ChangedQuote]:
        """Pair quotes that are alike, the likest first, but not two that were only parted."""
        whole = self._whole_before(), self._whole_after()
        ranked = []
        for i, j in self._candidates():
            same, alike = _same_speaker(self._old[i], self._new[j]), self._likeness(i, j)
            if alike >= (_ALIKE_OF_ONE if same else _ALIKE) or (same and self._in_one_gap(i, j)):
                wholes = (i in whole[0]) + (j in whole[1])
                ranked.append((wholes, -alike - same, i, j))
        for wholes, _, i, j in sorted(ranked):
            if wholes < 2 and self._take(i, j) and not self._only_claimed(i, j):
                yield ChangedQuote(QuoteChange.CHANGED, self._old[i], self._new[j])

    def parted(self) -> Iterator[ChangedQuote]:
        """Let go of quotes that were only parted or joined; tell of another speaker."""
        whole = self._whole_before(), self._whole_after()
        told: set[int] = set()
        for (i, j), _ in self._shared.most_common():
            lost, found = i in whole[0] & self._left, j in whole[1] & self._come
            self._left -= {i} if lost else set()
            self._come -= {j} if found else set()
            if (lost or found) and j not in told and not _same_speaker(self._old[i], self._new[j]):
                told.add(j)
                yield ChangedQuote(QuoteChange.SPEAKER, self._old[i], self._new[j])

    def rest(self) -> Iterator[ChangedQuote]:
        """Tell of the quotes that found no other."""
        for i in self._left:
            yield ChangedQuote(QuoteChange.REMOVED, self._old[i], None)
        for j in self._come:
            yield ChangedQuote(QuoteChange.ADDED, None, self._new[j])

    def _take(self, i: int, j: int) -> bool:
        """Make two quotes a pair, if neither has another."""
        free = i in self._left and j in self._come
        if free:
            self._left.remove(i)
            self._come.remove(j)
        return free

    def _candidates(self) -> set[tuple[int, int]]:
        """Return the pairs that share words where they stand, a run of words, or a gap."""
        found = set(self._shared)
        runs, gaps = defaultdict[object, list[int]](list), defaultdict[object, list[int]](list)
        for j in sorted(self._come):
            gaps[self._mapping.gap_in_new(self._new[j].span.start)].append(j)
            for run in _runs(self._is[j]):
                runs[run].append(j)
        for i in sorted(self._left):
            for run in _runs(self._was[i]):
                found |= {(i, j) for j in runs[run]} if len(runs[run]) <= _COMMON else set()
            there = gaps[self._mapping.gap_in_old(self._old[i].span.start)]
            found |= {(i, there.pop(0))} if there else set()
        return {(i, j) for i, j in found if i in self._left and j in self._come}

    def _in_one_gap(self, i: int, j: int) -> bool:
        before, after = self._old[i].span.start, self._new[j].span.start
        return self._mapping.gap_in_old(before) == self._mapping.gap_in_new(after)

    def _likeness(self, i: int, j: int) -> float:
        """Return how many of the words of two quotes are the same, in order, from 0 to 1."""
        from rapidfuzz.distance import LCSseq

        was, now = words_of(self._was[i]), words_of(self._is[j])
        return 2 * LCSseq.similarity(was, now) / max(1, len(was) + len(now))

    def _only_claimed(self, i: int, j: int) -> bool:
        """Tell whether the words are the same, and only where reported ones begin or end is not."""
        if {self._old[i].kind, self._new[j].kind} != {QuoteKind.INDIRECT}:
            return False
        mapping, before, after = self._mapping, self._old[i].span, self._new[j].span
        gaps = mapping.gap_in_old(before.start), mapping.gap_in_old(before.end - 1)
        return (
            gaps[0]
            == gaps[1]
            == mapping.gap_in_new(after.start)
            == mapping.gap_in_new(after.end - 1)
        )

    def _whole_before(self) -> set[int]:
        """Return the old quotes all of whose words are in new ones."""
        return _whole(
            [quote.span.of(self._mapping.old) for quote in self._old],
            [(i, n) for (i, _), n in self._shared.items()],
        )

    def _whole_after(self) -> set[int]:
        """Return the new quotes all of whose words were in old ones."""
        return _whole(
            [quote.span.of(self._mapping.new) for quote in self._new],
            [(j, n) for (_, j), n in self._shared.items()],
        )


def _whole(quotes: Sequence[str], shared: Iterable[tuple[int, int]]) -> set[int]:
    counts = Counter[int]()
    for index, count in shared:
        counts[index] += count
    return {index for index, count in counts.items() if 0 < letters(quotes[index]) <= count}


def _wording(words: str) -> str:
    """Return what of a quote is not a matter of style."""
    return plain(words).strip(" .,;:").casefold()


def _runs(words: str) -> set[tuple[str, ...]]:
    each = words_of(words)
    return set(zip(*(each[offset:] for offset in range(_RUN)), strict=False))


def _same_speaker(one: Quote, other: Quote) -> bool:
    """Tell whether two quotes are of one speaker, be it by the full name or by a part of it."""
    names = [plain(_called(quote)).casefold().split() for quote in (one, other)]
    few, many = sorted(names, key=len)
    return few == many or (bool(few) and set(few) <= set(many))


def _called(quote: Quote) -> str:
    return (quote.speaker.canonical or quote.speaker.mention.text) if quote.speaker else ""
