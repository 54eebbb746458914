"""Narrowing what was found by what it has in common."""

from __future__ import annotations

from pathlib import Path

from newsreader.tui.facets_list import FacetsList
from newsreader.tui.results_list import ResultsList
from tests.tui.running import at_the_desk, rows, whole_screen
from tests.tui.searching import PIER, PLUMS, facets, narrow_by, query, results, status


async def test_a_value_narrows_and_is_taken_back(kept: Path) -> None:
    async with at_the_desk(kept) as desk:
        await desk.press("f")
        await desk.type("the")
        assert "Tobias Renn 1" in facets(desk)
        assert "Orchard Weekly 1" in facets(desk)
        await narrow_by(desk, "Petra Lund")
        assert query(desk) == 'the speaker:"Petra Lund"'
        assert [row.startswith(PLUMS) for row in results(desk)] == [True]
        assert "Tobias Renn 1" not in facets(desk)
        assert desk.focus == "facets"
        await narrow_by(desk, "Elmsworth")
        assert query(desk) == 'the speaker:"Petra Lund" place:Elmsworth'
        await desk.press("u")
        assert query(desk) == 'the speaker:"Petra Lund"'
        await desk.press("ctrl+z")
        assert query(desk) == "the"
        assert len(results(desk)) == 3
        await desk.press("u")
        assert status(desk) == "Nothing to take back: what is typed can be edited."


async def test_a_month_narrows(kept: Path) -> None:
    async with at_the_desk(kept) as desk:
        await desk.press("f")
        await desk.type("the")
        await narrow_by(desk, "February 2020")
        assert query(desk) == "the on:2020-02"
        assert [row.startswith(PIER) for row in results(desk)] == [True]
        await narrow_by(desk, "February 2020")
        assert status(desk) == "The query asks for this already."


async def test_what_was_narrowed_can_be_edited(kept: Path) -> None:
    async with at_the_desk(kept) as desk:
        await desk.press("f")
        await desk.type("the")
        await narrow_by(desk, "Petra Lund")
        await desk.press("tab")
        assert desk.focus == "query"
        await desk.type(" fires")
        assert query(desk) == 'the speaker:"Petra Lund" fires'
        await desk.press("ctrl+z")
        assert query(desk) == 'the speaker:"Petra Lund" fires'


async def test_in_a_narrow_window_the_values_stand_in_for_the_results(kept: Path) -> None:
    async with at_the_desk(kept, size=(80, 24)) as desk:
        await desk.press("f")
        await desk.type("the")
        assert "Tab results" in whole_screen(desk)
        assert PLUMS in whole_screen(desk)
        assert "Speakers" not in whole_screen(desk)
        await desk.press("tab")
        assert "Tab narrow" in whole_screen(desk)
        assert desk.app.screen.query_one(FacetsList).scroll_offset.y == 0  # filled unseen
        await desk.press("tab")
        assert "Speakers" in whole_screen(desk)
        assert PLUMS not in whole_screen(desk)
        await narrow_by(desk, "Petra Lund")
        assert desk.focus == "results"
        assert PLUMS in whole_screen(desk)
        await desk.press("enter")
        assert desk.opened.listed.title == PLUMS


async def test_the_cursor_stays_on_its_value_when_the_window_changes(kept: Path) -> None:
    async with at_the_desk(kept) as desk:
        await desk.press("f")
        await desk.type("the")
        await desk.press("tab", "tab", *["j"] * 5)
        pane = desk.app.screen.query_one(FacetsList)
        value = pane.value
        await desk.pilot.resize_terminal(120, 16)
        await desk.press("tab")
        assert pane.value == value


async def test_a_window_that_grows_shows_both(kept: Path) -> None:
    async with at_the_desk(kept, size=(60, 20)) as desk:
        await desk.press("f")
        await desk.type("the")
        await desk.press("tab", "tab")
        await desk.pilot.resize_terminal(120, 36)
        await desk.press("j")
        assert desk.focus == "facets"
        shown = whole_screen(desk)
        assert "Speakers" in shown
        assert PLUMS in shown
        await desk.pilot.resize_terminal(60, 20)
        await desk.press("tab")
        assert desk.focus == "query"
        assert PLUMS in whole_screen(desk)
        assert "Speakers" not in whole_screen(desk)


async def test_the_mouse_chooses(kept: Path) -> None:
    async with at_the_desk(kept) as desk:
        await desk.press("f")
        await desk.type("the")
        pane = desk.app.screen.query_one(FacetsList)
        index = next(n for n, row in enumerate(rows(pane, width=40)) if row.startswith("Petra"))
        await desk.pilot.click(FacetsList, offset=(5, index + 1))
        await desk.press("tab")
        assert query(desk) == 'the speaker:"Petra Lund"'
        await desk.pilot.click(ResultsList, offset=(5, 1))
        await desk.press("j")
        assert desk.opened.listed.title == PLUMS
