"""The screen of all notes where there are few, none, or changed ones, and little room."""

from __future__ import annotations

from pathlib import Path

from tests.tui.noted import FROST, PIER, TWICE, gather
from tests.tui.running import at_the_desk
from tests.tui.test_notes_screen import go_to, heading, lines, said


async def test_headings_come_into_view_with_their_first_entry(library: Path, folder: Path) -> None:
    gather(library, folder)
    async with at_the_desk(library, size=(60, 8)) as desk:
        await desk.press("A", "G", "k")
        assert lines(desk)[0].startswith(PIER[:20])
        await desk.press("k", "k")
        assert lines(desk)[0].startswith(FROST)
        await desk.press("tab", "tab", "G")
        await desk.press("j", "g")
        assert lines(desk)[0] == "#harbour 2"


async def test_what_was_done_elsewhere_is_undone_there_too(library: Path, folder: Path) -> None:
    gather(library, folder)
    async with at_the_desk(library) as desk:
        count = desk.screen.articles_pane.count
        await desk.press("D", "A")
        assert heading(desk).startswith("Notes · ")
        await desk.press("u", "escape")
        assert desk.screen.articles_pane.count == count


async def test_a_passage_that_is_missing_is_shown_as_such(library: Path, folder: Path) -> None:
    gather(library, folder)
    pier = folder / "1-pier.md"
    text = pier.read_text(encoding="utf-8").replace(f"“{TWICE}”", "").replace("is soft", "is hard")
    pier.write_text(text, encoding="utf-8")
    async with at_the_desk(library, pier) as desk:
        await desk.press("A")
        shown = lines(desk)
        assert any(line.startswith("▌ missing from the article now") for line in shown)
        assert any(line.startswith("▌ reads differently in the article now") for line in shown)
        await go_to(desk, TWICE)
        await desk.press("enter")
        assert "This passage is missing from this version" in desk.said


async def test_with_no_notes_it_says_what_to_do(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("A")
        assert "No highlights or notes yet." in " ".join(lines(desk))
        await desk.press("tab", "enter", "a", "t", "C", "d", "j", "G", "x", "u")
        assert said(desk) == "Nothing to undo."
        await desk.press("A")
        assert not desk.in_dialog


async def test_who_is_quoted_is_found_out_though_a_dialog_is_opened_at_once(
    library: Path, folder: Path
) -> None:
    gather(library, folder)
    async with at_the_desk(library) as desk:
        await desk.burst("Aa", "escape")
        assert any("Tobias Renn" in line for line in lines(desk))
