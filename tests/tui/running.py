"""A reader at the real screen: the program, a library file, and articles of our own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from rich.segment import Segment
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static, TextArea
from textual.worker import Worker, WorkerCancelled

from newsreader.reading import OpenArticle, Reading
from newsreader.settings import Settings
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.body import Body
from newsreader.tui.line_list import LineList
from newsreader.tui.screens.acting import ActingScreen
from newsreader.tui.screens.correcting import CorrectingScreen

SIZE = (120, 36)

ARTICLES = Path(__file__).parent / "articles"
"""Three articles about invented people and places."""


NAMED = frozenset("enter escape tab space backspace delete home end up down left right f1".split())
"""Keys that are pressed by name."""


@dataclass
class Desk:
    """One run of the program, and what a reader sees and does in it."""

    app: NewsreaderApp
    pilot: Pilot[int]
    library: Path

    @property
    def screen(self) -> CorrectingScreen:
        return self.app.main

    @property
    def body(self) -> Body:
        return self.screen.body

    @property
    def said(self) -> str:
        return self.screen.status.message

    @property
    def opened(self) -> OpenArticle:
        assert self.screen.opened is not None
        return self.screen.opened

    @property
    def focus(self) -> str | None:
        return self.app.focused.id if self.app.focused else None

    async def press(self, *keys: str) -> None:
        """Press keys; a run of characters such as "]q" is typed one after the other."""
        for key in keys:
            await self.burst(key)

    async def burst(self, *keys: str) -> None:
        """Press keys all at once, as fast as a script does."""
        for key in keys:
            named = len(key) > 1 and (key in NAMED or "+" in key)
            for stroke in [key] if named else key:
                self._strike(stroke)
        await settle(self.pilot)

    def _strike(self, key: str) -> None:
        character = key if len(key) == 1 else None
        self.app.post_message(events.Key(_character_to_key(key) if character else key, character))

    async def type(self, text: str) -> None:
        """Type words into whatever asks for them."""
        for character in text:
            self._strike(character)
        await settle(self.pilot)

    async def note(self, text: str) -> None:
        """Write a note on what is current, and keep it."""
        await self.press("a")
        self.app.screen.query_one(TextArea).insert(text)
        await self.press("ctrl+s")

    def kept(self) -> OpenArticle:
        """Return the open article as the library file has it, seen by another connection."""
        with Reading(self.library) as reading:
            return reading.open(self.opened.listed.id)

    @property
    def in_dialog(self) -> bool:
        """Tell whether another screen lies over the panes."""
        return self.app.screen is not self.screen

    def in_view(self, words: str) -> bool:
        """Tell whether these words can be read in the body, wherever its lines break."""
        return words in " ".join(" ".join(drawn(self.body)).split())


@asynccontextmanager
async def at_the_desk(
    library: Path,
    *locations: Path,
    size: tuple[int, int] = SIZE,
    trouble: str = "",
    theme: str = "",
    colours: Mapping[str, str] = MappingProxyType({}),
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> AsyncIterator[Desk]:
    """Run the program on these locations until the end of the block."""
    with Reading(library) as reading:
        app = NewsreaderApp(
            reading,
            Settings(library=library, theme=theme, colours=colours, keys=keys),
            [str(location) for location in locations],
            trouble=trouble,
        )
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            yield Desk(app, pilot, library)


async def settle(pilot: Pilot[int]) -> None:
    """Wait until all work is done, but for actions that wait for the reader's answer."""
    app = pilot.app
    assert isinstance(app, NewsreaderApp)

    def asks() -> bool:
        return app.screen is not app.main or bool(app.main.prompt.display)

    def running() -> list[Worker[object]]:
        return [
            worker
            for worker in app.workers
            if not worker.is_finished and not (asks() and worker.group == "action")
        ]

    await _messages_arrive(pilot)
    while workers := running():
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete(workers)
        await _messages_arrive(pilot)
    screen = app.screen
    if isinstance(screen, ActingScreen) and screen.is_acting and screen.takes_keys:
        await screen.catch_up()
        await settle(pilot)


async def _messages_arrive(pilot: Pilot[int]) -> None:
    """Let messages go all the way, from the program to a pane and up to the screen again.

    Pilot.pause alone lets them go one step when the machine is busy.
    """
    for _ in range(6):
        await pilot._wait_for_screen()
    await pilot.pause()


def drawn(pane: Widget) -> list[str]:
    """Return the lines of a pane as they are on the screen."""
    return [strip.text.rstrip() for strip in strips(pane)]


def strips(pane: Widget) -> list[Strip]:
    """Return what a pane draws, line by line."""
    return [pane.render_line(y) for y in range(pane.scrollable_content_region.height)]


def rows(pane: LineList, width: int = 60) -> list[str]:
    """Return the rows of a list, each as one line of words."""
    return [
        " ".join("".join(text for line in pane.row(index, width) for text, _ in line).split())
        for index in range(pane.count)
    ]


def on_colour(pane: Widget, name: str) -> str:
    """Return the words of a pane that stand on a background colour of the theme."""
    colour = pane.app.theme_variables[name].lower()
    return words_of(
        segment
        for strip in strips(pane)
        for segment in strip
        if segment.style
        and segment.style.bgcolor
        and segment.style.bgcolor.triplet
        and segment.style.bgcolor.triplet.hex == colour
    )


def colour_of(pane: Widget, words: str) -> str:
    """Return the colour, as #rrggbb, in which these words are first written in a pane."""
    segments = [segment for strip in strips(pane) for segment in strip if words in segment.text]
    style = segments[0].style
    assert style
    assert style.color
    assert style.color.triplet
    return style.color.triplet.hex


def words_of(segments: Iterable[Segment]) -> str:
    """Return the words of some segments, with one space between lines."""
    return " ".join(" ".join(segment.text for segment in segments).split())


def whole_screen(desk: Desk) -> str:
    """Return everything that is drawn, line by line."""
    strips = desk.app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


def text_of(widget: Static) -> str:
    """Return the words of a label."""
    return str(widget.content)
