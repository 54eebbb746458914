"""All highlights and notes of the library, edited, removed and taken along."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from newsreader.model import next_colour
from newsreader.safety import guard
from newsreader.tui.screens.notes_sheet import NotesSheet


class NotesScreen(NotesSheet):
    """Returns the entry that the reader wants to see in its article, or None.

    Each change is in the library when its key returns.
    """

    async def _change(self, work: Callable[[], object], said: str) -> None:
        """Change something in the library, and show what is there then."""
        await asyncio.to_thread(work)
        await self.reload()
        self.status.say(said)

    async def action_note(self) -> None:
        """Edit the note of the entry."""
        from newsreader.tui.screens.note import NoteScreen

        entry = self.list.entry
        if entry is None:
            return
        about = guard(entry.exact or entry.title)
        text = await self.dialog(NoteScreen(about, entry.note, whole=not entry.exact))
        if text is not None:
            highlight_id = entry.highlight_id or None
            await self._change(
                lambda: self.reading.write_note(entry.article_id, highlight_id, text),
                "Note kept." if text.strip() else "Note removed; u brings it back.",
            )

    async def action_tags(self) -> None:
        """Change the tags of the highlight, or of the article of a note on it."""
        entry = self.list.entry
        if entry is None:
            return
        what = "Tags of the highlight" if entry.highlight_id else "Tags of the article"
        known = await asyncio.to_thread(self.reading.tags_used)
        tags = await self.ask_tags(what, entry.tags, known)
        self.set_focus(self.list)
        if tags is None:
            return

        def work() -> None:
            if entry.highlight_id:
                self.reading.set_highlight_tags(entry.highlight_id, tags)
            else:
                self.reading.set_tags(entry.article_id, tags)

        await self._change(work, " ".join(["Tagged", *(f"#{tag}" for tag in tags)]))

    async def action_colour(self) -> None:
        """Give the highlight the next colour."""
        entry = self.list.entry
        if entry is None or not entry.colour:
            self.status.say("Only highlights have a colour.")
            return
        colour = next_colour(entry.colour)
        await self._change(
            lambda: self.reading.set_colour(entry.highlight_id, colour),
            f"Highlight in {self.settings.called(colour)}.",
        )

    async def action_highlight(self) -> None:
        """Remove the highlight with its note, or the note on the article."""
        entry = self.list.entry
        if entry is None:
            return
        if entry.highlight_id:
            await self._change(
                lambda: self.reading.remove_highlight(entry.highlight_id),
                "Highlight removed; u brings it back.",
            )
        else:
            await self._change(
                lambda: self.reading.write_note(entry.article_id, None, ""),
                "Note removed; u brings it back.",
            )

    async def action_undo(self) -> None:
        """Take back the last change."""
        label = await asyncio.to_thread(self.reading.undo)
        await self.reload()
        self.status.say(f"Undone: {guard(label).lower()}." if label else "Nothing to undo.")

    async def action_export(self) -> None:
        """Export what is shown, after a look at it."""
        from newsreader.tui.screens.export import ExportScreen

        chosen = [each.key for each in self.shown]
        if not chosen:
            self.status.say("Nothing to export yet.")
            return
        said = await self.dialog(ExportScreen(self.reading, chosen=chosen))
        if said:
            self.status.say(said)
