"""Articles put in the bin, and taken out of it."""

from __future__ import annotations

from newsreader.tui.screens.checking import CheckingScreen


class DeletingScreen(CheckingScreen):
    """Takes articles out of the list at a key: into the bin, or where the list shows it, out."""

    async def action_delete(self) -> None:
        """Do so with the article under the cursor of the list, else with the one that is open."""
        article_id = self._meant()
        if article_id is None:
            self.status.say("There is no article to delete.")
        elif self.shown.shelf.in_bin:
            await self._take_out(article_id)
        else:
            await self._put_in(article_id)

    async def _put_in(self, article_id: int) -> None:
        """Put an article in the bin, and go on to the next if it was open."""
        count = await self.change(lambda: self.reading.delete([article_id]))
        self.relist()
        await self.listed()
        pane = self.articles_pane
        if pane.count and self.opened is not None and self.opened.listed.id == article_id:
            self.open(pane.ids[pane.cursor])
        self.status.say("In the bin; u undoes." if count else "It is in the bin already.")

    async def _take_out(self, article_id: int) -> None:
        count = await self.change(lambda: self.reading.restore_deleted([article_id]))
        self.relist()
        await self.listed()
        self.status.say("Out of the bin; u undoes." if count else "It is not in the bin.")

    def _meant(self) -> int | None:
        pane = self.articles_pane
        if self.pane_shown() == "articles":
            return pane.ids[pane.cursor] if pane.count else None
        return self.opened.listed.id if self.opened is not None else None
