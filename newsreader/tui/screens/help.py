"""What all keys do, made from the actions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView
from textual.strip import Strip

from newsreader.tui.actions import Action, Target, key_label, keymap_of_a_dialog
from newsreader.tui.editing import pressed
from newsreader.tui.look import Pen
from newsreader.tui.wrap import fit_lines


class Table(ScrollView, can_focus=True):
    """All actions by group, with their keys."""

    ALLOW_SELECT = False

    def __init__(self, actions: Sequence[Action]) -> None:
        super().__init__()
        self._actions = actions
        self._lines: list[list[tuple[str, str]]] = []

    def on_resize(self) -> None:
        """Set the table to the width there is."""
        width = self.scrollable_content_region.width
        self._lines = []
        for group, members in groupby(self._actions, key=lambda action: action.group):
            self._lines += [[("", "plain")], [(f" {group}", "accent")]]
            for action in members:
                keys = "  ".join(key_label(key) for key in action.keys)
                words = fit_lines(action.label, max(10, width - 24), 3)
                for n, part in enumerate(part for part in words if part):
                    shown = keys if n == 0 else ""
                    self._lines.append([(f"  {shown:<20} ", "strong"), (part, "plain")])
        self.virtual_size = Size(width, len(self._lines) + 1)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        number = y + self.scroll_offset.y
        line = self._lines[number] if number < len(self._lines) else []
        pen = Pen(self.app, "surface")
        segments = [Segment(text, pen.style(style)) for text, style in line]
        width = self.scrollable_content_region.width
        return Strip(segments).adjust_cell_length(width, pen.style())


class HelpScreen(ModalScreen[None]):
    """Shows the table; j and k scroll, any other key closes."""

    CSS_PATH = "help.tcss"

    def __init__(self, actions: Sequence[Action]) -> None:
        super().__init__()
        self._keymap = keymap_of_a_dialog(each for each in actions if each.target is Target.PANE)
        self._table = Table(actions)

    def compose(self) -> ComposeResult:
        """Show the table, and how to leave it."""
        self._table.border_title = "Keys"
        self._table.border_subtitle = "j k Space scroll · q closes"
        yield self._table

    def on_key(self, event: events.Key) -> None:
        """Scroll or close."""
        event.stop()
        event.prevent_default()
        page = max(1, self._table.size.height - 2)
        steps = {
            "line_down": 1, "line_up": -1, "page_down": page, "page_up": -page,
            "half_page_down": page // 2, "half_page_up": -page // 2, "top": -10_000,
            "bottom": 10_000,
        }  # fmt: skip
        action = self._keymap.meaning((pressed(event),))
        step = steps.get(action.name) if action else None
        if step is None:
            if self.is_active:
                self.dismiss()
        else:
            self._table.scroll_to(y=self._table.scroll_offset.y + step, animate=False)
