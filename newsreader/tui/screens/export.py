"""Exporting notes: which, in what format, to which file; with a look at them first."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from newsreader import export
from newsreader.errors import NewsreaderError
from newsreader.library.articles import ListedArticle
from newsreader.reading import Reading
from newsreader.safety import guard
from newsreader.tui.look import look_of

PREVIEW = 4000
"""Characters of the export that are shown before it is written."""

THESE = "what is shown"


class Choice(Widget, can_focus=True):
    """One of a few words, changed with left, right, Space or a click."""

    class Changed(Message):
        """Another word was picked."""

    def __init__(self, label: str, options: Sequence[str], *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._label = label
        self._options = tuple(options)
        self._picked = 0

    @property
    def value(self) -> str:
        """The word that is picked."""
        return self._options[self._picked]

    def render(self) -> Text:
        """Draw the words, the picked one standing out."""
        text = Text(f"{self._label:<8}", no_wrap=True)
        for n, option in enumerate(self._options):
            picked = n == self._picked
            style = look_of(self.app)["accent" if picked else "quiet"]
            text.append(f"({option})" if picked else f" {option} ", style).append(" ")
        return text

    def on_key(self, event: events.Key) -> None:
        """Pick the next word."""
        if event.key in {"right", "l", "space", "left", "h"}:
            event.stop()
            self._step(-1 if event.key in {"left", "h"} else 1)

    def on_click(self) -> None:
        """Pick the next word."""
        self._step(1)

    def _step(self, by: int) -> None:
        self._picked = (self._picked + by) % len(self._options)
        self.refresh()
        self.post_message(self.Changed())


class ExportScreen(ModalScreen[str | None]):
    """Returns what was done in one sentence, or None."""

    CSS_PATH = "export.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave"),
        Binding("enter", "write", "write"),
    ]

    def __init__(
        self,
        reading: Reading,
        article: ListedArticle | None = None,
        chosen: Sequence[tuple[int, str]] = (),
    ) -> None:
        """Offer the notes on an article, or the `chosen` ones by their keys, beside all."""
        super().__init__()
        self._reading = reading
        self._article = article
        self._chosen = chosen
        noted = article is not None and article.highlights + article.notes > 0
        options = [THESE] if chosen else ["this article"] if noted else []
        options.append("all notes")
        self._what = Choice("What", options, id="what")
        self._format = Choice("Format", list(export.FORMATS), id="format")
        self._path = Input(id="path", compact=True)
        self._preview = Static(markup=False, id="text")
        self._problem = Static(markup=False, id="problem")
        self._asked_to_replace = ""

    def compose(self) -> ComposeResult:
        """Show the choices, the file and the preview."""
        with Vertical(id="sheet") as sheet:
            sheet.border_title = "Export notes"
            yield self._what
            yield self._format
            yield Static("To a file:", id="to", markup=False)
            yield self._path
            with VerticalScroll(id="preview", can_focus=True) as preview:
                preview.border_title = "Preview"
                yield self._preview
            yield self._problem
            yield Static("Tab next · ← → change · Enter writes · Esc leaves", id="keys")

    async def on_mount(self) -> None:
        """Suggest a file, and show what would be written."""
        self._path.value = str(self._suggested())
        self.set_focus(self._what)
        await self._show()

    async def on_choice_changed(self) -> None:
        """Show the other export."""
        self._path.value = str(self._suggested())
        await self._show()

    def _suggested(self) -> Path:
        name = "newsreader-notes"
        if self._article is not None and self._what.value == "this article":
            words = re.findall(r"\w+", guard(self._article.title).lower())
            name = "-".join(words)[:60].strip("-") or name
        return Path.cwd() / f"{name}{export.FORMATS[self._format.value].ending}"

    async def _render_export(self) -> str:
        if self._what.value == THESE:
            return await asyncio.to_thread(self._render_chosen, self._format.value)
        only = self._article if self._what.value == "this article" else None
        return await asyncio.to_thread(
            self._reading.export, self._format.value, article_id=only.id if only else None
        )

    def _render_chosen(self, format_name: str) -> str:
        evidence = list(self._reading.chosen_evidence(self._chosen))
        return export.render(format_name, evidence, self._reading.formats())

    async def _show(self) -> None:
        try:
            text = await self._render_export()
        except NewsreaderError as error:
            self._preview.update("")
            self._problem.update(guard(str(error)))
            return
        self._problem.update("")
        more = "\n…" if len(text) > PREVIEW else ""
        self._preview.update(guard(text[:PREVIEW], multiline=True) + more)

    async def action_write(self) -> None:
        """Write the file; one that is there is replaced only at the second time of asking."""
        wanted = self._path.value.strip()
        if not wanted:
            self._problem.update("Type the name of a file to write to.")
            return
        path = await asyncio.to_thread(Path(wanted).expanduser)
        if wanted != self._asked_to_replace and await asyncio.to_thread(path.exists):
            self._asked_to_replace = wanted
            self._problem.update("This file is there already: Enter again replaces it.")
            return
        try:
            text = await self._render_export()
            await asyncio.to_thread(export.save, text, path)
        except NewsreaderError as error:
            self._problem.update(guard(str(error)))
            return
        self.dismiss(f"Notes written to {guard(str(path))}")

    async def on_input_submitted(self) -> None:
        """Write the file."""
        await self.action_write()

    def action_leave(self) -> None:
        """Leave without writing."""
        self.dismiss(None)
