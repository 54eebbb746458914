"""Dialogs, whichever of them were open before."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Region

from newsreader.tui.screens.help import Table
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


OWN_KEYS = {"line_down": ("e",), "top": ("j",), "choose": ("E",), "leave": ("B",)}
"""Keys of a reader, one of which has another meaning usually."""


async def test_the_readers_own_keys_work_in_the_choice_of_lists(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier, keys=OWN_KEYS) as desk:
        await desk.press("S", "e", "e", "j", "e", "e", "E")
        assert desk.screen.shown.shelf.name == "Unread"
        await desk.press("S", "k", "B")
        assert not desk.in_dialog
        await desk.press("S", "down", "down", "enter")
        assert desk.screen.shown.shelf.name == "With notes"


async def test_the_readers_own_keys_scroll_the_help(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier, keys=OWN_KEYS) as desk:
        await desk.press("?", "e", "e", "down")
        table = desk.app.screen.query_one(Table)
        assert table.scroll_offset.y == 3
        await desk.press("j")
        assert table.scroll_offset.y == 0
        await desk.press("B")
        assert not desk.in_dialog


async def test_the_readers_own_keys_work_where_claims_are_corrected(
    library: Path, pier: Path
) -> None:
    async with at_the_desk(library, pier, keys=OWN_KEYS) as desk:
        await desk.press("]q", "c", "e", "e", "j", "B")
        assert not desk.in_dialog
        for _ in range(2):
            await desk.press("]q", "c", "n")
        first, second = desk.screen.reading.corrections(1)
        await desk.press("L", "j", "e", "j", "x", "B")
        assert not desk.in_dialog
        assert desk.screen.reading.corrections(1) == [second]
        assert first != second
