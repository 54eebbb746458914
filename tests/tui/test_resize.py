"""The window changing its size while the program runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.running import Desk, at_the_desk, drawn, on_colour, settle, whole_screen


async def resize(desk: Desk, columns: int, lines: int) -> None:
    await desk.pilot.resize_terminal(columns, lines)
    await settle(desk.pilot)


def first_words(desk: Desk) -> str:
    """Return the beginning of the line at the top of the body."""
    return next(line.strip() for line in drawn(desk.body) if line.strip())[:12]


async def test_the_text_stays_where_it_was(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier, size=(120, 20)) as desk:
        while not first_words(desk).startswith("Shops near"):
            await desk.press("j")
            assert desk.body.scroll_offset.y < desk.body.max_scroll_y
        for columns in (100, 80, 60, 80, 120):
            await resize(desk, columns, 20)
            assert desk.body.wrapped.width <= columns
            assert "Shops near" in " ".join(drawn(desk.body)[:3])


@pytest.mark.parametrize("key", ["1", "2", "3", "4"])
async def test_the_focus_stays_where_it_was(library: Path, pier: Path, key: str) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press(key)
        focus = desk.focus
        for columns in (100, 80, 60, 120):
            await resize(desk, columns, 30)
            assert desk.focus == focus
            assert desk.app.focused is not None
            assert desk.app.focused.size.width > 0


async def test_the_current_quote_stays_lit(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("]q")
        for columns in (100, 60, 120):
            await resize(desk, columns, 30)
            assert on_colour(desk.body, "current") == "The timber is soft to the touch,"


async def test_a_window_too_small_says_so_and_comes_back(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("3")
        await resize(desk, 25, 7)
        shown = " ".join(whole_screen(desk).split())
        assert "newsreader needs 30 columns and 8 lines" in shown
        assert "25 and 7" in shown
        await resize(desk, 120, 36)
        assert "newsreader needs" not in whole_screen(desk)
        assert desk.focus == "quotes"
        await desk.press("j")
        assert "Quote 2" in desk.said


@pytest.mark.parametrize("size", [(120, 36), (100, 30), (80, 24), (60, 20), (30, 8)])
async def test_every_size_shows_the_text_and_no_line_too_long(
    library: Path, pier: Path, size: tuple[int, int]
) -> None:
    async with at_the_desk(library, pier, size=size) as desk:
        lines = whole_screen(desk).split("\n")
        assert len(lines) == size[1]
        assert "The ferry" in whole_screen(desk) or size == (30, 8)
        await desk.press("G")
        assert desk.in_view("The council will vote on Thursday.")
