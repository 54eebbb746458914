"""Exporting notes: which, in what format, to where; with a look at them first."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState

from newsreader import export
from newsreader.errors import ExportError, NewsreaderError
from newsreader.library.articles import ListedArticle
from newsreader.reading import Reading
from newsreader.safety import guard
from newsreader.tui import exporting
from newsreader.tui.choice import Choice
from newsreader.tui.clipboard import copy
from newsreader.tui.editing import edit, paste
from newsreader.tui.exporting import ARTICLES, Preview, Wanted
from newsreader.tui.formats_list import FormatsList
from newsreader.tui.latest import Latest
from newsreader.tui.status import Hint, StatusBar

WIDE = 112
"""Columns from which there is room for what each format is for beside its name."""

PAUSE = 0.1
"""Seconds without another key before a preview is made."""

THESE, ARTICLE, ALL, QUERY = "what is shown", "this article", "all notes", "what a query finds"
FILE, FOLDER, CLIPBOARD = "a file", "a folder", "the clipboard"

SCROLLS = {
    "j": "scroll_down", "down": "scroll_down", "k": "scroll_up", "up": "scroll_up",
    " ": "scroll_page_down", "pagedown": "scroll_page_down",
    "b": "scroll_page_up", "pageup": "scroll_page_up",
    "g": "scroll_home", "home": "scroll_home", "G": "scroll_end", "end": "scroll_end",
}  # fmt: skip
"""What keys do in the preview."""

MOVES = {
    "j": "line_down", "down": "line_down", "k": "line_up", "up": "line_up",
    " ": "page_down", "pagedown": "page_down", "b": "page_up", "pageup": "page_up",
    "g": "top", "home": "top", "G": "bottom", "end": "bottom",
}  # fmt: skip
"""What keys do in the list of formats; arrows and pages also where something is typed or chosen."""

STEPS = {"right": 1, "l": 1, " ": 1, "left": -1, "h": -1}
"""What keys do in a line of words to choose from."""


class ExportScreen(ModalScreen[str | None]):
    """Returns what was done in one sentence, or None."""

    CSS_PATH = "export.tcss"
    AUTO_FOCUS = ""

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
        self._chosen = tuple(chosen)
        noted = article is not None and article.highlights + article.notes > 0
        self._what = Choice(
            "What", [*([THESE] if chosen else [ARTICLE] if noted else []), ALL, QUERY], id="what"
        )
        self._query = Input(id="query", compact=True, placeholder="as in a search: speaker:roe")
        self._formats = FormatsList()
        self._about = Static(id="about", markup=False)
        self._preview = VerticalScroll(Static(markup=False, id="text"), id="preview")
        self._to = Choice("To", [FILE, FOLDER, CLIPBOARD], id="to")
        self._path = Input(id="path", compact=True)
        self._status = StatusBar()
        self._suggested = ""
        self._asked: tuple[str, Wanted] | None = None  # whether to write over this file
        self._arranged: tuple[Wanted, str] | None = None
        self._writing: Worker[None] | None = None
        self._looking = Latest(self, self._look, self._show, pause=PAUSE)

    def compose(self) -> ComposeResult:
        """Show what, how and where to, with a look at it."""
        with Vertical(id="sheet") as sheet:
            sheet.border_title = "Export notes"
            yield self._what
            yield self._query
            with Horizontal(id="middle"):
                yield self._formats
                with Vertical():
                    yield self._about
                    yield self._preview
            yield self._to
            yield self._path
            yield self._status

    async def on_mount(self) -> None:
        """Begin in the list of formats, the reader's own among them."""
        self._preview.can_focus = True
        self._choose()
        self.set_focus(self._formats)
        try:
            self._formats.offer(await asyncio.to_thread(self._reading.formats))
        except NewsreaderError as error:
            self._say(str(error))

    def on_resize(self, event: events.Resize) -> None:
        """Say what a format is for in the list, or where that is narrow, over the preview."""
        self.set_class(event.size.width < WIDE, "-narrow")
        self._about.display = event.size.width < WIDE

    # what is chosen

    def on_choice_changed(self) -> None:
        """Show the other export."""
        self._choose()

    def on_formats_list_moved(self) -> None:
        """Show the other export."""
        self._choose()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look again at what is typed now."""
        event.stop()
        self._say("")
        if event.input is self._query:
            self._look_again()

    def _choose(self) -> None:
        """Show the parts that matter for what is chosen, and look at it, unless they are shown."""
        folders = [FOLDER] if self._formats.name_here == "markdown" else []
        self._to.offer([FILE, *folders, CLIPBOARD])
        if self._arranged == (chosen := (self._wanted(), self._to.value)):
            return  # a key brought it about, and the message of it comes later
        self._arranged = chosen
        self._query.display = self._what.value == QUERY
        self._path.display = self._to.value != CLIPBOARD
        self._about.update(guard(self._formats.format_here.about))
        self._suggest()
        self._say("")
        self._look_again()

    def _suggest(self) -> None:
        """Suggest a file or a folder; of one that the reader typed, only the ending changes."""
        only, folder = self._what.value == ARTICLE, self._to.value == FOLDER
        title = self._article.title if self._article and only and not folder else ""
        before, ending = self._suggested, "" if folder else self._formats.format_here.ending
        self._suggested = f"{exporting.name_for(title)}{ending}"
        typed = Path(self._path.value)
        if typed.name == before or not typed.name:
            self._path.value = str((typed.parent if before else Path.cwd()) / self._suggested)
        elif before and typed.suffix == Path(before).suffix:
            self._path.value = str(typed.with_suffix(Path(self._suggested).suffix))
        self._path.cursor_position = len(self._path.value)

    def _wanted(self) -> Wanted:
        name, what = self._formats.name_here, self._what.value
        if what == QUERY:
            return Wanted(name, query=self._query.value.strip() or None)
        if what == THESE:
            return Wanted(name, chosen=self._chosen)
        only = self._article.id if self._article and what == ARTICLE else None
        return Wanted(name, article_id=only)

    # the preview

    def _look_again(self) -> None:
        self._looking.ask(self._wanted())

    def _look(self, wanted: Wanted) -> Preview:
        return exporting.preview(self._reading, wanted)

    def _show(self, wanted: Wanted, seen: Preview | NewsreaderError) -> None:  # noqa: ARG002 - the latest
        if isinstance(seen, NewsreaderError):
            self._say(str(seen))
        text = "" if isinstance(seen, NewsreaderError) else guard(seen.text, multiline=True)
        shortened = isinstance(seen, Preview) and seen.shortened
        self._preview.border_title = (
            f"Preview of the first {ARTICLES} articles" if shortened else "Preview"
        )
        self._preview.query_one(Static).update(text)
        self._preview.scroll_home(animate=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that something unforeseen went wrong, and go on."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self._status.say_failure(event.worker.error)

    def _say(self, problem: str) -> None:
        """Say what is wrong, or what the keys do."""
        self._status.say(problem, error=bool(problem))
        does = "copies" if self._to.value == CLIPBOARD else "writes"
        hints = [("write", "Enter", does), ("next", "Tab", "next"), ("leave", "Esc", "leaves")]
        self._status.hint([Hint(*hint) for hint in hints])

    # writing

    def action_write(self) -> None:
        """Write or copy; a file that is there is replaced only at the second time of asking."""
        if self._writing is None or self._writing.is_finished:
            self._writing = self._write()

    @work(group="write", exit_on_error=False)
    async def _write(self) -> None:
        try:
            said = await (self._copied() if self._to.value == CLIPBOARD else self._saved())
        except NewsreaderError as error:
            self._say(str(error))
            return
        if not said:
            self._say("")
        elif self.is_active:
            self.dismiss(said)

    async def _copied(self) -> str:
        return await copy(self.app, await self._text(self._wanted()), "Notes copied")

    async def _saved(self) -> str:
        typed, wanted, folder = self._path.value, self._wanted(), self._to.value == FOLDER
        target = await asyncio.to_thread(exporting.target_at, typed, folder=folder)
        if folder:
            self._status.say("Writing …")
            return await asyncio.to_thread(
                exporting.write_folder, self._reading, wanted, target.path
            )
        if target.is_there and self._asked != (typed, wanted):
            self._asked = typed, wanted
            raise ExportError("This file is there already: Enter again replaces it.")
        text = await self._text(wanted)
        if not self.is_active or (typed, wanted) != (self._path.value, self._wanted()):
            return ""  # the reader thought better of it
        await asyncio.to_thread(export.save, text, target.path)
        return f"Notes written to {target.path}"

    async def _text(self, wanted: Wanted) -> str:
        self._status.say("Writing …")
        return await asyncio.to_thread(exporting.written, self._reading, wanted)

    # keys

    @property
    def takes_keys(self) -> bool:
        """Tell whether keys are for this screen; see NewsreaderApp.on_event."""
        return self.is_active

    async def take_key(self, event: events.Key) -> None:
        """Do what a key means, before the next is looked at."""
        key = event.character if event.is_printable and event.character else event.key
        here = self.focused
        if key == "escape" or (key == "q" and not isinstance(here, Input)):
            self.action_leave()
        elif key == "enter":
            self.action_write()
        elif key in {"tab", "shift+tab"}:
            self.action_next(1 if key == "tab" else -1)
        elif isinstance(here, Choice) and key in STEPS:
            here.step(STEPS[key])
            self._choose()
        elif here is self._preview and key in SCROLLS:
            getattr(self._preview, f"action_{SCROLLS[key]}")()
        elif not (isinstance(here, Input) and edit(here, key)) and key in MOVES:
            getattr(self._formats, f"action_{MOVES[key]}")()
            self._choose()

    def take_text(self, text: str) -> None:
        """Put a pasted text where something is typed."""
        if isinstance(self.focused, Input):
            paste(self.focused, text)

    def action_next(self, step: int = 1) -> None:
        """Bring the focus to the next part."""
        parts: list[Widget] = [
            part
            for part in (
                self._what, self._query, self._formats, self._preview, self._to, self._path
            )
            if part.display
        ]  # fmt: skip
        here = parts.index(self.focused) if self.focused in parts else 0
        self.set_focus(parts[(here + step) % len(parts)])

    def on_status_bar_picked(self, event: StatusBar.Picked) -> None:
        """Do what was clicked."""
        getattr(self, f"action_{event.action}")()

    def action_leave(self) -> None:
        """Leave without writing."""
        if self.is_active:
            self.dismiss(None)
