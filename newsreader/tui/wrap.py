"""Offsets to lines and back: where each character of a text stands on the screen."""

from __future__ import annotations

import re
from bisect import bisect_right

from rich.cells import cell_len

from newsreader.model import Span

_TAB = str.maketrans({"\t": " "})
_ODD_WIDTH = re.compile(
    "[^\u0020-\u007e\u00a0-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u1fff"
    "\u2010-\u2027\u2030-\u205e\u2070-\u209c\u20a0-\u20c0\u2100-\u2211\n\t]"
)
"""A character that may not be exactly one cell wide."""


class Wrapped:
    """A text set to a width in cells, line by line, breaking at spaces.

    `starts[n]` and `ends[n]` bound line n in code points of the text. An empty line of the text is
    an empty line here. Characters of no or double width are measured; tabs count as one cell.
    """

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = max(1, width)
        self.starts: list[int] = []
        self.ends: list[int] = []
        at = 0
        for line in text.split("\n"):
            if _ODD_WIDTH.search(line):
                self._wrap_measured(at, at + len(line))
            else:
                self._wrap_even(at, at + len(line))
            at += len(line) + 1

    def __len__(self) -> int:
        return len(self.starts)

    def line_of(self, offset: int) -> int:
        """Return the number of the line that holds the character at `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def lines_of(self, span: Span) -> range:
        """Return the numbers of the lines that `span` touches."""
        return range(self.line_of(span.start), self.line_of(max(span.start, span.end - 1)) + 1)

    def cell_of(self, offset: int) -> int:
        """Return how many cells into its line the character at `offset` begins."""
        line = self.line_of(offset)
        return cells(self.text[self.starts[line] : min(offset, self.ends[line])])

    def offset_at(self, line: int, cell: int) -> int:
        """Return the offset of the character at `cell` of `line`, or of the line's end."""
        line = max(0, min(line, len(self) - 1))
        start, end = self.starts[line], self.ends[line]
        width = 0
        for offset in range(start, end):
            width += cells(self.text[offset])
            if width > cell:
                return offset
        return end

    def _add(self, start: int, end: int) -> None:
        self.starts.append(start)
        self.ends.append(end)

    def _wrap_even(self, start: int, end: int) -> None:
        """Wrap a line whose characters are all one cell wide: no need to measure."""
        text, width = self.text, self.width
        while end - start > width:
            cut = text.rfind(" ", start, start + width + 1)
            if cut <= start:
                self._add(start, start + width)
                start += width
            else:
                self._add(start, cut)
                start = cut + 1
        self._add(start, end)

    def _wrap_measured(self, start: int, end: int) -> None:
        text, limit = self.text, self.width
        width, space, offset = 0, -1, start
        while offset < end:
            size = cells(text[offset])
            if text[offset] == " ":
                space = offset
            if width + size > limit and offset > start:
                cut = space if space > start else offset
                self._add(start, cut)
                start = offset = cut + 1 if cut == space else cut
                width, space = 0, -1
                continue
            width += size
            offset += 1
        self._add(start, end)


def cells(text: str) -> int:
    """Return how many terminal cells `text` takes."""
    return cell_len(text.translate(_TAB))


def is_wider(text: str, width: int) -> bool:
    """Tell whether `text` takes more than `width` cells; quick to ask of ten thousand texts."""
    if 2 * len(text) <= width:
        return False
    return (cells(text) if _ODD_WIDTH.search(text) else len(text)) > width


def fit(text: str, width: int) -> str:
    """Shorten `text` to at most `width` cells, with an ellipsis where something is left out."""
    if cells(text) <= width:
        return text
    if width < 1:
        return ""
    kept = text[: Wrapped(text, width - 1).ends[0]] if width > 2 else ""
    return f"{kept.rstrip(' ,.;:·—–-')}…"


def fit_lines(text: str, width: int, count: int) -> list[str]:
    """Set `text` in `count` lines of `width` cells, the last one ending in an ellipsis if cut."""
    text = " ".join(text.split())
    wrapped = Wrapped(text, width)
    lines = [text[wrapped.starts[n] : wrapped.ends[n]] for n in range(min(count, len(wrapped)))]
    if len(wrapped) > count > 0:
        lines[-1] = fit(text[wrapped.starts[count - 1] :], width)
    return lines + [""] * (count - len(lines))
