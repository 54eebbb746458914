"""The lines above and below the panes: which pane is shown, what happened, what the keys do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.text import Text
from textual import events
from textual.message import Message
from textual.widget import Widget

from newsreader.errors import NewsreaderError
from newsreader.safety import guard
from newsreader.tui.look import look_of
from newsreader.tui.wrap import Wrapped, cells, fit

MOST_LINES = 4
"""Lines that the longest message may take."""


class Hint(NamedTuple):
    """An action that matters here, its key, and what it does in a word."""

    action: str
    key: str
    label: str


class StatusBar(Widget):
    """What happened last, or what is under the cursor; and the keys that matter here."""

    class Picked(Message):
        """A hint was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self) -> None:
        super().__init__(id="status")
        self._message = ""
        self._is_error = False
        self._hints: tuple[Hint, ...] = ()
        self._progress = ""

    @property
    def message(self) -> str:
        """What is being said."""
        return self._message

    def say(self, message: str, *, error: bool = False) -> None:
        """Show a message until the next one, on as many lines as it needs."""
        said = guard(("! " if error else "") + message)
        if said == self._message:
            return  # to draw this line costs as much as the panes above it
        self._message, self._is_error = said, error
        self.styles.height = min(MOST_LINES, len(self._set()))
        self.refresh()

    def say_failure(self, error: BaseException) -> None:
        """Say what went wrong; where that is unforeseen, that it is newsreader's mistake."""
        if isinstance(error, NewsreaderError):
            self.say(str(error), error=True)
            return
        what = f"{type(error).__name__}: {error}"
        self.say(f"newsreader made a mistake ({what}); please report it.", error=True)

    def _set(self) -> list[str]:
        width = self.size.width or self.app.size.width
        wrapped = Wrapped(self._message, max(1, width - 2))
        return [self._message[a:b] for a, b in zip(wrapped.starts, wrapped.ends, strict=True)]

    def on_resize(self) -> None:
        """Take as many lines as the message needs now."""
        self.styles.height = min(MOST_LINES, len(self._set()))

    def hint(self, hints: Sequence[Hint]) -> None:
        """Show some keys and what they do, as far as there is room; a click does it."""
        self._hints = tuple(hints)
        self.refresh()

    @property
    def progress(self) -> str:
        """What is being told of work in the background."""
        return self._progress

    def show_progress(self, progress: str) -> None:
        """Tell how far work in the background is, in the corner; an empty text ends it."""
        self._progress = guard(progress)
        self.refresh()

    def render(self) -> Text:
        """Draw the message on the left, hints and progress on the right, as far as they fit."""
        look, width, lines = look_of(self.app), self.size.width - 2, self._set()
        style = look["problem"] if self._is_error else ""
        if len(lines) > 1:
            shown = [*lines[: MOST_LINES - 1], fit(" ".join(lines[MOST_LINES - 1 :]), width)]
            return Text("\n".join(f" {line}" for line in shown if line), style, no_wrap=True)
        right, (hints, progress) = Text(no_wrap=True), self._fitting(width)
        for hint in hints:
            right.append(f"  {hint.key}", look["key"]).append(f" {hint.label}", look["quiet"])
        right.append(progress, look["accent"])
        left = Text(self._message, style, no_wrap=True)
        gap = " " * max(0, width - left.cell_len - right.cell_len)
        return Text(" ", no_wrap=True).append(left).append(gap).append(right)

    def _fitting(self, width: int) -> tuple[list[Hint], str]:
        """Return the hints and the progress that there is room for beside the message."""
        room = width - cells(self._message) - 1
        progress = f"  {self._progress}" if self._progress else ""
        if cells(progress) > room:
            progress = ""
        room -= cells(progress)
        hints: list[Hint] = []
        for hint in self._hints:
            room -= _cells_of(hint)
            if room < 0:
                break
            hints.append(hint)
        return hints, progress

    def on_click(self, event: events.Click) -> None:
        """Do what the hint says that was clicked."""
        width = self.size.width - 2
        hints, progress = self._fitting(width)
        left = 1 + width - sum(map(_cells_of, hints)) - cells(progress)
        for hint in hints if len(self._set()) == 1 else ():
            if left + 2 <= event.x < left + _cells_of(hint):
                self.post_message(self.Picked(hint.action))
            left += _cells_of(hint)


def _cells_of(hint: Hint) -> int:
    return 3 + cells(hint.key) + cells(hint.label)


class PaneBar(Widget):
    """The names of all panes, where only one of them can be shown."""

    class Picked(Message):
        """A pane's name was clicked."""

        def __init__(self, pane: str) -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, panes: Sequence[tuple[str, str]]) -> None:
        super().__init__(id="pane-bar")
        self._panes = dict(panes)
        self._headings: dict[str, str] = {}
        self._here = ""

    def show(self, here: str) -> None:
        """Mark the pane that is shown."""
        self._here = here
        self.refresh()

    def head(self, pane: str, heading: str) -> None:
        """Say what a pane's own heading does, which is not seen where it is alone."""
        self._headings[pane] = heading
        self.refresh()

    def _labels(self) -> Iterator[tuple[str, str]]:
        for pane, name in self._panes.items():
            here = pane == self._here
            yield pane, f"[{self._headings.get(pane, name)}] " if here else f" {name}  "

    def render(self) -> Text:
        """Draw the names, the present one standing out."""
        text = Text(no_wrap=True)
        for pane, label in self._labels():
            text.append(label, look_of(self.app)["accent"] if pane == self._here else "")
        return text

    def on_click(self, event: events.Click) -> None:
        """Go to the pane whose name was clicked."""
        left = 0
        for pane, label in self._labels():
            left += len(label)
            if event.x < left:
                self.post_message(self.Picked(pane))
                return
