"""The formats that notes can be written in, and what each is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.message import Message

from newsreader.export import FORMATS, Format
from newsreader.safety import guard
from newsreader.tui.line_list import Line, LineList
from newsreader.tui.wrap import cells, fit

NAMES = 14
"""Cells of the names, where there is room for what each format is for beside them."""


class FormatsList(LineList):
    """Formats by name; the one under the cursor is the one that is chosen."""

    BACKGROUND = "surface"
    CURSOR_AWAY = "cursor"  # it is chosen wherever the focus is

    class Moved(Message):
        """Another format is under the cursor."""

    def __init__(self) -> None:
        super().__init__(id="formats")
        self._formats: Mapping[str, Format] = FORMATS
        self._names = tuple(FORMATS)

    @property
    def count(self) -> int:
        """How many formats there are."""
        return len(self._names)

    @property
    def name_here(self) -> str:
        """The name of the format that is chosen."""
        return self._names[self.cursor]

    @property
    def format_here(self) -> Format:
        """The format that is chosen."""
        return self._formats[self.name_here]

    def offer(self, formats: Mapping[str, Format]) -> None:
        """Offer these formats; the one that is chosen stays so."""
        here = self.name_here
        self._formats, self._names = formats, tuple(formats)
        self.renew(cursor=self._names.index(here) if here in formats else 0)

    def row(self, index: int, width: int) -> Sequence[Line]:
        """Draw a format: its name, and what it is for where there is room."""
        name = self._names[index]
        shown = guard(name)
        if width < 2 * NAMES:
            return [[(f" {fit(shown, width - 2)}", "plain")]]
        shown = fit(shown, NAMES)
        gap = " " * (NAMES + 1 - cells(shown))
        about = fit(guard(self._formats[name].about), width - NAMES - 3)
        return [[(f" {shown}{gap}", "plain"), (about, "quiet")]]

    def moved(self, index: int) -> None:  # noqa: ARG002 - it is the one under the cursor
        """Tell that another format is chosen."""
        self.post_message(self.Moved())

    def chosen(self, index: int) -> None:
        """Tell that a format was clicked."""
        self.moved(index)
