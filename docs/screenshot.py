"""Draw the README's pictures: `python docs/screenshot.py` writes them beside itself."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual.keys import _character_to_key

from newsreader import reading
from newsreader.settings import Settings
from newsreader.tui.app import NewsreaderApp

HERE = Path(__file__).parent
PICTURES = {
    "screenshot": ("j", "enter", "]q", "]q", "H"),
    "search": ("f", "tide OR ferry", "tab", "tab", "j"),
}
"""What is pressed and typed for each picture, by the name of its file."""


async def draw(name: str) -> None:
    """Open the samples in a library that is not kept, do what a picture shows, and save it."""
    with reading.Reading(None) as library:
        app = NewsreaderApp(library, Settings(library=Path("unused"), theme="night"))
        async with app.run_test(size=(120, 36)) as pilot:
            await app.workers.wait_for_complete()
            await asyncio.to_thread(lambda: list(library.analyze_all(library.unanalysed())))
            for typed in PICTURES[name]:
                for key in [typed] if typed in {"enter", "tab"} else typed:
                    await pilot.press("space" if key == " " else _character_to_key(key))
                    await pilot.pause()
                    await app.workers.wait_for_complete()
            await pilot.pause()
            (HERE / f"{name}.svg").write_text(app.export_screenshot(), encoding="utf-8")


if __name__ == "__main__":
    for name in PICTURES:
        asyncio.run(draw(name))
