"""Finding decided names again where no phrase was seen: a name once known is known everywhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from newsreader.analysis.forms import IN_SMALL_LETTERS, Form
from newsreader.analysis.phrases import addresses, phrase_at
from newsreader.analysis.weights import Verdict

_SURE = 0.6
_SHORTEST = 3
_WORD = re.compile(r"\w+")
_CAPITALISED = re.compile(r"[^\Wa-z_](?<!\w.)\w*")
_LINE_OF_CAPITALS = re.compile(r"^(?=[^a-z\n]+$).*[A-Z]{3}.*$", re.MULTILINE)


def find_again(text: str, forms: Sequence[Form], verdicts: Sequence[Verdict]) -> None:
    """Add to the decided forms their mentions that no phrase covers and no decided name overlaps.

    Such a mention opens a sentence, where a capital proves little, stands beside a hyphen
    ("London-based"), in a longer run of capitals that names nothing itself, or in a headline.
    """
    pairs = [(form, v) for form, v in zip(forms, verdicts, strict=True) if v.kind is not None]
    spans = [(m.start, m.end) for form, _ in pairs for m in form.mentions]
    taken = sorted(spans + addresses(text))
    starts = [start for start, _ in taken]
    known = {
        " ".join(form.words): form
        for form, verdict in pairs
        if verdict.confidence >= _SURE and IN_SMALL_LETTERS not in form.evidence
    }
    lines = [line.span() for line in _LINE_OF_CAPITALS.finditer(text)]
    longer = known.items() if lines else ()
    in_capitals = {name.upper(): form for name, form in longer if len(name) > _SHORTEST}
    found = list(_Index(known).occurrences(text, 0, len(text)))
    shouted = _Index(in_capitals)
    for start, end in lines:
        found += shouted.occurrences(text, start, end)
    last = 0
    for start, end in sorted(found):
        after = bisect_right(starts, start)
        free_before = last <= start and (after == 0 or taken[after - 1][1] <= start)
        if free_before and (after == len(taken) or end <= taken[after][0]):
            last = end
            name = text[start:end]
            (known.get(name) or in_capitals[name]).mentions.append(phrase_at(text, start, end))


class _Index:
    """Names by their first word, to find them in a text in one pass, however many they are."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {name for name in names if len(name) >= _SHORTEST}
        self._lengths: dict[str, set[int]] = {}
        for name in self._names:
            first = _WORD.match(name)
            if first is not None:
                self._lengths.setdefault(first[0], set()).add(len(name))
        self._first = _WORD if any(word[0].islower() for word in self._lengths) else _CAPITALISED

    def occurrences(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where a name stands between two offsets: the longest at each place."""
        position, lengths_of = start, self._lengths
        for word in self._first.finditer(text, start, end):
            lengths = lengths_of.get(word[0])
            if lengths is None or (at := word.start()) < position:
                continue
            for length in sorted(lengths, reverse=True):
                stop = at + length
                if stop <= end and text[at:stop] in self._names and not _WORD.match(text, stop):
                    position = stop
                    yield at, stop
                    break
