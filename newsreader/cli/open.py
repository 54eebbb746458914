"""newsreader alone, or with locations: the reader on the screen."""

from __future__ import annotations

import gc
import io
import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from newsreader.cli.arguments import COMMANDS, UsageError


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "locations",
        nargs="*",
        metavar="LOCATION",
        help="what to read: files, folders, - for standard input; none: the library",
    )


def run(options: Namespace) -> int:
    """Open the screen on these locations and return its exit code."""
    locations: list[str] = options.locations
    if locations:
        _refuse_typing_error(locations[0])
    if not sys.stdout.isatty():
        raise UsageError(
            "The reader needs a terminal, and standard output is none.",
            "The commands text, quotes, entities, search, notes and export do without.",
        )
    stdin = None
    if "-" in locations:
        stdin = io.BytesIO(sys.stdin.buffer.read())
        _type_at_the_terminal()
    elif not locations and not sys.stdin.isatty():
        raise UsageError(
            "Standard input is not a terminal.", "Use newsreader - to read an article from it."
        )
    from newsreader import settings

    # Nothing made while importing is garbage, and looking for some costs a tenth of the start. The
    # screen turns the collector on again after its first frame.
    gc.disable()
    from newsreader.tui.app import run as run_app

    return run_app(locations, settings.load(options.config, options.library), stdin=stdin)


def _type_at_the_terminal() -> None:
    """Make the terminal the standard input again, once what was piped in has been read."""
    if not sys.stdin.isatty() and os.name == "posix":
        terminal = os.open(os.ctermid(), os.O_RDWR)
        os.dup2(terminal, 0)
        os.close(terminal)


def _refuse_typing_error(first: str) -> None:
    """Raise UsageError where a file that is not there looks like a command."""
    if Path(first).exists():
        return
    from difflib import get_close_matches

    for command in get_close_matches(first, COMMANDS, n=1):
        raise UsageError(f"There is no file {first}.", f"Did you mean the command {command}?")
