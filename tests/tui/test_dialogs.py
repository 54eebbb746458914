"""Dialogs, whichever of them were open before."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Region

from tests.tui.edited import edited
from tests.tui.running import Desk, at_the_desk

KEYS = ("c", "f", "a", "x", "S", "V")


async def place_of_the_dialog(desk: Desk, key: str) -> Region:
    """Open a dialog, and return where its sheet lies."""
    await desk.press(key)
    place = desk.app.screen.query_one("#sheet").region
    await desk.press("escape")
    assert not desk.in_dialog
    return place


@pytest.mark.parametrize("key", KEYS)
async def test_a_dialog_looks_the_same_whatever_was_open_before(
    library: Path, pier: Path, key: str
) -> None:
    edited(library, pier)
    async with at_the_desk(library) as desk:
        await desk.press("]q")
        alone = await place_of_the_dialog(desk, key)
        for other in KEYS:
            await place_of_the_dialog(desk, other)
        await desk.press("2", "[q")
        assert await place_of_the_dialog(desk, key) == alone
