"""A library is analysed in the background, and keys are answered meanwhile."""

from __future__ import annotations

from pathlib import Path

from newsreader.reading import Reading
from newsreader.tui.messages import LibraryAnalysed
from newsreader.tui.screens.analysing import MANY
from tests.tui.running import at_the_desk, settle, whole_screen


def fill(library: Path, folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(count):
        text = f"Baths to close\n\n“We will not move,” said Jane Roe on day {number}.\n"
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    with Reading(library) as reading:
        for _ in reading.add([str(folder)]):
            pass


def waiting(library: Path) -> int:
    with Reading(library) as reading:
        return len(reading.unanalysed())


async def test_all_that_waits_is_analysed(library: Path, tmp_path: Path) -> None:
    fill(library, tmp_path / "many", MANY + 1)
    async with at_the_desk(library):
        pass  # the desk waits for what goes on in the background
    assert waiting(library) == 0


async def test_a_few_articles_wait_until_they_are_opened(library: Path, tmp_path: Path) -> None:
    fill(library, tmp_path / "few", 3)
    async with at_the_desk(library):
        pass
    assert waiting(library) == 2


async def test_progress_stands_in_the_corner_until_the_end(library: Path, tmp_path: Path) -> None:
    fill(library, tmp_path / "few", 2)
    async with at_the_desk(library) as desk:
        desk.screen.post_message(LibraryAnalysed(1_200, 5_000))
        await settle(desk.pilot)
        assert "analysing 1,200 of 5,000" in whole_screen(desk).splitlines()[-1]
        desk.screen.post_message(LibraryAnalysed(0, 0))
        await settle(desk.pilot)
        assert "analysing" not in whole_screen(desk).splitlines()[-1]


async def test_progress_is_told_where_the_library_is_searched(
    library: Path, tmp_path: Path
) -> None:
    fill(library, tmp_path / "few", 2)
    async with at_the_desk(library) as desk:
        desk.screen.post_message(LibraryAnalysed(1_200, 5_000))
        await desk.press("f")
        assert "analysing 1,200 of 5,000" in whole_screen(desk)
        desk.screen.post_message(LibraryAnalysed(0, 0))
        await desk.press("end")
        assert "analysing" not in whole_screen(desk)
