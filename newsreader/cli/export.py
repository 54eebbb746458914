"""newsreader export: highlights and notes to a file, or to standard output."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from newsreader.cli.arguments import add_query
from newsreader.cli.library import open_reading
from newsreader.export import FORMATS, save


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    add_query(parser, required=False)
    parser.add_argument("--format", choices=FORMATS, required=True, help="how to write them")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write here, not to standard output"
    )


def run(options: Namespace) -> int:
    """Write the notes of the articles that a query finds, or all."""
    with open_reading(options) as reading:
        text = reading.export(options.format, " ".join(options.query))
    if options.output in (None, Path("-")):
        sys.stdout.write(text)
    else:
        save(text, options.output)
    return 0
