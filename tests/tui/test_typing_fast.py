"""Keys that come faster than the screen follows: typed ahead, over a slow line, by a script."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input, TextArea

from tests.tui.running import at_the_desk, on_colour


async def test_a_note_is_kept_whole(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("]q", "a")
        await desk.burst("Who tested it?", "ctrl+s")
        assert [note.text for note in desk.kept().notes] == ["Who tested it?"]


async def test_a_note_begun_at_once(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("]q")
        await desk.burst("astute")
        assert desk.app.screen.query_one(TextArea).text == "stute"
        assert not desk.kept().listed.starred


async def test_words_to_find_begun_at_once(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.burst("/pier", "enter", "n")
        assert "Match 2 of 4" in desk.said
        assert on_colour(desk.body, "primary") == "pier"


async def test_tags_begun_at_once(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.burst("tsoup", "enter")
        assert desk.kept().listed.tags == ("soup",)
        assert not desk.kept().listed.starred


async def test_enter_waits_for_what_the_search_finds(library: Path, folder: Path) -> None:
    async with at_the_desk(library, folder) as desk:
        await desk.press("f")
        await desk.burst("friday", "enter")
        assert not desk.in_dialog
        assert desk.opened.listed.title == "Library closed on Friday"


async def test_a_query_begun_at_once(library: Path, folder: Path) -> None:
    async with at_the_desk(library, folder) as desk:
        await desk.burst("ffriday")
        assert desk.app.screen.query_one(Input).value == "friday"


async def test_each_of_two_keys_does_its_part(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.burst("ss")
        assert not desk.kept().listed.starred
        await desk.burst("]qHH")
        assert desk.kept().placed == ()


async def test_jumps_are_not_lost(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.burst("]q]q]q")
        assert "Quote 3 of 6" in desk.said
        assert on_colour(desk.body, "current") == "We have been told this twice before,"
