"""Exporting notes from the screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from newsreader.export import FORMATS
from tests.tui.running import Desk, at_the_desk, text_of


def path_field(desk: Desk) -> Input:
    return desk.app.screen.query_one("#path", Input)


def problem(desk: Desk) -> str:
    return text_of(desk.app.screen.query_one("#problem", Static))


def files(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def annotate(desk: Desk) -> None:
    await desk.press("]q")
    await desk.note("Ask who tested it.")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Export into a folder of its own."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


async def test_notes_are_written_to_the_file_suggested(
    library: Path, pier: Path, here: Path
) -> None:
    async with at_the_desk(library, pier) as desk:
        await annotate(desk)
        await desk.press("x")
        preview = text_of(desk.app.screen.query_one("#text", Static))
        assert "Ask who tested it." in preview
        wanted = Path(path_field(desk).value)
        await desk.press("enter")
        assert not desk.in_dialog
        assert "Notes written to" in desk.said
    (written,) = files(here)
    assert written == wanted == here / "quillhaven-pier-to-close-for-repairs.md"
    text = written.read_text("utf-8")
    for part in ("The timber is soft to the touch,", "Tobias Renn", "Ask who tested it."):
        assert part in text


async def test_a_file_is_replaced_only_when_asked_twice(
    library: Path, pier: Path, here: Path
) -> None:
    mine = here / "mine.md"
    mine.write_text("Mine.")
    async with at_the_desk(library, pier) as desk:
        await annotate(desk)
        await desk.press("x")
        path_field(desk).value = str(mine)
        await desk.press("enter")
        assert "Enter again replaces it" in problem(desk)
        assert mine.read_text() == "Mine."
        await desk.press("enter")
        assert not desk.in_dialog
    assert "Ask who tested it." in mine.read_text("utf-8")


async def test_json_is_another_format(library: Path, pier: Path, here: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await annotate(desk)
        await desk.press("x", "tab", *["right"] * list(FORMATS).index("json"))
        assert path_field(desk).value.endswith(".json")
        await desk.press("enter")
    (written,) = files(here)
    assert "Ask who tested it." in json.dumps(json.loads(written.read_text("utf-8")))


async def test_all_notes_or_those_of_this_article(library: Path, folder: Path, here: Path) -> None:
    async with at_the_desk(library, folder) as desk:
        await annotate(desk)
        await desk.press("J", "]q", "H", "x")
        preview = desk.app.screen.query_one("#text", Static)
        assert "Frost spoils" in text_of(preview)
        assert "Quillhaven pier" not in text_of(preview)
        await desk.press("right")
        assert "Quillhaven pier" in text_of(preview)
        await desk.press("enter")
    (written,) = files(here)
    assert written.name == "newsreader-notes.md"
    assert "Frost spoils" in written.read_text("utf-8")


async def test_esc_writes_nothing(library: Path, pier: Path, here: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await annotate(desk)
        await desk.press("x", "escape")
        assert not desk.in_dialog
    assert files(here) == []


async def test_without_notes_there_is_nothing_to_write(
    library: Path, pier: Path, here: Path
) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("x")
        assert "Highlight a quote" in problem(desk)
        await desk.press("enter")
        assert desk.in_dialog
    assert files(here) == []


async def test_a_file_that_cannot_be_written_is_said(library: Path, pier: Path, here: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await annotate(desk)
        await desk.press("x")
        path_field(desk).value = str(here / "nowhere" / "notes.md")
        await desk.press("enter")
        assert desk.in_dialog
        assert "nowhere" in problem(desk)
        path_field(desk).value = ""
        await desk.press("enter")
        assert "Type the name" in problem(desk)
