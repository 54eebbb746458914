"""What a reader sees and does on the search screen."""

from __future__ import annotations

from textual.widgets import Input, Static

from newsreader.tui.facets_list import FacetsList
from newsreader.tui.guide_list import GuideList
from newsreader.tui.results_list import ResultsList
from newsreader.tui.screens.search_sheet import SearchSheet
from tests.tui.running import Desk, rows, text_of

PIER, PLUMS, CLOSED = (
    "Quillhaven pier to close for repairs",
    "Frost spoils the early plums",
    "Library closed on Friday",
)


def results(desk: Desk) -> list[str]:
    return rows(desk.app.screen.query_one(ResultsList), width=100)


def facets(desk: Desk) -> list[str]:
    return [row for row in rows(desk.app.screen.query_one(FacetsList), width=40) if row]


def saved(desk: Desk) -> list[str]:
    guide = desk.app.screen.query_one(GuideList)
    return [row for n, row in enumerate(rows(guide)) if guide.is_stop(n)]


def said(desk: Desk) -> str:
    return text_of(desk.app.screen.query_one("#said", Static))


def status(desk: Desk) -> str:
    assert isinstance(desk.app.screen, SearchSheet)
    return desk.app.screen.status.message


def query(desk: Desk) -> str:
    return desk.app.screen.query_one("#query", Input).value


async def narrow_by(desk: Desk, value: str) -> None:
    """Go to the facets, bring the cursor to a value, and choose it."""
    for _ in range(3):
        if desk.focus != "facets":
            await desk.press("tab")
    pane = desk.app.screen.query_one(FacetsList)
    index = next(n for n, row in enumerate(rows(pane, width=40)) if row.startswith(value))
    await desk.press("g", *["j"] * sum(pane.is_stop(n) for n in range(index)), "enter")
