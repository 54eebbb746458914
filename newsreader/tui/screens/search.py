"""Finding articles in the library: what is typed is looked up, narrowed, and kept."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import TypeAlias

from textual import work
from textual.worker import Worker, WorkerState

from newsreader.errors import NewsreaderError
from newsreader.library.queries import SavedQuery
from newsreader.reading import Reading
from newsreader.safety import guard
from newsreader.search.facets import Facets
from newsreader.search.results import Found
from newsreader.tui.actions import Action
from newsreader.tui.facets_list import narrowed_by
from newsreader.tui.latest import Latest
from newsreader.tui.results_list import in_words
from newsreader.tui.screens.search_sheet import Picked, SearchSheet

LIMIT = 100
"""Articles that are listed at most."""

TYPING_PAUSE = 0.03
"""Seconds that a query waits for the next key before it is looked up."""

READING_PAUSE = 0.2
"""Seconds that results are there before it is counted what they have in common."""

Answer: TypeAlias = Found | Sequence[tuple[SavedQuery, int]]
"""What a query found; to an empty one, the saved queries, and how many articles each finds."""


class SearchScreen(SearchSheet):
    """Returns what was picked, or None. Results follow each key, and stay for the next time."""

    def __init__(self, reading: Reading, actions: Sequence[Action]) -> None:
        super().__init__(actions)
        self._reading = reading
        self._looked_up = self._shown = ""
        self._total = 0
        self._narrowings: list[tuple[str, str]] = []  # each the query before, and after
        self._finding = Latest(self, self._search, self._show, pause=TYPING_PAUSE)
        self._counting = Latest(self, reading.facets, self._show_facets, pause=READING_PAUSE)

    def on_screen_resume(self) -> None:
        """Show the query of the last time, to be typed over, with what it finds now."""
        self.line.action_select_all()
        self.status.say("")
        self.go(self.line)
        self.look_up(again=True)

    # looking up

    def on_input_changed(self) -> None:
        """Look up what is typed."""
        self.look_up()

    def look_up(self, *, again: bool = False) -> None:
        """Have what is typed looked up, if it was not, or should be `again`."""
        query = self.line.value
        if query == self._looked_up and not again:
            return
        self._looked_up = query
        self._counting.drop()
        self._finding.ask(query)
        self.show_parts()

    def _search(self, query: str) -> Answer:
        if query.strip():
            return self._reading.search(query, LIMIT)
        saved = self._reading.saved_queries()
        return [(each, self._reading.count(each.query)) for each in saved]

    def _show(self, query: str, answer: Answer | NewsreaderError) -> None:
        if isinstance(answer, NewsreaderError):
            self.status.say(str(answer), error=True)
            return
        if isinstance(answer, Found):
            hit = self.results.hit if query == self._shown else None
            self.results.show(answer.hits, keep=hit.article_id if hit else None)
            self.said.update(guard(in_words(answer)))
            self._total = answer.total
            self._counting.ask(query)
        else:
            self.guide.show(answer)
            self.said.update("")
        self._shown = query
        self.show_parts()

    def _show_facets(self, _query: str, facets: Facets | NewsreaderError) -> None:
        if isinstance(facets, NewsreaderError):
            self.status.say(str(facets), error=True)
        else:
            self.facets.show(facets, self._total)
            self.show_parts()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that something unforeseen went wrong, and go on."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.status.say_failure(event.worker.error)

    # choosing

    async def action_choose(self) -> None:
        """Open the article under the cursor, run the saved query there, or narrow by the value."""
        if self.focused is self.facets:
            self._narrow()
        elif self.listed is self.guide:
            if self.guide.saved is not None:
                self._change(self.guide.saved.query)
        else:
            await self._finding.settled()  # what was typed last may not be looked up yet
            if self.results.hit is not None:
                self.leave_with(Picked(self.line.value, self.results.hit))

    on_results_list_chosen = on_guide_list_chosen = on_facets_list_chosen = action_choose

    def action_list_all(self) -> None:
        """Show all that the query finds in the list of articles."""
        if self.line.value.strip():
            self.leave_with(Picked(self.line.value))
        else:
            self.status.say("Nothing is typed yet; the list shows all articles.")

    # narrowing

    @property
    def can_widen(self) -> bool:
        """Tell whether the query is as the last narrowing made it."""
        return bool(self._narrowings) and self._narrowings[-1][1] == self.line.value

    def _narrow(self) -> None:
        """Ask also for the value under the cursor; the query says so, and can be edited."""
        if self.facets.value is None:
            return
        before, after = self.line.value, narrowed_by(self.line.value, self.facets.value)
        if after == before:
            self.status.say("The query asks for this already.")
            return
        self._narrowings.append((before, after))
        self._change(after)
        if not self.is_wide:
            self.go(self.results)  # where the reader sees what has come of it

    def action_widen(self) -> None:
        """Take the last narrowing back."""
        if self.can_widen:
            self._change(self._narrowings.pop()[0])
        else:
            self.status.say("Nothing to take back: what is typed can be edited.")

    def _change(self, query: str) -> None:
        self.line.value = query
        self.line.cursor_position = len(query)
        self.look_up()

    # saving

    def action_save(self) -> None:
        """Ask for a name, and keep the query under it."""
        query = self.line.value.strip()
        if query:
            self._save(query, self.prompt.ask("Save this query as", query))
        else:
            self.status.say("Type what to find first; then Ctrl+S keeps it.")

    @work(group="action")
    async def _save(self, query: str, answer: asyncio.Future[str | None]) -> None:
        name = await answer
        self.go(self.line)
        if name is None:
            return
        try:
            saved = await asyncio.to_thread(partial(self._reading.save_query, name, query))
        except NewsreaderError as error:
            self.status.say(str(error), error=True)
            return
        self.status.say(f"Saved as “{saved.name}”: S in the list of articles shows it.")
