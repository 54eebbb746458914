"""Moving a caret through a text while selecting: offsets in, offsets out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsreader.model import Span
from newsreader.tui.wrap import Wrapped

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_SENTENCE = re.compile(r"(?<=[.!?…])[”\"'’»)]*\s+|\n+")
_PARAGRAPH = re.compile(r"\n+")


@dataclass(frozen=True, slots=True)
class Selection:
    """A stretch being selected: from where it was begun to the character the caret is on."""

    anchor: int
    caret: int

    @property
    def span(self) -> Span:
        """The selected stretch; the characters at both ends belong to it."""
        return Span(min(self.anchor, self.caret), max(self.anchor, self.caret) + 1)

    def to(self, caret: int) -> Selection:
        """Return the selection with its caret moved."""
        return replace(self, caret=caret)

    def swapped(self) -> Selection:
        """Return the selection with the caret at its other end."""
        return Selection(self.caret, self.anchor)


def trimmed(text: str, span: Span) -> Span | None:
    """Return `span` without the space at its ends, or None where nothing else is in it."""
    passage = span.of(text)
    start = span.start + len(passage) - len(passage.lstrip())
    end = span.start + len(passage.rstrip())
    return Span(start, end) if start < end else None


def right(text: str, at: int) -> int:
    """One character on, over the end of a paragraph."""
    after = at + 1
    while after < len(text) and text[after] == "\n":
        after += 1
    return after if after < len(text) else at


def left(text: str, at: int) -> int:
    """One character back, over the end of a paragraph."""
    before = at - 1
    while before > 0 and text[before] == "\n":
        before -= 1
    return max(0, before)


def vertical(wrapped: Wrapped, at: int, lines: int) -> int:
    """The same cell some lines below (above, if negative), empty lines not counted."""
    cell, line, step = wrapped.cell_of(at), wrapped.line_of(at), 1 if lines > 0 else -1
    for _ in range(abs(lines)):
        following = line + step
        while 0 <= following < len(wrapped) and _is_empty(wrapped, following):
            following += step
        if not 0 <= following < len(wrapped):
            break
        line = following
    return min(wrapped.offset_at(line, cell), max(wrapped.starts[line], wrapped.ends[line] - 1))


def line_start(wrapped: Wrapped, at: int) -> int:
    """The first character of the caret's line."""
    return wrapped.starts[wrapped.line_of(at)]


def line_end(wrapped: Wrapped, at: int) -> int:
    """The last character of the caret's line."""
    line = wrapped.line_of(at)
    return max(wrapped.starts[line], wrapped.ends[line] - 1)


def word(text: str, at: int) -> int:
    """The start of the next word."""
    return next((m.start() for m in _WORD.finditer(text, at) if m.start() > at), at)


def word_end(text: str, at: int) -> int:
    """The last character of this word, or of the next when the caret is on it."""
    return next((m.end() - 1 for m in _WORD.finditer(text, at) if m.end() - 1 > at), at)


def word_back(text: str, at: int) -> int:
    """The start of this word, or of the one before when the caret is on it."""
    return _last_start(_WORD, text, at)


def sentence(text: str, at: int) -> int:
    """The start of the next sentence."""
    found = next((m.end() for m in _SENTENCE.finditer(text, at) if m.end() > at), at)
    return found if found < len(text) else at


def sentence_back(text: str, at: int) -> int:
    """The start of this sentence, or of the one before when the caret is on it."""
    return _last_end(_SENTENCE, text, at)


def paragraph(text: str, at: int) -> int:
    """The start of the next paragraph."""
    found = next((m.end() for m in _PARAGRAPH.finditer(text, at)), at)
    return found if found < len(text) else at


def paragraph_back(text: str, at: int) -> int:
    """The start of this paragraph, or of the one before when the caret is on it."""
    return _last_end(_PARAGRAPH, text, at)


def _is_empty(wrapped: Wrapped, line: int) -> bool:
    return wrapped.starts[line] == wrapped.ends[line]


_REACH = 4000
"""How far back to look, in characters: longer than any sentence worth selecting."""


def _last_start(pattern: re.Pattern[str], text: str, at: int) -> int:
    begin = max(0, at - _REACH)
    starts = [m.start() for m in pattern.finditer(text, begin, at) if m.start() < at]
    return starts[-1] if starts else begin


def _last_end(pattern: re.Pattern[str], text: str, at: int) -> int:
    begin = max(0, at - _REACH)
    ends = [m.end() for m in pattern.finditer(text, begin, at) if m.end() < at]
    return ends[-1] if ends else begin
