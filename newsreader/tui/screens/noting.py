"""All notes of the library, over the panes, and from one to its passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.reading import Reading
from newsreader.settings import Settings
from newsreader.tui.messages import Place
from newsreader.tui.screens.annotating import AnnotatingScreen

if TYPE_CHECKING:
    from newsreader.tui.screens.notes import NotesScreen


class NotingScreen(AnnotatingScreen):
    """Shows what the reader made of all articles, and goes where it was made."""

    def __init__(self, reading: Reading, settings: Settings, pane: str) -> None:
        super().__init__(reading, settings, pane)
        self._notes: NotesScreen | None = None

    async def action_notes(self) -> None:
        """Show all highlights and notes, and open the article of one that is picked."""
        if self._notes is None:
            from newsreader.tui.screens.notes import NotesScreen

            self._notes = NotesScreen(self.reading, self.settings, self.actions)
            self.app.install_screen(self._notes, "notes")  # so that it stays as it is left
        picked = await self.dialog(self._notes)
        # What is open may have been changed there, and undone may be anything.
        await self.change(lambda: None)
        await self.analyse_again()
        self.relist()
        self.articles_pane.ask_again()
        if picked is not None:
            self.open(picked.article_id, Place(highlight_id=picked.highlight_id))
            self.focus_pane("body")
