"""The panes: going from one to the next, from article to article, and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.command import CommandPalette

from newsreader.tui.actions import READING, SELECTING, key_label
from newsreader.tui.screens import articles
from newsreader.tui.screens.help import HelpScreen, Table
from tests.tui.running import Desk, at_the_desk, drawn, on_colour, rows, whole_screen

PIER = "Quillhaven pier to close for repairs"
FROST = "Frost spoils the early plums"
NOTICE = "Library closed on Friday"


def shown(desk: Desk) -> set[str]:
    """Return the panes that are on the screen."""
    return {
        name for name, pane in desk.screen.panes.items() if pane.size.width and pane.is_on_screen
    }


@pytest.mark.parametrize("size", [(120, 36), (100, 30), (80, 24), (60, 20)])
async def test_every_pane_is_reached_by_its_number(
    library: Path, pier: Path, size: tuple[int, int]
) -> None:
    async with at_the_desk(library, pier, size=size) as desk:
        for key, name in zip("1342", ("articles", "quotes", "entities", "body"), strict=True):
            await desk.press(key)
            assert desk.focus == name
            assert name in shown(desk)


async def test_tab_goes_round(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        seen = []
        for _ in range(4):
            await desk.press("tab")
            seen.append(desk.focus)
        assert seen == ["quotes", "entities", "articles", "body"]
        await desk.press("shift+tab")
        assert desk.focus == "articles"


async def test_h_and_l_go_left_and_right(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("l")
        assert desk.focus == "quotes"
        await desk.press("h", "h")
        assert desk.focus == "articles"
        await desk.press("right", "right")
        assert desk.focus == "quotes"


async def test_z_shows_the_text_alone(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        everything = shown(desk)
        assert everything == {"articles", "body", "quotes", "entities"}
        await desk.press("z")
        assert shown(desk) == {"body"}
        await desk.press("z")
        assert shown(desk) == everything


async def test_from_article_to_article(library: Path, folder: Path) -> None:
    async with at_the_desk(library, folder) as desk:
        assert desk.opened.listed.title == PIER
        await desk.press("J")
        assert desk.opened.listed.title == FROST
        assert desk.in_view("Two nights of frost")
        assert rows(desk.screen.quotes_pane)[1].startswith("Petra Lund")
        await desk.press("K")
        assert desk.opened.listed.title == PIER
        await desk.press("K")
        assert "No article above" in desk.said
        await desk.press("]u")
        assert desk.opened.listed.title == NOTICE
        await desk.press("]u")
        assert "No unread article below" in desk.said
        assert desk.opened.listed.title == NOTICE


async def test_the_list_marks_what_is_unread(library: Path, folder: Path) -> None:
    async with at_the_desk(library, folder) as desk:
        pane = desk.screen.articles_pane
        assert [row.startswith("●") for row in rows(pane)] == [False, True, True]
        await desk.press("j", "enter")
        assert desk.opened.listed.title == FROST
        assert desk.focus == "body"
        assert [row.startswith("●") for row in rows(pane)] == [False, False, True]


async def test_help_lists_every_action_and_its_keys(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier, size=(120, 36)) as desk:
        await desk.press("?")
        assert isinstance(desk.app.screen, HelpScreen)
        table = desk.app.screen.query_one(Table)
        read: dict[str, None] = {}
        for _ in range(10):
            read |= dict.fromkeys(line.strip() for line in drawn(table))
            await desk.press("space")
        for action in (*READING, *SELECTING):
            keys = "  ".join(key_label(key) for key in action.keys)
            beginning = f"{keys:<20} {action.label[:40]}"
            assert any(line.startswith(beginning) for line in read), action.name
        await desk.press("q")
        assert not desk.in_dialog


async def test_the_palette_carries_out_an_action_by_name(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press(":")
        assert isinstance(desk.app.screen, CommandPalette)
        await desk.type("star the article")
        assert "Star the article, or take the star away" in whole_screen(desk)
        await desk.press("down", "enter")
        assert not desk.in_dialog
        assert desk.kept().listed.starred


async def test_q_goes_back_and_then_quits(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("]q", "z")
        assert on_colour(desk.body, "current")
        await desk.press("q")
        assert not on_colour(desk.body, "current")
        assert shown(desk) == {"body"}
        await desk.press("q")
        assert shown(desk) == {"articles", "body", "quotes", "entities"}
        await desk.press("q")
        assert desk.focus == "articles"
        assert desk.app.is_running
        await desk.press("escape")
        assert "Q quits" in desk.said
        await desk.pilot.press("q")
        assert desk.app._exit


@pytest.mark.parametrize("key", ["Q", "ctrl+q", "ctrl+c"])
async def test_quitting_at_once(library: Path, pier: Path, key: str) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("]q")
        await desk.pilot.press(key)
        assert desk.app._exit


async def test_an_unknown_pair_of_keys_is_said(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("]")
        assert desk.said == "] …"
        await desk.press("x")
        assert "No command ]x" in desk.said
        await desk.press("]q")
        assert "Quote 1" in desk.said


async def test_the_first_run_shows_samples_and_how_to_begin(library: Path) -> None:
    async with at_the_desk(library) as desk:
        assert len(rows(desk.screen.articles_pane)) >= 8
        assert "]q" in desk.said
        assert "?" in desk.said
        assert desk.focus == "articles"
        assert desk.opened.listed.title.split()[0] in whole_screen(desk)
        assert rows(desk.screen.quotes_pane)


async def test_a_slow_first_run_says_how_to_begin_too(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(articles, "PROGRESS_EVERY", 0)
    async with at_the_desk(library) as desk:
        assert len(rows(desk.screen.articles_pane)) >= 8
        assert "? shows all keys" in desk.said
