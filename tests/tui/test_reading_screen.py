"""An article on the screen: its heading, its quotes and its names."""

from __future__ import annotations

from pathlib import Path

from newsreader.tui.themes import NIGHT, PAPER
from tests.tui.running import at_the_desk, colour_of, drawn, on_colour, rows, whole_screen

QUOTES = [
    ("Tobias Renn", "The timber is soft to the touch,"),
    ("Tobias Renn", "I would not let my own boat lie there."),
    ("Mina Oakes", "We have been told this twice before,"),
    ("Mina Oakes", "Twice the timber was sound."),
    ("Tobias Renn", "We will open again in June,"),
    ("Tobias Renn", "I have put my name to it."),
]


async def test_a_file_opens_with_its_heading_and_text(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        lines = [line.strip() for line in drawn(desk.body)]
        text = next(n for n, line in enumerate(lines) if line.startswith("The ferry pier"))
        shown = " ".join(lines[:text])
        assert "Quillhaven pier to close for repairs" in lines[:text]
        assert "Ida Marsh · Quillhaven Post · 10 February 2020" in shown
        assert "https://quillhaven.example/pier" in shown
        assert desk.in_view("“The timber is soft to the touch,” harbour master Tobias Renn said.")
        assert desk.focus == "body"


async def test_the_quotes_stand_under_their_speakers(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        listed = rows(desk.screen.quotes_pane)
        assert len(listed) == len(QUOTES)
        for row, (speaker, words) in zip(listed, QUOTES, strict=True):
            assert row.startswith(speaker)
            assert words in row
        assert "Tobias Renn" in " ".join(drawn(desk.screen.quotes_pane))


async def test_names_stand_under_their_kind_with_their_count(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        listed = rows(desk.screen.entities_pane)
        people = next(n for n, row in enumerate(listed) if row.startswith("People"))
        assert "Tobias Renn 2" in listed[people:]
        assert "Mina Oakes 2" in listed[people:]
        assert any(row.startswith("Places") for row in listed)


async def test_speakers_have_colours_of_their_own(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        renn, oakes = colour_of(desk.body, "timber"), colour_of(desk.body, "been")
        assert renn != oakes
        assert {renn, oakes}.isdisjoint({NIGHT.foreground, NIGHT.background})


async def test_jumping_from_quote_to_quote(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        for number, (speaker, words) in enumerate(QUOTES, 1):
            await desk.press("]q")
            assert on_colour(desk.body, "current") == words
            assert desk.screen.quotes_pane.current == number - 1
            assert f"Quote {number} of {len(QUOTES)}" in desk.said
            assert speaker in desk.said
        await desk.press("]q")
        assert on_colour(desk.body, "current") == QUOTES[0][1]
        await desk.press("[q", "[q")
        assert on_colour(desk.body, "current") == QUOTES[-2][1]
        assert "said" not in desk.said.split("·")[0]


async def test_why_a_speaker_is_believed_is_said(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("]q")
        assert "“said”, after the quote" in desk.said
        assert "%" in desk.said


async def test_moving_in_the_quotes_pane_moves_the_text(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("3", "G")
        assert on_colour(desk.body, "current") == QUOTES[-1][1]
        assert desk.focus == "quotes"
        await desk.press("enter")
        assert desk.focus == "body"
        assert on_colour(desk.body, "current") == QUOTES[-1][1]


async def test_only_what_one_speaker_said(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("]q", "]q", "]q", "w")
        listed = rows(desk.screen.quotes_pane)
        assert len(listed) == 2
        assert all(row.startswith("Mina Oakes") for row in listed)
        assert desk.screen.quotes_pane.current == 2
        await desk.press("w")
        assert len(rows(desk.screen.quotes_pane)) == len(QUOTES)
        await desk.press("w", "escape")
        assert len(rows(desk.screen.quotes_pane)) == len(QUOTES)


async def test_choosing_a_name_lights_it_and_steps(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("4")
        pane = desk.screen.entities_pane
        await desk.press("G", "g")
        while "Mina Oakes" not in rows(pane)[pane.cursor]:
            await desk.press("j")
        assert on_colour(desk.body, "lit") == "Mina Oakes Oakes"
        assert "also Oakes" in desk.said
        await desk.press("enter")
        assert on_colour(desk.body, "current") == "Mina Oakes"
        assert "Mention 1 of 2 · Mina Oakes" in desk.said
        await desk.press("enter")
        assert on_colour(desk.body, "current") == "Oakes"
        assert "Mention 2 of 2 · Oakes" in desk.said
        await desk.press("[e")
        assert "Mention 1 of 2" in desk.said
        await desk.press("2", "]e")
        assert "Mention 2 of 2" in desk.said
        await desk.press("escape")
        assert on_colour(desk.body, "lit") == on_colour(desk.body, "current") == ""


async def test_the_cursor_skips_the_headings_among_the_names(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        pane = desk.screen.entities_pane
        await desk.press("4", "g")
        for _ in range(pane.count):
            assert pane.current is not None
            await desk.press("j")


async def test_names_can_be_left_unmarked(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:

        def underlined() -> str:
            segments = [s for y in range(20) for s in desk.body.render_line(y)]
            return " ".join(s.text for s in segments if s.style and s.style.underline)

        assert "Tobias Renn" in underlined()
        await desk.press("m")
        assert underlined() == ""
        await desk.press("m")
        assert "Tobias Renn" in underlined()


async def test_paging_through_the_text(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier, size=(80, 24)) as desk:
        await desk.press("space")
        assert not desk.in_view("Quillhaven pier to close")
        after_a_page = desk.body.scroll_offset.y
        await desk.press("j", "k", "b")
        assert desk.body.scroll_offset.y == 0
        await desk.press("ctrl+d")
        assert 0 < desk.body.scroll_offset.y < after_a_page
        await desk.press("G")
        assert desk.in_view("The council will vote on Thursday.")
        await desk.press("g")
        assert desk.in_view("Quillhaven pier to close")


async def test_light_and_dark(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        assert on_colour(desk.body, "background")
        assert desk.app.theme_variables["background"].lower() == NIGHT.background
        await desk.press("T")
        assert desk.app.theme_variables["background"].lower() == PAPER.background
        assert "The ferry pier" in on_colour(desk.body, "background")
        await desk.press("T")
        assert "The ferry pier" in on_colour(desk.body, "background")
        assert desk.app.theme == "night"


async def test_the_theme_of_the_config_file(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier, theme="nord") as desk:
        assert desk.app.theme == "nord"
        assert "Quillhaven pier to close for repairs" in whole_screen(desk)
