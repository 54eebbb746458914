"""Articles for the commands that need no library."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator

from newsreader import sources
from newsreader.analysis import analyze
from newsreader.cli.output import complain
from newsreader.errors import SourceError
from newsreader.model import Analysis, Article


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


def analysed_at(options: Namespace) -> Iterator[tuple[Article, Analysis]]:
    """Yield the articles at the locations asked for, each with its analysis.

    It is corrected where that is asked for, as the reader did in the library.
    """
    articles = articles_at(options.locations)
    if not options.corrected:
        yield from ((article, analyze(article.text)) for article in articles)
        return
    from newsreader.cli.library import open_reading
    from newsreader.reading.correcting import analysis_of

    with open_reading(options) as reading:
        yield from ((article, analysis_of(reading, article)) for article in articles)
