"""Correcting one claim: what is claimed and why, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from newsreader.model import OF_NAMES, CorrectionScope
from newsreader.safety import guard
from newsreader.tui.actions import Action, Target, keymap_of_a_dialog
from newsreader.tui.cases import Case, Offer, Proposal
from newsreader.tui.editing import edit, paste, pressed
from newsreader.tui.look import look_of
from newsreader.tui.picking import Choice, Choices, Names
from newsreader.tui.wrap import fit_lines

WIDTH = 76
"""Cells of the widest sheet, as correct.tcss has it."""

AROUND = 6
"""Lines of borders, margins and keys around claim and lists."""

SMALL = 14
"""Lines of a window under which something has to go."""

MOST_NAMES = 8
"""Names that are shown at a time."""

MOVING = {"down": "line_down", "up": "line_up", "pagedown": "page_down", "pageup": "page_up"}
"""What keys do in the list of names."""


class CorrectScreen(ModalScreen[Proposal | Literal["list"] | None]):
    """Returns what the reader wants corrected, "list" to see what was corrected so far, or None.

    First it offers what can be done, then it asks for a name where one is needed.
    """

    CSS_PATH = "correct.tcss"

    def __init__(
        self, case: Case, source: str, corrections: int, actions: Sequence[Action]
    ) -> None:
        """Offer the name corrections for a whole `source` too, and a look at so many made."""
        super().__init__()
        self._keymap = keymap_of_a_dialog(actions)
        self._case = case
        self._source = source if any(o.kind in OF_NAMES for o in case.offers) else ""
        self._corrections = corrections
        self._scope = CorrectionScope.ARTICLE
        self._asked: Offer | None = None
        self._sheet = Vertical(id="sheet")
        self._claim = Static(markup=False, id="claim")
        self._choices = Choices(id="choices")
        self._question = Static(markup=False, id="question")
        self._line = Input(id="name", compact=True, select_on_focus=False)
        self._names = Names(id="names")
        self._keys = Static(markup=False, id="keys")

    def compose(self) -> ComposeResult:
        """Show the claim over the choices; the question takes their place."""
        self._sheet.border_title = self._case.title
        with self._sheet:
            yield self._claim
            yield self._choices
            yield self._question
            yield self._line
            yield self._names
            yield self._keys

    def on_mount(self) -> None:
        """Offer what can be done."""
        self._show_choices()

    def on_resize(self) -> None:
        """Give the lists what room there is."""
        self._fit()

    # what can be done

    def _show_choices(self) -> None:
        self._asked = None
        self._choices.show(self._all_choices())
        self._show_step(asking=False)
        self._keys.update("Esc leaves · a key, or ↑ ↓ and Enter")
        self.set_focus(self._choices)

    def _all_choices(self) -> list[Choice]:
        return [*(Choice(offer.key, offer.label) for offer in self._case.offers), *self._more()]

    def _more(self) -> list[Choice]:
        """Return the choices that are no corrections."""
        reaches = ["this article", f"all from {guard(self._source)}"]
        here = self._scope is CorrectionScope.ARTICLE
        for n, reach in enumerate(reaches):
            reaches[n] = f"({reach})" if (n == 0) is here else f" {reach} "
        scope = [Choice("a", f"in {' '.join(reaches)}")] if self._source else []
        made = [Choice("v", f"view what was corrected here ({self._corrections}) …")]
        return [*scope, *(made if self._corrections else [])]

    def _take(self, index: int) -> None:
        """Do what a choice says."""
        offers = self._case.offers
        if index >= len(offers):
            if self._more()[index - len(offers)].key == "a":
                self._turn_scope()
            elif self.is_active:
                self.dismiss("list")
        elif offers[index].asks:
            self._ask(offers[index])
        else:
            self._propose(offers[index], offers[index].value)

    def _turn_scope(self) -> None:
        here = self._scope is CorrectionScope.ARTICLE
        self._scope = CorrectionScope.SOURCE if here else CorrectionScope.ARTICLE
        self._choices.show(self._all_choices())

    def _propose(self, offer: Offer, value: str) -> None:
        scope = self._scope if offer.kind in OF_NAMES else CorrectionScope.ARTICLE
        if self.is_active:
            self.dismiss(Proposal(offer.kind, value, scope))

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Do what was clicked."""
        self._take(event.index)

    # a name

    def _ask(self, offer: Offer) -> None:
        self._asked = offer
        self._question.update(offer.asks)
        with self.prevent(Input.Changed):
            self._line.value = offer.begin
        self._line.cursor_position = len(offer.begin)
        self._line.placeholder = "type to filter, or a new name" if offer.free else "type to filter"
        self._names.offer(offer.names, free=offer.free, begin=offer.begin)
        self._show_step(asking=True)
        self._keys.update("Esc back · ↑ ↓ and Enter take a name")
        self.set_focus(self._line)

    def on_names_picked(self, event: Names.Picked) -> None:
        """Take the name that was clicked."""
        if self._asked is not None:
            self._propose(self._asked, event.name)

    # keys

    @property
    def takes_keys(self) -> bool:
        """Tell whether keys are for this screen; see NewsreaderApp.on_event."""
        return self.is_active

    async def take_key(self, event: events.Key) -> None:
        """Do what a key means, before the next is looked at: even Enter that comes too early."""
        key = pressed(event)
        (self._choose if self._asked is None else self._type)(key)

    def take_text(self, text: str) -> None:
        """Put a pasted text where a name is typed."""
        if self._asked is not None:
            paste(self._line, text)
            self._names.narrow(self._line.value)

    def _choose(self, key: str) -> None:
        if (index := self._choices.with_key(key)) is not None:
            self._take(index)
            return
        action = self._keymap.meaning((key,))
        name = action.name if action else ""
        if name == "choose":
            self._take(self._choices.cursor)
        elif name in {"back", "leave"}:
            self.dismiss(None)
        elif action is not None and action.target is Target.PANE:
            getattr(self._choices, f"action_{name}")()

    def _type(self, key: str) -> None:
        """Edit the name, move in those that fit, take one, or go back to the choices."""
        if edit(self._line, key):
            self._names.narrow(self._line.value)
        elif key in MOVING:
            getattr(self._names, f"action_{MOVING[key]}")()
        elif key == "escape":
            self._show_choices()
        elif key == "enter" and self._asked is not None and self._names.name_here is not None:
            self._propose(self._asked, self._names.name_here)

    # room

    def _show_step(self, *, asking: bool) -> None:
        self._choices.display = not asking
        for part in (self._question, self._line, self._names):
            part.display = asking
        self._fit()

    def _fit(self) -> None:
        """Give claim and lists the lines there are: in a small window, first the lists."""
        asking, height = self._asked is not None, self.app.size.height
        self._claim.display = not asking or height >= SMALL
        room = height - AROUND
        width = min(WIDTH, self.app.size.width) - 4
        lines = (2, 3) if height >= SMALL else (1, min(3, max(0, room - 4)))
        words = [line for line in fit_lines(self._case.words, width, lines[0]) if line]
        claim = [line for line in fit_lines(self._case.claim, width, lines[1]) if line]
        look, under = look_of(self.app), "".join(f"\n{line}" for line in claim)
        strong = Text("\n".join(words), look["strong"])
        self._claim.update(Text.assemble(strong, (under, look["quiet"])))
        room -= len(words) + len(claim) if self._claim.display else -1
        self._choices.styles.height = max(1, min(self._choices.count, room))
        offered = len(self._asked.names) + 1 if self._asked else 0
        self._names.styles.height = max(1, min(MOST_NAMES, max(2, offered), room - 2))
