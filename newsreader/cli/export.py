"""newsreader export: highlights and notes to a file, or to standard output."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from newsreader.cli.arguments import UsageError, add_query
from newsreader.cli.library import open_reading
from newsreader.cli.output import say
from newsreader.export import FORMATS, save
from newsreader.reading import Reading

_COLUMN = 15


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    add_query(parser, required=False)
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        help=f"how to write them: {', '.join(FORMATS)}, or the name of a template of yours",
    )
    parser.add_argument(
        "--formats", action="store_true", help="list all formats, your templates among them"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write here, not to standard output"
    )


def run(options: Namespace) -> int:
    """Write the notes of the articles that a query finds, or all."""
    with open_reading(options) as reading:
        if options.formats:
            _say_formats(reading)
            return 0
        if options.format is None:
            raise UsageError("--format is missing.", "See newsreader export --help, or --formats.")
        text = reading.export(options.format, " ".join(options.query))
    if options.output in (None, Path("-")):
        sys.stdout.write(text)
    else:
        save(text, options.output)
    return 0


def _say_formats(reading: Reading) -> None:
    for name, known in reading.formats().items():
        say(f"{name:<{_COLUMN}}{known.about}", hang=_COLUMN)
