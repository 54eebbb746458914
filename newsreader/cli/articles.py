"""Articles for the commands that need no library."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from newsreader import sources
from newsreader.cli.output import complain
from newsreader.errors import SourceError
from newsreader.model import Article


def articles_at(locations: Iterable[str]) -> Iterator[Article]:
    """Yield the articles at these locations one by one, and complain of what is none.

    Ends the command with exit code 2 when there was no article at all.
    """
    found = False
    for location in locations:
        for article in sources.read(location, stdin=sys.stdin.buffer):
            if isinstance(article, SourceError):
                complain(article)
            else:
                found = True
                yield article
    if not found:
        raise SystemExit(2)
