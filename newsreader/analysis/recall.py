"""Finding decided names again where no phrase was seen: a name once known is known everywhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from newsreader.analysis.forms import IN_SMALL_LETTERS, Form
from newsreader.analysis.phrases import addresses, phrase_at
from newsreader.analysis.weights import Verdict

_SURE = 0.6
_SHORTEST = 3
_LINE_OF_CAPITALS = re.compile(r"^(?=.*[A-Z]{3})[^a-z\n]+$", re.MULTILINE)


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
    in_capitals = {name.upper(): form for name, form in known.items() if len(name) > _SHORTEST}
    found = list(_occurrences(text, known))
    for line in _LINE_OF_CAPITALS.finditer(text):
        found += _occurrences(text, in_capitals, *line.span())
    last = 0
    for start, end in sorted(found):
        after = bisect_right(starts, start)
        free_before = last <= start and (after == 0 or taken[after - 1][1] <= start)
        if free_before and (after == len(taken) or end <= taken[after][0]):
            last = end
            name = text[start:end]
            (known.get(name) or in_capitals[name]).mentions.append(phrase_at(text, start, end))


def _occurrences(
    text: str, known: Iterable[str], start: int = 0, end: int | None = None
) -> list[tuple[int, int]]:
    """Return where one of the known names stands between two offsets."""
    names = sorted((name for name in known if len(name) >= _SHORTEST), key=len, reverse=True)
    if not names:
        return []
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    return [
        found.span() for found in pattern.finditer(text, start, len(text) if end is None else end)
    ]
