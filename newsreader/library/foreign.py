"""Anchors made elsewhere: on a text with other white space, perhaps without offset or context."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from newsreader.library.anchoring import CONTEXT, find
from newsreader.model import Anchor, Span

_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class EvenText:
    """A text with each run of white space as one space.

    `places` and `origins` are where each of its words begins, here and in the text as it was.
    """

    text: str
    places: tuple[int, ...]
    origins: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> EvenText:
        """Even out a text."""
        words, places, place = [], [], 0
        found = list(re.finditer(r"\S+", text))
        for each in found:
            words.append(each[0])
            places.append(place)
            place += len(each[0]) + 1
        return cls(" ".join(words), tuple(places), tuple(each.start() for each in found))

    def origin(self, span: Span) -> Span:
        """Return where a span with no space at its ends was in the text."""
        return Span(self._origin(span.start), self._origin(span.end - 1) + 1)

    def _origin(self, offset: int) -> int:
        word = bisect_right(self.places, offset) - 1
        return self.origins[word] + offset - self.places[word]


def words_at(anchor: Anchor, text: str, even: EvenText) -> Span | None:
    """Return where the very words of an anchor stand in a text, white space aside.

    Told by its offset, if it is one into this text, or by what stands around them; an anchor that
    knows nothing of that is told by its words, if they stand there once. None where nothing tells.
    `even` is the text evened out.
    """
    words = " ".join(anchor.exact.split())
    if not words:
        return None
    if " ".join(anchor.span.of(text).split()) == words:
        return anchor.span
    lead = anchor.exact[: len(anchor.exact) - len(anchor.exact.lstrip())]
    tail = anchor.exact[len(anchor.exact.rstrip()) :]
    prefix = _even(anchor.prefix + lead)[-CONTEXT:]
    suffix = _even(tail + anchor.suffix)[:CONTEXT]
    if not (prefix + suffix).strip():
        return _only_place(words, even)
    evened = replace(anchor, exact=words, prefix=prefix, suffix=suffix, span=_NOWHERE, sha256="")
    placed = find(evened, even.text, "unknown").span
    if placed is None or not len(placed):
        return None
    span = even.origin(placed)
    return span if "".join(span.of(text).split()) == "".join(words.split()) else None


def _even(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _only_place(words: str, even: EvenText) -> Span | None:
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    places = re.finditer(before + re.escape(words) + after, even.text)
    first, second = next(places, None), next(places, None)
    return even.origin(Span(*first.span())) if first and not second else None
