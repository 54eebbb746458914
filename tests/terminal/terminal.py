"""The program as its readers run it: a process of its own in a pseudo-terminal."""

from __future__ import annotations

import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self

import pyte

KEYS = {"enter": "\r", "escape": "\x1b", "tab": "\t", "ctrl+s": "\x13", "backspace": "\x7f"}

PATIENCE = 10.0
"""Seconds to wait for something to be drawn before giving up; the usual wait is a fraction."""

# Private modes, queries and the like, which draw nothing and which pyte would draw as text.
_SILENT = re.compile(
    rb"\x1b\[[<=>][0-9;]*[A-Za-z]|\x1b\[\?[0-9;]*\$p|\x1b\[[0-9;]* q"
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP[^\x1b]*\x1b\\"
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;?<=>$ ]*|[\]P][^\x07\x1b]*\x1b?)?\Z")


class Terminal:
    """A terminal of `size` (columns, lines) in which one program runs.

    Leaving the block ends the program if it still runs.
    """

    def __init__(
        self,
        arguments: Sequence[str | Path],
        environment: Mapping[str, str],
        *,
        size: tuple[int, int] = (100, 30),
        stdin: bytes | None = None,
        folder: Path | None = None,
    ) -> None:
        """Start `python -m newsreader`; with `stdin`, that is piped in as standard input."""
        self.raw = b""
        self._undrawn = b""
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._end, theirs = pty.openpty()
        _set_size(theirs, size)
        source, sink = os.pipe() if stdin is not None else (theirs, None)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "newsreader", *map(str, arguments)],
            stdin=source,
            stdout=theirs,
            stderr=theirs,
            env=dict(environment),
            cwd=folder,
            start_new_session=True,
            preexec_fn=_take_terminal,  # noqa: PLW1509 - the parent has no threads of its own
        )
        os.close(theirs)
        if sink is not None:
            os.close(source)
            os.write(sink, stdin or b"")
            os.close(sink)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._end)

    @property
    def pid(self) -> int:
        """The number of the program's process."""
        return self._process.pid

    @property
    def text(self) -> str:
        """What stands on the screen, line by line."""
        return "\n".join(self._screen.display)

    @property
    def words(self) -> str:
        """What stands on the screen, wherever its lines break, without borders and bars."""
        return " ".join(re.sub(r"[─━│▌▐█▕▏|]", " ", self.text).split())

    def wait_for(self, *wanted: str) -> None:
        """Read what the program draws until all this stands on the screen."""
        self._read_until(lambda: all(text in self.words for text in wanted), " and ".join(wanted))

    def wait_without(self, unwanted: str) -> None:
        """Read what the program draws until this is gone from the screen."""
        self._read_until(lambda: unwanted not in self.words, f"no {unwanted}")

    def press(self, *keys: str) -> None:
        """Type keys by name, or text as it is."""
        for key in keys:
            os.write(self._end, KEYS.get(key, key).encode())

    def paste(self, text: str) -> None:
        """Paste a text the way terminals do, between brackets."""
        os.write(self._end, b"\x1b[200~" + text.encode() + b"\x1b[201~")

    def wait_for_raw(self, wanted: bytes) -> None:
        """Read what the program writes until these bytes are among it."""
        self._read_until(lambda: wanted in self.raw, repr(wanted))

    def resize(self, size: tuple[int, int]) -> None:
        """Change the size of the window."""
        self._screen.resize(lines=size[1], columns=size[0])
        _set_size(self._end, size)
        os.killpg(self._process.pid, signal.SIGWINCH)

    def wait_for_end(self) -> int:
        """Read until the program has ended, and return its exit code."""
        deadline = monotonic() + PATIENCE
        while self._read(deadline):
            pass
        return self._process.wait(PATIENCE)

    def _read_until(self, seen: Callable[[], bool], what: str) -> None:
        deadline = monotonic() + PATIENCE
        while not seen():
            if not self._read(deadline):
                raise AssertionError(f"not on the screen: {what}\n{self.text}")

    def _read(self, deadline: float) -> bool:
        """Take in one more piece; tell whether there was any before the deadline."""
        ready, _, _ = select.select([self._end], [], [], max(0.0, deadline - monotonic()))
        if not ready:
            return False
        try:
            piece = os.read(self._end, 1 << 16)
        except OSError as error:
            if error.errno != errno.EIO:  # how Linux says that nobody holds the other end
                raise
            return False
        self.raw += piece
        piece = self._undrawn + piece
        cut = _UNFINISHED.search(piece)
        at = cut.start() if cut else len(piece)
        self._undrawn = piece[at:]
        self._stream.feed(_SILENT.sub(b"", piece[:at]))
        return bool(piece)


def _take_terminal() -> None:
    """Make the terminal on standard output the controlling one of the new session."""
    fcntl.ioctl(1, termios.TIOCSCTTY, 0)


def _set_size(end: int, size: tuple[int, int]) -> None:
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
