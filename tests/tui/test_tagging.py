"""Tags on a line, and those that are offered while one is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, Label

from newsreader.reading import Reading
from newsreader.tui.tagging import Completion, tags_on
from tests.tui.running import Desk, at_the_desk

KNOWN = ["harbour", "money", "Harbour police", "old harbour", "ferry"]


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("", []),
        (" , ,,", []),
        ("harbour, #money,harbour,", ["harbour", "money"]),
        ("old   harbour, # ferry", ["old harbour", "ferry"]),
        ("a\x1b[2Jb", ["ab"]),
    ],
)
def test_tags_on_a_line(line: str, tags: list[str]) -> None:
    assert tags_on(line) == tags


@pytest.mark.parametrize(
    ("line", "fitting", "completed"),
    [
        ("", KNOWN, "harbour, "),
        ("h", ["harbour", "Harbour police", "old harbour"], "harbour, "),
        ("#HARB", ["harbour", "Harbour police", "old harbour"], "harbour, "),
        ("harbour", ["Harbour police", "old harbour"], "Harbour police, "),
        ("harbour, h", ["Harbour police", "old harbour"], "harbour, Harbour police, "),
        ("new one, m", ["money"], "new one, money, "),
        ("zzz", [], "zzz"),
    ],
)
def test_what_fits_and_what_tab_makes_of_it(line: str, fitting: list[str], completed: str) -> None:
    completion = Completion(KNOWN)
    assert completion.fitting(line) == fitting
    assert completion.completed(line) == completed


def test_what_is_offered_keeps_to_its_room() -> None:
    assert Completion(KNOWN).offered("f", 40) == " Tab: #ferry "
    assert len(Completion(KNOWN).offered("", 20)) <= 20
    assert Completion([]).offered("", 20) == ""


def beside(desk: Desk) -> str:
    return str(desk.screen.prompt.query_one("#count", Label).content).strip()


def on_the_line(desk: Desk) -> str:
    return desk.screen.prompt.query_one(Input).value


async def test_tags_of_the_library_are_offered_and_tab_takes_the_first(
    library: Path, folder: Path
) -> None:
    async with at_the_desk(library, folder) as desk:
        with Reading(library) as other:
            ids = other.ids()
            other.set_tags(ids[1], ["harbour", "money"])
            other.set_tags(ids[2], ["money", "moss"])
        await desk.press("t")
        assert beside(desk) == "Tab: #money  #harbour  #moss"
        await desk.type("mo")
        assert beside(desk) == "Tab: #money  #moss"
        await desk.burst("s", "tab", "h", "tab")
        assert on_the_line(desk) == "moss, harbour, "
        await desk.type("new one")
        assert beside(desk) == ""
        await desk.press("enter")
        assert desk.kept().listed.tags == ("harbour", "moss", "new one")


async def test_a_tag_is_added_behind_those_there_are(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        for word in ("river", "harbour"):
            await desk.press("t")
            await desk.type(word)
            await desk.press("enter")
        assert desk.kept().listed.tags == ("harbour", "river")
