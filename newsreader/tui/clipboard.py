"""Text to the clipboard: through the terminal, and by what the platform has for it."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import Any

from textual.app import App

from newsreader.errors import ExportError
from newsreader.safety import guard

MOST = 74_994
"""Bytes of UTF-8 that are sent through the terminal: in base 64 and with what is around them they
make the 100,000 that many terminals take at most (OSC 52; xterm's control sequences)."""

PATIENCE = 2.0
"""Seconds that a program has for taking a text."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program that puts what it reads in the clipboard, in an `encoding`.

    It can where the environment variable `needs` is set; an empty one means where newsreader
    itself runs at the reader's desk, and not on another machine.
    """

    command: tuple[str, ...]
    needs: str = ""
    encoding: str = "utf-8"

    @property
    def is_there(self) -> bool:
        """Tell whether it could work here."""
        here = os.environ.get(self.needs) if self.needs else not os.environ.get("SSH_CONNECTION")
        return bool(here) and shutil.which(self.command[0]) is not None

    def take(self, text: str) -> bool:
        """Put a text in the clipboard; tell whether that was done, within PATIENCE."""
        try:
            done = subprocess.run(  # noqa: S603 - a command of our own, the text on standard input
                [shutil.which(self.command[0]) or self.command[0], *self.command[1:]],
                input=text.encode(self.encoding, "replace"),
                # Some stay to hold the clipboard, and would hold our pipes too.
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
        return done.returncode == 0


PROGRAMS = (
    Program(("wl-copy",), "WAYLAND_DISPLAY"),
    Program(("xclip", "-selection", "clipboard"), "DISPLAY"),
    Program(("xsel", "--clipboard", "--input"), "DISPLAY"),
    Program(("pbcopy",)),
    Program(("clip.exe",), encoding="utf-16-le"),
)
"""What Wayland, X11, macOS and Windows have, in the order they are tried."""


async def copy(app: App[Any], text: str, done: str) -> str:
    """Copy a text, and return what was `done` as a sentence that says what is known of it.

    It goes through the terminal, which never answers, and to the first program that takes it.
    Raises ExportError for a text that is too long for the one where there is none of the other.
    """
    text = guard(text, multiline=True)
    fits = len(text.encode()) <= MOST
    if fits:
        app.copy_to_clipboard(text)
    sure = await asyncio.to_thread(_taken, text)
    length = f"{len(text):,} characters"
    if not sure and not fits:
        raise ExportError(
            f"{length} are too much for the clipboard of many terminals: nothing was copied.",
            "Export to a file instead.",
        )
    return f"{done} ({length})." if sure else f"{done} ({length}), if the terminal allows it."


def _taken(text: str) -> bool:
    return any(program.take(text) for program in PROGRAMS if program.is_there)
