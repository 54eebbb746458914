"""Finding articles in the library."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input, Static

from newsreader.tui.screens.search import Hits
from tests.tui.running import Desk, at_the_desk, rows, text_of


def hits(desk: Desk) -> list[str]:
    return rows(desk.app.screen.query_one(Hits), width=100)


async def test_hits_follow_what_is_typed(library: Path, folder: Path) -> None:
    async with at_the_desk(library, folder) as desk:
        await desk.press("f")
        await desk.type("friday")
        assert len(hits(desk)) == 1
        assert "Library closed on Friday" in hits(desk)[0]
        assert "closed on Friday" in hits(desk)[0].partition("Library closed on Friday")[2]
        assert text_of(desk.app.screen.query_one("#said", Static)) == "1 found"
        await desk.press(*["backspace"] * len("friday"))
        await desk.type("ida")
        found = text_of(desk.app.screen.query_one("#said", Static))
        assert found == f"{len(hits(desk))} found"


async def test_enter_opens_the_article_at_the_match(library: Path, folder: Path) -> None:
    async with at_the_desk(library, folder, size=(80, 24)) as desk:
        await desk.press("G", "1", "G", "enter")
        assert desk.opened.listed.title != "Quillhaven pier to close for repairs"
        await desk.press("f")
        await desk.type("thursday")
        await desk.press("enter")
        assert not desk.in_dialog
        assert desk.opened.listed.title == "Quillhaven pier to close for repairs"
        assert desk.in_view("vote on Thursday")
        assert desk.focus == "body"


async def test_enter_goes_to_the_match_in_the_article_that_is_open(
    library: Path, folder: Path
) -> None:
    async with at_the_desk(library, folder, size=(80, 24)) as desk:
        assert not desk.in_view("vote on Thursday")
        await desk.press("f")
        await desk.type("thursday")
        await desk.press("enter")
        assert desk.in_view("vote on Thursday")


async def test_the_arrows_choose_among_the_hits(library: Path, folder: Path) -> None:
    async with at_the_desk(library, folder) as desk:
        await desk.press("f")
        await desk.type("the")
        assert len(hits(desk)) == 3
        await desk.press("down", "down", "up")
        wanted = desk.app.screen.query_one(Hits).hit
        await desk.press("enter")
        assert wanted is not None
        assert desk.opened.listed.id == wanted.article_id


async def test_esc_leaves_the_search(library: Path, folder: Path) -> None:
    async with at_the_desk(library, folder) as desk:
        before = desk.opened.listed.id
        await desk.press("f")
        await desk.type("thursday")
        await desk.press("escape")
        assert not desk.in_dialog
        assert desk.opened.listed.id == before


async def test_a_query_that_means_nothing_is_no_accident(library: Path, folder: Path) -> None:
    async with at_the_desk(library, folder) as desk:
        await desk.press("f")
        for odd in ('"', "(", "*", "AND", "a:b", "-"):
            desk.app.screen.query_one("#query", Input).value = odd
            await desk.pilot.pause()
        await desk.type(" pier")
        await desk.press("escape")
        assert not desk.in_dialog
