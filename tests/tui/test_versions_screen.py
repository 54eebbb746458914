"""An article that was edited: said, compared, read as it was, restored."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsreader.model import Outcome
from newsreader.tui.screens.versions import VersionsScreen
from tests.tui.edited import BOAT, COST, NAME, edited
from tests.tui.running import Desk, at_the_desk, drawn, on_colour, rows, strips, whole_screen

NOW_BOAT = "I would never let my boat lie there."


def changed(desk: Desk) -> list[str]:
    """Return what the screen of versions shows of the changes, line by line."""
    assert isinstance(desk.app.screen, VersionsScreen)
    return [line.strip() for line in drawn(desk.app.screen._changed)]


def all_changed(desk: Desk) -> str:
    assert isinstance(desk.app.screen, VersionsScreen)
    return desk.app.screen._changed.text


def listed(desk: Desk) -> list[str]:
    assert isinstance(desk.app.screen, VersionsScreen)
    return rows(desk.app.screen._list, 76)


async def test_an_edited_article_says_so(library: Path, pier: Path) -> None:
    edited(library, pier)
    async with at_the_desk(library) as desk:
        assert desk.said == (
            "Edited on 3 March 2026, since you read it · V shows what changed"
            " · highlights: 2 changed, 1 missing"
        )
        [row] = rows(desk.screen.articles_pane)
        assert "Δ 2" in row
        assert desk.in_view("Edited 2 times, last on 3 March 2026 · V shows what changed")
    async with at_the_desk(library) as desk:
        assert desk.said == ""
        assert desk.in_view("Edited 2 times")


async def test_one_that_was_not_edited_has_no_versions_to_show(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        assert "Δ" not in rows(desk.screen.articles_pane)[0]
        assert not desk.in_view("Edited")
        await desk.press("V")
        assert not desk.in_dialog
        assert desk.said == "This article has not been edited since it was first read in."


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_what_changed_is_shown(library: Path, pier: Path, size: tuple[int, int]) -> None:
    edited(library, pier)
    async with at_the_desk(library, size=size) as desk:
        await desk.press("V")
        assert listed(desk) == [
            "3 3 March 2026, 09:30 UTC the latest · open · 294 words",
            "2 2 March 2026, 09:30 UTC 293 words",
            "1 1 March 2026, 09:30 UTC 293 words",
        ]
        shown = changed(desk)
        assert "What changed in version 3" in shown
        assert "13 words removed, 14 added" in shown
        at = shown.index("Tobias Renn · reads differently")
        assert shown[at + 1 : at + 3] == [f"− “{BOAT}”", f"+ “{NOW_BOAT}”"]
        text = all_changed(desk)
        order = ["Quotes", "Names", "Numbers", "Your highlights", "Text"]
        places = [text.index(f"{name}\n\n") for name in order]
        assert places == sorted(places)
        assert "Lena Brandt, Petra Lund\nMina Oakes" in text
        assert "2.3 million crowns → 3.1 million crowns" in text
        assert f"missing\n“{NAME}”" in text
        assert text.count("⋯ a paragraph as before") == 2
        assert text.count("⋯ 5 paragraphs as before") == 1
        await desk.press("space")
        assert changed(desk) != shown


async def test_gone_and_new_are_told_apart_without_colour(library: Path, pier: Path) -> None:
    edited(library, pier)
    async with at_the_desk(library) as desk:
        await desk.press("V", "tab", "G")
        assert isinstance(desk.app.screen, VersionsScreen)
        segments = [part for strip in strips(desk.app.screen._changed) for part in strip]
        struck = [part.text for part in segments if part.style and part.style.strike]
        underlined = [part.text for part in segments if part.style and part.style.underline]
        assert "2.3" in struck
        assert "3.1" in underlined
        assert not set(struck) & set(underlined)
        [line] = [line for line in changed(desk) if "2.3 3.1 million" in line]
        assert line.startswith("±")


async def test_each_version_against_the_one_before(library: Path, pier: Path) -> None:
    edited(library, pier)
    async with at_the_desk(library) as desk:
        await desk.press("V", "j")
        assert "four → five" in all_changed(desk)
        assert "Quotes" not in all_changed(desk)
        await desk.press("j")
        assert all_changed(desk) == "This is how the article first came in."
        await desk.press("g", "escape")
        assert not desk.in_dialog
        assert desk.opened.is_latest


async def test_an_older_version_is_read_and_left_again(library: Path, pier: Path) -> None:
    edited(library, pier)
    async with at_the_desk(library) as desk:
        await desk.press("V", "G", "enter")
        assert desk.focus == "body"
        assert desk.in_view("Version 1 of 3, from 1 March 2026 · V goes back to the latest")
        assert desk.said == "Version 1 of 3 · R makes it the latest again, Esc goes back"
        assert desk.in_view("for four months")
        assert [one.placement.outcome for one in desk.opened.placed] == [Outcome.EXACT] * 3
        assert on_colour(desk.body, "yellow") == f"{BOAT} {COST}"
        assert any(NAME in row for row in rows(desk.screen.quotes_pane))
        await desk.press("escape")
        assert desk.in_view("for five months")
        assert not any(NAME in row for row in rows(desk.screen.quotes_pane))
        await desk.press("V", "j", "enter", "V")
        assert not desk.in_dialog
        assert desk.opened.is_latest
        assert desk.kept().is_latest


async def test_esc_lets_go_of_what_is_picked_first(library: Path, pier: Path) -> None:
    edited(library, pier)
    async with at_the_desk(library) as desk:
        await desk.press("V", "G", "enter", "]q", "escape")
        assert not desk.opened.is_latest
        await desk.press("escape")
        assert desk.opened.is_latest


async def test_marks_made_on_an_older_version_stay_there(library: Path, pier: Path) -> None:
    edited(library, pier)
    async with at_the_desk(library) as desk:
        await desk.press("V", "G", "enter", "]q")
        await desk.note("As it was first.")
        assert not desk.opened.is_latest
        assert desk.in_view("for four months")
        assert len(desk.opened.placed) == 4
        assert len(desk.kept().placed) == 4


async def test_a_version_is_restored_and_that_is_undone(library: Path, pier: Path) -> None:
    edited(library, pier)
    async with at_the_desk(library) as desk:
        await desk.press("V", "G", "R")
        assert desk.said == "The version from 1 March 2026 is the latest again; u takes it back."
        assert desk.in_view("for four months")
        assert desk.in_view("Version 1 of 3, the latest again")
        assert any(NAME in row for row in rows(desk.screen.quotes_pane))
        assert NAME in desk.kept().version.text
        await desk.press("u")
        assert desk.said == "Undone: version restored."
        assert desk.in_view("for five months")
        assert not any(NAME in row for row in rows(desk.screen.quotes_pane))
        assert NAME not in desk.kept().version.text
    async with at_the_desk(library) as desk:
        assert desk.said == ""


async def test_the_version_that_is_read_is_restored(library: Path, pier: Path) -> None:
    edited(library, pier)
    async with at_the_desk(library) as desk:
        await desk.press("R")
        assert desk.said == "This is the latest version: V shows the others."
        await desk.press("V", "j", "enter", "R")
        assert desk.said == "The version from 2 March 2026 is the latest again; u takes it back."
        assert desk.opened.is_latest
        assert desk.kept().history.latest_id == desk.opened.history.ids[1]
        await desk.press("V")
        assert "the latest · open" in listed(desk)[1]
        await desk.press("R")
        assert desk.said == "That is the latest version already."


async def test_keys_that_come_faster_than_the_screen(library: Path, pier: Path) -> None:
    edited(library, pier)
    async with at_the_desk(library) as desk:
        await desk.burst("VjjR")
        assert desk.opened.is_latest
        assert desk.kept().history.latest_id == desk.kept().history.ids[0]
        await desk.burst("Vq", "V", "g", "enter")
        assert "Version 3 of 3" in desk.said


async def test_highlights_that_are_not_in_place_are_told(library: Path, pier: Path) -> None:
    edited(library, pier)
    async with at_the_desk(library) as desk:
        lines = drawn(desk.body)
        [boat] = [line for line in lines if NOW_BOAT in line]
        assert boat.startswith("≠ ")
        await desk.press("]h")
        assert f"changed in this version, it was “{BOAT}”" in desk.said
        assert f"1 missing from this version: “{NAME}”" in desk.said
        await desk.press("V")
        assert f"missing\n“{NAME}”" in all_changed(desk)


async def test_a_version_as_long_as_a_book(library: Path, tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    paragraphs = [
        f"Part {n} says that {n * n} boats passed the lock in a year." for n in range(4000)
    ]
    long.write_text("\n\n".join(paragraphs), "utf-8")
    async with at_the_desk(library, long):
        pass
    long.write_text("\n\n".join(f"{each} Or so." for each in paragraphs), "utf-8")
    async with at_the_desk(library, long) as desk:
        await desk.press("V")
        assert "8,000 added" in " ".join(changed(desk))
        await desk.press("tab", "G")
        assert "Part 3999" in whole_screen(desk)
