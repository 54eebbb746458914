"""newsreader text: the text as the reader has it."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from itertools import islice

from newsreader.cli.arguments import UsageError
from newsreader.cli.articles import articles_at


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("location", metavar="LOCATION", help="a file, or - for standard input")


def run(options: Namespace) -> int:
    """Print exactly the text of the article, and a newline."""
    article, *more = islice(articles_at([options.location]), 2)
    if more:
        raise UsageError(f"{options.location} holds several articles.", "Name one of them.")
    sys.stdout.write(f"{article.text}\n")
    return 0
