"""Draw the README's picture: `python docs/screenshot.py` writes docs/screenshot.svg."""

from __future__ import annotations

import asyncio
from pathlib import Path

from newsreader import reading
from newsreader.settings import Settings
from newsreader.tui.app import NewsreaderApp

HERE = Path(__file__).parent
KEYS = ("j", "j", "enter", "right_square_bracket", "q", "right_square_bracket", "q", "H")


async def draw() -> None:
    """Open the samples in a library that is not kept, mark a quote, and save the screen."""
    with reading.Reading(None) as library:
        app = NewsreaderApp(library, Settings(library=Path("unused"), theme="night"))
        async with app.run_test(size=(120, 36)) as pilot:
            await app.workers.wait_for_complete()
            for key in KEYS:
                await pilot.press(key)
                await pilot.pause()
                await app.workers.wait_for_complete()
            await pilot.pause()
            (HERE / "screenshot.svg").write_text(app.export_screenshot(), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(draw())
