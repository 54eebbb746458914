"""All highlights and notes of the library, on a screen of their own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from newsreader.library.entries import ListedEntry
from newsreader.reading import Reading
from newsreader.tui.notes_list import NotesList
from newsreader.tui.screens.export import ExportScreen
from newsreader.tui.screens.notes import NotesScreen
from tests.tui.noted import FROST, PIER, SOFT, TREES, TWICE, gather
from tests.tui.running import Desk, at_the_desk, drawn, on_colour


@pytest.fixture
async def desk(library: Path, folder: Path) -> AsyncIterator[Desk]:
    gather(library, folder)
    async with at_the_desk(library, colours={"green": "fact"}) as desk:
        await desk.press("A")
        yield desk


def screen(desk: Desk) -> NotesScreen:
    assert isinstance(desk.app.screen, NotesScreen)
    return desk.app.screen


def listed(desk: Desk) -> NotesList:
    return screen(desk).list


def heading(desk: Desk) -> str:
    return str(listed(desk).border_title)


def lines(desk: Desk) -> list[str]:
    """Return what is drawn, but for the day the notes were made."""
    drawn_lines = (" ".join(line.split()) for line in drawn(listed(desk)))
    return [line.removesuffix(" · made 14 Jul 2017") for line in drawn_lines if line]


def said(desk: Desk) -> str:
    return screen(desk).status.message


def here(desk: Desk) -> ListedEntry:
    entry = listed(desk).entry
    assert entry is not None
    return entry


def kept(desk: Desk) -> list[ListedEntry]:
    """Return what the library file has, seen by another connection."""
    with Reading(desk.library) as reading:
        return reading.entries()


async def go_to(desk: Desk, words: str) -> None:
    """Bring the cursor to the entry with these words."""
    await desk.press("g")
    for _ in range(20):
        if words in here(desk).exact + here(desk).note:
            return
        await desk.press("j")
    raise AssertionError(f"no entry: {words}")


async def test_by_article_with_all_there_is_to_know(desk: Desk) -> None:
    assert heading(desk) == "Notes · 4 · by article"
    assert lines(desk) == [
        f"{FROST} Orchard Weekly · 20 Jan 2020 · 2",
        "✎ Compare with last year.",
        "on the article",
        f"▌ “{TREES}”",
        "▌ yellow",
        f"{PIER} Quillhaven Post · 10 Feb 2020 · 2",
        f"▌ “{SOFT}”",
        "▌ ✎ Ask who **tested** it. And when.",
        "▌ Tobias Renn · yellow · #harbour #timber",
        f"▌ “{TWICE}”",
        "▌ Mina Oakes · fact · #harbour",
    ]


async def test_the_cursor_lights_all_lines_of_an_entry(desk: Desk) -> None:
    await go_to(desk, SOFT)
    lit = on_colour(listed(desk), "current")
    assert SOFT in lit
    assert "And when." in lit
    assert "Tobias Renn" in lit
    assert TWICE not in lit
    await desk.press("j")
    lit = on_colour(listed(desk), "current")
    assert TWICE in lit
    assert SOFT not in lit


async def test_each_grouping(desk: Desk) -> None:
    for grouping, headings in (
        ("speaker", ["Mina Oakes 1", "Tobias Renn 1", "Nobody is quoted 2"]),
        ("tag", ["#harbour 2", "#timber 1", "No tag 2"]),
        ("date", ["14 July 2017 4"]),
        ("article", [f"{FROST} Orchard Weekly · 20 Jan 2020 · 2"]),
        ("speaker", ["Mina Oakes 1"]),
    ):
        await desk.press("tab")
        assert heading(desk) == f"Notes · 4 · by {grouping}"
        shown = lines(desk)
        assert [line for line in headings if line in shown] == headings
        assert "Ask who **tested** it. And when." in " ".join(shown)
    await desk.press("shift+tab")
    assert heading(desk) == "Notes · 4 · by article"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("tested", [SOFT]),
        ("TIMBER", [SOFT, TWICE]),
        ("frost plums", ["", TREES]),
        ("#tim", [SOFT]),
        ("colour:fact", [TWICE]),
        ("colour:green", [TWICE]),
        ("colour:yellow pier", [SOFT]),
    ],
)
async def test_narrowing(desk: Desk, typed: str, shown: list[str]) -> None:
    await desk.press("/")
    await desk.type(typed)
    assert heading(desk) == f"Notes {len(shown)}/4 · Esc: all · by article"
    await desk.press("enter", "g")
    found = []
    for _ in shown:
        found.append(here(desk).exact)
        await desk.press("j")
    assert found == shown
    await desk.press("escape")
    assert heading(desk) == "Notes · 4 · by article"
    await desk.press("escape")
    assert not desk.in_dialog


async def test_what_fits_nothing_and_a_colour_that_there_is_not_are_said(desk: Desk) -> None:
    await desk.press("/")
    await desk.type("colour:mauve")
    assert "Nothing fits; Esc shows all notes." in lines(desk)
    await desk.press("enter")
    assert "No colour is called “mauve”; there are yellow, fact, blue, pink." in said(desk)
    await desk.press("/", "escape")
    assert heading(desk) == "Notes · 4 · by article"


async def test_enter_goes_to_the_passage_in_its_article(desk: Desk) -> None:
    await go_to(desk, TWICE)
    await desk.press("enter")
    assert not desk.in_dialog
    assert desk.opened.listed.title == PIER
    assert on_colour(desk.body, "current") == TWICE
    assert "Highlight 2 of 2 · fact · #harbour" in desk.said
    await desk.press("A")
    assert here(desk).exact == TWICE
    await go_to(desk, "Compare")
    await desk.press("enter")
    assert desk.opened.listed.title == FROST
    assert desk.said == "On the article · Compare with last year."


async def test_a_note_is_edited(desk: Desk) -> None:
    await go_to(desk, TWICE)
    await desk.press("a")
    written = desk.app.screen.query_one(TextArea)
    assert written.text == ""
    written.insert("Says who?")
    await desk.press("ctrl+s")
    assert said(desk) == "Note kept."
    assert "▌ ✎ Says who?" in lines(desk)
    assert "Says who?" in [entry.note for entry in kept(desk)]
    await go_to(desk, "Compare")
    await desk.press("a")
    desk.app.screen.query_one(TextArea).text = ""
    await desk.press("ctrl+s", "escape")
    assert len(kept(desk)) == 3
    await desk.press("A", "u")
    assert len(kept(desk)) == 4


async def test_tags_and_colours_are_changed(desk: Desk) -> None:
    await go_to(desk, TWICE)
    await desk.press("t")
    assert desk.app.screen.query_one(Input).value == "harbour, "
    await desk.burst("tim", "tab", "enter", "C")
    entry = next(entry for entry in kept(desk) if entry.exact == TWICE)
    assert (entry.tags, entry.colour) == (("harbour", "timber"), "blue")
    assert "▌ Mina Oakes · blue · #harbour #timber" in lines(desk)
    await go_to(desk, "Compare")
    await desk.press("C")
    assert said(desk) == "Only highlights have a colour."
    await desk.press("t")
    await desk.type("fruit")
    await desk.press("enter")
    assert "on the article · #fruit" in lines(desk)


@pytest.mark.parametrize("key", ["H", "d", "delete"])
async def test_a_highlight_is_removed_and_brought_back(desk: Desk, key: str) -> None:
    await go_to(desk, SOFT)
    await desk.press(key)
    assert SOFT not in [entry.exact for entry in kept(desk)]
    assert here(desk).exact == TWICE
    assert heading(desk) == "Notes · 3 · by article"
    await desk.press("u")
    assert said(desk) == "Undone: highlight removed."
    [entry] = [entry for entry in kept(desk) if entry.exact == SOFT]
    assert entry.note == "Ask who **tested** it.\n\nAnd when."


async def test_a_note_on_an_article_is_removed(desk: Desk) -> None:
    await go_to(desk, "Compare")
    await desk.press("d")
    assert [entry.exact for entry in kept(desk)] == [TREES, SOFT, TWICE]


async def test_what_is_changed_there_shows_in_the_text(desk: Desk) -> None:
    await go_to(desk, TWICE)
    await desk.press("enter")
    assert on_colour(desk.body, "yellow") == SOFT
    await desk.press("A")
    await go_to(desk, SOFT)
    await desk.press("d", "q")
    assert on_colour(desk.body, "yellow") == ""


async def test_what_is_shown_is_exported(desk: Desk, tmp_path: Path) -> None:
    await desk.press("/")
    await desk.type("colour:fact")
    await desk.press("enter", "x")
    assert isinstance(desk.app.screen, ExportScreen)
    desk.app.screen.query_one("#path", Input).value = str(tmp_path / "out.md")
    await desk.press("enter")
    written = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert TWICE in written
    assert SOFT not in written
    assert "out.md" in said(desk)


async def test_keys_typed_ahead_are_not_lost(desk: Desk) -> None:
    await go_to(desk, TWICE)
    await desk.burst("aWhy?", "ctrl+s", "Cq", "s")
    assert not desk.in_dialog
    assert desk.kept().listed.starred
    entry = next(entry for entry in kept(desk) if entry.exact == TWICE)
    assert (entry.note, entry.colour) == ("Why?", "blue")
