"""The list of articles kept: what is in it, in what order, and the rows that are near the view."""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from textual import work
from textual.worker import Worker, WorkerCancelled

from newsreader.errors import NewsreaderError
from newsreader.library.articles import ListedArticle
from newsreader.reading import Reading
from newsreader.settings import Settings
from newsreader.tui.line_list import LineList
from newsreader.tui.messages import TOP, Place, RowsWanted
from newsreader.tui.screens.panes import PanesScreen
from newsreader.tui.shelves import Shown, heading


class ListingScreen(PanesScreen):
    """Looks in the library for what the list shows, and never waits for it."""

    def __init__(self, reading: Reading, settings: Settings, pane: str) -> None:
        super().__init__(settings, pane)
        self.reading = reading
        self.shown = Shown()
        self.just_added: array[int] = array("q")
        self._listed: Shown | None = None  # what the list shows already
        self._total = 0
        self._is_stale = False
        self._listing: Worker[None] | None = None

    def list(self, shown: Shown) -> None:
        """Show other articles in the list, or the same in another order."""
        self.shown = shown
        self.articles_pane.filter(shown.typed)
        self.relist()

    def relist(self) -> None:
        """Look again which articles are in the list; more may have come in."""
        self._is_stale = True
        if self._listing is None or self._listing.is_finished:
            self._listing = self._look()

    async def listed(self) -> None:
        """Wait until the list shows what it is to show."""
        if self._listing is not None:
            with suppress(WorkerCancelled):
                await self._listing.wait()

    @work(group="list", exit_on_error=False)
    async def _look(self) -> None:
        while self._is_stale:  # it may be so again before it is known what was asked for first
            self._is_stale, shown = False, self.shown
            try:
                ids = await asyncio.to_thread(self._ids, shown, self.just_added)
            except NewsreaderError as error:
                self.status.say(str(error), error=True)
                continue
            if shown == self.shown:
                self.show_list(ids)

    def _ids(self, shown: Shown, just_added: array[int]) -> array[int]:
        """Return the ids to show; called in a thread."""
        shelf, typed = shown.shelf, shown.typed
        chosen = just_added if shelf.just_added else None
        if shown.order is not None:
            return self.reading.ids(
                shelf.query, shown.order, typed=typed, chosen=chosen, in_bin=shelf.in_bin
            )
        if not typed:
            deleted = set(self.reading.bin())
            return array("q", (each for each in just_added if each not in deleted))
        found = set(self.reading.ids(typed=typed, chosen=chosen))
        return array("q", (each for each in just_added if each in found))

    def show_list(
        self, ids: array[int], rows: Iterable[ListedArticle] = (), *, whole: bool = True
    ) -> None:
        """Show these articles, of which some rows may be known, as what is to be shown.

        `whole`: there are no others in the list.
        """
        shown, same_list = self.shown, self.shown == self._listed
        self._listed = shown
        count = len(ids) if whole else None
        if not shown.typed:
            self._total = len(ids)
        total = self._total
        self.articles_pane.head_with(lambda width: heading(shown, count, total, width))
        self.articles_pane.show(ids, rows, same_list=same_list)

    def narrow(self, pane: LineList, text: str) -> None:
        """Show only the rows of a list that answer what is typed; an empty text shows all."""
        if pane is not self.articles_pane:
            pane.filter(text)
        elif text.strip() != self.shown.typed:
            self.list(replace(self.shown, typed=text.strip()))

    def say_remarks(self, typed: str) -> None:
        """Say what of a query was not understood as it may have been meant."""
        from newsreader.search.query import parse

        self.status.say(" ".join(parse(typed).remarks))

    async def action_lists(self) -> None:
        """Ask which articles the list is to show, and in what order."""
        from newsreader.tui.screens.lists import ListsScreen

        wanted = await self.dialog(
            ListsScreen(self.reading, self.shown, len(self.just_added), self.actions)
        )
        if wanted is not None:
            self.list(wanted)
            self.focus_pane("articles")
            await self.listed()

    @work(group="rows", exit_on_error=False)
    async def on_rows_wanted(self, event: RowsWanted) -> None:
        """Read rows from the library that come near the view."""
        try:
            rows = await asyncio.to_thread(self.reading.listing, event.ids)
        except NewsreaderError as error:
            self.status.say(str(error), error=True)
            rows = []
        self.articles_pane.take(event.ids, rows)

    # from one to the next

    def open(self, article_id: int, place: Place = TOP) -> None:
        """Open an article at a place."""
        raise NotImplementedError

    def action_next_article(self) -> None:
        """Open the next article in the list."""
        self._step_to(next(iter(self._ids_from_here(forward=True)), None), "article below")

    def action_previous_article(self) -> None:
        """Open the article before in the list."""
        self._step_to(next(iter(self._ids_from_here(forward=False)), None), "article above")

    async def action_next_unread(self) -> None:
        """Open the next article that has not been read."""
        await self._step_unread(forward=True)

    async def action_previous_unread(self) -> None:
        """Open the nearest article above that has not been read."""
        await self._step_unread(forward=False)

    async def _step_unread(self, *, forward: bool) -> None:
        rest = self._ids_from_here(forward=forward)
        unread = await asyncio.to_thread(self.reading.first_unread, rest)
        self._step_to(unread, f"unread article {'below' if forward else 'above'}")

    def _ids_from_here(self, *, forward: bool) -> array[int]:
        """Return the ids in the list from here on, the nearest first."""
        ids, here = self.articles_pane.ids, self.articles_pane.cursor
        return ids[here + 1 :] if forward else ids[:here][::-1]

    def _step_to(self, article_id: int | None, what: str) -> None:
        if article_id is None:
            self.status.say(f"No {what} this one.")
        else:
            self.open(article_id)
