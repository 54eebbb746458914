"""The program on the screen."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, ClassVar, Protocol, runtime_checkable

from textual import events
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from newsreader.errors import LibraryError, SettingsError
from newsreader.reading import Reading
from newsreader.safety import guard
from newsreader.settings import Settings
from newsreader.tui.actions import key_label
from newsreader.tui.screens.acting import ActingScreen
from newsreader.tui.screens.correcting import CorrectingScreen
from newsreader.tui.themes import NIGHT, PAPER, SIXTEEN, THEMES


@runtime_checkable
class TakesKeys(Protocol):
    """A screen that keys are for, at times, and not for what has the focus in it."""

    @property
    def takes_keys(self) -> bool:
        """Tell whether this is such a time."""

    async def take_key(self, event: events.Key) -> None:
        """Do all that the key means."""


@runtime_checkable
class TakesText(Protocol):
    """A screen that keys and pasted text are for, in the order they come."""

    def take_text(self, text: str) -> None:
        """Do what a pasted text means."""


class NewsreaderApp(App[int], inherit_bindings=False):
    """Shows the articles at some locations; without any, the library, or else the samples."""

    CSS_PATH = "app.tcss"
    TITLE = "newsreader"
    ENABLE_COMMAND_PALETTE = True
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        reading: Reading,
        settings: Settings,
        locations: Sequence[str] = (),
        *,
        stdin: BinaryIO | None = None,
        trouble: str = "",
    ) -> None:
        super().__init__()
        self._reading = reading
        self._locations = tuple(locations)
        self._stdin = stdin
        self._trouble = trouble
        for theme in THEMES:
            self.register_theme(theme)
        if settings.theme and settings.theme not in self.available_themes:
            known = ", ".join(theme.name for theme in THEMES)
            raise SettingsError(
                f"The config file asks for a theme {guard(settings.theme)!r}.", f"Known: {known}."
            )
        few = self.console.color_system == "standard" and not self.no_color
        self.theme = settings.theme or (SIXTEEN if few else NIGHT).name
        one_article = len(locations) == 1 and not Path(locations[0]).is_dir()
        pane = "body" if one_article else "articles"
        self.main = CorrectingScreen(reading, settings, pane)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give themes of others the colours that only ours have."""
        return dict((NIGHT if self.current_theme.dark else PAPER).variables)

    def get_default_screen(self) -> Screen[None]:
        """Show the panes."""
        return self.main

    def on_mount(self) -> None:
        """Bring in what was asked for."""
        self.main.begin(self._locations, self._stdin)
        self.call_after_refresh(collect_garbage)
        if self._trouble:
            self.main.status.say(self._trouble, error=True)

    async def on_event(self, event: events.Event) -> None:
        """Let a screen that takes keys finish with one before the next is looked at."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            if isinstance(self.screen, ActingScreen):
                await self.screen.catch_up()
            screen = self.screen
            if isinstance(screen, TakesKeys) and screen.takes_keys:
                await screen.take_key(event)
                return
        elif isinstance(event, events.Paste) and isinstance(self.screen, TakesText):
            self.screen.take_text(event.text)
            return
        await super().on_event(event)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer the actions in the palette, and nothing else."""
        if screen is not self.main:
            return
        for action in self.main.actions:
            label = action.label[0].upper() + action.label[1:]
            keys = "  ".join(key_label(key) for key in action.keys)

            command = partial(self.main.perform, action)
            yield SystemCommand(label, f"{action.group} · {keys}", command)


def collect_garbage() -> None:
    """Turn the garbage collector on, which need not look at what the start has made."""
    gc.freeze()
    gc.enable()


def run(locations: Sequence[str], settings: Settings, stdin: BinaryIO | None = None) -> int:
    """Show articles until the reader quits; return the exit code.

    Raises SettingsError. A library that cannot be used is said on the screen, and reading goes on
    without it.
    """
    trouble = ""
    try:
        reading = Reading(settings.library, templates=settings.templates)
    except LibraryError as error:
        reading = Reading(None, templates=settings.templates)
        trouble = f"{error} Nothing will be kept."
    with reading:
        app = NewsreaderApp(reading, settings, locations, stdin=stdin, trouble=trouble)
        app.run()
        return app.return_code or 0
