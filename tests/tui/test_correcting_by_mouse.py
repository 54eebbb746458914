"""Putting right what is claimed with the mouse alone."""

from __future__ import annotations

from pathlib import Path

from newsreader.model import CorrectionScope
from newsreader.tui.screens.correct import CorrectScreen
from tests.tui.running import at_the_desk, rows, settle
from tests.tui.test_correcting import kept
from tests.tui.test_mouse import click
from tests.tui.test_unsure import names
from tests.tui.weir import BY_HAND, weir


async def test_with_the_mouse(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await click(desk, desk.body, "Thorne has", button=3)
        dialog = desk.app.screen
        assert isinstance(dialog, CorrectScreen)
        await click(desk, dialog.query_one("#choices"), "this “Thorne” is somebody else")
        await click(desk, dialog.query_one("#names"), "Piers Thorne")
        assert not desk.in_dialog
        assert "Piers Thorne ✓ 2" in names(desk)
        await click(desk, desk.screen.quotes_pane, "The gates were", button=3)
        await click(desk, desk.app.screen.query_one("#choices"), "not a quote")
        assert BY_HAND not in " ".join(rows(desk.screen.quotes_pane))
        await click(desk, desk.screen.entities_pane, "Wexcombe", button=3)
        await click(desk, desk.app.screen.query_one("#choices"), "this article")
        await click(desk, desk.app.screen.query_one("#choices"), "it is a place")
        assert kept(desk)[-1].scope is CorrectionScope.SOURCE
        assert "Wexcombe Vale ✓ 1" in names(desk)


async def test_a_click_on_a_hint_does_what_it_says(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("3")
        status = desk.screen.status
        drawn = str(status.render())
        x = drawn.index("c correct")
        await desk.pilot.click(status, offset=(x - 1, 0))
        await settle(desk.pilot)
        assert not desk.in_dialog
        await desk.pilot.click(status, offset=(x, 0))
        await settle(desk.pilot)
        assert isinstance(desk.app.screen, CorrectScreen)


async def test_the_right_button_does_nothing_where_nothing_is_claimed(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await click(desk, desk.screen.articles_pane, "Weir keeper", button=3)
        await click(desk, desk.body, "lamp", button=3)
        assert not desk.in_dialog
