"""What a reader can ask the library, shown while nothing is asked yet."""

from __future__ import annotations

from collections.abc import Sequence

from textual.message import Message

from newsreader.library.queries import SavedQuery
from newsreader.safety import guard
from newsreader.tui.line_list import Line, LineList
from newsreader.tui.wrap import cells, fit

EXAMPLES = (
    ("ferry repair", "both words"),
    ('"ferry repair"', "these words, in this order"),
    ("count*", "words that begin so"),
    ("ferry OR bridge", "either; NOT leaves out"),
    ("speaker:miller", "Miller is quoted"),
    ('said:"no delay"', "in what is quoted"),
    ("entity:harbour", "named; person: org: place:"),
    ("title:fire", "also source: note: tag:"),
    ("from:2024-06 to:2024-07", "when it came out; on:today"),
    ("is:unread", "also is:starred, is:edited"),
)
"""What can be typed, and what it finds."""

TYPED = 26
"""Cells that the widest example takes, with a gap behind it."""


class GuideList(LineList):
    """The saved queries, to be run, over examples of what can be typed."""

    BACKGROUND = "surface"

    class Chosen(Message):
        """The saved query under the cursor was chosen."""

    def __init__(self) -> None:
        super().__init__(id="guide")
        self._saved: Sequence[tuple[SavedQuery, int]] = ()
        self._under: Sequence[Line] = ()
        self.show(())

    @property
    def count(self) -> int:
        """How many rows there are, examples among them."""
        return len(self._saved) + len(self._under)

    @property
    def saved(self) -> SavedQuery | None:
        """The saved query under the cursor."""
        return self._saved[self.cursor][0] if self.has_stops else None

    @property
    def has_stops(self) -> bool:
        """Tell whether there is a saved query."""
        return bool(self._saved)

    def is_stop(self, index: int) -> bool:
        """Tell whether the row is a saved query."""
        return index < len(self._saved)

    def show(self, saved: Sequence[tuple[SavedQuery, int]]) -> None:
        """Show these saved queries, each with the number of articles that it finds."""
        self._saved = saved
        heading = "What you can type"
        self._under = [
            *([[], [(f" {heading}", "quiet")]] if saved else []),
            *([(f"  {typed:<{TYPED}}", "key"), (finds, "plain")] for typed, finds in EXAMPLES),
        ]
        self.border_title = "Saved queries" if saved else heading
        self.renew()

    def row(self, index: int, width: int) -> Sequence[Line]:
        """Draw a saved query with its words and its count, or an example."""
        if not self.is_stop(index):
            return [self._under[index - len(self._saved)]]
        saved, number = self._saved[index]
        count = f"{number:,}"
        name = fit(guard(saved.name), width - cells(count) - 4)
        query = "" if saved.name == saved.query else f"  {guard(saved.query)}"
        query = fit(query, width - cells(count) - cells(name) - 4)
        gap = " " * (width - cells(count) - cells(name) - cells(query) - 3)
        return [[(f"  {name}", "strong"), (query, "quiet"), (f"{gap}{count} ", "quiet")]]

    def chosen(self, index: int) -> None:  # noqa: ARG002 - it is the one under the cursor
        """Say that a saved query was chosen."""
        self.post_message(self.Chosen())
