"""Finding words in the article, and narrowing the lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Label

from tests.tui.running import (
    Desk,
    at_the_desk,
    on_colour,
    rows,
    text_of,
    whole_screen,
)


def count(desk: Desk) -> str:
    return text_of(desk.screen.prompt.query_one("#count", Label)).strip()


async def test_typing_finds_the_first_match_and_counts(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("/")
        await desk.type("pier")
        assert count(desk) == "1 of 4"
        assert on_colour(desk.body, "primary") == "pier"
        await desk.type(" stree")
        assert count(desk) == "1 of 1"
        assert on_colour(desk.body, "primary") == "Pier Stree"
        await desk.type("x")
        assert count(desk) == "no match"
        assert on_colour(desk.body, "primary") == ""
        await desk.press("backspace")
        assert count(desk) == "1 of 1"


async def test_enter_keeps_the_match_and_n_goes_round(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("/")
        await desk.type("PIER")
        await desk.press("enter")
        assert desk.focus == "body"
        for number in (2, 3, 4, 1, 2):
            await desk.press("n")
            assert f"Match {number} of 4" in desk.said
            assert on_colour(desk.body, "primary").casefold() == "pier"
        for number in (1, 4, 3):
            await desk.press("N")
            assert f"Match {number} of 4" in desk.said
        await desk.press("escape", "n")
        assert "Nothing to find yet" in desk.said


async def test_finding_starts_from_what_is_in_view(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier, size=(80, 24)) as desk:
        await desk.press("G", "/")
        await desk.type("council")
        assert count(desk) == "2 of 3"
        assert desk.in_view("told the council")
        await desk.press("enter", "n", "n")
        assert "Match 1 of 3" in desk.said
        assert desk.in_view("Councillor Mina Oakes")


async def test_esc_leaves_all_as_it_was(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier, size=(80, 24)) as desk:
        await desk.press("j", "j", "j", "m")
        before, top = whole_screen(desk), desk.body.scroll_offset.y
        await desk.press("/")
        await desk.type("thursday")
        assert desk.body.scroll_offset.y > top
        await desk.press("escape")
        assert desk.body.scroll_offset.y == top
        assert desk.focus == "body"
        await desk.press("m", "m")
        assert whole_screen(desk) == before


async def test_curly_and_straight_marks_are_alike(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("/")
        await desk.type('"the timber')
        assert count(desk) == "1 of 1"
        assert on_colour(desk.body, "primary").replace(" ", "") == "“Thetimber"


@pytest.mark.parametrize(
    ("pane", "words", "kept"),
    [
        ("articles", "plums", ["Frost spoils the early plums"]),
        ("articles", "frost plums", ["Frost spoils the early plums"]),
        ("quotes", "oakes", ["Mina Oakes", "Mina Oakes"]),
        ("quotes", "boat", ["Tobias Renn"]),
        ("entities", "oakes", ["People", "Mina Oakes"]),
    ],
)
async def test_a_list_shows_only_what_matches(
    library: Path, folder: Path, pane: str, words: str, kept: list[str]
) -> None:
    async with at_the_desk(library, folder) as desk:
        shown = {
            "articles": desk.screen.articles_pane,
            "quotes": desk.screen.quotes_pane,
            "entities": desk.screen.entities_pane,
        }[pane]
        desk.screen.focus_pane(pane)
        before = rows(shown)
        await desk.press("/")
        await desk.type(words)
        narrowed = rows(shown)
        assert len(narrowed) == len(kept)
        for row, start in zip(narrowed, kept, strict=True):
            assert row.removeprefix("● ").startswith(start)
        await desk.press("enter")
        assert rows(shown) == narrowed
        assert desk.focus == pane
        await desk.press("/", "escape")
        assert rows(shown) == before


async def test_the_title_says_how_many_are_shown(library: Path, folder: Path) -> None:
    async with at_the_desk(library, folder) as desk:
        pane = desk.screen.articles_pane
        assert pane.border_title == "1 Added · 3"
        await desk.press("1", "/")
        await desk.type("plums")
        assert pane.border_title == "1 Added 1/3 · Esc: all"


async def test_what_is_not_there_is_said(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("/")
        await desk.type("pierx")
        await desk.press("enter")
        assert desk.said == "“pierx” is not in this article."
        assert on_colour(desk.body, "primary") == ""


async def test_esc_shows_the_whole_list_again(library: Path, folder: Path) -> None:
    async with at_the_desk(library, folder) as desk:
        await desk.press("1", "/")
        await desk.type("zzzz")
        await desk.press("enter")
        assert desk.screen.articles_pane.count == 0
        await desk.press("escape")
        assert desk.screen.articles_pane.count == 3
