"""Quitting, and coming back later to the same library."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsreader.model import Outcome
from tests.tui.running import Desk, at_the_desk, drawn, on_colour, rows

FIRST = "The timber is soft to the touch,"


async def annotate(desk: Desk) -> None:
    await desk.press("]q")
    await desk.note("Ask who tested it.")
    await desk.press("C", "s")


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def replace_all(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


async def test_everything_is_still_there(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await annotate(desk)
        desk.screen.reading.set_tags(desk.opened.listed.id, ["harbour"])
    async with at_the_desk(library, pier) as desk:
        assert on_colour(desk.body, "green") == FIRST
        shown = "\n".join(drawn(desk.body))
        assert "★ starred  #harbour" in shown
        assert "✎" in shown
        await desk.press("]h")
        assert "Highlight 1 of 1 · green" in desk.said
        assert "Ask who tested it." in desk.said


async def test_without_a_location_the_library_is_shown(library: Path, folder: Path) -> None:
    async with at_the_desk(library, folder) as desk:
        listed = [row.removeprefix("● ") for row in rows(desk.screen.articles_pane)]
    async with at_the_desk(library) as desk:
        again = [row.removeprefix("● ") for row in rows(desk.screen.articles_pane)]
        assert sorted(again) == sorted(listed)
        assert "Sample" not in desk.said


@pytest.mark.parametrize(
    ("old", "new", "outcome"),
    [
        ("The ferry pier at", "A new sentence stands here. The ferry pier at", Outcome.MOVED),
        ("The timber is soft", "The old timber is soft", Outcome.CHANGED),
    ],
)
async def test_a_highlight_in_an_edited_file(
    library: Path, pier: Path, old: str, new: str, outcome: Outcome
) -> None:
    async with at_the_desk(library, pier) as desk:
        await annotate(desk)
    rewrite(pier, old, new)
    async with at_the_desk(library, pier) as desk:
        assert desk.in_view(new)
        assert on_colour(desk.body, "green").endswith("timber is soft to the touch,")
        await desk.press("]h")
        assert outcome in desk.said
        assert "Ask who tested it." in desk.said


async def test_a_passage_that_is_gone_is_said(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await annotate(desk)
    replace_all(pier, "Another headline\n\nNothing of what stood here is left.\n")
    async with at_the_desk(library, pier) as desk:
        assert desk.in_view("Nothing of what stood here is left.")
        assert [one.placement.outcome for one in desk.kept().placed] == [Outcome.MISSING]
        before = desk.said
        await desk.press("]h")
        assert "missing" in before + desk.said
