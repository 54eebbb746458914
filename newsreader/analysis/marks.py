"""Passages in quotation marks, whatever marks they are in.

Each paragraph is read by itself, so that a mark forgotten in one spoils no other. Marks are first
read as nested ("he said “no” to me"); where that does not come out even, every opening mark starts
anew, and what it breaks off is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from newsreader.analysis.sentences import Layout
from newsreader.model import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands between an outermost pair of marks.

    `span` is without marks and the space inside them, `outer` with them. A passage may run on over
    paragraphs that each open with a mark, and only the last of which closes. `closed` is false
    where the closing mark is missing; `single` tells single marks from double ones. A turn of a
    transcript (see transcripts.py) stands in no marks, but after a `label`.
    """

    span: Span
    outer: Span
    closed: bool = True
    single: bool = False
    label: Span | None = None


class _Sort(Enum):
    OPEN = auto()
    CLOSE = auto()
    EITHER = auto()


class _Mark(NamedTuple):
    start: int
    end: int
    sort: _Sort


_Pair = tuple[_Mark, _Mark | None]
_DOUBLE = re.compile(r"[“”„‟«»‹›「」『』\"＂`'](?:(?<![`'])|(?<=`)`|(?<=')')")
"""A mark, or two of those that are none alone: begun with one set, so that a search skips to it."""

_SINGLE = re.compile(r"['‘’‚‛]")
_OPENING = "“„‟«‹「『``‘‚‛"
_CLOSING = "”»›」』’"
_ELISION = re.compile(r"['’‘](?:\d0s|n['’]|(?:em|til|tis|twas|cause|bout|round)\b)", re.IGNORECASE)
_FEET = re.compile(r"\d['’′]\s?\d+$")
_INCHES = re.compile(r"\d$")
_LABEL = re.compile(r"[A-Z][A-Z.'’ -]+:\s")
_MARKS = frozenset("\"＂“”„‟«»‹›「」『』`'‘’‚‛")
_SINGLE_FOR_DOUBLE = re.compile(r"[.,!?…]['’‘](?=\s)")
_DOUBLE_FOR_SINGLE = re.compile(r"[.,!?…][\"”](?=\s)")
_LOW_CLOSING = re.compile(r"‚[^‚]{1,2000}?[‘’](?!\w)")
_INNER = re.compile(r"[“”‘’\"'«»‹›]")
_COUNTERPARTS = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»", "‹": "›"}
_EDGES = _MARKS | frozenset(" \t\n\xa0\u202f\u2009")
_BEFORE_OPENING = frozenset(" \t\xa0\u202f\n([{—–-/:“‘\"'")
_AFTER_LAST_WORD = frozenset(".,;:!?)")
_AFTER_CLOSING = frozenset(" \t\xa0\u202f\n.,;:!?)]}…—–-”’\"'*")


def in_marks(text: str, span: Span) -> bool:
    """Tell whether a quote stands after a quotation mark, unlike the turn of a transcript."""
    return text[max(0, span.start - 2) : span.start].rstrip()[-1:] in _MARKS


def find_passages(layout: Layout) -> tuple[Passage, ...]:
    """Return the passages in marks, in text order; they never overlap.

    A passage inside another belongs to the one around it.
    """
    found: list[Passage] = []
    for paragraph in layout.paragraphs:
        passages = _read(layout.text, paragraph)
        if found and passages and _goes_on(layout.text, paragraph, found[-1], passages[0]):
            before, after = found.pop(), passages.pop(0)
            span = Span(before.span.start, after.span.end)
            outer = Span(before.outer.start, after.outer.end)
            found.append(Passage(span, outer, after.closed, after.single))
        found += passages
    return tuple(found)


def _goes_on(text: str, paragraph: Span, before: Passage, after: Passage) -> bool:
    """Tell whether `after` goes on with the speech that `before` left unclosed.

    A paragraph that begins with a label ("ROE: …") is somebody else's.
    """
    return (
        not before.closed
        and before.single == after.single
        and after.outer.start == paragraph.start
        and not text[before.outer.end : after.outer.start].strip()
        and not _LABEL.match(text, after.span.start)
    )


