"""Putting right what is claimed: by keyboard, at once, and back again."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from newsreader.model import CORRECTED, Correction, CorrectionKind, CorrectionScope
from newsreader.reading import Reading
from newsreader.tui.arrangement import LEAST
from newsreader.tui.screens.correct import CorrectScreen
from newsreader.tui.screens.corrections import CorrectionsScreen
from tests.tui.running import Desk, at_the_desk, colour_of, on_colour, rows, whole_screen
from tests.tui.test_unsure import names, quotes
from tests.tui.weir import DARK, NIGHT, SIX, STUCK, weir


def kept(desk: Desk) -> list[Correction]:
    """Return the corrections as the library file has them, seen by another connection."""
    with Reading(desk.library) as reading:
        return reading.corrections(desk.opened.listed.id)


def speaker(desk: Desk, words: str) -> str:
    (row,) = (row for row in rows(desk.screen.quotes_pane) if words in row)
    return row.split("“")[0].strip()


async def test_another_speaker_from_the_list(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        agnes = colour_of(desk.body, "Nobody opened")
        await desk.press("[q", "c")
        shown = whole_screen(desk)
        assert f"“{DARK}”" in shown
        assert "Piers Thorne · 45% sure: who was named last; two could speak" in shown
        await desk.press("s")
        await desk.type("agn")
        await desk.press("enter")
        assert not desk.in_dialog
        assert desk.said == "Speaker: Piers Thorne → Agnes Thorne; u takes it back."
        assert speaker(desk, DARK) == "Agnes Thorne ✓"
        assert on_colour(desk.body, "current") == DARK
        assert colour_of(desk.body, "It was dark") == agnes
        assert desk.screen.quotes_pane.current == 4
        await desk.press("[q", "]q")
        assert desk.said.endswith("Agnes Thorne · corrected by you")
        (made,) = kept(desk)
        assert (made.kind, made.value) == (CorrectionKind.SPEAKER, "Agnes Thorne")
        await desk.press("u")
        assert speaker(desk, DARK) == "Piers Thorne ?"
        assert on_colour(desk.body, "current") == DARK
        assert kept(desk) == []
        assert "Undone: correction" in desk.said


async def test_a_speaker_the_article_does_not_name(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("3", "c", "s")
        await desk.type("  John   Poe ")
        assert "a new name" in whole_screen(desk)
        await desk.press("enter")
        assert speaker(desk, NIGHT) == "John Poe ✓"
        assert speaker(desk, SIX) == "Agnes Thorne"
        assert desk.focus == "quotes"


async def test_keys_that_come_faster_than_the_dialog(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.burst("]qcsJohn Poe", "enter", "u", "c", "n")
        assert speaker(desk, NIGHT) == "nobody named ✓"
        await desk.burst("cvxu")
        assert speaker(desk, NIGHT) == "nobody named ✓"
        assert len(kept(desk)) == 1


async def test_a_pasted_name(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("]q", "c")
        desk.app.post_message(events.Paste("x"))
        await desk.burst("s")
        desk.app.post_message(events.Paste("John\n  Po"))
        await desk.burst("e", "enter")
        assert speaker(desk, NIGHT) == "John Poe ✓"


async def test_editing_a_name(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("4", "c", "r")
        await desk.burst("home", "delete", "E", "ctrl+e", "backspace", "left", "x", "ctrl+k", "tab")
        await desk.burst("enter")
        assert "Egnes Thorx ✓ 2" in names(desk)


async def test_nobody_said_it_and_it_is_no_quote(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("3", "c", "n")
        assert desk.said == "Speaker: Agnes Thorne → nobody; u takes it back."
        assert speaker(desk, NIGHT) == "nobody named ✓"
        await desk.press("j", "c", "x")
        assert desk.said == "Not a quote; u takes it back."
        assert len(quotes(desk)) == 4
        assert desk.screen.quotes_pane.border_title == "3 Quotes · 4"
        assert desk.screen.quotes_pane.current == 1
        assert STUCK in rows(desk.screen.quotes_pane)[1]
        await desk.press("u", "u")
        assert [speaker(desk, words) for words in (NIGHT, SIX)] == ["Agnes Thorne"] * 2


async def test_saying_that_an_unsure_claim_is_right(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("U", "3", "G", "c", "y")
        assert desk.said == "Confirmed: Piers Thorne; u takes it back."
        assert len(quotes(desk)) == 1
        await desk.press("4", "G", "c", "y")
        assert "Wexcombe Vale" not in " ".join(names(desk))
        await desk.press("escape")
        assert speaker(desk, DARK) == "Piers Thorne ✓"
        assert "Wexcombe Vale ✓ 1" in names(desk)


async def test_a_sure_claim_needs_no_yes(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("3", "c")
        assert "that is right" not in whole_screen(desk)
        await desk.press("y")
        assert desk.in_dialog
        assert kept(desk) == []


async def test_renaming(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("4", "c", "r")
        await desk.press(*["backspace"] * 6)
        await desk.type("Thorn")
        await desk.press("enter")
        assert desk.said == "Name: Agnes Thorne → Agnes Thorn; u takes it back."
        assert "Agnes Thorn ✓ 2" in names(desk)
        assert speaker(desk, SIX) == "Agnes Thorn"
        await desk.press("u")
        assert "Agnes Thorne 2" in names(desk)


async def test_an_unchanged_name_is_no_change(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("4", "j", "c", "r", "enter")
        assert isinstance(desk.app.screen, CorrectScreen)
        await desk.press("escape", "escape")
        assert not desk.in_dialog
        assert kept(desk) == []


async def test_two_names_that_are_one(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("4", "j", "c", "m", "enter")
        assert desk.said == "The same: Piers Thorne → Agnes Thorne; u takes it back."
        assert "Agnes Thorne ✓ 3" in names(desk)
        assert "Piers" not in " ".join(names(desk))
        assert desk.screen.entities_pane.current == 0
        assert on_colour(desk.body, "lit").split() == "Agnes Thorne Thorne Piers Thorne".split()
        await desk.press("c")
        await desk.press("m")
        await desk.type("John Poe")
        assert "No such name." in whole_screen(desk)
        await desk.press("enter")
        assert desk.in_dialog


async def test_another_kind(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("4", "j", "j", "c", "l")
        assert desk.said == "Kind of Wexcombe Vale → place; u takes it back."
        assert names(desk)[-3:] == ["Places 2", "Coldbrook 1", "Wexcombe Vale ✓ 1"]
        current = desk.screen.entities_pane.current
        assert current is not None
        assert desk.screen.analysis.entities[current].name == "Wexcombe Vale"


async def test_not_a_name(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        underlined = colour_of(desk.body, "Wexcombe")
        await desk.press("4", "j", "j", "c", "x")
        assert desk.said == "Not a name: Wexcombe Vale; u takes it back."
        assert desk.screen.entities_pane.border_title == "4 Names · 4"
        assert colour_of(desk.body, "Wexcombe") != underlined
        await desk.press("u")
        assert colour_of(desk.body, "Wexcombe") == underlined


async def test_one_mention_is_somebody_else(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("4", "enter", "enter")
        assert on_colour(desk.body, "current") == "Thorne"
        await desk.press("2", "c")
        assert "this “Thorne” is somebody else …" in whole_screen(desk)
        await desk.press("d", "enter")
        assert desk.said == "One mention: Agnes Thorne → Piers Thorne; u takes it back."
        assert {"Agnes Thorne 1", "Piers Thorne ✓ 2"} <= set(names(desk))
        await desk.press("c")
        assert "Piers Thorne" in whole_screen(desk).split("Correct this name")[1]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_in_all_articles_from_the_source(library: Path, size: tuple[int, int]) -> None:
    async with at_the_desk(library, weir(library), size=size) as desk:
        await desk.press("4", "j", "c")
        assert "(this article)" in whole_screen(desk)
        await desk.press("a")
        assert "(all from Quillhaven Post)" in whole_screen(desk)
        await desk.press("o")
        (made,) = kept(desk)
        assert (made.scope, made.source) == (CorrectionScope.SOURCE, "Quillhaven Post")
        assert "Organisations 2" in names(desk)


async def test_a_quote_is_not_corrected_for_all_articles(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("]q", "c")
        assert "all from" not in whole_screen(desk)


@pytest.mark.parametrize("keys", ["", "1", "2"])
async def test_nothing_to_correct_yet(library: Path, keys: str) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press(*keys, "c")
        assert not desk.in_dialog
        assert "]q picks a quote" in desk.said


@pytest.mark.parametrize("back", ["escape", "q"])
async def test_leaving_changes_nothing(library: Path, back: str) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("]q", "c", "j", "k", back)
        assert not desk.in_dialog
        assert kept(desk) == []
        assert on_colour(desk.body, "current") == NIGHT
        await desk.press("c", "s", "escape")
        assert isinstance(desk.app.screen, CorrectScreen)
        await desk.press("n")
        assert speaker(desk, NIGHT) == "nobody named ✓"


async def test_corrections_are_there_again(library: Path) -> None:
    location = weir(library)
    async with at_the_desk(library, location) as desk:
        await desk.press("3", "c", "n")
    async with at_the_desk(library, location) as desk:
        assert speaker(desk, NIGHT) == "nobody named ✓"


async def test_looking_at_corrections_and_taking_one_away(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("L")
        assert "Nothing was corrected" in desk.said
        await desk.press("3", "c", "n", "4", "j", "c", "a", "o")
        await desk.press("c", "v")
        assert isinstance(desk.app.screen, CorrectionsScreen)
        shown = whole_screen(desk)
        assert "Speaker: Agnes Thorne → nobody" in shown
        assert f"“{NIGHT}”" in shown
        assert "in all articles from Quillhaven Post" in shown
        await desk.press("x")
        assert "Organisations 1" in names(desk)
        assert desk.said == "Taken away: Kind of Piers Thorne → organisation; u brings it back."
        assert desk.in_dialog
        await desk.press("enter")
        assert on_colour(desk.body, "current") == NIGHT
        assert desk.focus == "body"
        await desk.press("u")
        assert "Organisations 2" in names(desk)
        await desk.press("L", "k", "x", "x")
        assert kept(desk) == []
        assert desk.said.startswith("Taken away: Kind of Piers Thorne")


async def test_in_the_smallest_window(library: Path) -> None:
    async with at_the_desk(library, weir(library), size=LEAST) as desk:
        await desk.press("3", "c")
        assert "somebody else said…" in whole_screen(desk)
        await desk.press("j")
        assert "nobody named" in whole_screen(desk)
        await desk.press("s")
        await desk.type("pi")
        shown = whole_screen(desk)
        assert "Who said it?" in shown
        assert "Piers Thorne" in shown
        await desk.press("enter", "L")
        assert "Speaker: Agnes Thorne" in whole_screen(desk)


async def test_a_correction_says_so_in_the_analysis(library: Path) -> None:
    async with at_the_desk(library, weir(library)) as desk:
        await desk.press("3", "c", "n")
        assert desk.screen.quotes[0].why == CORRECTED
