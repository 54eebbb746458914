"""The reader's own work: highlights, notes, tags, stars, undo."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from newsreader.model import Span, next_colour
from newsreader.reading import Reading
from newsreader.safety import guard
from newsreader.settings import Settings
from newsreader.tui.caret import Selection
from newsreader.tui.line_list import LineList
from newsreader.tui.messages import ArticleOpened
from newsreader.tui.screens.taking import TakingScreen

Result = TypeVar("Result")


class AnnotatingScreen(TakingScreen):
    """Marks passages and writes about them; every change is in the library when a key returns."""

    def __init__(self, reading: Reading, settings: Settings, pane: str) -> None:
        super().__init__(reading, settings, pane)
        self._writing = asyncio.Lock()

    async def change(self, work: Callable[[], Result]) -> Result:
        """Write to the library off the interface, in the order asked, and show what came of it.

        Raises LibraryError, which ends the action: it is said in the place of what was done.
        """
        async with self._writing:
            result = await asyncio.to_thread(work)
            if self._wanted is not None:
                opened = await asyncio.to_thread(self.reading.open, self._wanted, self._version)
                self.on_article_opened(ArticleOpened(opened))
        return result

    def action_select(self) -> None:
        """Begin to select text, at the current place or the first line on the screen."""
        if not self.body.text:
            return
        here = self.place if self.place and self.body.is_visible(self.place) else None
        start = here.start if here else self.body.first_visible()
        self.focus_pane("body")
        self.body.select(Selection(start, start))
        self.status.say("Selecting: move with h j k l w b ) }, then H or Enter; Esc lets go.")

    async def action_highlight(self) -> None:
        """Highlight the passage; a passage that is a highlight already loses it."""
        passage, there = self.passage(), self.highlight_here()
        if passage is None or self.opened is None:
            self.status.say("Nothing to highlight yet: ]q picks a quote, v selects text.")
            return
        self.body.select(None)
        if there is not None and there.placement.span == passage:
            await self.change(lambda: self.reading.remove_highlight(there.highlight.id))
            self.status.say("Highlight removed; u brings it back.")
            return
        await self._add_highlight(passage)
        if passage != self.place:
            self.go_to(passage)
        self.status.say("Highlighted. a writes a note on it, t tags it, C changes its colour.")

    async def _add_highlight(self, passage: Span) -> str | None:
        if self.opened is None:
            return None
        listed, version = self.opened.listed, self.opened.version
        return (await self.change(lambda: self.reading.highlight(listed.id, version, passage))).id

    async def action_colour(self) -> None:
        """Give the highlight here the next colour."""
        there = self.highlight_here()
        if there is None:
            self.status.say("No highlight here: ]h goes to the next one.")
            return
        colour = next_colour(there.highlight.colour)
        await self.change(lambda: self.reading.set_colour(there.highlight.id, colour))
        self.status.say(f"Highlight in {self.settings.called(colour)}.")

    async def action_note(self) -> None:
        """Write the note on the highlight here (made if need be), else on the article."""
        from newsreader.tui.screens.note import NoteScreen

        if self.opened is None:
            return
        article_id, passage, there = self.opened.listed.id, self.passage(), self.highlight_here()
        self.body.select(None)
        target = there.highlight.id if there else None
        old = next((n.text for n in self.opened.notes if n.highlight_id == target), "")
        about = guard(passage.of(self.body.text) if passage else self.opened.listed.title)
        text = await self.dialog(
            NoteScreen(about, old if target or passage is None else "", whole=passage is None)
        )
        if text is None:
            return
        if target is None and passage is not None:
            target = await self._add_highlight(passage)
        await self.change(lambda: self.reading.write_note(article_id, target, text))
        self.status.say("Note kept." if text.strip() else "Note removed; u brings it back.")

    async def action_tags(self) -> None:
        """Change the tags of the highlight here, else of the article."""
        if self.opened is None:
            return
        article_id, there = self.opened.listed.id, self.highlight_here()
        old = there.highlight.tags if there else self.opened.listed.tags
        what = "Tags of the highlight" if there else "Tags of the article"
        known = await asyncio.to_thread(self.reading.tags_used)
        tags = await self.ask_tags(what, old, known)
        self.focus_pane(self.pane_shown())
        if tags is None:
            return
        if there:
            await self.change(lambda: self.reading.set_highlight_tags(there.highlight.id, tags))
        else:
            await self.change(lambda: self.reading.set_tags(article_id, tags))
        self.status.say("Tagged " + " ".join(f"#{tag}" for tag in tags) if tags else "No tags.")

    async def action_star(self) -> None:
        """Star the article, or take its star away."""
        if self.opened is None:
            return
        listed = self.opened.listed
        await self.change(lambda: self.reading.set_starred(listed.id, starred=not listed.starred))
        self.status.say("Star taken away." if listed.starred else "Starred.")

    async def action_undo(self) -> None:
        """Take back the last change."""
        label = await self.change(self.reading.undo)
        self.relist()
        self.articles_pane.ask_again()
        self.status.say(f"Undone: {guard(label).lower()}." if label else "Nothing to undo.")

    # the program

    def action_palette(self) -> None:
        """Show all commands, to be picked by name."""
        self.app.action_command_palette()

    async def action_help(self) -> None:
        """Show what all keys do."""
        from newsreader.tui.screens.help import HelpScreen

        await self.dialog(HelpScreen((*self.actions, *self.selecting_actions)))

    def action_theme(self) -> None:
        """Change between light and dark."""
        self.app.theme = "paper" if self.app.theme == "night" else "night"

    def action_back(self) -> None:
        """Let go of what is selected, running, picked or folded away, one thing at a time."""
        if self._go_back():
            return
        if self.stop_analysing():
            self.status.say("The analysis of the library stops; it goes on at the next start.")
        else:
            self.status.say("Nothing to go back from; Q quits.")

    def action_leave(self) -> None:
        """Go back; with nothing to go back from, quit."""
        if not self._go_back():
            self.action_quit()

    def _go_back(self) -> bool:
        pane = self.panes[self.pane_shown()]
        if self.body.selection is not None:
            self.body.select(None)
        elif self.stop_adding():
            self.status.say("Stopped; what was read is kept.")
        elif isinstance(pane, LineList) and pane.is_filtered:
            self.narrow(pane, "")
        elif self.widen() or self.let_go() or self.to_latest():
            return True
        elif self.alone:
            self.action_body_alone()
        elif self.pane_shown() != "articles":
            self.focus_pane("articles")
        else:
            return False
        return True

    def action_quit(self) -> None:
        """Quit."""
        self.app.exit()
