"""What goes wrong is said in one sentence, and reading goes on."""

from __future__ import annotations

import asyncio
from pathlib import Path

import apsw
import pytest
from textual import events

from newsreader.library import schema
from newsreader.settings import Settings
from newsreader.tui import app as program
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.screens import articles
from tests.tui.edited import edited
from tests.tui.running import at_the_desk, rows, settle, whole_screen


async def assert_goes_on(library: Path, *locations: Path, said: str) -> None:
    """Fail unless the status line says this, and keys still do what they do."""
    async with at_the_desk(library, *locations) as desk:
        assert said in desk.said
        assert desk.said.endswith((".", "?"))
        await desk.press("?")
        assert desk.in_dialog
        await desk.press("q", "1")
        assert desk.focus == "articles"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(None, id="missing"),
        pytest.param(b"", id="empty"),
        pytest.param(b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 20, id="binary"),
    ],
)
async def test_a_file_that_is_no_article(
    library: Path, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "odd.txt"
    if content is not None:
        path.write_bytes(content)
    await assert_goes_on(library, path, said="odd.txt")


async def test_one_bad_file_among_good_ones(library: Path, folder: Path) -> None:
    (folder / "4-empty.txt").write_bytes(b"")
    async with at_the_desk(library, folder) as desk:
        assert "4-empty.txt" in desk.said
        assert len(rows(desk.screen.articles_pane)) == 3
        assert desk.in_view("The ferry pier")


async def test_the_name_is_seen_however_long_its_path(library: Path, folder: Path) -> None:
    deep = folder / ("a-long-name-of-a-folder" * 5)
    deep.mkdir()
    (deep / "empty.txt").write_bytes(b"")
    async with at_the_desk(library, folder / "1-pier.md", deep, size=(80, 24)) as desk:
        assert "empty.txt" in whole_screen(desk)


def newer_library(path: Path) -> None:
    db = schema.connect(path)
    db.execute("INSERT INTO migration VALUES (9999, 'later', 0)")
    db.close()


def no_library(path: Path) -> None:
    path.write_bytes(b"This is a letter, not a database.\n" * 100)


def held_library(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [(newer_library, "newer"), (no_library, "library.db"), (held_library, "library.db")],
    ids=["newer", "no database", "folder"],
)
def test_a_library_that_cannot_be_used(
    library: Path,
    pier: Path,
    monkeypatch: pytest.MonkeyPatch,
    spoil: object,
    said: str,
) -> None:
    assert callable(spoil)
    spoil(library)
    before = library.read_bytes() if library.is_file() else b""
    seen: list[str] = []

    def run_here(app: NewsreaderApp) -> None:
        """Stand in for the terminal, which a test has none of."""

        async def look() -> None:
            async with app.run_test(size=(120, 36)) as pilot:
                await settle(pilot)
                seen.append(app.main.status.message)
                await pilot.press(*"]q", "H")
                await settle(pilot)
                seen.append(app.main.status.message)

        asyncio.run(look())

    monkeypatch.setattr(NewsreaderApp, "run", run_here)
    assert program.run([str(pier)], Settings(library=library)) == 0
    assert said in seen[0]
    assert "Nothing will be kept." in seen[0]
    assert "Highlighted" in seen[1]
    assert not library.is_file() or library.read_bytes() == before


async def test_the_library_is_written_to_by_another_meanwhile(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        other = apsw.Connection(str(library))
        with other:
            other.execute("UPDATE article SET starred = 1")
        other.close()
        await desk.press("]q", "H")
        assert desk.kept().listed.starred
        assert len(desk.kept().placed) == 1


@pytest.mark.parametrize(
    "keys",
    [["H"], ["s"], ["t", "x", "enter"], ["D"], ["c", "n"], ["u"], ["V", "G", "R"]],
    ids=lambda keys: keys[0],
)
async def test_nothing_is_said_to_be_done_that_was_not_kept(
    library: Path, pier: Path, keys: list[str]
) -> None:
    edited(library, pier)
    async with at_the_desk(library) as desk:
        await desk.press("]q")
        with desk.screen.reading.library() as db:
            db.execute("PRAGMA query_only = 1")
        await desk.press(*keys)
        assert not desk.in_dialog
        assert desk.said.startswith("! "), desk.said
        assert "mistake" not in desk.said
        await desk.press("]q")
        assert "Quote 2" in desk.said


async def test_a_saved_query_that_cannot_be_removed_stays(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        desk.screen.reading.save_query("Ferry", "ferry")
        await desk.press("S", *["j"] * 7)
        with desk.screen.reading.library() as db:
            db.execute("PRAGMA query_only = 1")
        await desk.press("x")
        assert " ! " in whole_screen(desk)
        assert "Ferry" in whole_screen(desk)
        await desk.press("k", "enter")
        assert not desk.in_dialog


@pytest.mark.parametrize("patience", [0, 0.02, 0.05, 0.1, 0.2, 1])
async def test_the_quotes_come_however_long_the_first_frame_waits(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, patience: float
) -> None:
    monkeypatch.setattr(articles, "FIRST_FRAME", patience)
    path = tmp_path / "long.txt"
    paragraph = "“The timber is soft,” harbour master Tobias Renn said on Monday at the pier.\n\n"
    count = 49_000 // len(paragraph)
    path.write_text("A long text\n\n" + paragraph * count, "utf-8")
    async with at_the_desk(library, path) as desk:
        assert len(rows(desk.screen.quotes_pane)) == count


async def test_two_keys_at_once_close_the_help_only_once(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("?")
        for _ in range(2):
            desk.app.post_message(events.Key("escape", None))
        await settle(desk.pilot)
        assert not desk.in_dialog


@pytest.mark.parametrize("key", ["a", "x", "f", "t", "/", ":"])
async def test_esc_twice_at_once_leaves_any_dialog_once(
    library: Path, pier: Path, key: str
) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press(key)
        for _ in range(2):
            desk.app.post_message(events.Key("escape", None))
        await settle(desk.pilot)
        assert not desk.in_dialog
        await desk.press("]q")
        assert "Quote 1" in desk.said
