"""Writing a note."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from newsreader.tui.wrap import fit_lines


class NoteScreen(ModalScreen[str | None]):
    """Returns the note as it is to be kept, or None to leave it as it was."""

    CSS_PATH = "note.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "keep"),
        Binding("escape", "leave", "leave"),
    ]

    def __init__(self, about: str, text: str, *, whole: bool) -> None:
        super().__init__()
        self._about = about
        self._text = text
        self._whole = whole
        self._warned = False

    def compose(self) -> ComposeResult:
        """Show what the note is about, the note, and the two keys."""
        with Vertical(id="sheet") as sheet:
            sheet.border_title = "Note on the article" if self._whole else "Note"
            yield Static(self._about_in_brief(), id="about", markup=False)
            yield TextArea(self._text, id="note", soft_wrap=True, tab_behavior="focus")
            yield Static("Ctrl+S keeps it · Esc leaves", id="keys", markup=False)

    def on_mount(self) -> None:
        """Put the caret at the end of the note."""
        note = self.query_one(TextArea)
        note.move_cursor(note.document.end)
        self.set_focus(note)

    def action_keep(self) -> None:
        """Keep the note."""
        self.dismiss(self.query_one(TextArea).text)

    def action_leave(self) -> None:
        """Leave; unsaved words are thrown away only at the second time of asking."""
        if self._warned or self.query_one(TextArea).text == self._text:
            self.dismiss(None)
            return
        self._warned = True
        self.query_one("#keys", Static).update(
            "Not kept yet: Ctrl+S keeps it, Esc again throws the changes away."
        )

    def on_text_area_changed(self) -> None:
        """Ask again before throwing away what was written since."""
        if self._warned:
            self._warned = False
            self.query_one("#keys", Static).update("Ctrl+S keeps it · Esc leaves")

    def _about_in_brief(self) -> str:
        about = self._about if self._whole else f"“{self._about}”"
        width = min(72, self.app.size.width - 8)
        return "\n".join(line for line in fit_lines(about, width, 3) if line)
