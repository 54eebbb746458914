"""The list of articles when there are thousands: moving, sorting, narrowing, growing."""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from textual import events

from newsreader.library.ordering import Order
from newsreader.reading import Reading
from newsreader.tui.articles_pane import KEPT, ArticlesPane
from newsreader.tui.screens import articles
from newsreader.tui.screens.lists import Lists, ListsScreen
from tests.tui.many import COUNT, fill
from tests.tui.running import Desk, at_the_desk, drawn, on_colour, rows, settle, whole_screen

PLACEHOLDER = "…"


@pytest.fixture
async def desk(library: Path) -> AsyncIterator[Desk]:
    async with at_the_desk(fill(library)) as desk:
        yield desk


def pane(desk: Desk) -> ArticlesPane:
    return desk.screen.articles_pane


def in_view(desk: Desk) -> list[int]:
    """Return the numbers of the articles whose titles can be read in the list."""
    return [int(number) for number in re.findall(r"Notice (\d{4})", " ".join(drawn(pane(desk))))]


def here(desk: Desk) -> int:
    """Return the number of the article under the cursor, as it is drawn."""
    marked = on_colour(pane(desk), "current") or on_colour(pane(desk), "surface")
    return int(marked.split("Notice ")[1][:4])


async def choose(desk: Desk, name: str, *keys: str) -> None:
    """Have the list show what the dialog calls by this name, after pressing some keys there."""
    await desk.press("S")
    lists = desk.app.screen.query_one(Lists)
    await desk.press("g")
    for _ in range(lists.count):
        if rows(lists)[lists.cursor].rpartition(" ")[0] == name:
            break
        await desk.press("j")
    else:
        raise AssertionError(f"no list of that name: {rows(lists)}")
    await desk.press(*keys, "enter")
    assert not desk.in_dialog


async def test_all_are_there_but_only_few_are_read_from_the_library(desk: Desk) -> None:
    assert pane(desk).border_title == f"1 Articles · {COUNT:,}"
    assert pane(desk).count == COUNT
    assert in_view(desk) == list(range(1, 10))
    assert sum(PLACEHOLDER not in row.split() for row in rows(pane(desk))) < 200


async def test_to_the_end_and_back(desk: Desk) -> None:
    await desk.press("G")
    assert here(desk) == COUNT
    assert in_view(desk)[-1] == COUNT
    assert PLACEHOLDER not in " ".join(drawn(pane(desk))).split()
    await desk.press("g")
    assert here(desk) == 1
    assert in_view(desk) == list(range(1, 10))


