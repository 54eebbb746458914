"""The versions of an article: what changed from one to the next, read, restored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker, WorkerState, get_current_worker

from newsreader.errors import NewsreaderError
from newsreader.model import Version
from newsreader.model.words import words_of
from newsreader.reading import OpenArticle, Reading
from newsreader.tui import comparing
from newsreader.tui.actions import Action, Keymap, key_label
from newsreader.tui.column import Column
from newsreader.tui.comparing import Page
from newsreader.tui.editing import pressed
from newsreader.tui.edits import day
from newsreader.tui.heading import Heading
from newsreader.tui.line_list import Line, LineList, spread
from newsreader.tui.wrap import cells, fit

MOST_ROWS = 6
"""Versions that are listed at a time; the changes need the room."""

WIDTH = 100
"""Cells of the sheet at most."""

MEASURE = 80
"""Characters in a line of the changes at most."""

HINTS = {
    "choose": "reads it", "restore_version": "restores it", "page_down": "pages",
    "next_pane": "switches", "back": "leaves",
}  # fmt: skip
"""The actions that the last line reminds of."""

_PAGES = ("page_down", "page_up", "half_page_down", "half_page_up")
_MOVES = ("line_down", "line_up", "top", "bottom")
_OWN = ("next_pane", "previous_pane", "choose", "restore_version", "versions", "back", "leave")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A version to read, or to make the latest again."""

    version: Version
    restore: bool


@dataclass
class Compared(Message):
    """What changed in a version, set as a page."""

    version_id: int
    heading: Heading
    page: Page


class Versions(LineList):
    """The versions of an article, the newest first."""

    BACKGROUND = "surface"
    CURSOR_AWAY = "cursor"  # what changed in it stands below

    class Moved(Message):
        """The cursor came to another version."""

    def __init__(self, versions: Sequence[Version], opened: OpenArticle) -> None:
        super().__init__(id="versions")
        self._versions = versions
        self._opened = opened
        self._words: dict[int, int] = {}  # in a version; counted once, a text may be a book

    def begin(self) -> None:
        """Put the cursor on the version that is read."""
        ids = [version.id for version in reversed(self._versions)]
        self.renew(cursor=ids.index(self._opened.version.id))

    @property
    def count(self) -> int:
        """How many versions there are."""
        return len(self._versions)

    @property
    def pair(self) -> tuple[Version | None, Version]:
        """The version before the one under the cursor, and that one."""
        number = self.count - self.cursor
        return self._versions[number - 2] if number > 1 else None, self._versions[number - 1]

    def row(self, index: int, width: int) -> Sequence[Line]:
        """Draw a version: when it came in, how long it is, what it is."""
        number = self.count - index
        version = self._versions[number - 1]
        when = f"{day(version.fetched)}, {version.fetched:%H:%M} UTC"
        what = ["the latest"] if version.id == self._opened.history.latest_id else []
        what += ["open"] if version.id == self._opened.version.id else []
        if version.id not in self._words:
            self._words[version.id] = len(words_of(version.text))
        about = " · ".join([*what, f"{self._words[version.id]:,} words "])
        left = fit(f" {number:>2}  {when}", width - cells(about) - 1)
        return [spread((left, "strong"), (about, "quiet"), width)]

    def moved(self, index: int) -> None:  # noqa: ARG002 - it is the one under the cursor
        """Tell that another version is under the cursor."""
        self.post_message(self.Moved())

    def chosen(self, index: int) -> None:
        """Show what changed in the version that was clicked."""
        self.moved(index)


class Changed(Column):
    """What changed from one version to the next."""

    BACKGROUND = "surface"


