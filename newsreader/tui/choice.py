"""A few words of which one is picked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text
from textual import events
from textual.message import Message
from textual.widget import Widget

from newsreader.tui.look import look_of
from newsreader.tui.wrap import cells

LABEL = 8
"""Cells of the label before the words."""


class Choice(Widget, can_focus=True):
    """One of a few words on a line; a click picks one."""

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

    def offer(self, options: Sequence[str]) -> None:
        """Offer other words; the one that is picked stays so, if it is among them."""
        value, self._options = self.value, tuple(options)
        self._picked = self._options.index(value) if value in self._options else 0
        self.refresh()

    def step(self, by: int) -> None:
        """Pick the word so many after the one that is picked."""
        self._pick((self._picked + by) % len(self._options))

    def _pick(self, index: int) -> None:
        self._picked = index
        self.refresh()
        self.post_message(self.Changed())

    def _words(self) -> Iterator[str]:
        for n, option in enumerate(self._options):
            yield f"({option}) " if n == self._picked else f" {option}  "

    def render(self) -> Text:
        """Draw the words, the picked one standing out."""
        look, text = look_of(self.app), Text(f"{self._label:<{LABEL}}", no_wrap=True)
        for n, word in enumerate(self._words()):
            text.append(word, look["accent" if n == self._picked else "quiet"])
        return text

    def on_click(self, event: events.Click) -> None:
        """Pick the word that was clicked."""
        right = LABEL
        for n, word in enumerate(self._words()):
            left, right = right, right + cells(word)
            if left <= event.x < right:
                self._pick(n)
