"""Finding articles in the library."""

from __future__ import annotations

from pathlib import Path

from textual.events import Paste
from textual.widgets import Input

from newsreader.reading import Reading
from newsreader.tui.results_list import ResultsList
from tests.tui.running import at_the_desk, on_colour, rows, whole_screen
from tests.tui.searching import CLOSED, PIER, PLUMS, query, results, said


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