def _read(text: str, paragraph: Span) -> list[Passage]:
    doubles = list(_passages(text, paragraph, _double_marks(text, paragraph)))
    singles = list(_single_passages(text, paragraph))
    if not singles:
        return doubles
    outer = [s for s in singles if not any(_cuts(d, s) for d in doubles)]
    doubles = [d for d in doubles if not any(s.outer.covers(d.outer) for s in outer)]
    return sorted([*doubles, *outer], key=lambda passage: passage.outer)


def _cuts(double: Passage, single: Passage) -> bool:
    """Tell whether a passage in double marks leaves one in single marks no place of its own."""
    return double.outer.overlaps(single.outer) and not single.outer.covers(double.outer)


def _double_marks(text: str, paragraph: Span) -> list[_Mark]:
    marks = [
        _Mark(m.start(), m.end(), _sort(text, m.start(), m.end()))
        for m in _DOUBLE.finditer(text, paragraph.start, paragraph.end)
    ]
    if not marks:
        return []
    marks = _by_shape(text, _without_attributes(text, marks))
    odd = len(marks) % 2 == 1
    return [mark for mark in marks if not _measures(text, mark, odd=odd)]


def _by_shape(text: str, marks: list[_Mark]) -> list[_Mark]:
    """Go by the shape of the marks where they alternate: “We go, ”she said.“ We stay.”."""
    shapes = [text[mark.start] for mark in marks]
    if len(shapes) % 2 or set(shapes[::2]) != {"“"} or set(shapes[1::2]) != {"”"}:
        return marks
    return [
        mark._replace(sort=_Sort.CLOSE if at % 2 else _Sort.OPEN) for at, mark in enumerate(marks)
    ]


def _without_attributes(text: str, marks: list[_Mark]) -> list[_Mark]:
    """Leave out the marks of left-over markup (author="roe")."""
    values = {i for i, mark in enumerate(marks) if text[mark.start - 1 : mark.start] == "="}
    return [mark for i, mark in enumerate(marks) if i not in values and i - 1 not in values]


def _sort(text: str, start: int, end: int) -> _Sort:
    """Tell what a mark does, by what it is and by what stands around it."""
    mark = text[start]
    opens = text[start - 1 : start] in _BEFORE_OPENING or start == 0
    closes = text[end : end + 1] in _AFTER_CLOSING or end == len(text)
    if opens != closes:
        return _Sort.OPEN if opens else _Sort.CLOSE
    if mark in _OPENING:
        return _Sort.OPEN
    return _Sort.CLOSE if mark in _CLOSING else _Sort.EITHER


def _measures(text: str, mark: _Mark, *, odd: bool) -> bool:
    """Tell an inch sign: after feet (6'2"), or after a number where the marks are odd."""
    if text[mark.start] != '"':
        return False
    before = text[max(0, mark.start - 8) : mark.start]
    return bool(_FEET.search(before) or (odd and _INCHES.search(before)))


def _passages(text: str, paragraph: Span, marks: list[_Mark]) -> Iterator[Passage]:
    for opening, closing in _nested(marks) or _flat(text, marks):
        end = closing.start if closing else paragraph.end
        span = _without_edge(text, opening.end, end)
        if span is not None:
            outer = Span(opening.start, closing.end if closing else paragraph.end)
            yield Passage(span, outer, closed=closing is not None)


def _nested(marks: list[_Mark]) -> list[_Pair]:
    """Pair the outermost marks; nothing where the marks do not come out even."""
    pairs: list[_Pair] = []
    opened: list[_Mark] = []
    for mark in marks:
        if mark.sort is _Sort.OPEN or (mark.sort is _Sort.EITHER and not opened):
            opened.append(mark)
        elif opened:
            opening = opened.pop()
            if not opened:
                pairs.append((opening, mark))
    return [] if opened else pairs


