"""The quotations of a draft, and what each is worth."""

from __future__ import annotations

from collections.abc import Sequence

from textual.message import Message

from newsreader.checking.labels import LABELS
from newsreader.checking.speakers import called
from newsreader.model.judgement import Judged, Judgement
from newsreader.safety import guard
from newsreader.tui.line_list import Line, LineList, spread
from newsreader.tui.wrap import cells, fit

SIGNS = {
    Judgement.EXACT: "✓", Judgement.SPEAKER: "⇄", Judgement.ALTERED: "≠",
    Judgement.STITCHED: "+", Judgement.PARAPHRASE: "≈", Judgement.MISSING: "✗",
}  # fmt: skip
"""Before the word for a judgement."""


def verdict(judged: Judged) -> str:
    """Return what a quotation is worth, in a sign and a word, or that it has a slip."""
    sign, label = SIGNS[judged.judgement], LABELS[judged.judgement]
    if judged.judgement is Judgement.EXACT and judged.is_wrong:
        return f"! {label}, with a slip"
    return f"{sign} {label}"


class JudgedList(LineList):
    """A quotation in two lines: what it is worth and who says it, and how it begins."""

    ROW_HEIGHT = 2
    CURSOR_AWAY = "cursor"  # what is said of it stands beside

    class Moved(Message):
        """The cursor came to another quotation."""

    class Chosen(Message):
        """A quotation was chosen a second time."""

    def __init__(self) -> None:
        super().__init__(id="judged")
        self._judged: Sequence[Judged] = ()

    @property
    def count(self) -> int:
        """How many quotations are shown."""
        return len(self._judged)

    @property
    def judged(self) -> Judged | None:
        """The one under the cursor."""
        return self._judged[self.cursor] if self._judged else None

    def show(self, judged: Sequence[Judged], empty: str) -> None:
        """Show these, the cursor on the one that it was on if it is there still.

        `empty` is said where there are none.
        """
        here = self.judged.quotation.words if self.judged else ""
        words = [each.quotation.words for each in judged]
        self._judged, self.EMPTY = judged, empty
        self.renew(cursor=words.index(here) if here in words else None)

    def row(self, index: int, width: int) -> Sequence[Line]:
        """Draw a quotation."""
        judged = self._judged[index]
        who = fit(guard(called(judged.quotation.speaker)), width // 2)
        left = fit(verdict(judged), width - cells(who) - 3)
        words = " ".join(guard(judged.quotation.words).split())
        style = "problem" if judged.is_wrong else "strong"
        return [
            spread((f" {left}", style), (f"{who} ", "quiet"), width),
            [(fit(f"   “{words}”", width - 1), "plain")],
        ]

    def moved(self, index: int) -> None:  # noqa: ARG002 - it is the one under the cursor
        """Tell that another quotation is under the cursor."""
        self.post_message(self.Moved())

    def chosen(self, index: int) -> None:
        """Show what was clicked."""
        self.moved(index)
