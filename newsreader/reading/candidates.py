"""Which articles of a library a quotation may be from, by the words they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from heapq import nlargest
from math import log
from typing import TYPE_CHECKING

from newsreader.checking.wording import Wording
from newsreader.library import lookup
from newsreader.library.tokens import words

if TYPE_CHECKING:
    import apsw

    from newsreader.reading import Reading

_COMMON = 1_000  # articles: a word in as many tells little, and no more are asked for
_OFTEN = 0.05  # so does one in this share of them
_RAREST = 5  # words of a quotation that are looked up by themselves
_ENOUGH = 3  # such words, without which others are looked for together with them
_TOGETHER = 3  # words that are looked for together, and twice as many where these are common
_IN_A_ROW = 4  # words that are looked for one after the other, where all are common
_LONGEST = 40  # words of such a row
_ROWS = 3  # such rows, at most
_LIKELY = 0.4  # of the votes of the likeliest article, without which none is a candidate
_FEW = 8  # candidates, at most


class Candidates:
    """What the index says of words, asked once for each.

    Words that few articles have tell where a quotation is from. To look for common words one
    after the other takes long, and is done only where there is nothing else.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: dict[str, list[int]] = {}
        with reading.index() as db:
            self._hidden = lookup.hidden(db)
            self._last = lookup.last(db)

    def of(self, asked: Wording) -> dict[int, float]:
        """Return the ids of the articles that a quotation may be from, the likeliest first.

        Each with what speaks for it: the likeliest has 1.
        """
        known = sorted(set(words(asked.text).split()), key=self._commonness)
        often = max(_FEW + 1, min(_COMMON, _OFTEN * self._last))
        rare = [self._word(word) for word in known if 0 < len(self._word(word)) < often][:_RAREST]
        together = [] if len(rare) >= _ENOUGH else [*self._together(asked, known)]
        votes = defaultdict[int, float](float)
        for found in (*rare, *together):
            weight = log(2 * _COMMON / len(found))
            for article_id in found:
                votes[article_id] += weight
        for article_id in self._hidden:
            votes.pop(article_id, None)
        best = nlargest(_FEW, votes, key=lambda each: (votes[each], each))
        most = votes[best[0]] if best else 1
        return {each: votes[each] / most for each in best if votes[each] >= _LIKELY * most}

    def _together(self, asked: Wording, known: Sequence[str]) -> Iterator[list[int]]:
        """Yield the articles that have several of these words, given by how few have them.

        One that was altered spoils the first search, and one of the two after it.
        """
        known = [word for word in known if self._word(word)]
        found = self._all(known[:_TOGETHER])
        if len(found) > _FEW:
            found = self._all(known[: 2 * _TOGETHER])
        tried = [found] if found else [self._all(known[at : 2 * _TOGETHER : 2]) for at in (0, 1)]
        yield from filter(None, tried)
        if not 0 < min(map(len, tried)) <= _FEW:
            yield from self._in_a_row(asked)

    def _in_a_row(self, asked: Wording) -> Iterator[list[int]]:
        """Yield the articles that have all that is quoted in a row, or else some of it."""
        for part in asked.parts:
            first, last = asked.words[part.start], asked.words[part[-1]]
            known = words(asked.text[first.start : last.end]).split()
            starts = range(0, len(known) - _IN_A_ROW + 1, 2)
            rows = [known[:_LONGEST], *(known[at : at + _IN_A_ROW] for at in starts)]
            for row in rows[: _ROWS + 1]:
                found = self._phrase(" ".join(row)) if len(row) > 1 else []
                if found:
                    yield found
                    if row is rows[0]:
                        break

    def _phrase(self, phrase: str) -> list[int]:
        said = self._ask(f"said {phrase}", lambda db, most: lookup.saying(db, phrase, most))
        return said or self._ask(f"in {phrase}", lambda db, most: lookup.having(db, phrase, most))

    def _all(self, some: Sequence[str]) -> list[int]:
        if not some:
            return []
        question = f"all {' '.join(some)}"
        return self._ask(question, lambda db, most: lookup.having_all(db, some, most))

    def _word(self, word: str) -> list[int]:
        return self._ask(word, lambda db, most: lookup.having(db, word, most))

    def _commonness(self, word: str) -> float:
        """Return about how many articles have a word: as common as in the first, it goes on."""
        found = self._word(word)
        return len(found) if len(found) < _COMMON else _COMMON * self._last / found[-1]

    def _ask(self, question: str, find: Callable[[apsw.Connection, int], list[int]]) -> list[int]:
        if question not in self._known:
            with self._reading.library() as db:
                self._known[question] = find(db, _COMMON)
        return self._known[question]
