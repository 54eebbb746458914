"""What is seen and done in the export dialog."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input, Static

from newsreader.tui.status import StatusBar
from tests.tui.running import Desk, text_of


def path_field(desk: Desk) -> Input:
    return desk.app.screen.query_one("#path", Input)


def problem(desk: Desk) -> str:
    return desk.app.screen.query_one(StatusBar).message


def preview(desk: Desk) -> str:
    return text_of(desk.app.screen.query_one("#text", Static))


def files(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def annotate(desk: Desk) -> None:
    await desk.press("]q")
    await desk.note("Ask who tested it.")
