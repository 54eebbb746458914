"""What is unsure: marked, explained, listed alone, and gone through."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.running import Desk, at_the_desk, on_colour, rows, whole_screen
from tests.tui.weir import DARK, NIGHT, SIX, STUCK, weir


def quotes(desk: Desk) -> list[str]:
    return [row.split("“")[0].strip() for row in rows(desk.screen.quotes_pane)]


def names(desk: Desk) -> list[str]:
    return rows(desk.screen.entities_pane)


async def test_signs_tell_what_is_unsure_and_who_is_no_person(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        assert quotes(desk) == [
            "Agnes Thorne",
            "Agnes Thorne",
            f"⌂ Lower Marl Drainage Board ? reported {STUCK}",
            "§ the report",
            "Piers Thorne ?",
        ]
        assert "Agnes Thorne 2" in names(desk)
        assert "Piers Thorne ? 1" in names(desk)
        assert "unusual" not in " ".join(rows(desk.screen.quotes_pane))


async def test_a_long_name_keeps_its_sign(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        row = rows(desk.screen.quotes_pane, width=24)[2]
        assert row.startswith("⌂ Lower Marl… ? rep.")


async def test_how_sure_and_why_is_said(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("3", "j", "j")
        assert "Lower Marl Drainage Board (organisation), reported · 70% sure: “said”" in desk.said
        await desk.press("j")
        assert "the report (document) · 90% sure: “says”" in desk.said
        await desk.press("4", "j")
        assert desk.said.startswith("Piers Thorne · person · 60% sure: its wording")


async def test_only_what_is_unsure(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("U")
        assert [row.split(" ?")[0] for row in quotes(desk)] == [
            "⌂ Lower Marl Drainage Board",
            "Piers Thorne",
        ]
        assert names(desk) == ["People 2", "Piers Thorne ? 1", "Wexcombe Vale ? 1"]
        assert "3 Unsure 2/5 · Esc: all" in whole_screen(desk)
        assert "4 Unsure 2/5 · Esc: all" in whole_screen(desk)
        assert "quotes 2, names 2" in desk.said
        await desk.press("3", "G")
        assert on_colour(desk.body, "current") == DARK


async def test_what_is_vouched_for_leaves_the_list(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("U", "3", "c", "y", "c", "y")
        assert quotes(desk) == []
        assert "Nothing unsure here." in whole_screen(desk)
        assert "No names." not in whole_screen(desk)


@pytest.mark.parametrize("back", ["U", "escape", "q"])
async def test_back_to_everything(library: Path, back: str) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("U", back)
        assert len(quotes(desk)) == 5
        assert "3 Quotes · 5" in whole_screen(desk)
        assert "4 Names · 5" in whole_screen(desk)


async def test_where_one_pane_is_shown_the_bar_says_what_is_left_out(library: Path) -> None:
    async with at_the_desk(library, weir(library), size=(60, 20)) as desk:
        await desk.press("3")
        assert "[3 Quotes · 5]" in whole_screen(desk)
        await desk.press("U")
        assert "[3 Unsure 2/5 · Esc: all]  4 Names" in whole_screen(desk)


async def test_another_article_is_shown_whole(library: Path, folder: Path) -> None:
    location = weir(library)
    async with at_the_desk(library, location, folder) as desk:
        await desk.press("U", "J")
        assert desk.screen.quotes_pane.border_title == "3 Quotes · 6"


async def test_nothing_unsure(library: Path, folder: Path) -> None:
    async with at_the_desk(library, folder / "3-notice.txt") as desk:
        await desk.press("U")
        assert "Nothing is unsure" in desk.said
        assert desk.screen.quotes_pane.border_title == "3 Quotes · 0"
        await desk.press("]?")
        assert "Nothing is unsure" in desk.said


async def test_going_through_what_is_unsure(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        seen = []
        for _ in range(4):
            await desk.press("]?")
            seen.append(on_colour(desk.body, "current"))
        assert seen == [STUCK, "Piers Thorne", "Wexcombe Vale", DARK]
        assert desk.said.startswith("Unsure 4 of 4 · Quote 5 of 5 · Piers Thorne · 45% sure: who")
        await desk.press("[?")
        assert desk.said.startswith("Unsure 3 of 4 · Wexcombe Vale · person · 37% sure")
        current = desk.screen.entities_pane.current
        assert current is not None
        assert desk.screen.analysis.entities[current].name == "Wexcombe Vale"


async def test_sure_quotes_are_left_out_when_filtered_too(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("U", "3", "/")
        await desk.type("board")
        await desk.press("enter")
        (row,) = quotes(desk)
        assert row.startswith("⌂ Lower Marl")
        await desk.press("escape")
        assert len(quotes(desk)) == 2
        assert all(words not in " ".join(quotes(desk)) for words in (NIGHT, SIX))
