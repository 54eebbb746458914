"""Writing a note: what is typed, pasted, or brought back from an editor."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Static

from newsreader.tui.note_area import NoteArea
from tests.tui.running import Desk, at_the_desk, drawn, settle, text_of, whole_screen


def area(desk: Desk) -> NoteArea:
    return desk.app.screen.query_one(NoteArea)


async def paste(desk: Desk, text: str) -> None:
    desk.app.post_message(events.Paste(text))
    await settle(desk.pilot)


def notes(desk: Desk) -> list[str]:
    return [note.text for note in desk.kept().notes]


async def test_keys_typed_ahead_reach_the_panes_once_the_note_is_kept(
    library: Path, pier: Path
) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.burst("]qaWhy?", "ctrl+s", "s")
        assert notes(desk) == ["Why?"]
        assert desk.kept().listed.starred


async def test_what_is_pasted_is_clean(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("a")
        await paste(desk, "one\r\ntwo\x1b[2J \u202ethree\x07 שלום 🌊")
        assert area(desk).text == "one\ntwo three שלום 🌊"
        assert "\x1b" not in whole_screen(desk)
        await desk.press("ctrl+s")
        assert notes(desk) == ["one\ntwo three שלום 🌊"]


@pytest.mark.parametrize(
    "text",
    ["Word and word. " * 70_000, "A line of a note, of usual length.\n" * 30_000],
    ids=["a line", "lines"],
)
async def test_a_megabyte_is_pasted_and_kept(library: Path, pier: Path, text: str) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("]q", "a")
        await paste(desk, text)
        await desk.type("End")
        await desk.press("ctrl+s")
        assert notes(desk) == [f"{text}End"]
        await desk.press("]h")
        assert len(desk.said) < 600
        await desk.press("A")
        assert any(
            line.strip().startswith("▌ ✎") for line in drawn(desk.app.screen.query_one("#notes"))
        )
        await desk.press("a")
        assert area(desk).text == f"{text}End"


async def test_only_lines_beyond_measure_are_not_wrapped(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("a")
        await paste(desk, "word " * 500)
        assert area(desk).soft_wrap
        await paste(desk, "word " * 5_000)
        assert not area(desk).soft_wrap


async def test_a_long_note_scrolls(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier, size=(60, 20)) as desk:
        await desk.press("a")
        await paste(desk, "\n".join(f"Line {n}" for n in range(100)))
        assert "Line 99" in whole_screen(desk)
        await desk.burst(*["up"] * 99)
        assert "Line 0 " in whole_screen(desk)


@pytest.mark.parametrize("editor", ["", "no-such-editor-anywhere"])
async def test_where_no_editor_opens_it_says_so_and_nothing_is_lost(
    library: Path, pier: Path, monkeypatch: pytest.MonkeyPatch, editor: str
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    async with at_the_desk(library, pier) as desk:
        await desk.press("a")
        await desk.type("Half a thought")
        await desk.press("ctrl+e")
        told = text_of(desk.app.screen.query_one("#keys", Static))
        assert told.endswith(".")
        assert "editor" in told
        await desk.type(", and the rest")
        await desk.press("ctrl+s")
        assert notes(desk) == ["Half a thought, and the rest"]


async def test_the_note_on_the_article_stands_over_its_text(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.note("Compare with\n\nlast year.")
        assert any(line.strip() == "✎ Compare with last year." for line in drawn(desk.body))
