"""A draft checked on the screen, by keyboard and by mouse."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsreader.tui.screens.check import CheckGoesOn, CheckScreen
from tests.tui.running import (
    Desk,
    _messages_arrive,
    at_the_desk,
    drawn,
    on_colour,
    rows,
    settle,
    strips,
    whole_screen,
)  # fmt: skip

DRAFT = """# The pier

“The timber is soft to the touch,” harbour master Tobias Renn said.

“The timber is soft to the hand,” Renn said.

“We have been told this twice before,” Tobias Renn said.

“Nobody ever asked us what the ferry was for,” Mina Oaks said.
"""

SUMMARY = "4 quotations: 1 exact, 1 another speaker, 1 altered, 1 not found."


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, "utf-8")
    return path


def sheet(desk: Desk) -> CheckScreen:
    assert isinstance(desk.app.screen, CheckScreen)
    return desk.app.screen


def said_of_it(desk: Desk) -> str:
    """Return what stands beside the list, as one line."""
    return " ".join(" ".join(drawn(sheet(desk).said)).split())


def rewrite(draft: Path, text: str | None) -> None:
    """Give the draft another text; None removes it."""
    if text is None:
        draft.unlink()
    else:
        draft.write_text(text, "utf-8")


async def check(desk: Desk, draft: Path) -> None:
    await desk.press("P")
    await desk.type(str(draft))
    await desk.press("enter")


async def test_each_quotation_is_judged_in_words(library: Path, pier: Path, draft: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await check(desk, draft)
        assert rows(sheet(desk).list) == [
            "✓ Exact Tobias Renn “The timber is soft to the touch,”",
            "≠ Altered Tobias Renn “The timber is soft to the hand,”",
            "⇄ Another speaker Tobias Renn “We have been told this twice before,”",
            "✗ Not found Mina Oaks “Nobody ever asked us what the ferry was for,”",
        ]
        assert sheet(desk).status.message == SUMMARY


async def test_what_is_said_of_the_one_under_the_cursor(
    library: Path, pier: Path, draft: Path
) -> None:
    async with at_the_desk(library, pier) as desk:
        await check(desk, draft)
        assert "Tobias Renn, quoted in “Quillhaven pier to close for repairs”" in said_of_it(desk)
        assert "10 February 2020 https://quillhaven.example/pier" in said_of_it(desk)
        assert "struck out" not in said_of_it(desk)
        await desk.press("j")
        assert "± “The timber is soft to the touch hand,”" in said_of_it(desk)
        assert "struck out: left out · underlined: put in" in said_of_it(desk)
        pieces = [piece for strip in strips(sheet(desk).said) for piece in strip if piece.style]
        assert [each.text for each in pieces if each.style and each.style.strike] == ["touch"]
        assert [each.text for each in pieces if each.style and each.style.underline] == ["hand,"]
        await desk.press("j")
        assert "Mina Oakes, quoted in" in said_of_it(desk)
        assert "! The draft names Tobias Renn, the source Mina Oakes." in said_of_it(desk)
        await desk.press("j")
        assert "Nothing in the library says this." in said_of_it(desk)
        assert "Mina Oakes" in said_of_it(desk)  # how the library spells the name


async def test_enter_opens_the_source_at_the_passage(
    library: Path, folder: Path, draft: Path
) -> None:
    async with at_the_desk(library, folder) as desk:
        await desk.press("J")
        await check(desk, draft)
        await desk.press("j", "j", "enter")
        assert not desk.in_dialog
        assert desk.opened.listed.title == "Quillhaven pier to close for repairs"
        assert on_colour(desk.body, "current").startswith("We have been told this twice before")
        assert desk.focus == "body"


async def test_what_is_not_found_has_no_source_to_open(
    library: Path, pier: Path, draft: Path
) -> None:
    async with at_the_desk(library, pier) as desk:
        await check(desk, draft)
        await desk.press("G", "enter")
        assert sheet(desk).status.message == "There is no source to open."


async def test_a_draft_is_read_again_after_it_was_edited(
    library: Path, pier: Path, draft: Path
) -> None:
    async with at_the_desk(library, pier) as desk:
        await check(desk, draft)
        await desk.press("j")
        rewrite(draft, DRAFT.replace("the hand", "the touch"))
        await desk.press("r")
        assert rows(sheet(desk).list)[1].startswith("✓ Exact")
        rewrite(draft, None)
        await desk.press("r")
        assert sheet(desk).status.message.startswith("! There is no")
        assert len(rows(sheet(desk).list)) == 4
        await desk.press("q")
        rewrite(draft, "Nobody says anything.\n")
        await desk.press("P", "enter")  # the draft is remembered
        assert "There are no quotations in this draft." in whole_screen(desk)


async def test_another_draft_shows_nothing_of_the_one_before(
    library: Path, pier: Path, draft: Path
) -> None:
    async with at_the_desk(library, pier) as desk:
        await check(desk, draft)
        await desk.press("q", "P", "ctrl+u")
        await desk.type("none.md")
        await desk.press("enter", "U")
        shown = whole_screen(desk)
        assert "none.md" in shown
        assert "timber" not in shown
        assert "There are no quotations" not in shown


async def test_only_what_is_wrong(library: Path, pier: Path, draft: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await check(desk, draft)
        await desk.press("j", "U")
        assert [row[0] for row in rows(sheet(desk).list)] == ["≠", "⇄", "✗"]
        assert "hand" in said_of_it(desk)  # the cursor stays on the quotation
        await desk.press("escape")
        assert len(rows(sheet(desk).list)) == 4
        rewrite(draft, "“The timber is soft to the touch,” Tobias Renn said.\n")
        await desk.press("r", "U")
        assert "Nothing is wrong; Esc: all." in whole_screen(desk)
        await desk.press("escape", "escape")
        assert not desk.in_dialog


async def test_a_check_that_takes_long_is_told_of_and_can_be_stopped(
    library: Path, pier: Path, draft: Path
) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("P")
        await desk.type(str(draft))
        with desk.screen.reading.library():  # nobody else can look anything up meanwhile
            desk._strike("enter")
            while not isinstance(desk.app.screen, CheckScreen):
                await _messages_arrive(desk.pilot)
            sheet(desk).post_message(CheckGoesOn(1, 4))
            await _messages_arrive(desk.pilot)
            assert "1 of 4 checked · Esc stops" in whole_screen(desk)
            desk._strike("escape")
            await _messages_arrive(desk.pilot)
            assert sheet(desk).status.message == "Stopped; r reads the draft again."
        assert rows(sheet(desk).list) == []
        await desk.press("r")
        assert sheet(desk).status.message == SUMMARY


async def test_a_slip_in_an_exact_quotation_is_wrong(
    library: Path, pier: Path, draft: Path
) -> None:
    rewrite(draft, "“The timber is soft to the touch,” Tobias Ren said.\n")
    async with at_the_desk(library, pier) as desk:
        await check(desk, draft)
        assert rows(sheet(desk).list)[0].startswith("! Exact, with a slip")
        assert "“Tobias Ren” is “Tobias Renn”" in said_of_it(desk)


@pytest.mark.parametrize(
    ("typed", "said"), [("~nobody-here/x.md", "no home folder"), ("none.md", "none.md")]
)
async def test_no_draft_is_said(library: Path, pier: Path, typed: str, said: str) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("P")
        await desk.type(typed)
        await desk.press("enter")
        status = desk.app.screen.status if desk.in_dialog else desk.screen.status  # type: ignore[attr-defined]  # a CheckScreen
        assert said in status.message
        await desk.press("escape")
        assert not desk.in_dialog


@pytest.mark.parametrize("size", [(120, 36), (60, 20)])
async def test_by_mouse(library: Path, pier: Path, draft: Path, size: tuple[int, int]) -> None:
    async with at_the_desk(library, pier, size=size) as desk:
        await check(desk, draft)
        await desk.press("j", "k")
        await desk.pilot.click(sheet(desk).list, offset=(5, 3))
        await settle(desk.pilot)
        assert "≠ Altered" in said_of_it(desk)
        bar = sheet(desk).status
        left = whole_screen(desk).splitlines()[bar.region.y].index("Enter")
        await desk.pilot.click(bar, offset=(left, 0))
        await settle(desk.pilot)
        assert not desk.in_dialog
        assert on_colour(desk.body, "current").startswith("The timber is soft")


async def test_nothing_hostile_reaches_the_screen(library: Path, pier: Path, draft: Path) -> None:
    rewrite(draft, "“The timber\x1b[31m is \u202esoft,” Tobias Renn said.\n")
    async with at_the_desk(library, pier) as desk:
        await check(desk, draft)
        assert "The timber is soft" in whole_screen(desk)
        assert not {"\x1b", "\u202e"} & set(whole_screen(desk))
