"""Reading with the mouse."""

from __future__ import annotations

from pathlib import Path

from textual import events
from textual.widget import Widget

from tests.tui.running import Desk, at_the_desk, drawn, on_colour, rows, settle


def where(pane: Widget, words: str) -> tuple[int, int]:
    """Return the cell of the screen where these words begin in a pane."""
    for y, line in enumerate(drawn(pane)):
        if words in line:
            corner = pane.content_region.offset
            return corner.x + line.index(words), corner.y + y
    raise AssertionError(f"not on the screen: {words}")


async def click(desk: Desk, pane: Widget, words: str, *, button: int = 1) -> None:
    await desk.pilot.click(offset=where(pane, words), button=button)
    await settle(desk.pilot)


async def drag(desk: Desk, start: tuple[int, int], end: tuple[int, int]) -> None:
    await desk.pilot.mouse_down(offset=start)
    await desk.pilot.hover(offset=end)
    await desk.pilot.mouse_up(offset=end)
    await settle(desk.pilot)


async def test_a_click_picks_a_quote_in_the_text(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await click(desk, desk.body, "timber is soft")
        assert on_colour(desk.body, "current") == "The timber is soft to the touch,"
        assert desk.screen.quotes_pane.current == 0
        assert "Tobias Renn" in desk.said


async def test_a_click_lights_a_name_in_the_text(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await click(desk, desk.body, "Oakes")
        assert on_colour(desk.body, "lit") == "Mina Oakes Oakes"
        current = desk.screen.entities_pane.current
        assert current is not None
        assert desk.screen.analysis.entities[current].name == "Mina Oakes"
        await click(desk, desk.body, "1931")
        assert on_colour(desk.body, "lit") == ""


async def test_a_click_goes_to_a_quote_of_the_list(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await click(desk, desk.screen.quotes_pane, "Twice the timber")
        assert on_colour(desk.body, "current") == "Twice the timber was sound."


async def test_a_click_steps_through_a_name_of_the_list(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await click(desk, desk.screen.entities_pane, "Mina Oakes")
        assert on_colour(desk.body, "current") == "Mina Oakes"


async def test_a_click_opens_an_article_of_the_list(library: Path, folder: Path) -> None:
    async with at_the_desk(library, folder) as desk:
        await click(desk, desk.screen.articles_pane, "Frost spoils")
        assert desk.opened.listed.title == "Frost spoils the early plums"
        assert desk.in_view("Two nights of frost")
        assert rows(desk.screen.quotes_pane)[1].startswith("Petra Lund")


async def test_dragging_selects_and_h_highlights(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        x, y = where(desk.body, "ferry pier")
        await drag(desk, (x, y), (x + len("ferry pier") - 1, y))
        assert on_colour(desk.body, "selection").replace(" ", "") == "ferrypier"
        await desk.press("H")
        (placed,) = desk.kept().placed
        assert placed.highlight.anchor.exact == "ferry pier"


async def test_dragging_backwards_over_lines(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        (x, y), end = where(desk.body, "mended"), where(desk.body, "Monday")
        assert y > end[1]
        await drag(desk, (x + len("mended") - 1, y), end)
        await desk.press("y")
        assert desk.app.clipboard.startswith("Monday for four months")
        assert desk.app.clipboard.endswith("built in 1931 and mended")


async def test_the_wheel_scrolls_the_text_under_it(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier, size=(80, 24)) as desk:
        x, y = where(desk.body, "The ferry pier")
        wheel = events.MouseScrollDown(
            desk.body, x, y, delta_x=0, delta_y=0, button=0,
            shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y,
        )  # fmt: skip
        for _ in range(3):
            desk.app.post_message(wheel)
        await settle(desk.pilot)
        assert desk.body.scroll_offset.y > 0
        assert not desk.in_view("Quillhaven pier to close for repairs")


async def test_a_click_on_the_bar_of_a_narrow_window(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier, size=(60, 20)) as desk:
        await desk.pilot.click("#pane-bar", offset=(1, 0))
        await settle(desk.pilot)
        assert desk.focus == "articles"
        assert "Quillhaven pier" in " ".join(drawn(desk.screen.articles_pane))
