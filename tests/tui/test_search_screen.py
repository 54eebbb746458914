"""Finding articles in the library."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input, Static

from newsreader.reading import Reading
from newsreader.tui.facets_list import FacetsList
from newsreader.tui.guide_list import GuideList
from newsreader.tui.results_list import ResultsList
from newsreader.tui.screens.search_sheet import SearchSheet
from tests.tui.running import Desk, at_the_desk, on_colour, rows, text_of, whole_screen

PIER, PLUMS, CLOSED = (
    "Quillhaven pier to close for repairs",
    "Frost spoils the early plums",
    "Library closed on Friday",
)


@pytest.fixture
def kept(library: Path, folder: Path) -> Path:
    """A library of three articles with their analyses."""
    with Reading(library) as reading:
        assert len(list(reading.add([str(folder)]))) == 3
        list(reading.analyze_all(reading.unanalysed()))
    return library


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


async def test_results_follow_what_is_typed(kept: Path) -> None:
    async with at_the_desk(kept) as desk:
        await desk.press("f")
        await desk.type("friday")
        assert len(results(desk)) == 1
        assert results(desk)[0].startswith(CLOSED)
        assert "closed on Friday" in results(desk)[0].removeprefix(CLOSED)
        assert on_colour(desk.app.screen.query_one(ResultsList), "lit") == "Friday"
        assert said(desk) == "1 article"
        await desk.press(*["backspace"] * len("friday"))
        await desk.type("ida")
        assert len(results(desk)) == 2
        assert said(desk) == "2 articles"


async def test_enter_opens_the_article_at_the_match(kept: Path) -> None:
    async with at_the_desk(kept, size=(80, 24)) as desk:
        assert not desk.in_view("vote on Thursday")
        await desk.press("1", "G", "enter")
        assert desk.opened.listed.title != PIER
        await desk.press("f")
        await desk.type("thursday")
        await desk.press("enter")
        assert not desk.in_dialog
        assert desk.opened.listed.title == PIER
        assert desk.in_view("vote on Thursday")
        assert on_colour(desk.body, "primary") == "Thursday"
        assert desk.focus == "body"


async def test_the_matches_are_lit_and_stepped_through(kept: Path) -> None:
    async with at_the_desk(kept) as desk:
        await desk.press("f")
        await desk.type("pier OR councillor")
        await desk.press("enter")
        assert desk.said == "Match 4 of 5 · n next, N previous"
        assert desk.in_view("Shops near the pier")
        assert on_colour(desk.body, "primary") == "pier"
        assert "Councillor" in on_colour(desk.body, "lit")
        await desk.press("N")
        assert desk.said == "Match 3 of 5"
        assert on_colour(desk.body, "primary") == "Councillor"
        await desk.press("n", "n", "n")
        assert desk.said == "Match 1 of 5"
        await desk.press("escape")
        assert on_colour(desk.body, "lit") == ""


async def test_what_another_query_lit_goes(kept: Path) -> None:
    async with at_the_desk(kept) as desk:
        for word in ("pier", "thursday"):
            await desk.press("f")
            await desk.type(word)
            await desk.press("enter")
        assert desk.said == "Match 1 of 1"
        assert on_colour(desk.body, "lit") == ""
        assert on_colour(desk.body, "primary") == "Thursday"


async def test_an_article_that_matches_in_its_title_alone_opens_at_its_top(kept: Path) -> None:
    async with at_the_desk(kept, size=(80, 24)) as desk:
        await desk.press("f")
        await desk.type("title:quillhaven")
        await desk.press("enter", "G", "f", "enter")
        assert desk.opened.listed.title == PIER
        assert desk.body.scroll_offset.y == 0


async def test_the_arrows_choose_while_typing(kept: Path) -> None:
    async with at_the_desk(kept) as desk:
        await desk.press("f")
        await desk.type("the")
        assert len(results(desk)) == 3
        await desk.press("down", "down", "up")
        wanted = desk.app.screen.query_one(ResultsList).hit
        await desk.press("enter")
        assert wanted is not None
        assert desk.opened.listed.id == wanted.article_id


async def test_the_keys_of_lists_choose_in_the_results(kept: Path) -> None:
    async with at_the_desk(kept) as desk:
        await desk.press("f")
        await desk.type("the")
        await desk.press("tab", "G")
        assert desk.focus == "results"
        assert query(desk) == "the"
        wanted = desk.app.screen.query_one(ResultsList).hit
        assert wanted is not None
        assert rows(desk.app.screen.query_one(ResultsList))[-1].startswith(wanted.title)
        await desk.press("enter")
        assert desk.opened.listed.id == wanted.article_id


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


async def test_what_was_not_understood_is_said(kept: Path) -> None:
    async with at_the_desk(kept) as desk:
        await desk.press("f")
        await desk.type("speeker:renn")
        assert said(desk).startswith("Nothing found · There is no field speeker:.")
        assert "speaker:" in said(desk)
        assert "Try fewer words" in whole_screen(desk)


async def test_the_query_is_still_there_and_can_be_typed_over(kept: Path) -> None:
    async with at_the_desk(kept) as desk:
        await desk.press("f")
        await desk.type("the")
        await desk.press("down", "escape")
        assert not desk.in_dialog
        await desk.press("f")
        assert query(desk) == "the"
        assert len(results(desk)) == 3
        assert desk.app.screen.query_one(ResultsList).cursor == 1
        await desk.type("fires")
        assert query(desk) == "fires"
        assert [row.startswith(PLUMS) for row in results(desk)] == [True]
        await desk.press("ctrl+u")
        assert query(desk) == ""
        assert "these words, in this order" in whole_screen(desk)
        assert said(desk) == ""


async def test_what_was_done_meanwhile_is_found(kept: Path) -> None:
    async with at_the_desk(kept) as desk:
        await desk.press("f")
        await desk.type("is:starred")
        assert said(desk) == "Nothing found"
        await desk.press("escape", "s", "f")
        assert said(desk) == "1 article"


async def test_a_query_is_saved_and_run(kept: Path) -> None:
    async with at_the_desk(kept) as desk:
        await desk.press("f", "ctrl+s")
        assert "Type what to find first" in status(desk)
        await desk.type("the pier")
        await desk.press("ctrl+s")
        await desk.burst(*"Piers", "enter", *" closed")
        assert status(desk) == "" or "Saved" in status(desk)
        assert query(desk) == "the pier closed"
        await desk.press("ctrl+u")
        assert saved(desk) == ["Piers the pier 1"]
        await desk.press("enter")
        assert query(desk) == "the pier"
        assert [row.startswith(PIER) for row in results(desk)] == [True]


async def test_saving_says_where_it_is_kept(kept: Path) -> None:
    async with at_the_desk(kept) as desk:
        await desk.press("f")
        await desk.type("pier")
        await desk.press("ctrl+s", "enter")
        assert status(desk) == "Saved as “pier”: S in the list of articles shows it."
        assert desk.focus == "query"
        await desk.press("ctrl+s", "escape")
        assert desk.in_dialog
        assert desk.focus == "query"


async def test_all_that_is_found_becomes_the_list(kept: Path) -> None:
    async with at_the_desk(kept) as desk:
        await desk.press("f", "ctrl+l")
        assert status(desk) == "Nothing is typed yet; the list shows all articles."
        await desk.type("ida")
        await desk.press("ctrl+l")
        assert desk.focus == "articles"
        assert len(rows(desk.screen.articles_pane)) == 2
        assert "ida" in str(desk.screen.articles_pane.border_title)
        assert desk.said == "The list shows what the query finds; S shows other lists."


async def test_esc_and_q_leave(kept: Path) -> None:
    async with at_the_desk(kept) as desk:
        before = desk.opened.listed.id
        await desk.press("f")
        await desk.type("thursday")
        await desk.press("escape")
        assert not desk.in_dialog
        await desk.press("f", "tab", "q")
        assert not desk.in_dialog
        assert desk.opened.listed.id == before


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


async def test_pasted_text_is_looked_up(kept: Path) -> None:
    async with at_the_desk(kept) as desk:
        await desk.press("f")
        desk.app.post_message(Paste("low\n\x1b[31mwater"))
        await desk.press("end")
        assert query(desk) == "low water"
        assert [row.startswith(PIER) for row in results(desk)] == [True]


async def test_hostile_text_is_drawn_harmless(kept: Path) -> None:
    hostile = "[b]x\x1b]0;owned\x07\x9b2J\u202ey"
    with Reading(kept) as reading, reading.library() as db:
        db.execute("UPDATE article SET title = ?1, publisher = ?1, origin = ?1", (hostile,))
        db.execute("UPDATE version SET text = ?1 || text", (hostile + " ferry ",))
        db.execute("UPDATE name SET name = name || ?1", (hostile,))
    async with at_the_desk(kept) as desk:
        await desk.press("f")
        await desk.type("ferry")
        assert "[b]xy" in whole_screen(desk)
        await desk.type(f" zz{hostile}:x")
        await desk.press("ctrl+s", "enter", "ctrl+u")
        assert "zz[b]xy" in whole_screen(desk)
        for character in "\x1b\x07\x9b\u202e":
            assert character not in whole_screen(desk)


async def test_a_query_that_means_nothing_is_no_accident(kept: Path) -> None:
    async with at_the_desk(kept) as desk:
        await desk.press("f")
        for odd in ('"', "(", "*", "AND", "a:b", "-", "  ", "(((((", "is:", "from:x", "\x00"):
            desk.app.screen.query_one("#query", Input).value = odd
            await desk.press("end")
        await desk.type(" pier")
        await desk.press("escape")
        assert not desk.in_dialog
