"""The reader's own work, by keyboard, and whether the library file has it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static, TextArea

from newsreader.model import COLOURS
from tests.tui.running import Desk, at_the_desk, drawn, on_colour, rows, text_of

FIRST = "The timber is soft to the touch,"


def passages(desk: Desk) -> list[str]:
    return [one.highlight.anchor.exact for one in desk.kept().placed]


def notes(desk: Desk) -> list[str]:
    return [note.text for note in desk.kept().notes]


async def test_h_highlights_a_quote_and_again_removes_it(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("]q", "H")
        assert passages(desk) == [FIRST]
        assert "Highlighted" in desk.said
        await desk.press("]q")
        assert on_colour(desk.body, "yellow") == FIRST
        assert any(line.startswith("▌") for line in (line.strip() for line in drawn(desk.body)))
        await desk.press("[q", "H")
        assert passages(desk) == []
        await desk.press("]q")
        assert on_colour(desk.body, "yellow") == ""
        await desk.press("u")
        assert passages(desk) == [FIRST]
        assert on_colour(desk.body, "yellow") == FIRST
        assert "Undone" in desk.said


async def test_nothing_to_highlight(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("H")
        assert passages(desk) == []
        assert "]q" in desk.said


@pytest.mark.parametrize(
    ("keys", "passage"),
    [
        (["w", "w", "e"], "The ferry pier"),
        (["$"], None),
        (
            [")", "b", "e"],
            "The ferry pier at Quillhaven will close on Monday for four months of repairs",
        ),
        (
            ["}", "h"],
            "The ferry pier at Quillhaven will close on Monday for four months of repairs.",
        ),
        (["l", "l", "o", "l"], "he"),
        (["w", "v", "e"], "ferry"),
        (["e", "j", "k", "h"], "Th"),
    ],
)
async def test_selecting_by_keyboard(
    library: Path, pier: Path, keys: list[str], passage: str | None
) -> None:
    async with at_the_desk(library, pier) as desk:
        line = next(line for line in drawn(desk.body) if "The ferry" in line).strip()
        await desk.press("v", *keys)
        shown = on_colour(desk.body, "selection")
        assert shown.replace(" ", "") == (passage or line).replace(" ", "")
        await desk.press("H")
        assert passages(desk) == [passage or line]


async def test_enter_highlights_the_selection_and_esc_lets_it_go(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("v", "e", "escape")
        assert desk.body.selection is None
        assert on_colour(desk.body, "selection") == ""
        await desk.press("v", "e", "enter")
        assert passages(desk) == ["The"]
        assert desk.focus == "body"


async def test_a_note_is_kept_with_ctrl_s(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("]q")
        await desk.note("Ask who tested it.")
        assert notes(desk) == ["Ask who tested it."]
        assert passages(desk) == [FIRST]
        assert "Note kept." in desk.said
        assert any("✎" in line for line in drawn(desk.body))
        await desk.press("a")
        written = desk.app.screen.query_one(TextArea)
        assert written.text == "Ask who tested it."
        written.text = ""
        await desk.press("ctrl+s")
        assert notes(desk) == []
        await desk.press("u")
        assert notes(desk) == ["Ask who tested it."]


async def test_esc_warns_before_a_note_is_thrown_away(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("]q", "a")
        await desk.type("Not sure")
        await desk.press("escape")
        keys = desk.app.screen.query_one("#keys", Static)
        assert "Not kept yet" in text_of(keys)
        await desk.type(" yet")
        await desk.press("escape")
        assert "Not kept yet" in text_of(keys)
        await desk.press("escape")
        assert not desk.in_dialog
        assert notes(desk) == passages(desk) == []


async def test_esc_leaves_an_empty_note_at_once(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("]q", "a", "escape")
        assert not desk.in_dialog
        assert passages(desk) == []


async def test_a_note_on_the_whole_article(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.note("Compare with last year.")
        kept = desk.kept()
        assert [(note.text, note.highlight_id) for note in kept.notes] == [
            ("Compare with last year.", None)
        ]
        assert "✎ 1" in rows(desk.screen.articles_pane)[0]


async def test_tags_of_the_article_and_of_a_highlight(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("t")
        await desk.type("harbour, #money, harbour")
        await desk.press("enter")
        assert desk.kept().listed.tags == ("harbour", "money")
        assert "#harbour  #money" in "\n".join(drawn(desk.body))
        await desk.press("]q", "H", "t")
        await desk.type("timber")
        await desk.press("enter")
        assert desk.kept().placed[0].highlight.tags == ("timber",)
        assert desk.kept().listed.tags == ("harbour", "money")
        await desk.press("u")
        assert desk.kept().placed[0].highlight.tags == ()
        await desk.press("u", "u")
        assert desk.kept().listed.tags == ()


async def test_esc_leaves_tags_as_they_were(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("t")
        await desk.type("harbour")
        await desk.press("escape")
        assert desk.kept().listed.tags == ()
        assert desk.focus == "body"
        await desk.press("]q")
        assert "Quote 1" in desk.said


async def test_starring_an_article(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("s")
        assert desk.kept().listed.starred
        assert rows(desk.screen.articles_pane)[0].startswith("★")
        await desk.press("s")
        assert not desk.kept().listed.starred
        await desk.press("u")
        assert desk.kept().listed.starred


async def test_colours_come_round(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("]q", "H")
        for colour in (*COLOURS[1:], COLOURS[0]):
            await desk.press("C")
            assert desk.kept().placed[0].highlight.colour == colour
        await desk.press("C", "C", "]q")
        assert on_colour(desk.body, COLOURS[2]) == FIRST
        await desk.press("u")
        assert desk.kept().placed[0].highlight.colour == COLOURS[1]


async def test_a_colour_is_called_as_the_reader_calls_it(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier, colours={"green": "fact"}) as desk:
        await desk.press("]q", "H", "C")
        assert desk.said == "Highlight in fact."
        await desk.press("escape", "]h")
        assert "fact" in desk.said
        assert desk.kept().placed[0].highlight.colour == "green"


async def test_undo_takes_back_all_and_then_says_so(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("]q", "H", "s")
        await desk.note("Why?")
        await desk.press("u", "u", "u")
        kept = desk.kept()
        assert (kept.placed, kept.notes, kept.listed.starred) == ((), (), False)
        await desk.press("u")
        assert "Nothing to undo" in desk.said


async def test_from_highlight_to_highlight(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("]q", "H", "]q", "]q", "H")
        await desk.note("Says who?")
        await desk.press("]h")
        assert on_colour(desk.body, "current") == FIRST
        await desk.press("]h")
        assert on_colour(desk.body, "current") == "We have been told this twice before,"
        assert "Highlight 2 of 2" in desk.said
        assert "Says who?" in desk.said
        await desk.press("[h")
        assert "Highlight 1 of 2" in desk.said
