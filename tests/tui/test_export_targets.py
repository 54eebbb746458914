"""Where the export dialog writes to: files, folders, the clipboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsreader.export import render
from tests.tui.exported import annotate, files, path_field, problem
from tests.tui.running import at_the_desk, whole_screen

pytestmark = pytest.mark.usefixtures("here")


async def test_to_the_clipboard(library: Path, pier: Path, here: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await annotate(desk)
        await desk.press("x", "tab", "tab", "left")
        assert not path_field(desk).display
        await desk.press("enter")
        assert not desk.in_dialog
        assert desk.app.clipboard == render("markdown", desk.screen.reading.evidence())
        assert "Notes copied (" in desk.said
        assert desk.said.endswith("if the terminal allows it.")
    assert files(here) == []


async def test_a_folder_of_notes_is_kept_up_to_date(
    library: Path, folder: Path, here: Path
) -> None:
    async with at_the_desk(library, folder) as desk:
        await annotate(desk)
        await desk.press("J", "]q", "H", "x", "shift+tab", "right", *["tab"] * 3, "right")
        assert path_field(desk).value == str(here / "newsreader-notes")
        await desk.press("enter")
        assert desk.said == f"Notes in {here / 'newsreader-notes'}: 2 new."
        await desk.press("x", "shift+tab", "right", *["tab"] * 3, "right", "enter")
        assert desk.said == f"Notes in {here / 'newsreader-notes'}: 2 unchanged."
    written = [path.read_text("utf-8") for path in files(here / "newsreader-notes")]
    assert sorted("Frost spoils" in text for text in written) == [False, True]


async def test_only_markdown_goes_to_a_folder(library: Path, pier: Path, here: Path) -> None:
    (here / "newsreader-notes").write_text("a file")
    async with at_the_desk(library, pier) as desk:
        await annotate(desk)
        await desk.press("x", "tab", "tab", "right", "enter")
        assert "newsreader-notes" in problem(desk)
        await desk.press("down")
        assert "a folder" not in whole_screen(desk)
        assert path_field(desk).value.endswith("quillhaven-pier-to-close-for-repairs.org")


async def test_what_is_too_long_for_the_clipboard_can_still_be_written(
    library: Path, pier: Path, here: Path
) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("]q")
        await desk.note("ä" * 40_000)
        await desk.press("x", "tab", "tab", "left", "enter")
        assert "Export to a file instead." in problem(desk)
        assert desk.app.clipboard == ""
        await desk.press("right", "enter")
        assert not desk.in_dialog
    assert "ä" * 40_000 in files(here)[0].read_text("utf-8")


async def test_only_the_ending_changes_of_a_name_that_was_typed(
    library: Path, pier: Path, here: Path
) -> None:
    async with at_the_desk(library, pier) as desk:
        await annotate(desk)
        await desk.press("x", "shift+tab", "shift+tab", "ctrl+u")
        await desk.type(str(here / "mine.md"))
        await desk.press("down")
        assert path_field(desk).value == str(here / "mine.org")
        await desk.press("enter")
    assert [path.name for path in files(here)] == ["mine.org"]


async def test_a_file_in_the_home_folder(
    library: Path, pier: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(here))
    monkeypatch.setenv("USERPROFILE", str(here))
    async with at_the_desk(library, pier) as desk:
        await annotate(desk)
        await desk.press("x")
        path_field(desk).value = "~nobody-here/notes.md"
        await desk.press("enter")
        assert "There is no home folder for ~nobody-here" in problem(desk)
        path_field(desk).value = "~"
        await desk.press("enter")
        assert "is a folder" in problem(desk)
        path_field(desk).value = "~/notes.md"
        await desk.press("enter")
        assert not desk.in_dialog
    assert [path.name for path in files(here)] == ["notes.md"]
