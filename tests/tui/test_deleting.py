"""Articles put in the bin at a key, and taken out again."""

from __future__ import annotations

from pathlib import Path

from newsreader.library.statements import run
from newsreader.reading import Reading
from tests.tui.running import ARTICLES, Desk, at_the_desk


def listed(desk: Desk) -> list[int]:
    return list(desk.screen.articles_pane.ids)


async def test_in_the_list_it_is_the_article_under_the_cursor(library: Path) -> None:
    async with at_the_desk(library, ARTICLES) as desk:
        first, second, third = listed(desk)
        await desk.press("1", "j", "D")
        assert "In the bin" in desk.said
        assert listed(desk) == [first, third]
        assert desk.opened.listed.id == first
        with Reading(library) as reading:
            assert reading.bin() == [second]
        await desk.press("u")
        assert listed(desk) == [first, second, third]


async def test_elsewhere_it_is_the_one_that_is_open_and_the_next_is_opened(library: Path) -> None:
    async with at_the_desk(library, ARTICLES) as desk:
        first, second, third = listed(desk)
        await desk.press("2", "D")
        assert listed(desk) == [second, third]
        assert desk.opened.listed.id == second
        assert desk.focus == "body"
        await desk.press("D", "D")
        assert listed(desk) == []
        assert "In the bin" in desk.said
        await desk.press("D")
        assert "in the bin already" in desk.said
        await desk.press("1", "D")
        assert "no article" in desk.said
        await desk.press("u", "u", "u")
        assert listed(desk) == [first, second, third]


async def test_in_the_list_of_the_bin_it_is_taken_out(library: Path) -> None:
    async with at_the_desk(library, ARTICLES) as desk:
        first, second, third = listed(desk)
        await desk.press("1", "D", "D")
        assert listed(desk) == [third]
        await desk.press("S", *"jjjjjj", "enter")
        assert sorted(listed(desk)) == [first, second]
        await desk.press("j", "k", "enter", "1", "D")
        assert "Out of the bin" in desk.said
        [left] = listed(desk)
        assert {desk.opened.listed.id, left} == {first, second}
        with Reading(library) as reading:
            assert reading.bin() == [left]
        await desk.press("u")
        assert sorted(listed(desk)) == [first, second]
        await desk.press("D", "D")
        assert listed(desk) == []
        await desk.press("2", "D")
        assert desk.said == "It is not in the bin."


async def test_it_stays_away_from_the_whole_library_too(library: Path) -> None:
    async with at_the_desk(library, ARTICLES) as desk:
        gone = desk.opened.listed.id
        await desk.press("2", "D")
    async with at_the_desk(library) as desk:
        assert gone not in listed(desk)
        assert len(listed(desk)) == 2
        await desk.press("u")
        assert len(listed(desk)) == 3


async def test_what_is_over_time_goes_in_the_background(library: Path) -> None:
    async with at_the_desk(library, ARTICLES) as desk:
        await desk.press("2", "D")
    with Reading(library) as reading, reading.library() as db:
        run(db, "UPDATE article SET deleted = ?", (0,))
        run(db, "UPDATE article SET deleted = NULL WHERE id = (SELECT max(id) FROM article)")
    async with at_the_desk(library) as desk:
        assert len(listed(desk)) == 1
    with Reading(library) as reading:
        assert reading.bin() == []
        assert reading.info().versions == 1
