"""Exporting notes from the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsreader.export import FORMATS, render
from newsreader.reading import Reading
from newsreader.settings import Settings
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.exporting import ARTICLES
from newsreader.tui.status import StatusBar
from tests.tui.exported import annotate, files, path_field, preview, problem
from tests.tui.many import fill
from tests.tui.running import SIZE, Desk, at_the_desk, settle, whole_screen

pytestmark = pytest.mark.usefixtures("here")


async def test_notes_are_written_to_the_file_suggested(
    library: Path, pier: Path, here: Path
) -> None:
    async with at_the_desk(library, pier) as desk:
        await annotate(desk)
        await desk.press("x")
        assert "Ask who tested it." in preview(desk)
        wanted = Path(path_field(desk).value)
        await desk.press("enter")
        assert not desk.in_dialog
        assert "Notes written to" in desk.said
    (written,) = files(here)
    assert written == wanted == here / "quillhaven-pier-to-close-for-repairs.md"
    text = written.read_text("utf-8")
    for part in ("The timber is soft to the touch,", "Tobias Renn", "Ask who tested it."):
        assert part in text


async def test_a_file_is_replaced_only_when_asked_twice(
    library: Path, pier: Path, here: Path
) -> None:
    mine = here / "mine.md"
    mine.write_text("Mine.")
    async with at_the_desk(library, pier) as desk:
        await annotate(desk)
        await desk.press("x")
        path_field(desk).value = str(mine)
        await desk.press("enter")
        assert "Enter again replaces it" in problem(desk)
        assert mine.read_text() == "Mine."
        await desk.press("enter")
        assert not desk.in_dialog
    assert "Ask who tested it." in mine.read_text("utf-8")


async def test_every_format_is_shown_before_it_is_written(
    library: Path, pier: Path, here: Path
) -> None:
    async with at_the_desk(library, pier) as desk:
        await annotate(desk)
        await desk.press("x")
        for name, known in FORMATS.items():
            assert path_field(desk).value.endswith(known.ending)
            assert known.about in whole_screen(desk)
            text = render(name, desk.screen.reading.evidence(article_id=desk.opened.listed.id))
            assert preview(desk).removesuffix("\n…") == text[:4_000]
            await desk.press("j")
        await desk.press("enter")
    (written,) = files(here)
    assert written.read_text("utf-8") == text


async def test_a_template_of_the_readers_own_is_a_format(
    library: Path, pier: Path, tmp_path: Path
) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "desk.txt.jinja").write_text(
        "{% for one in entries %}* {{ one.quote }}{% endfor %}"
    )
    with Reading(library, templates=templates) as reading:
        app = NewsreaderApp(reading, Settings(library=library), [str(pier)])
        async with app.run_test(size=SIZE) as pilot:
            await settle(pilot)
            desk = Desk(app, pilot, library)
            await annotate(desk)
            await desk.press("x", "G")
            assert preview(desk).startswith("* The timber is soft")
            assert "your template desk.txt.jinja" in whole_screen(desk)


async def test_all_notes_or_those_of_this_article(library: Path, folder: Path, here: Path) -> None:
    async with at_the_desk(library, folder) as desk:
        await annotate(desk)
        await desk.press("J", "]q", "H", "x", "shift+tab")
        assert "Frost spoils" in preview(desk)
        assert "Quillhaven pier" not in preview(desk)
        await desk.press("right")
        assert "Quillhaven pier" in preview(desk)
        await desk.press("enter")
    (written,) = files(here)
    assert written.name == "newsreader-notes.md"
    assert "Frost spoils" in written.read_text("utf-8")


async def test_notes_on_what_a_query_finds(library: Path, folder: Path, here: Path) -> None:
    async with at_the_desk(library, folder) as desk:
        await annotate(desk)
        await desk.press("J", "]q", "H", "x", "shift+tab", "left", "tab")
        assert "Type what to look for" in problem(desk)
        assert preview(desk) == ""
        await desk.type("publisher nowhere")
        assert "finds no notes" in problem(desk)
        await desk.press("ctrl+u")
        await desk.type("title:pier")
        assert problem(desk) == ""
        assert "Quillhaven pier" in preview(desk)
        assert "Frost spoils" not in preview(desk)
        await desk.press("enter")
    assert "Frost spoils" not in files(here)[0].read_text("utf-8")


async def test_many_articles_are_looked_at_in_part_and_written_whole(
    library: Path, here: Path
) -> None:
    with Reading(fill(library)) as reading:
        for number in reading.ids()[: ARTICLES + 5]:
            reading.write_note(number, None, f"Note on {number}.")
        noted = len(reading.evidence())
    assert noted > ARTICLES
    async with at_the_desk(library) as desk:
        await desk.press("x", *["j"] * list(FORMATS).index("jsonl"))
        await desk.press("shift+tab", "right")
        assert f"Preview of the first {ARTICLES} articles" in whole_screen(desk)
        await desk.press("enter")
    assert len(files(here)[0].read_text("utf-8").splitlines()) == noted


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_by_mouse(library: Path, pier: Path, here: Path, size: tuple[int, int]) -> None:
    async with at_the_desk(library, pier, size=size) as desk:
        await annotate(desk)
        await desk.press("x")
        await click(desk, "#what", 8 + len("(this article)  a"))
        assert path_field(desk).value.endswith("newsreader-notes.md")
        await click(desk, "#formats", 3, 3)
        assert path_field(desk).value.endswith("newsreader-notes.html")
        assert FORMATS["html"].about in whole_screen(desk)
        bar = desk.app.screen.query_one(StatusBar)
        left = whole_screen(desk).splitlines()[bar.region.y].index("Enter") - bar.region.x
        await click(desk, "#status", left)
        assert not desk.in_dialog
    assert [path.name for path in files(here)] == ["newsreader-notes.html"]


async def click(desk: Desk, selector: str, x: int, y: int = 0) -> None:
    await desk.pilot.click(desk.app.screen.query_one(selector), offset=(x, y))
    await settle(desk.pilot)


async def test_keys_may_come_faster_than_the_screen(library: Path, pier: Path, here: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await annotate(desk)
        await desk.burst(
            "x", "j", "tab", "tab", "right", "left", "tab", "ctrl+u", *"notes.txt", "enter"
        )
        assert not desk.in_dialog
    assert [path.name for path in files(here)] == ["notes.txt"]
    assert files(here)[0].read_text("utf-8").startswith("#+")


async def test_a_format_chosen_just_before_enter_is_the_one_that_is_written(
    library: Path, pier: Path, here: Path
) -> None:
    there = here / "quillhaven-pier-to-close-for-repairs.org"
    there.write_text("Mine.")
    async with at_the_desk(library, pier) as desk:
        await annotate(desk)
        await desk.burst("x", "j", "enter")
        assert "Enter again replaces it" in problem(desk)
        await desk.burst("k", "j", "enter")
        assert not desk.in_dialog
    assert files(here) == [there]
    assert there.read_text("utf-8").startswith("#+")


async def test_esc_writes_nothing(library: Path, pier: Path, here: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await annotate(desk)
        await desk.press("x", "escape")
        assert not desk.in_dialog
    assert files(here) == []


async def test_without_notes_there_is_nothing_to_write(
    library: Path, pier: Path, here: Path
) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("x")
        assert "Highlight a quote" in problem(desk)
        await desk.press("enter")
        assert desk.in_dialog
    assert files(here) == []


async def test_a_file_that_cannot_be_written_is_said(library: Path, pier: Path, here: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await annotate(desk)
        await desk.press("x")
        path_field(desk).value = str(here / "nowhere" / "notes.md")
        await desk.press("enter")
        assert desk.in_dialog
        assert "nowhere" in problem(desk)
        path_field(desk).value = ""
        await desk.press("enter")
        assert "Type the name" in problem(desk)
        path_field(desk).value = str(here / ("x" * 500))
        await desk.press("enter")
        assert "cannot be used" in problem(desk)
        assert "made a mistake" not in problem(desk)
