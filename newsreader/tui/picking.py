"""Lists to pick from in a dialog: things to do by their keys, and names by typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.message import Message

from newsreader.safety import guard
from newsreader.tui.cases import Candidate
from newsreader.tui.line_list import Line, LineList, spread
from newsreader.tui.wrap import cells, fit

NEW = "a new name"
"""What is said of a name that is not known yet."""


class Choice(NamedTuple):
    """Something to do, at one key."""

    key: str
    label: str


class Choices(LineList):
    """A few things to do; a click picks one as its key does."""

    BACKGROUND = "surface"

    class Picked(Message):
        """A choice was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._choices: Sequence[Choice] = ()

    @property
    def count(self) -> int:
        """How many choices there are."""
        return len(self._choices)

    def show(self, choices: Sequence[Choice]) -> None:
        """Show these choices; the cursor stays."""
        self._choices = choices
        self.renew()

    def with_key(self, key: str) -> int | None:
        """Return the index of the choice at a key."""
        return next((n for n, choice in enumerate(self._choices) if choice.key == key), None)

    def row(self, index: int, width: int) -> Sequence[Line]:
        """Draw a choice: its key, and what it does."""
        choice = self._choices[index]
        return [[(f" {choice.key} ", "accent"), (f" {fit(choice.label, width - 5)}", "plain")]]

    def chosen(self, index: int) -> None:
        """Say which choice was clicked."""
        self.post_message(self.Picked(index))


class Names(LineList):
    """Names, of which only those are shown that hold what is typed; and that itself, if new."""

    BACKGROUND = "surface"
    CURSOR_AWAY = "cursor"  # the focus is where a name is typed

    class Picked(Message):
        """A name was clicked."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._all: Sequence[Candidate] = ()
        self._shown: list[Candidate] = []
        self._begin = ""
        self._free = False
        self._typed: str | None = None

    @property
    def count(self) -> int:
        """How many names are shown."""
        return len(self._shown)

    @property
    def name_here(self) -> str | None:
        """The name under the cursor."""
        return self._shown[self.cursor].name if self._shown else None

    def offer(self, names: Sequence[Candidate], *, free: bool, begin: str) -> None:
        """Offer these names, and where `free` any other that is typed instead of `begin`."""
        self._all, self._free, self._begin = names, free, begin
        self.EMPTY = "Type a name." if free else "No such name."
        self._typed = None
        self.narrow(begin)

    def narrow(self, typed: str) -> None:
        """Show what fits to what is typed; a name typed over another comes first."""
        if typed == self._typed:
            return
        self._typed, name = typed, " ".join(guard(typed).split())
        wanted = "" if name == self._begin else name.casefold()
        self._shown = [each for each in self._all if wanted in guard(each.name).casefold()]
        if self._free and name and name not in {self._begin, *(each.name for each in self._all)}:
            # What is typed over another name is meant; else it may be the beginning of a known one.
            self._shown.insert(0 if self._begin else len(self._shown), Candidate(name, NEW))
        same = (n for n, each in enumerate(self._shown) if each.name.casefold() == wanted)
        whole = next((n for n in same if self._shown[n].about != NEW), 0)
        self.renew(cursor=whole)

    def row(self, index: int, width: int) -> Sequence[Line]:
        """Draw a name, and what it is."""
        name, about = self._shown[index]
        left = fit(guard(name), width - cells(about) - 4)
        return [spread((f" {left}", "strong"), (f"{about} ", "quiet"), width)]

    def chosen(self, index: int) -> None:
        """Say which name was clicked."""
        self.post_message(self.Picked(self._shown[index].name))
