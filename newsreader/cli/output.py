"""What is written to standard output and standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from textwrap import TextWrapper
from time import monotonic

from newsreader.errors import NewsreaderError
from newsreader.safety import guard

_EXCERPT = 120  # characters, two lines

WIDTH = 79  # columns of text; a terminal of 80 then never wraps by itself


def articles(count: int) -> str:
    """Say how many articles."""
    return f"{count:,} {'article' if count == 1 else 'articles'}"


def excerpt(words: str, *, whole: bool = False) -> str:
    """Return words on one line, cut short where they are many, unless the `whole` is wanted."""
    line = " ".join(words.split())
    return line if whole or len(line) <= _EXCERPT else line[: _EXCERPT - 1] + "…"


def complain(error: NewsreaderError) -> None:
    """Say on standard error what went wrong."""
    print(f"newsreader: {guard(str(error))}", file=sys.stderr)


def say(text: str = "", *, indent: int = 0, hang: int = 0) -> None:
    """Print text, made harmless and wrapped; lines after the first are indented by `hang` more."""
    print(folded(text, indent=indent, hang=hang))


def folded(text: str, *, indent: int = 0, hang: int = 0) -> str:
    """Return text as `say` prints it; what has no spaces, such as a path, stays whole."""
    wrapper = TextWrapper(
        WIDTH,
        " " * indent,
        " " * (indent + hang),
        break_on_hyphens=False,
        break_long_words=False,
    )
    return "\n".join(map(wrapper.fill, guard(text, multiline=True).split("\n")))


def print_array(rows: Iterable[Mapping[str, object]]) -> bool:
    """Print rows as a JSON array, each on a line as it comes; tell whether there was any."""
    from newsreader.export.json_text import dump

    opening = "["
    for row in rows:
        print(opening + dump(row), end="")
        opening = ",\n "
    print("[]" if opening == "[" else "]")
    return opening != "["


class Progress:
    """One line on standard error that tells how far a command is; only on a terminal."""

    PAUSE = 0.1  # seconds; more often only slows the terminal
    BAR = 20  # columns

    def __init__(self) -> None:
        self._on_terminal = sys.stderr.isatty()
        self._begun = monotonic()
        self._due = 0.0

    def show(self, text: str) -> None:
        """Put this text in place of the line, unless it has only just changed."""
        if self._on_terminal and monotonic() >= self._due:
            self._due = monotonic() + self.PAUSE
            print(f"\r\x1b[K{guard(text)}", end="", file=sys.stderr, flush=True)

    def so_far(self, done: int, total: int) -> None:
        """Show how much of something is done, how fast it goes, and how long it will take yet.

        `total` 0: nobody knows yet.
        """
        rate = done / max(monotonic() - self._begun, 0.001)
        if not total:
            self.show(f"{done:,} · {rate:,.0f} a second")
            return
        full = self.BAR * done // total
        left = round((total - done) / max(rate, 0.001))
        self.show(
            f"{'█' * full}{'░' * (self.BAR - full)} {done:,} of {total:,} · {rate:,.0f} a second · "
            f"{left // 60}:{left % 60:02} left"
        )

    def clear(self) -> None:
        """Take the line away, so that others can be printed."""
        self._due = 0.0
        self.show("")
