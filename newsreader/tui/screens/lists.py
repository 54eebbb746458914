"""Choosing what the list shows: all articles, some that share something, what a query finds."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.text import Text
from textual import events, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from newsreader.errors import NewsreaderError
from newsreader.library.groups import Group
from newsreader.library.ordering import Order
from newsreader.reading import Reading
from newsreader.safety import guard
from newsreader.search.query import narrowed, parse
from newsreader.search.tree import Field
from newsreader.tui.actions import Action, Target, keymap_of_a_dialog
from newsreader.tui.editing import pressed
from newsreader.tui.line_list import Line, LineList, spread
from newsreader.tui.look import look_of
from newsreader.tui.shelves import ALL, ALWAYS, JUST_ADDED, Shelf, Shown
from newsreader.tui.wrap import cells, fit

MOST = 100
"""Tags and sources that are listed at most, those with the most articles."""

SAVED = "Saved queries"

LABELS = {ALL: "All articles", JUST_ADDED: "Added since the start"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A shelf to choose, and how many articles are on it; None: that is not known yet."""

    shelf: Shelf
    count: int | None = None


class Lists(LineList):
    """Shelves by section; headings are strings."""

    BACKGROUND = "surface"

    class Chosen(Message):
        """The shelf under the cursor was chosen."""

    def __init__(self) -> None:
        super().__init__(id="lists")
        self._rows: list[str | Entry] = []

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._rows)

    @property
    def entry(self) -> Entry:
        """The shelf under the cursor."""
        return next(row for row in self._rows[self.cursor :] if isinstance(row, Entry))

    def is_stop(self, index: int) -> bool:
        """Pass over headings."""
        return isinstance(self._rows[index], Entry)

    def show(self, sections: Mapping[str, Sequence[Entry]], here: Shelf) -> None:
        """Show the shelves of these sections, with the cursor on this one, else where it is."""
        self._rows = []
        for title, entries in sections.items():
            if entries:
                self._rows += [*(["", title] if title else []), *entries]
        shelves = [row.shelf if isinstance(row, Entry) else None for row in self._rows]
        self.renew(cursor=shelves.index(here) if here in shelves else None)

    def row(self, index: int, width: int) -> Sequence[Line]:
        """Draw a shelf and its count, or a heading."""
        row = self._rows[index]
        if isinstance(row, str):
            return [[(f" {row}", "accent")]]
        count = "…" if row.count is None else f"{row.count:,}"
        label = LABELS.get(row.shelf, guard(row.shelf.name))
        left = fit(label, width - cells(count) - 4)
        return [spread((f"  {left}", "plain"), (f"{count} ", "quiet"), width)]

    def chosen(self, index: int) -> None:  # noqa: ARG002 - it is the one under the cursor
        """Show its articles."""
        self.post_message(self.Chosen())


