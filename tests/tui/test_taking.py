"""Passages taken along, with where they are from."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsreader.reading import Reading
from newsreader.settings import Settings
from newsreader.tui.app import NewsreaderApp
from tests.tui.running import SIZE, Desk, at_the_desk, settle

FIRST = "The timber is soft to the touch,"

APA = (
    "Tobias Renn, as cited in Marsh, I. (2020, February 10). Quillhaven pier to close for"
    " repairs. Quillhaven Post. https://quillhaven.example/pier"
)

REPORTED = """Harbour opens

By Ann Hall

The harbour master, Tobias Renn, said that the old harbour would open in June.
"""


async def test_copying_a_quote_and_its_citation(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("y")
        assert desk.app.clipboard == ""
        await desk.press("]q", "y")
        assert desk.app.clipboard == FIRST
        await desk.press("Y")
        quoted, _, cited = desk.app.clipboard.partition("\n— ")
        assert quoted == f"“{FIRST}”"
        for part in (
            "Tobias Renn",
            "“Quillhaven pier to close for repairs”",
            "Ida Marsh",
            "Quillhaven Post",
            "10 February 2020",
            "https://quillhaven.example/pier",
        ):
            assert part in cited
        assert "in news style" in desk.said
        await desk.press("v", "e", "y")
        assert desk.app.clipboard == "The"
        assert "Copied (3 characters), if the terminal allows it." in desk.said


async def test_the_style_changes_until_the_program_ends(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("]q", "ctrl+y")
        assert desk.said == "Citations in APA style."
        await desk.press("Y")
        assert desk.app.clipboard == f"“{FIRST}”\n— {APA}"
        assert "Copied with its citation in APA style" in desk.said
        await desk.press("ctrl+y", "Y")
        assert "qtd. in Marsh, Ida." in desk.app.clipboard
        await desk.press("ctrl+y", "Y")
        assert "quoted in Ida Marsh," in desk.app.clipboard
        await desk.press("ctrl+y")
        assert desk.said == "Citations in news style."


async def test_the_config_file_says_the_style_to_begin_with(library: Path, pier: Path) -> None:
    with Reading(library) as reading:
        app = NewsreaderApp(reading, Settings(library=library, citation="apa"), [str(pier)])
        async with app.run_test(size=SIZE) as pilot:
            await settle(pilot)
            await Desk(app, pilot, library).press("]q", "Y")
            assert app.clipboard.endswith(APA)


@pytest.mark.parametrize("style", ["news", "apa"])
async def test_what_is_only_reported_is_called_paraphrased(
    library: Path, tmp_path: Path, style: str
) -> None:
    harbour = tmp_path / "harbour.txt"
    harbour.write_text(REPORTED, "utf-8")
    async with at_the_desk(library, harbour) as desk:
        await desk.press(*["ctrl+y"] * (style == "apa"), "]q", "Y")
        assert "Tobias Renn, paraphrased in " in desk.app.clipboard
