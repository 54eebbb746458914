"""Time the screen against a bare Textual app: `python benchmarks/screen.py [RUNS]`.

Prints medians, measured in turn in one run, so that a busy machine slows both alike: start to
the first full frame, peak memory, and key to paint in an article of 100,000 words.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import statistics
import struct
import sys
import tempfile
import termios
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    BINDINGS = [("Q", "quit", "")]
    def compose(self):
        yield Static("READY-TO-READ")
Hello().run()
"""
SENTENCE = "“The timber is soft to the touch,” harbour master Tobias Renn said on Monday. "
SIZE = struct.pack("HHHH", 36, 120, 0, 0)
KEYS = ("j", " ", "k", "G", "g")
"""Pressed in turn, so that each has something to paint."""

QUIET = 0.1  # seconds without output after which a frame is taken to be whole
PATIENCE = 120  # seconds without output after which a program is taken to be stuck


class Screen:
    """A program in a pseudo-terminal of 120 columns and 36 lines."""

    def __init__(self, command: Sequence[str], home: str) -> None:
        """Start the program, with `home` for its files."""
        self.begun = perf_counter()
        self.pid, self._end = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, SIZE)
            own = {"TERM": "xterm-256color", "XDG_DATA_HOME": home, "TEXTUAL_ANIMATIONS": "none"}
            os.execvpe(command[0], [*command], {**os.environ, **own})  # noqa: S606 - no shell wanted

    def wait_for(self, *texts: bytes) -> float:
        """Return the milliseconds from the start until all these texts were written."""
        seen = b""
        while any(text not in seen for text in texts):
            seen += self._read()
        return (perf_counter() - self.begun) * 1000

    def answer(self, key: bytes, text: bytes = b"") -> float:
        """Return the milliseconds from a key to the first of what it painted, or until `text`."""
        while select.select([self._end], [], [], QUIET)[0]:
            self._read()
        pressed = perf_counter()
        os.write(self._end, key)
        seen = self._read()
        while text not in seen:
            seen += self._read()
        return (perf_counter() - pressed) * 1000

    def _read(self) -> bytes:
        if not select.select([self._end], [], [], PATIENCE)[0]:
            raise TimeoutError(f"Nothing was written for {PATIENCE} seconds.")
        return os.read(self._end, 1 << 16)

    def quit(self) -> float:
        """End the program and return its peak memory in MB."""
        os.write(self._end, b"Q")
        try:
            while os.read(self._end, 1 << 16):
                pass
        except OSError:
            pass
        usage = os.wait4(self.pid, 0)[2]
        os.close(self._end)
        return usage.ru_maxrss / 1024


def start(command: Sequence[str], text: bytes, home: str) -> tuple[float, float]:
    """Return the start in milliseconds and the peak memory in MB."""
    screen = Screen(command, home)
    return screen.wait_for(text), screen.quit()


def main() -> None:
    """Measure, and print a table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    with tempfile.TemporaryDirectory() as home:
        article = Path(home) / "article.txt"
        article.write_text("The pier\n\nREADY-TO-READ. " + SENTENCE * 60, "utf-8")
        ours = [sys.executable, "-m", "newsreader", str(article)]
        hello = [sys.executable, "-c", HELLO]
        start(ours, b"READY-TO-READ", home)
        pairs = [
            (start(ours, b"READY-TO-READ", home), start(hello, b"READY-TO-READ", home))
            for _ in range(runs)
        ]
        for name, n, unit in (("start", 0, "ms"), ("peak memory", 1, "MB")):
            mine = statistics.median(pair[0][n] for pair in pairs)
            bare = statistics.median(pair[1][n] for pair in pairs)
            print(f"{name}: {mine:.0f} {unit}, bare Textual {bare:.0f}: ratio {mine / bare:.2f}")
        long = Path(home) / "long.txt"
        long.write_text("The pier\n\n" + (SENTENCE * 5 + "\n\n") * 1539, "utf-8")
        screen = Screen([sys.executable, "-m", "newsreader", str(long)], home)
        screen.wait_for(b"Quotes \xc2\xb7 7")
        times = [[screen.answer(key.encode()) for key in KEYS] for _ in range(runs)]
        for key, taken in zip(KEYS, zip(*times, strict=True), strict=True):
            print(f"key {key!r} to paint in 100,000 words: {statistics.median(taken):.1f} ms")
        screen.quit()


if __name__ == "__main__":
    main()
