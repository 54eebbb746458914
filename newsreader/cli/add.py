"""newsreader add: articles into the library."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections import Counter

from newsreader.cli.arguments import add_locations
from newsreader.cli.library import open_reading
from newsreader.cli.output import Progress, complain, say
from newsreader.errors import SourceError
from newsreader.library.articles import Stored


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    add_locations(parser)


def run(options: Namespace) -> int:
    """Add what can be read, complain of the rest, and say how much was kept."""
    counts: Counter[str] = Counter()
    progress = Progress()
    with open_reading(options) as reading:
        try:
            for outcome in reading.add(options.locations, stdin=sys.stdin.buffer):
                if isinstance(outcome, SourceError):
                    progress.clear()
                    complain(outcome)
                else:
                    counts[_fate(outcome)] += 1
                progress.show(_articles(counts.total()))
        finally:  # what was kept is kept, even when stopped or out of room
            progress.clear()
            _say_summary(counts)
    return 0 if counts else 2


def _fate(stored: Stored) -> str:
    if stored.new:
        return "added"
    return "changed" if stored.edited else "known"


def _say_summary(counts: Counter[str]) -> None:
    if not counts:
        return
    parts = [f"{_articles(counts['added'])} added"]
    parts += [f"{counts['changed']:,} in a new version"] if counts["changed"] else []
    parts += [f"{counts['known']:,} known already"] if counts["known"] else []
    say(f"{', '.join(parts)}.")


def _articles(count: int) -> str:
    return f"{count:,} {'article' if count == 1 else 'articles'}"
