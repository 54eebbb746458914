"""What was corrected in an article, to be looked at and taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from newsreader.model import Correction, CorrectionScope
from newsreader.safety import guard
from newsreader.tui.actions import Action, Target, keymap_of_a_dialog
from newsreader.tui.cases import in_words
from newsreader.tui.editing import pressed
from newsreader.tui.line_list import Line, LineList
from newsreader.tui.wrap import fit


@dataclass(frozen=True, slots=True)
class Picked:
    """A correction, to go to or to take away."""

    correction: Correction
    remove: bool


class Corrections(LineList):
    """Corrections in the order made, each with the passage it is about or how far it holds."""

    ROW_HEIGHT = 3
    BACKGROUND = "surface"

    class Chosen(Message):
        """The correction under the cursor was chosen."""

    def __init__(self, made: Sequence[Correction]) -> None:
        super().__init__(id="made")
        self._made = made

    @property
    def count(self) -> int:
        """How many corrections there are."""
        return len(self._made)

    @property
    def correction(self) -> Correction:
        """The correction under the cursor."""
        return self._made[self.cursor]

    def row(self, index: int, width: int) -> Sequence[Line]:
        """Draw a correction: what it does, and to what."""
        made = self._made[index]
        exact = fit(guard(made.anchor.exact), width - 4) if made.anchor else ""
        words = f"“{exact}”" if exact else "wherever it is named"
        if made.scope is CorrectionScope.SOURCE:
            words = f"in all articles from {guard(made.source)}"
        done = in_words(made.kind, made.name, made.value)
        return [
            [(" " + fit(done, width - 2), "strong")],
            [(" " + fit(words, width - 2), "quiet")],
        ]

    def chosen(self, index: int) -> None:  # noqa: ARG002 - it is the one under the cursor
        """Go to the passage."""
        self.post_message(self.Chosen())


class CorrectionsScreen(ModalScreen[Picked | None]):
    """Returns the correction that the reader picked, or None."""

    CSS_PATH = "corrections.tcss"

    def __init__(self, made: Sequence[Correction], actions: Sequence[Action]) -> None:
        super().__init__()
        self._keymap = keymap_of_a_dialog(actions)
        self._list = Corrections(made)

    def compose(self) -> ComposeResult:
        """Show the list and the keys."""
        with Vertical(id="sheet") as sheet:
            sheet.border_title = "Corrected in this article"
            yield self._list
            yield Static("x takes away · Esc leaves · Enter goes to it", id="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the latest."""
        self._list.put_cursor(self._list.count - 1)
        self.set_focus(self._list)

    def on_resize(self) -> None:
        """Take what room the list needs."""
        needed = self._list.count * self._list.ROW_HEIGHT
        self._list.styles.height = min(needed, max(2, self.app.size.height - 6))

    def on_corrections_chosen(self) -> None:
        """Go to the one that was clicked."""
        self.dismiss(Picked(self._list.correction, remove=False))

    @property
    def takes_keys(self) -> bool:
        """Tell whether keys are for this screen; see NewsreaderApp.on_event."""
        return self.is_active

    async def take_key(self, event: events.Key) -> None:
        """Do what a key means, before the next is looked at."""
        key = pressed(event)
        action = self._keymap.meaning((key,))
        name = action.name if action else ""
        if key in {"x", "delete"} or name == "choose":
            self.dismiss(Picked(self._list.correction, remove=name != "choose"))
        elif name in {"back", "leave"}:
            self.dismiss(None)
        elif action is not None and action.target is Target.PANE:
            getattr(self._list, f"action_{name}")()
