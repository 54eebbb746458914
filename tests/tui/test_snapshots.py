"""What the screen looks like, kept as pictures; `pytest --snapshot-update` takes them anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from newsreader.reading import Reading
from newsreader.settings import Settings
from newsreader.tui.app import NewsreaderApp
from tests.tui.running import Desk, settle

SIZES = [(120, 36), (80, 24), (60, 20)]


class Compare(Protocol):
    """The fixture of pytest-textual-snapshot."""

    def __call__(
        self, app: NewsreaderApp, *, terminal_size: tuple[int, int], run_before: object
    ) -> bool: ...


@pytest.fixture
def reading(library: Path) -> Iterator[Reading]:
    with Reading(library) as reading:
        yield reading


def app_on(reading: Reading, library: Path, folder: Path, theme: str = "") -> NewsreaderApp:
    return NewsreaderApp(reading, Settings(library=library, theme=theme), [str(folder)])


async def annotate(pilot: Pilot[int]) -> None:
    """Make one highlight with a note and a star, and go on to the next quote."""
    app = pilot.app
    assert isinstance(app, NewsreaderApp)
    desk = Desk(app, pilot, Path())
    await settle(pilot)
    await desk.press("2", "]q")
    await desk.note("Ask who tested it.")
    await desk.press("s", "]q")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_reading(
    snap_compare: Compare, reading: Reading, library: Path, folder: Path, size: tuple[int, int]
) -> None:
    app = app_on(reading, library, folder)
    assert snap_compare(app, terminal_size=size, run_before=annotate)


def test_light(snap_compare: Compare, reading: Reading, library: Path, folder: Path) -> None:
    app = app_on(reading, library, folder, theme="paper")
    assert snap_compare(app, terminal_size=(120, 36), run_before=annotate)


def test_no_colour(
    snap_compare: Compare,
    reading: Reading,
    library: Path,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_on(reading, library, folder)
    assert snap_compare(app, terminal_size=(80, 24), run_before=annotate)


def test_search(snap_compare: Compare, reading: Reading, library: Path, folder: Path) -> None:
    async def search(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, NewsreaderApp)
        desk = Desk(app, pilot, Path())
        await settle(pilot)
        await desk.press("f")
        desk.app.screen.query_one(Input).cursor_blink = False
        await desk.type("friday")

    app = app_on(reading, library, folder)
    assert snap_compare(app, terminal_size=(80, 24), run_before=search)