def _flat(text: str, marks: list[_Mark]) -> list[_Pair]:
    """Pair each closing mark with the nearest opening one; the last opening one may stay alone.

    One that another opening mark follows is closed by a single mark, if there is one.
    """
    pairs: list[_Pair] = []
    opening: _Mark | None = None
    for mark in marks:
        if mark.sort is _Sort.OPEN or opening is None:
            slip = _SINGLE_FOR_DOUBLE.search(text, opening.end, mark.start) if opening else None
            if opening and slip:
                pairs.append((opening, _Mark(slip.end() - 1, slip.end(), _Sort.CLOSE)))
            opening = None if mark.sort is _Sort.CLOSE else mark
        else:
            pairs.append((opening, mark))
            opening = None
    return [*pairs, (opening, None)] if opening else pairs


def _single_passages(text: str, paragraph: Span) -> Iterator[Passage]:
    """Find passages in single marks: a mark that may open, and the likeliest one to close it."""
    position = paragraph.start
    marks = [m.start() for m in _SINGLE.finditer(text, paragraph.start, paragraph.end)]
    for opening, likeliest in _closings(text, marks):
        if opening < position:
            continue
        closing = likeliest
        if text[opening] == "‚":
            low = _LOW_CLOSING.search(text, opening, paragraph.end)
            closing = low.end() - 1 if low else None
        if closing is None:
            if text[opening] != "‘" or opening > paragraph.start:
                continue
            slip = _DOUBLE_FOR_SINGLE.search(text, opening, paragraph.end)
            closing = slip.end() - 1 if slip else None
        end = paragraph.end if closing is None else closing
        span = _without_edge(text, opening + 1, end)
        if span is not None:
            position = end
            outer = Span(opening, end if closing is None else end + 1)
            yield Passage(span, outer, closed=closing is not None, single=True)


def _may_open(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] not in "'‘‚‛" or (at and before not in _BEFORE_OPENING):
        return False
    return not (after.isspace() or after in "'’" or _ELISION.match(text, at))


def _closings(text: str, marks: list[int]) -> list[tuple[int, int | None]]:
    """Return each mark that may open, with the one that closes it before another ‘ opens.

    That is the first one that no possessive plural ("the boys' home") explains, or else the first.
    """
    found: list[tuple[int, int | None]] = []
    sure: int | None = None
    doubtful: int | None = None
    for mark in reversed(marks):
        may_open = _may_open(text, mark)
        if may_open:
            found.append((mark, doubtful if sure is None else sure))
        if may_open and text[mark] == "‘":
            sure = doubtful = None
        elif _may_close(text, mark):
            if text[mark - 1] != "s" or text[mark + 1 : mark + 2] in _AFTER_LAST_WORD:
                sure = mark
            else:
                doubtful = mark
    return found[::-1]


def _may_close(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return text[at] in "'’" and not before.isspace() and (not after or after in _AFTER_CLOSING)


def _without_edge(text: str, start: int, end: int) -> Span | None:
    """Return what stands between two marks without space and stray marks at its edges.

    A mark at an edge stays where it belongs to a quotation inside: “He said ‘no’”.
    """
    if start < end and text[start] not in _EDGES and text[end - 1] not in _EDGES:
        return Span(start, end)
    nested = frozenset(_paired(text, start, end))
    while start < end and text[start] in _EDGES and start not in nested:
        start += 1
    while end > start and text[end - 1] in _EDGES and end - 1 not in nested:
        end -= 1
    return Span(start, end) if start < end else None


def _paired(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the marks of other kinds than the one before `start` that are in pairs there."""
    opened: list[int] = []
    for found in _INNER.finditer(text, start, end):
        at = found.start()
        closes = not text[at - 1].isspace() and text[at + 1 : at + 2] in _AFTER_CLOSING
        opens = at == start or text[at - 1] in _BEFORE_OPENING
        if closes and opened and _COUNTERPARTS[text[opened[-1]]] == text[at]:
            yield from (opened.pop(), at)
        elif opens and text[at] in _COUNTERPARTS and text[at] != text[start - 1]:
            opened.append(at)
