"""The parts of the search screen: their arrangement, the focus, and the keys."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from newsreader.search.results import Hit
from newsreader.tui.actions import Action, Keymap, Target
from newsreader.tui.editing import edit, paste, pressed
from newsreader.tui.facets_list import FacetsList
from newsreader.tui.guide_list import GuideList
from newsreader.tui.line_list import LineList
from newsreader.tui.prompt import Prompt
from newsreader.tui.query_line import QueryLine
from newsreader.tui.results_list import ResultsList
from newsreader.tui.status import Hint, StatusBar

WIDE = 100
"""Columns from which there is room for what narrows a query beside what it found."""

EVERYWHERE = {
    "tab": "next_part", "shift+tab": "previous_part", "escape": "leave", "enter": "choose",
    "ctrl+s": "save", "ctrl+l": "list_all", "ctrl+z": "widen",
}  # fmt: skip
"""What keys do wherever the focus is."""

WHILE_TYPING = {
    "down": "line_down", "up": "line_up", "pagedown": "page_down", "pageup": "page_up",
}  # fmt: skip
"""What keys do in the list while the focus is where the query is typed."""

IN_LISTS = {
    "next_pane": "next_part", "previous_pane": "previous_part", "pane_right": "next_part",
    "pane_left": "previous_part", "find": "type", "search": "type", "undo": "widen",
    "back": "leave", "leave": "leave",
}  # fmt: skip
"""What actions of the panes become where the focus is in a list."""


@dataclass(frozen=True, slots=True)
class Picked:
    """What the reader wants to see: an article that a query found, or without one, all of them."""

    query: str
    hit: Hit | None = None


class SearchSheet(ModalScreen[Picked | None]):
    """Lays the query over what it found, and that beside what narrows it, and turns keys to acts.

    In a narrow window, what narrows the query takes the place of what it found.
    """

    CSS_PATH = "search.tcss"
    AUTO_FOCUS = ""

    def __init__(self, actions: Sequence[Action]) -> None:
        """Take the keys that the reader has for these actions."""
        super().__init__()
        self._keymap = Keymap(actions)
        self.line = QueryLine()
        self.said = Static(id="said", markup=False)
        self.guide = GuideList()
        self.results = ResultsList()
        self.facets = FacetsList()
        self.status = StatusBar()
        self.prompt = Prompt(self.status)

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        with Vertical(id="sheet") as sheet:
            sheet.border_title = "Find in the library"
            yield self.line
            yield self.said
            with Horizontal(id="lists"):
                yield self.guide
                yield self.results
                yield self.facets
            yield self.prompt
            yield self.status

    # parts

    @property
    def listed(self) -> GuideList | ResultsList:
        """What is under the query: what it found, or where it is empty, what could be typed."""
        return self.results if self.line.value.strip() else self.guide

    def parts(self) -> dict[str, Widget]:
        """Return the parts that can have the focus, in order, by what the key line calls them."""
        if not self.listed.has_stops:
            return {"query": self.line}
        if self.listed is self.guide:
            return {"query": self.line, "saved": self.guide}
        return {"query": self.line, "results": self.results, "narrow": self.facets}

    @property
    def is_wide(self) -> bool:
        """Tell whether results and what narrows them are shown side by side."""
        return self.app.size.width >= WIDE

    def go(self, part: Widget) -> None:
        """Bring the focus to a part, showing it if it was folded away."""
        part.display = True
        self.set_focus(part)
        self.show_parts()

    def show_parts(self) -> None:
        """Show the parts that there is room for, and what the keys do here."""
        if not self.prompt.display and self.focused not in self.parts().values():
            self.set_focus(self.line)
        narrowing = self.focused is self.facets
        asked, beside = self.listed is self.results, self.is_wide or not narrowing
        self.guide.display = not asked
        self.results.display = asked and beside
        self.facets.display = narrowing or (asked and self.is_wide)
        for each in (self.guide, self.results):
            # Enter is for the row under the cursor while the query is typed, too.
            each.CURSOR_AWAY = "cursor-away" if narrowing else "cursor"
            each.refresh()
        self.set_class(not self.is_wide, "-narrow")
        self.status.hint(self.hints())

    def on_descendant_focus(self) -> None:
        """Notice when a click brought the focus elsewhere."""
        self.show_parts()

    def on_resize(self) -> None:
        """Make room for what narrows the query, or fold it away."""
        self.show_parts()

    def _beside(self, step: int) -> tuple[str, Widget]:
        """Return the part that comes so many after the one with the focus, with its name."""
        parts = list(self.parts().items())
        here = next((n for n, (_, part) in enumerate(parts) if part is self.focused), 0)
        return parts[(here + step) % len(parts)]

    def action_next_part(self) -> None:
        """Go on to the list, to what narrows it, and back to the query."""
        self.go(self._beside(1)[1])

    def action_previous_part(self) -> None:
        """Go back a part."""
        self.go(self._beside(-1)[1])

    def action_type(self) -> None:
        """Go where the query is typed."""
        self.go(self.line)

    # keys

    def hints(self) -> list[Hint]:
        """Return what the keys do here, what matters most first."""
        facets, running = self.focused is self.facets, self.listed is self.guide
        hints = []
        if self.facets.count if facets else self.listed.has_stops:
            does = "narrow" if facets else "run it" if running else "open"
            hints.append(Hint("choose", "Enter", does))
        if len(self.parts()) > 1:
            hints.append(Hint("next_part", "Tab", self._beside(1)[0]))
        if self.can_widen:
            hints.append(Hint("widen", "Ctrl+Z", "take back"))
        hints.append(Hint("leave", "Esc", "leave"))
        if not running:
            hints.append(Hint("save", "Ctrl+S", "save"))
        if self.results.has_stops and not running:
            hints.append(Hint("list_all", "Ctrl+L", "all in the list"))
        return hints

    @property
    def can_widen(self) -> bool:
        """Tell whether there is a narrowing to take back."""
        raise NotImplementedError

    def look_up(self) -> None:
        """What is typed is another query now."""
        raise NotImplementedError

    @property
    def takes_keys(self) -> bool:
        """Tell whether keys are for this screen; see NewsreaderApp.on_event."""
        return self.is_active and not self.prompt.display

    async def take_key(self, event: events.Key) -> None:
        """Do what a key means, before the next is looked at: even Enter that comes too early."""
        key = pressed(event)
        self.status.say("")
        if key in EVERYWHERE:
            await self.perform(EVERYWHERE[key])
        elif not isinstance(self.focused, LineList):
            if key in WHILE_TYPING:
                getattr(self.listed, f"action_{WHILE_TYPING[key]}")()
            elif edit(self.line, key):
                self.look_up()
        elif action := self._keymap.meaning((key,)):
            if action.target is Target.PANE:
                getattr(self.focused, f"action_{action.name}")()
            elif action.name in IN_LISTS:
                await self.perform(IN_LISTS[action.name])

    def take_text(self, text: str) -> None:
        """Put a pasted text where something is being typed."""
        paste(self.focused if isinstance(self.focused, Input) else self.line, text)
        self.look_up()

    async def on_status_bar_picked(self, event: StatusBar.Picked) -> None:
        """Do what was clicked."""
        await self.perform(event.action)

    async def perform(self, name: str) -> None:
        """Carry out the action of this name."""
        method: Callable[[], Awaitable[None] | None] = getattr(self, f"action_{name}")
        done = method()
        if done is not None:
            await done

    def action_leave(self) -> None:
        """Leave without picking."""
        self.leave_with(None)

    def leave_with(self, picked: Picked | None) -> None:
        """Leave, if this is still what the reader sees."""
        if self.is_active:
            self.dismiss(picked)
