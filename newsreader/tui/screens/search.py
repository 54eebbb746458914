"""Finding articles in the library."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from newsreader.errors import NewsreaderError
from newsreader.reading import Reading
from newsreader.safety import guard
from newsreader.search.results import Hit
from newsreader.tui.line_list import Line, LineList
from newsreader.tui.wrap import fit

LIMIT = 200
"""Hits that are shown at most."""


class Hits(LineList):
    """What a query found, the best first, each with the passage that answers it."""

    ROW_HEIGHT = 4
    BACKGROUND = "surface"
    CURSOR_AWAY = "cursor"  # the focus is where the query is typed

    def __init__(self) -> None:
        super().__init__(id="hits")
        self._hits: Sequence[Hit] = ()

    @property
    def count(self) -> int:
        """How many hits there are."""
        return len(self._hits)

    @property
    def hit(self) -> Hit | None:
        """The hit under the cursor."""
        return self._hits[self.cursor] if self._hits else None

    def show(self, hits: Sequence[Hit]) -> None:
        """Show these hits."""
        self._hits = hits
        self.renew(cursor=0)

    def row(self, index: int, width: int) -> Sequence[Line]:
        """Draw a hit: title, where it is from, and its snippet with the matches lit."""
        hit = self._hits[index]
        date = f"{hit.published:%Y-%m-%d}" if hit.published else ""
        under = " · ".join(part for part in (date, guard(hit.source)) if part)
        return [
            [(" " + fit(guard(hit.title), width - 2), "strong")],
            self._snippet(hit, width - 2),
            [(" " + fit(under, width - 2), "quiet")],
        ]

    @staticmethod
    def _snippet(hit: Hit, width: int) -> Line:
        shown = fit(hit.snippet, width)
        pieces: list[tuple[str, str]] = [(" ", "plain")]
        at = 0
        for span in hit.spans:
            if span.end > len(shown):
                break
            pieces += [(shown[at : span.start], "plain"), (span.of(shown), "accent")]
            at = span.end
        return [(guard(text), style) for text, style in (*pieces, (shown[at:], "plain"))]


class SearchScreen(ModalScreen[Hit | None]):
    """Returns the hit that was picked, or None. Results follow each key."""

    CSS_PATH = "search.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave"),
    ]

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading
        self._query = Input(placeholder='words, "a phrase", begin*', id="query", compact=True)
        self._hits = Hits()
        self._found = ""
        self._said = Static("", id="said", markup=False)

    def compose(self) -> ComposeResult:
        """Show the query, what it found, and the keys."""
        with Vertical(id="sheet") as sheet:
            sheet.border_title = "Find in the library"
            yield self._query
            yield self._said
            yield self._hits
            yield Static("↑ ↓ choose · Enter opens · Esc leaves", id="keys", markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search again."""
        self._search(event.value)

    @work(group="search", exclusive=True)
    async def _search(self, query: str) -> None:
        await self._look(query)

    async def _look(self, query: str) -> None:
        try:
            hits = (await asyncio.to_thread(self._reading.search, query, LIMIT)).hits
        except NewsreaderError as error:
            self._said.update(guard(str(error)))
            return
        self._found = query
        self._hits.show(hits)
        found = f"{len(hits)} found" if len(hits) < LIMIT else f"the best {LIMIT}"
        self._said.update(found if query.strip() else "")

    def on_key(self, event: events.Key) -> None:
        """Move in the results while typing the query."""
        moves = {
            "down": self._hits.action_line_down, "up": self._hits.action_line_up,
            "pagedown": self._hits.action_page_down, "pageup": self._hits.action_page_up,
        }  # fmt: skip
        if event.key in moves:
            event.stop()
            moves[event.key]()

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open the hit under the cursor, once what was typed last has been looked up."""
        if self._found != event.value:
            await self._look(event.value)
        self._pick()

    def _pick(self) -> None:
        if self._hits.hit is not None and self.is_active:
            self.dismiss(self._hits.hit)

    def action_leave(self) -> None:
        """Leave without picking."""
        self.dismiss(None)
