"""Where a note is written: of any length, and no key overtakes another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

from textual import events
from textual.widgets import TextArea

from newsreader.safety import clean

LONGEST_WRAPPED = 5_000
"""Characters of a line beyond which no line is wrapped: each key would take too long."""


class NoteArea(TextArea):
    """Edits a text; some keys are for the screen, which hears of them in the order typed."""

    def __init__(self, text: str, keys: Mapping[str, Callable[[], None]]) -> None:
        super().__init__(text, id="note", soft_wrap=_can_wrap(text), tab_behavior="focus")
        self._keys = keys
        self.done = False

    def take(self, text: str) -> None:
        """Put a text in the place of what is selected."""
        self.soft_wrap = self.soft_wrap and _can_wrap(text)
        self.replace(text, *self.selection)

    async def _on_key(self, event: events.Key) -> None:
        if not self.done and event.key not in self._keys:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        if not self.done:
            self._keys[event.key]()
            return
        # The note is kept, and this key is for the screen below, which is on its way back.
        while self.screen.is_active:  # noqa: ASYNC110 - Textual has no event for that
            await asyncio.sleep(0)
        self.app.post_message(events.Key(event.key, event.character))

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if not self.done:
            self.take(clean(event.text))


def _can_wrap(text: str) -> bool:
    return max(map(len, text.split("\n"))) <= LONGEST_WRAPPED
