"""Articles put in the bin."""

from __future__ import annotations

from newsreader.tui.screens.annotating import AnnotatingScreen


class DeletingScreen(AnnotatingScreen):
    """Takes articles out of the list at a key, and goes on to the next."""

    async def action_delete(self) -> None:
        """Put the article under the cursor of the list in the bin, else the one that is open."""
        article_id = self._meant()
        if article_id is None:
            self.status.say("There is no article to delete.")
            return
        count = await self.change(lambda: self.reading.delete([article_id]))
        self.relist()
        await self.listed()
        pane = self.articles_pane
        if pane.count and self.opened is not None and self.opened.listed.id == article_id:
            self.open(pane.ids[pane.cursor])
        self.status.say("In the bin; u undoes." if count else "It is in the bin already.")

    def _meant(self) -> int | None:
        pane = self.articles_pane
        if self.pane_shown() == "articles":
            return pane.ids[pane.cursor] if pane.count else None
        return self.opened.listed.id if self.opened is not None else None
