"""Which articles the list shows: the shelf they are on, in what order, and how that is called."""

from __future__ import annotations

from dataclasses import dataclass

from newsreader.library.ordering import Order
from newsreader.safety import guard
from newsreader.tui import signs
from newsreader.tui.wrap import cells, fit

LEAST_NAME = 6
"""Cells of a shelf's name that a heading keeps at least."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Articles that the list can show: those that answer a query, an empty one all.

    `just_added`: only those among them that were read into the library since the start; `in_bin`:
    those that the reader deleted.
    """

    name: str
    query: str = ""
    just_added: bool = False
    in_bin: bool = False


ALL = Shelf("Articles")
ALWAYS = (
    ALL,
    Shelf("Unread", "is:unread"),
    Shelf("Starred", "is:starred"),
    Shelf("With notes", "is:annotated"),
    Shelf("Edited", "is:edited"),
    Shelf("Bin", in_bin=True),
)
SAMPLES = Shelf("Articles", just_added=True)
JUST_ADDED = Shelf("Added", just_added=True)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the list shows: a shelf, its order, and what was typed to narrow it.

    `order` None: as they were read into the library, for what was just added.
    """

    shelf: Shelf = ALL
    order: Order | None = Order.DATE
    typed: str = ""


def heading(shown: Shown, count: int | None, total: int, width: int) -> str:
    """Return what stands over the list in so many cells.

    `count` of its articles are shown, None: that is not known yet; `total` without what was typed.
    """
    name, room = guard(shown.shelf.name), width - cells("1 ")
    usual = None if shown.shelf.just_added else Order.DATE
    if count is None:
        tails = [""]
    elif shown.typed:
        tails = [signs.heading("", count, total, narrowed=True), f" {count:,}/{total:,}"]
    elif shown.order in {None, usual}:
        tails = [f" · {count:,}"]
    else:
        tails = [f" · {count:,} · by {shown.order}", f" · {count:,} ↓{shown.order}"]
        tails += [f" {count:,} ↓{shown.order}"]
    tail = next((each for each in tails if cells(name + each) <= room), tails[-1])
    return f"1 {fit(name, max(LEAST_NAME, room - cells(tail)))}{tail}"
