"""Writing a note."""

from __future__ import annotations

from textual.app import ComposeResult, SuspendNotSupported
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from newsreader.errors import NewsreaderError
from newsreader.safety import guard
from newsreader.tui.note_area import NoteArea
from newsreader.tui.own_editor import command, edited
from newsreader.tui.wrap import fit_lines

KEYS = "Ctrl+S keeps it · Ctrl+E your own editor · Esc leaves"


class NoteScreen(ModalScreen[str | None]):
    """Returns the note as it is to be kept, or None to leave it as it was."""

    CSS_PATH = "note.tcss"

    def __init__(self, about: str, text: str, *, whole: bool) -> None:
        super().__init__()
        self._about = about
        self._text = text
        self._whole = whole
        self._warned = False
        self._note = NoteArea(
            text,
            {"ctrl+s": self.action_keep, "ctrl+e": self.action_edit, "escape": self.action_leave},
        )
        self._keys = Static(KEYS, id="keys", markup=False)

    def compose(self) -> ComposeResult:
        """Show what the note is about, the note, and the keys."""
        with Vertical(id="sheet") as sheet:
            sheet.border_title = "Note on the whole article" if self._whole else "Note"
            yield Static(self._about_in_brief(), id="about", markup=False)
            yield self._note
            yield self._keys

    def on_mount(self) -> None:
        """Put the caret at the end of the note."""
        self._note.move_cursor(self._note.document.end)
        self.set_focus(self._note)

    def action_keep(self) -> None:
        """Keep the note."""
        self._leave_with(self._note.text)

    def action_leave(self) -> None:
        """Leave; unsaved words are thrown away only at the second time of asking."""
        if self._warned or self._note.text == self._text:
            self._leave_with(None)
            return
        self._warned = True
        self._keys.update("Not kept yet: Ctrl+S keeps it, Esc again throws the changes away.")

    def action_edit(self) -> None:
        """Go on in the reader's own editor, and come back with what was written there."""
        try:
            text = self._edited_outside(self._note.text)
        except NewsreaderError as error:
            self._keys.update(guard(str(error)))
            return
        if text != self._note.text:
            self._note.select_all()
            self._note.take(text)
        self._keys.update(KEYS)

    def _edited_outside(self, text: str) -> str:
        editor = command()
        outcome: str | NewsreaderError = text
        try:
            # No error may leave this block: the screen would not come back. And it must not go on
            # meanwhile, or it would draw over the editor.
            with self.app.suspend():
                try:
                    outcome = edited(text, editor)
                except NewsreaderError as error:
                    outcome = error
        except SuspendNotSupported as error:
            raise NewsreaderError("No editor can be opened from this terminal.") from error
        if isinstance(outcome, NewsreaderError):
            raise outcome
        return outcome

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Ask again before throwing away what was written since."""
        event.stop()
        if self._warned:
            self._warned = False
            self._keys.update(KEYS)

    def _leave_with(self, text: str | None) -> None:
        self._note.done = True
        self.dismiss(text)

    def _about_in_brief(self) -> str:
        about = self._about if self._whole else f"“{self._about}”"
        width = min(72, self.app.size.width - 8)
        return "\n".join(line for line in fit_lines(about, width, 3) if line)
