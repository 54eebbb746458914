"""Finding words in the open article, and the nearest of some spans."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newsreader.model import Span

_ALIKE = {"'": "['‘’ʼ]", "’": "['‘’ʼ]", "‘": "['‘’ʼ]", '"': '["“”„«»]', "“": '["“”„«»]',
          "”": '["“”„«»]', "-": "[-‐‑–—]", "–": "[-‐‑–—]", "—": "[-‐‑–—]"}  # fmt: skip


def find(text: str, wanted: str) -> list[Span]:
    """Return every place where `wanted` stands; case, sorts of marks and dashes do not matter."""
    words = wanted.split()
    if not words:
        return []
    pattern = r"\s+".join(
        "".join(_ALIKE.get(character, re.escape(character)) for character in word) for word in words
    )
    return [Span(*m.span()) for m in re.finditer(pattern, text, re.IGNORECASE)]


def following(
    spans: Sequence[Span], offset: int, *, forward: bool, here: bool = False
) -> int | None:
    """Return the index of the nearest span that starts after (before) `offset`, going round.

    With `here`, one that starts exactly at `offset` will do. The spans are in order.
    """
    if not spans:
        return None
    starts = [span.start for span in spans]
    if forward:
        index = bisect_left(starts, offset) if here else bisect_right(starts, offset)
        return index % len(spans)
    return (bisect_left(starts, offset) - 1) % len(spans)
