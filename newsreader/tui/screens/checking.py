"""A draft of the reader's own held against the library, over the panes."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.errors import SourceError
from newsreader.reading import Reading
from newsreader.safety import guard
from newsreader.settings import Settings
from newsreader.tui.messages import Place
from newsreader.tui.screens.noting import NotingScreen

if TYPE_CHECKING:
    from newsreader.model.judgement import SourcePassage
    from newsreader.tui.screens.check import CheckScreen


class CheckingScreen(NotingScreen):
    """Asks for a draft, shows what its quotations are worth, and goes to where they are from."""

    def __init__(self, reading: Reading, settings: Settings, pane: str) -> None:
        super().__init__(reading, settings, pane)
        self._check: CheckScreen | None = None

    async def action_check_draft(self) -> None:
        """Ask for a draft and check it; open the source of a quotation that is picked."""
        pane = self.pane_shown()
        typed = await self.ask("Draft to check:", self._check.draft if self._check else "")
        self.focus_pane(pane)
        if typed is None or not typed.strip():
            return
        draft = await asyncio.to_thread(_location, typed.strip())
        if self._check is None:
            from newsreader.tui.screens.check import CheckScreen

            self._check = CheckScreen(self.reading, draft, self.actions)
            self.app.install_screen(self._check, "check")  # so that it stays as it is left
        self._check.take(draft)
        picked = await self.dialog(self._check)
        if picked is not None:
            await self._open_source(picked)

    async def _open_source(self, source: SourcePassage) -> None:
        latest = await asyncio.to_thread(self.reading.open, source.article_id)
        is_latest = latest.version.id == source.version_id
        version_id = None if is_latest else source.version_id
        self.open(source.article_id, Place(passage=source.span), version_id)
        self.focus_pane("body")
        self.status.say("What the source says")


def _location(typed: str) -> str:
    """Return the location that is meant. Raises SourceError where there can be none."""
    try:
        location = str(Path(typed).expanduser())
    except RuntimeError as error:  # "~nobody"
        raise SourceError(f"There is no home folder for {guard(typed)}.") from error
    return "./-" if location == "-" else location  # not standard input: that is the keyboard
