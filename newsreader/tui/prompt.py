"""A question asked on the bottom line, answered in one line."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Label


class Line(Input):
    """A line of text that, once answered, passes keys on to what has the focus then."""

    def __init__(self, take: Callable[[str], None]) -> None:
        """Give the answer to `take`, before any later key is looked at."""
        super().__init__(id="answer", compact=True)
        self._take = take
        self.answered = True
        self.complete: Callable[[str], str] | None = None

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and not self.answered:
            event.stop()
            event.prevent_default()
            self._take(self.value)
            return
        if event.key == "tab" and not self.answered:
            event.stop()
            event.prevent_default()
            if self.complete is not None:
                self.value = self.complete(self.value)
                self.cursor_position = len(self.value)
            return
        if not self.answered:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        # The focus is on its way back; Textual has no event for its arrival elsewhere.
        while self.is_attached and self.screen.focused in {None, self}:  # noqa: ASYNC110
            await asyncio.sleep(0)
        if self.screen.focused is not None:
            self.screen.focused.post_message(events.Key(event.key, event.character))


class Prompt(Horizontal):
    """Asks for a line of text; Enter answers, Esc does not."""

    def __init__(self, stands_for: Widget) -> None:
        """Ask in the place of another widget, which is hidden meanwhile."""
        super().__init__(id="prompt")
        self._stands_for = stands_for
        self._label = Label(markup=False)
        self._input = Line(self.take)
        self._count = Label(markup=False, id="count")
        self._answer: asyncio.Future[str | None] | None = None
        self._typed: Callable[[str], str] = lambda _: ""
        self.display = False

    def compose(self) -> ComposeResult:
        """Lay the question, the answer and a count side by side."""
        yield self._label
        yield self._input
        yield self._count

    def ask(
        self,
        label: str,
        value: str = "",
        typed: Callable[[str], str] = lambda _: "",
        complete: Callable[[str], str] | None = None,
    ) -> asyncio.Future[str | None]:
        """Ask, and return what the reader will answer: None when they would rather not.

        `typed` hears of each change and returns what to show beside the answer; `complete` returns
        what Tab makes of it; then what is typed goes on from `value`, else it takes its place.
        """
        self.cancel()
        answer = self._answer = asyncio.get_running_loop().create_future()
        answer.add_done_callback(lambda _: self._show(asking=False))
        self._typed, self._input.complete = typed, complete
        self._input.select_on_focus = complete is None
        self._label.update(f" {label} ")
        with self.prevent(Input.Changed):
            self._input.value = value
        self._input.cursor_position = len(value)
        self._count.update(typed(value))
        self._show(asking=True)
        self.screen.set_focus(self._input)
        return answer

    def _show(self, *, asking: bool) -> None:
        self.display = asking
        self._input.answered = not asking
        self._stands_for.display = not asking

    def cancel(self) -> None:
        """Take the question back."""
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(None)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what has been typed so far."""
        event.stop()
        if self.display:
            self._count.update(self._typed(event.value))

    def take(self, answer: str) -> None:
        """Take the answer."""
        if self._answer is not None and not self._answer.done():
            self._input.answered = True
            self._typed(answer)  # the last changes may not have been told of yet
            self._answer.set_result(answer)

    def on_key(self, event: events.Key) -> None:
        """Let Esc cancel; Tab stays here; the other keys are the line's own."""
        if event.key == "escape":
            self.cancel()
        if event.key in {"escape", "tab", "shift+tab"}:
            event.stop()
