"""Finding in the library, and reading on where an article matches."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work

from newsreader.errors import NewsreaderError
from newsreader.model import Version
from newsreader.reading import Reading
from newsreader.settings import Settings
from newsreader.tui.finding import following
from newsreader.tui.messages import Place
from newsreader.tui.screens.reading import ReadingScreen
from newsreader.tui.shelves import Shelf, Shown

if TYPE_CHECKING:
    from newsreader.tui.screens.search import SearchScreen


class SearchingScreen(ReadingScreen):
    """Opens an article that was found where it matches, or lists all that were found."""

    def __init__(self, reading: Reading, settings: Settings, pane: str) -> None:
        super().__init__(reading, settings, pane)
        self._search: SearchScreen | None = None
        self._looked_for = ""

    async def action_search(self) -> None:
        """Find in the library, and open what is picked where it matches."""
        if self._search is None:
            from newsreader.tui.screens.search import SearchScreen

            self._search = SearchScreen(self.reading, self.actions)
            self.app.install_screen(self._search, "search")  # so that it stays as it is left
            self._search.status.show_progress(self.status.progress)
        picked = await self.dialog(self._search)
        if picked is None:
            return
        if picked.hit is None:
            self.list(Shown(Shelf(picked.query, picked.query)))
            self.focus_pane("articles")
            await self.listed()
            self.status.say("The list shows what the query finds; S shows other lists.")
        else:
            self._looked_for = picked.query
            self.open(picked.hit.article_id, Place(picked.hit.offset))
            self.focus_pane("body")

    def show_progress(self, progress: str) -> None:
        """Tell how far the work in the background is, where the reader may be looking."""
        super().show_progress(progress)
        if self._search is not None:
            self._search.status.show_progress(progress)

    def land(self, place: Place) -> None:
        """Go to the match at a place; n and N go from there through all that was looked for."""
        self.let_go()
        super().land(place)
        if self.opened is not None and place.offset is not None:
            self._light_matches(self.opened.version, place.offset)

    @work(group="matches", exclusive=True, exit_on_error=False)
    async def _light_matches(self, version: Version, offset: int) -> None:
        try:
            matches = await asyncio.to_thread(self.reading.matches, self._looked_for, version)
        except NewsreaderError as error:
            self.status.say(str(error), error=True)
            return
        index = following(matches, offset, forward=True, here=True)
        if index is None or self.opened is None or self.opened.version.id != version.id:
            return
        self._matches = list(matches)
        self.body.paint("matches", [(span, "match") for span in matches])
        self.go_to(matches[index], style="match-current")
        more = " · n next, N previous" if len(matches) > 1 else ""
        self.status.say(f"Match {index + 1} of {len(matches)}{more}")
