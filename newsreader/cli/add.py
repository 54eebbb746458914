"""newsreader add: articles into the library."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Sequence
from threading import Thread

from newsreader import sources
from newsreader.cli.arguments import add_locations
from newsreader.cli.library import open_reading
from newsreader.cli.output import Progress, articles, complain, say
from newsreader.errors import SourceError
from newsreader.library.articles import Stored


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    add_locations(parser)
    parser.add_argument(
        "--no-analysis",
        dest="analysing",
        action="store_false",
        help="leave quotes and names for later: newsreader analyze, or when the article is opened",
    )


def run(options: Namespace) -> int:
    """Add what can be read, complain of the rest, and say how much was kept."""
    counts: Counter[str] = Counter()
    progress, total, failed = Progress(), _Total(options.locations), 0
    with open_reading(options) as reading:
        total.start()
        try:
            for outcome in reading.add(
                options.locations, stdin=sys.stdin.buffer, analysing=options.analysing
            ):
                if isinstance(outcome, SourceError):
                    failed += 1
                    progress.clear()
                    complain(outcome)
                else:
                    counts[_fate(outcome)] += 1
                progress.so_far(counts.total() + failed, total.known)
        finally:  # what was kept is kept, even when stopped or out of room
            progress.clear()
            _say_summary(counts)
    return 0 if counts else 2


class _Total(Thread):
    """Counts what there is to read, while the reading goes on; `known` is 0 until it is counted."""

    def __init__(self, locations: Sequence[str]) -> None:
        super().__init__(daemon=True)
        self._locations = locations
        self.known = 0

    def run(self) -> None:
        """Count; files that turn out to be no articles are counted too."""
        self.known = sum(
            1 if location == "-" else sum(1 for _ in sources.places(location))
            for location in self._locations
        )


def _fate(stored: Stored) -> str:
    if stored.new:
        return "added"
    if stored.edited:
        return "changed"
    return "restored" if stored.restored else "known"


def _say_summary(counts: Counter[str]) -> None:
    if not counts:
        return
    parts = [f"{articles(counts['added'])} added"]
    parts += [f"{counts['changed']:,} in a new version"] if counts["changed"] else []
    parts += [f"{counts['restored']:,} taken out of the bin"] if counts["restored"] else []
    parts += [f"{counts['known']:,} known already"] if counts["known"] else []
    say(f"{', '.join(parts)}.")