class ListsScreen(ModalScreen[Shown | None]):
    """Returns what the list is to show, or None: as before."""

    CSS_PATH = "lists.tcss"

    def __init__(
        self, reading: Reading, shown: Shown, just_added: int, actions: Sequence[Action]
    ) -> None:
        super().__init__()
        self._keymap = keymap_of_a_dialog(actions)
        self._reading = reading
        self._shown = shown
        self._order = shown.order
        added = [Entry(JUST_ADDED, just_added)] if just_added else []
        self._sections = {"": [*added, *map(Entry, ALWAYS)]}
        self._lists = Lists()
        self._sorted = Static(id="order")
        self._keys = Static(id="keys", markup=False)

    def compose(self) -> ComposeResult:
        """Show the shelves, the order and the keys."""
        with Vertical(id="sheet") as sheet:
            sheet.border_title = "What the list shows"
            yield self._lists
            yield self._sorted
            yield self._keys

    def on_mount(self) -> None:
        """Begin on the shelf that is shown, and look for the others."""
        self._lists.show(self._sections, self._shown.shelf)
        self._show_choice()
        self.set_focus(self._lists)
        self._look()

    # what there is

    @work(exit_on_error=False)
    async def _look(self) -> None:
        reading = self._reading
        try:
            await self._look_for_saved()
            await self._count("")
            await self._count(SAVED)
            tags = await asyncio.to_thread(reading.tags, MOST)
            self._set("Tags", _entries(Field.TAG, tags))
            sources = await asyncio.to_thread(reading.sources, MOST)
            self._set("Sources", _entries(Field.SOURCE, sources))
        except NewsreaderError as error:
            self._keys.update(guard(f" ! {error}"))

    async def _look_for_saved(self) -> None:
        saved = await asyncio.to_thread(self._reading.saved_queries)
        self._set(SAVED, [Entry(Shelf(each.name, each.query)) for each in saved])

    async def _count(self, section: str) -> None:
        """Count what is on the shelves of a section, and show each count as it comes."""
        for entry in self._sections[section]:
            if entry.count is None:
                shelf = entry.shelf
                count = await asyncio.to_thread(
                    self._reading.count, shelf.query, in_bin=shelf.in_bin
                )
                entries = self._sections[section]
                self._set(section, [Entry(shelf, count) if e == entry else e for e in entries])

    def _set(self, section: str, entries: list[Entry]) -> None:
        self._sections[section] = entries
        self._lists.show(self._sections, self._lists.entry.shelf)
        self._show_choice()

    # what is chosen

    def _orders(self) -> list[Order | None]:
        """Return the orders that the shelf under the cursor can be in; None: as added."""
        return [None, *Order] if self._lists.entry.shelf.just_added else [*Order]

    def _order_here(self) -> Order | None:
        return self._order if self._order in self._orders() else Order.DATE

    def _show_choice(self) -> None:
        """Show the order, and the keys that matter for the shelf under the cursor."""
        look, line = look_of(self.app), Text(" o  sorted by", no_wrap=True)
        line.stylize(look["accent"], 1, 2)
        for order in self._orders():
            name = order or "as added"
            here = order == self._order_here()
            line.append(f" ({name})" if here else f"  {name} ", look["accent" if here else "quiet"])
        self._sorted.update(line)
        removes = " · x removes" if self._is_saved() else ""
        self._keys.update(f" Enter shows{removes} · Esc leaves all as it was")

    def _is_saved(self) -> bool:
        return self._lists.entry in self._sections.get(SAVED, [])

    def on_lists_chosen(self) -> None:
        """Show what was chosen."""
        if self.is_active:
            self.dismiss(Shown(self._lists.entry.shelf, self._order_here()))

    @property
    def takes_keys(self) -> bool:
        """Tell whether keys are for this screen; see NewsreaderApp.on_event."""
        return self.is_active

    async def take_key(self, event: events.Key) -> None:
        """Do what a key means, before the next is looked at."""
        key = pressed(event)
        action = self._keymap.meaning((key,))
        name = action.name if action else ""
        if key == "o":
            orders = self._orders()
            self._order = orders[(orders.index(self._order_here()) + 1) % len(orders)]
        elif key in {"x", "delete"} and self._is_saved():
            await self._remove(self._lists.entry.shelf.name)
            return
        elif name == "choose":
            self.on_lists_chosen()
            return
        elif name in {"back", "leave", "lists"}:
            self.dismiss(None)
            return
        elif action is not None and action.target is Target.PANE:
            getattr(self._lists, f"action_{name}")()
        self._show_choice()

    async def _remove(self, saved_query: str) -> None:
        try:
            await asyncio.to_thread(self._reading.remove_saved_query, saved_query)
            await self._look_for_saved()
            await self._count(SAVED)
            self._keys.update(" Removed; once this is closed, u brings it back.")
        except NewsreaderError as error:
            self._keys.update(guard(f" ! {error}"))


def _entries(field: Field, groups: Sequence[Group]) -> list[Entry]:
    """Return the articles of each group as what a search for it finds."""
    return [
        Entry(Shelf(group.name, str(narrowed(parse(""), field, group.name))), group.count)
        for group in groups
    ]
