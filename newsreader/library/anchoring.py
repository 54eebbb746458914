"""Finding a highlight's passage again in a text that may have changed.

Nothing is guessed. A passage is where its own words stand, or where what stands between its
surroundings is still mostly its own words; otherwise it is missing. A sentence that is only built
alike, with another name or number in it, is never taken for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.model import Anchor, Outcome, Span

if TYPE_CHECKING:
    from newsreader.library.alignment import Alignment

CONTEXT = 32
"""How many code points before and after its passage an anchor remembers."""

_ENOUGH = 80  # characters of a passage, or of its surroundings twice over, that only it can have
_CLEAR = 12  # characters by which the surroundings of one place must agree better than the next's
_SURE = 60  # characters of the surroundings that leave no doubt
_SLACK = 8  # characters that may have been put into the surroundings


@dataclass(frozen=True, slots=True)
class Placement:
    """What became of an anchor's passage, and where it stands; `span` None: it is missing."""

    outcome: Outcome
    span: Span | None


MISSING = Placement(Outcome.MISSING, None)


def make_anchor(text: str, span: Span, sha256: str) -> Anchor:
    """Return the anchor of a passage in a text whose SHA-256 is `sha256`."""
    return Anchor(
        exact=span.of(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        span=span,
        sha256=sha256,
    )


def find(anchor: Anchor, text: str, sha256: str, before: str = "") -> Placement:
    """Find the passage of `anchor` in a text whose SHA-256 is `sha256`.

    `before` is the text it was made in, where that is known: what stood elsewhere in it is not
    the passage, edited.

    *Exact*: in the same text, or the same words at the same offset between the same surroundings.
    *Moved*: the same words elsewhere. *Changed*: most of its words, between surroundings that
    still tell it. *Missing*: none of these, or several places that nothing tells apart.
    """
    here = make_anchor(text, anchor.span, anchor.sha256)
    if here == anchor or (sha256 == anchor.sha256 and here.exact == anchor.exact):
        return Placement(Outcome.EXACT, anchor.span)
    if not anchor.exact.strip():
        return MISSING
    cut_out = _cut_out(anchor, text)
    places = _places(anchor, text)
    told = _tell(anchor, places, cut_out=cut_out)
    if told and places[0].agreement >= _SURE:
        return _moved(anchor, places)
    edited = [] if cut_out else _edited(anchor, text, before)
    if edited and not (told and _outdoes(places[0], edited[0])):
        return _changed(anchor, text, edited)
    if told or (len(places) == 1 and len(anchor.exact) >= _ENOUGH):
        return _moved(anchor, places)
    return MISSING


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the very words of a passage stand, and how many characters around them agree.

    `agreement` is from 0 to 2 * CONTEXT.
    """

    start: int
    agreement: int


def _places(anchor: Anchor, text: str) -> list[_Place]:
    """Return every place of the passage's words, the one whose surroundings agree most first."""
    places = []
    start = text.find(anchor.exact)
    while start >= 0:
        places.append(_Place(start, _agreement(anchor, text, start)))
        start = text.find(anchor.exact, start + 1)
    return sorted(places, key=lambda place: -place.agreement)


def _moved(anchor: Anchor, places: list[_Place]) -> Placement:
    """Choose the first place, unless another agrees about as well."""
    best = places[0]
    if len(places) > 1 and best.agreement - places[1].agreement < _CLEAR:
        return MISSING
    return Placement(Outcome.MOVED, Span(best.start, best.start + len(anchor.exact)))


def _tell(anchor: Anchor, places: list[_Place], *, cut_out: bool) -> bool:
    """Decide whether words and surroundings of the first place make it the passage."""
    agreement = places[0].agreement if places else 0
    if agreement < (_SURE if cut_out else CONTEXT // 2):
        return False
    return len(anchor.exact) + 2 * agreement >= _ENOUGH


def _agreement(anchor: Anchor, text: str, start: int) -> int:
    """Return how many characters around `start` agree with the surroundings, 0 to 2 * CONTEXT."""
    end = start + len(anchor.exact)
    reach = CONTEXT + _SLACK
    before = text[max(0, start - reach) : start][::-1]
    return _alike(anchor.prefix[::-1], before) + _alike(anchor.suffix, text[end : end + reach])


def _alike(known: str, there: str) -> int:
    """Return how many characters agree, both read outwards from the passage, at most CONTEXT.

    Standing at an edge of the text, as it did, is worth as much as all characters.
    """
    from rapidfuzz.distance import LCSseq, Prefix

    at_edge = len(there) == len(known) < CONTEXT
    same = Prefix.similarity(known, there)
    if same == len(known):
        return CONTEXT if at_edge else same
    alike = LCSseq.similarity(known, there)
    return alike if alike >= 0.8 * len(known) else same


def _cut_out(anchor: Anchor, text: str) -> bool:
    """Tell whether what stood before and after the passage now stands side by side."""
    before = anchor.prefix.rstrip()[-CONTEXT // 2 :]
    after = anchor.suffix.lstrip()[: CONTEXT // 2]
    if len(before) + len(after) < CONTEXT // 2:
        return False
    seam = (re.escape(before) or r"\A") + r"\W*" + (re.escape(after) or r"\Z")
    return re.search(seam, text) is not None


def _outdoes(place: _Place, edited: Alignment) -> bool:
    """Decide whether the very words there are a better claim than edited ones elsewhere."""
    return place.start in edited.span or min(edited.before, edited.after) < 0.8


def _edited(anchor: Anchor, text: str, before: str) -> list[Alignment]:
    """Return what the passage may have been edited into, the likeliest first."""
    from newsreader.library.alignment import alignments  # seldom needed, and slow to import

    candidates = alignments(anchor.prefix, anchor.exact, anchor.suffix, text)
    found = [
        one
        for one in candidates
        if _convinces(one) and not _stood_elsewhere(one.span, text, anchor, before)
    ]
    return sorted(found, key=_likeness, reverse=True)


def _stood_elsewhere(span: Span, text: str, anchor: Anchor, before: str) -> bool:
    """Tell whether these words, with what is around them on their lines, were another passage."""
    lines = (found.span() for found in re.finditer(r"[^\n]+", span.of(text)))
    parts = (Span(span.start + start, span.start + end) for start, end in lines)
    return all(_is_another(part, text, anchor, before) for part in parts)


def _is_another(part: Span, text: str, anchor: Anchor, before: str) -> bool:
    line_end = text.find("\n", part.end)
    start = max(text.rfind("\n", 0, part.start) + 1, part.start - CONTEXT)
    end = min(len(text) if line_end < 0 else line_end, part.end + CONTEXT)
    there = before.find(text[start:end])
    while there >= 0:
        was = there + part.start - start
        if not Span(was, was + len(part)).overlaps(anchor.span):
            return True
        there = before.find(text[start:end], there + 1)
    return False


def _changed(anchor: Anchor, text: str, edited: list[Alignment]) -> Placement:
    """Choose the first alignment, unless another passage is about as likely."""
    best = edited[0]
    elsewhere = [one for one in edited[1:] if not one.span.overlaps(best.span)]
    if any(_rivals(one, best) for one in elsewhere):
        return MISSING
    same = best.span.of(text) == anchor.exact
    return Placement(Outcome.MOVED if same else Outcome.CHANGED, best.span)


def _rivals(other: Alignment, best: Alignment) -> bool:
    if _surrounded(best) and not _surrounded(other):
        return False
    return _likeness(best) - _likeness(other) < 0.3


def _convinces(found: Alignment) -> bool:
    """Decide whether an aligned passage is the passage, edited, and not one that is built alike.

    Where a name or number differs, or many words do, the surroundings on both sides must tell it.
    """
    if found.renamed or found.passage < 0.75:
        return found.passage >= 0.5 and min(found.before, found.after) >= 0.6
    return max(found.before, found.after) >= 0.75


def _surrounded(found: Alignment) -> bool:
    """Tell whether all that surrounded the passage surrounds it still."""
    return found.before == found.after == 1


def _likeness(found: Alignment) -> float:
    return found.passage + found.before + found.after
