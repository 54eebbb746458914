"""Answers that come when the reader is elsewhere already."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from newsreader.tui.comparing import alone
from newsreader.tui.heading import Heading
from newsreader.tui.messages import ArticleOpened
from newsreader.tui.screens.versions import Compared, VersionsScreen
from tests.tui.edited import edited
from tests.tui.running import ARTICLES, at_the_desk, drawn, rows, settle


async def test_an_article_that_is_not_wanted_any_more(library: Path) -> None:
    async with at_the_desk(library, ARTICLES) as desk:
        late = desk.opened
        await desk.press("J")
        wanted = desk.opened.listed.id
        desk.screen.post_message(ArticleOpened(late))
        await settle(desk.pilot)
        assert wanted != late.listed.id
        assert desk.opened.listed.id == wanted
        assert desk.body.text == desk.opened.version.text


async def test_a_version_that_is_not_wanted_any_more(library: Path, pier: Path) -> None:
    edited(library, pier)
    async with at_the_desk(library) as desk:
        latest = desk.opened
        await desk.press("V", "j", "enter")
        older = desk.opened
        for late in (latest, desk.screen.reading.open(latest.listed.id, latest.history.ids[0])):
            desk.screen.post_message(ArticleOpened(late))
            await settle(desk.pilot)
            assert desk.opened.version.id == older.version.id == latest.history.ids[1]
        await desk.press("V")
        desk.screen.post_message(ArticleOpened(older))
        await settle(desk.pilot)
        assert desk.opened.is_latest


async def test_changes_of_a_version_that_the_cursor_has_left(library: Path, pier: Path) -> None:
    edited(library, pier)
    async with at_the_desk(library) as desk:
        await desk.press("V", "j")
        screen = desk.app.screen
        assert isinstance(screen, VersionsScreen)
        before = drawn(screen._changed)
        late = Compared(desk.opened.history.latest_id, Heading("Late"), alone("Too late"))
        screen.post_message(late)
        await settle(desk.pilot)
        assert drawn(screen._changed) == before


async def test_a_row_that_was_read_before_its_article_changed(library: Path) -> None:
    async with at_the_desk(library, ARTICLES) as desk:
        pane, listed = desk.screen.articles_pane, desk.opened.listed
        pane.ask_again()
        pane.update_one(replace(listed, title="As it is now"))
        pane.take([listed.id], [replace(listed, title="As it was")])
        assert "As it is now" in " ".join(rows(pane))