async def test_page_after_page(desk: Desk) -> None:
    await desk.press("space", "space", "b", "j", "j", "k")
    page = pane(desk).size.height // pane(desk).ROW_HEIGHT - 1
    assert here(desk) == 2 + page
    await desk.burst(*["space"] * 300)
    assert here(desk) == 2 + 301 * page
    assert in_view(desk)[-1] == here(desk)
    assert len(pane(desk)._rows) <= KEPT
    await desk.burst(*["ctrl+u"] * 4)
    assert here(desk) == 2 + 301 * page - 4 * (page // 2)


async def test_rows_that_are_not_there_yet_are_placeholders(desk: Desk) -> None:
    shown = pane(desk)
    shown.action_bottom()
    assert set("".join(drawn(shown)).replace(" ", "")) == {PLACEHOLDER}
    await settle(desk.pilot)
    assert in_view(desk)[-1] == COUNT


async def test_the_wheel_moves_the_view_and_not_the_cursor(desk: Desk) -> None:
    shown = pane(desk)
    before = in_view(desk)
    for _ in range(200):
        shown.post_message(
            events.MouseScrollDown(shown, 1, 1, 0, 1, 0, shift=False, meta=False, ctrl=False)
        )
    await settle(desk.pilot)
    assert in_view(desk)[0] > before[-1]
    assert shown.cursor == 0
    assert PLACEHOLDER not in " ".join(drawn(shown)).split()


@pytest.mark.parametrize("order", Order)
async def test_every_order(desk: Desk, order: Order) -> None:
    await choose(desk, "All articles", *["o"] * list(Order).index(order))
    wanted = desk.screen.reading.ids(order=order)
    assert pane(desk).ids == wanted
    await desk.press("g")
    assert in_view(desk) == list(wanted[:9])
    heading = str(pane(desk).border_title)
    assert heading.endswith(f"{COUNT:,}" if order is Order.DATE else f"{COUNT:,} ↓{order}")


@pytest.mark.parametrize(
    ("name", "numbers", "heading"),
    [
        ("Unread", range(3, COUNT + 1, 3), "1 Unread · 1,000"),
        ("Starred", range(100, COUNT + 1, 100), "1 Starred · 30"),
        ("With notes", range(1, COUNT + 1, 1000), "1 With notes · 3"),
        ("Edited", [], "1 Edited · 0"),
        ("river", range(50, COUNT + 1, 50), "1 river · 60"),
        ("The Paper of 5", range(5, COUNT + 1, 7), "1 The Paper of 5 · 428"),
        ("Ferry", [999, 1998], "1 Ferry · 2"),
    ],
)
async def test_every_list(desk: Desk, name: str, numbers: list[int], heading: str) -> None:
    desk.screen.reading.save_query("Ferry", "title:0999 OR title:1998")
    await desk.press("G", "k")  # an article that is on none of them
    await choose(desk, name)
    assert list(pane(desk).ids) == list(numbers)
    assert pane(desk).border_title == heading
    assert in_view(desk)[:3] == list(numbers)[:3]


async def test_each_list_says_how_many_it_holds(desk: Desk) -> None:
    desk.screen.reading.delete([7, 8])
    desk.screen.reading.save_query("Ferry", "title:ferry")
    await desk.press("S")
    shown = rows(desk.app.screen.query_one(Lists))
    assert shown == [
        *("All articles 2,998", "Unread 1,000", "Starred 30", "With notes 3", "Edited 0", "Bin 2"),
        *("", "Saved queries", "Ferry 1,499"),
        *("", "Tags", "river 60"),
        *("", "Sources", "The Paper of 2 429", "The Paper of 3 429", "The Paper of 4 429"),
        *("The Paper of 1 428", "The Paper of 5 428", "The Paper of 6 428", "The Paper of 0 427"),
    ]
    await desk.press("escape")
    assert pane(desk).border_title == f"1 Articles · {COUNT:,}"


async def test_what_is_in_the_bin(desk: Desk) -> None:
    desk.screen.reading.delete([7, 8])
    await choose(desk, "Bin", "o", "o")
    assert in_view(desk) == [7, 8]
    await desk.press("/")
    await desk.type("ferry")
    assert in_view(desk) == [7]


async def test_a_saved_query_is_removed_and_brought_back(desk: Desk) -> None:
    desk.screen.reading.save_query("Ferry", "title:ferry")
    await desk.press("S")
    lists = desk.app.screen.query_one(Lists)
    await desk.press("x")
    assert "Ferry 1,500" in rows(lists)
    await desk.press(*["j"] * 6, "x")
    assert "Saved queries" not in rows(lists)
    assert "u brings it back" in whole_screen(desk)
    await desk.press("escape", "u")
    assert "Undone: saved query removed." in desk.said
    await desk.press("S")
    assert "Ferry 1,500" in rows(desk.app.screen.query_one(Lists))


async def test_keys_typed_ahead_reach_the_dialog(desk: Desk) -> None:
    await desk.burst("Sjo", "enter")
    assert not isinstance(desk.app.screen, ListsScreen)
    assert desk.screen.shown.shelf.name == "Unread"
    assert desk.screen.shown.order is Order.SOURCE


async def test_typing_narrows_the_list_that_is_shown(desk: Desk) -> None:
    await choose(desk, "Unread")
    await desk.press("/")
    await desk.type("fer not")
    assert list(pane(desk).ids) == list(range(3, COUNT + 1, 6))
    assert pane(desk).border_title == "1 Unread 500/1,000"
    await desk.type(" is:starred")
    assert pane(desk).count == 0
    await desk.press("escape")
    assert list(pane(desk).ids) == list(range(3, COUNT + 1, 3))


async def test_a_field_that_there_is_not_is_said(desk: Desk) -> None:
    await desk.press("/")
    await desk.type("sourze:paper")
    await desk.press("enter")
    assert "Did you mean source:?" in desk.said


async def test_esc_comes_back_to_where_the_reader_was(desk: Desk) -> None:
    await desk.press(*["space"] * 50)
    number = here(desk)
    await desk.press("/")
    await desk.type("baths 0002")
    assert in_view(desk) == [2]
    await desk.press("enter", "escape")
    assert here(desk) == number
    await desk.press("/")
    await desk.type("baths 0002")
    await desk.press("enter", "j", "enter", "1", "escape")
    assert here(desk) == 2
    assert desk.opened.listed.id == 2


async def test_from_article_to_article(desk: Desk) -> None:
    await desk.press("J")
    assert desk.opened.listed.id == 2
    await desk.press("G", "K")
    assert desk.opened.listed.id == COUNT - 1
    assert in_view(desk)[-2:] == [COUNT - 1, COUNT]
    await desk.press("G", "J")
    assert "No article below" in desk.said


async def test_to_the_next_unread_one_however_far_away(desk: Desk, library: Path) -> None:
    await desk.press("]u")
    assert desk.opened.listed.id == 3
    with Reading(library) as other, other.library() as db:
        db.execute("UPDATE article SET read = (id <> 2500)")
    await desk.press("]u")
    assert desk.opened.listed.id == 2500
    assert here(desk) == 2500
    await desk.press("]u")
    assert "No unread article below" in desk.said
    await desk.press("[u")
    assert "No unread article above" in desk.said
    assert desk.opened.listed.id == 2500


async def test_what_is_read_stays_in_the_list_of_what_is_unread(desk: Desk) -> None:
    await choose(desk, "Unread")
    await desk.press("g", "enter")
    assert desk.opened.listed.id == 3
    assert in_view(desk)[0] == 3
    assert [row[0] for row in rows(pane(desk))[:2]] == ["N", "●"]


async def test_a_star_shows_and_so_does_its_undoing(desk: Desk) -> None:
    await desk.press("1", "j", "j", "enter", "s")
    assert rows(pane(desk))[2].startswith("★")
    await desk.press("J", "u")
    assert rows(pane(desk))[2].startswith("Notice 0003")


async def test_the_place_is_kept_while_the_list_grows(desk: Desk, library: Path) -> None:
    def line() -> int:
        return next(n for n, text in enumerate(drawn(pane(desk))) if f"Notice {number:04}" in text)

    await desk.press(*["space"] * 20, "k", "k")
    number = here(desk)
    place, index = line(), pane(desk).cursor
    with Reading(library) as other, other.library() as db:
        db.execute("UPDATE article SET published = published + 60000000000 WHERE id % 10 = 0")
    desk.screen.relist()
    await settle(desk.pilot)
    assert pane(desk).cursor > index
    assert here(desk) == number
    assert line() == place


async def test_the_list_grows_with_what_is_added(
    library: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(articles, "PROGRESS_EVERY", 0)
    for number in range(60):
        shutil.copy(folder / "1-pier.md", folder / f"4-{number:02}.md")
        with (folder / f"4-{number:02}.md").open("a", encoding="utf-8") as file:
            file.write(f"\nThis is copy {number}.\n")
    async with at_the_desk(fill(library), folder) as desk:
        added = pane(desk)
        assert added.border_title == "1 Added · 63"
        assert added.cursor == 0
        assert desk.opened.listed.title == "Quillhaven pier to close for repairs"
        assert list(added.ids) == list(range(COUNT + 1, COUNT + 64))
        await choose(desk, "All articles")
        assert added.count == COUNT + 63
        await choose(desk, "Added since the start", "o", "o")
        assert added.border_title == "1 Added · 63 ↓title"
        assert sorted(added.ids) == list(range(COUNT + 1, COUNT + 64))
        assert added.ids[0] == COUNT + 2