class VersionsScreen(ModalScreen[Chosen | None]):
    """Returns the version that the reader chose, or None."""

    CSS_PATH = "versions.tcss"

    def __init__(
        self,
        reading: Reading,
        opened: OpenArticle,
        versions: Sequence[Version],
        actions: Sequence[Action],
    ) -> None:
        super().__init__()
        self._reading = reading
        self._opened = opened
        self._actions = [each for each in actions if each.name in {*_MOVES, *_PAGES, *_OWN}]
        self._keymap = Keymap(self._actions)
        self._list = Versions(versions, opened)
        self._changed = Changed(MEASURE, id="changed")

    def compose(self) -> ComposeResult:
        """Show the list, what changed, and the keys."""
        keys = {action.name: key_label(action.keys[0]) for action in self._actions if action.keys}
        hints = " · ".join(f"{keys[name]} {does}" for name, does in HINTS.items() if name in keys)
        with Vertical(id="sheet") as sheet:
            sheet.border_title = "Versions of this article"
            yield self._list
            yield self._changed
            yield Static(hints, id="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the version that is read."""
        self._list.begin()
        self.set_focus(self._list)
        self._look()

    def on_resize(self, event: events.Resize) -> None:
        """Give the list what it needs, and the changes the rest."""
        self._list.styles.height = min(self._list.count, MOST_ROWS)
        self._changed.fit(min(WIDTH, event.size.width) - 4)

    # what changed

    def on_versions_moved(self) -> None:
        """Show what changed in another version."""
        self._look()

    def _look(self) -> None:
        before, version = self._list.pair
        if before is None:
            page = comparing.alone("This is how the article first came in.")
            self.on_compared(Compared(version.id, Heading("The first version"), page))
        else:
            self._changed.show(Heading("…"), "")
            self._compare(before, version)

    @work(thread=True, group="compare", exclusive=True, exit_on_error=False)
    def _compare(self, before: Version, version: Version) -> None:
        worker = get_current_worker()
        try:
            changes = self._reading.changes(before, version)
            placed = self._reading.open(version.article_id, version.id).placed
            page = comparing.compare(before, version, changes, placed)
            told = f"{changes.removed:,} words removed, {changes.added:,} added"
        except NewsreaderError as error:
            page, told = comparing.alone(str(error)), ""
        title = f"What changed in version {self._opened.history.number(version.id)}"
        if not worker.is_cancelled:
            self.post_message(Compared(version.id, Heading(title, (told,)), page))

    def on_compared(self, event: Compared) -> None:
        """Show what changed, if it is about the version under the cursor."""
        if event.version_id == self._list.pair[1].id:
            self._changed.show(event.heading, event.page.text)
            self._changed.paint("edits", event.page.marks)
            self._changed.mark_margin(event.page.margin)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that something unforeseen went wrong."""
        if event.state is WorkerState.ERROR:
            self._changed.show(Heading("newsreader made a mistake"), str(event.worker.error))

    # keys

    @property
    def takes_keys(self) -> bool:
        """Tell whether keys are for this screen; see NewsreaderApp.on_event."""
        return self.is_active

    async def take_key(self, event: events.Key) -> None:
        """Do what a key means, before the next is looked at."""
        action = self._keymap.meaning((pressed(event),))
        if action is None:
            return
        carrier: Widget = self
        if action.name in _PAGES:
            carrier = self._changed
        elif action.name in _MOVES:
            carrier = self._changed if self._changed.has_focus else self._list
        getattr(carrier, f"action_{action.name}")()

    def action_next_pane(self) -> None:
        """Move the focus between the list and the changes."""
        self.set_focus(self._list if self._changed.has_focus else self._changed)

    def action_previous_pane(self) -> None:
        """Move the focus between the list and the changes."""
        self.action_next_pane()

    def action_choose(self) -> None:
        """Read the version under the cursor."""
        self.dismiss(Chosen(self._list.pair[1], restore=False))

    def action_restore_version(self) -> None:
        """Make the version under the cursor the latest again."""
        self.dismiss(Chosen(self._list.pair[1], restore=True))

    def action_versions(self) -> None:
        """Leave."""
        self.dismiss(None)

    def action_back(self) -> None:
        """Leave."""
        self.dismiss(None)

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(None)
