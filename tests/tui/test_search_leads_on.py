"""From what was found to the text, to saved queries, to the list."""

from __future__ import annotations

from pathlib import Path

from tests.tui.running import at_the_desk, on_colour, rows
from tests.tui.searching import PIER, query, results, saved, status


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
