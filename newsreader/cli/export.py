"""newsreader export: highlights and notes to a file, or to standard output."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from newsreader import settings
from newsreader.cli.arguments import UsageError, add_notes_query
from newsreader.cli.library import open_reading
from newsreader.cli.output import complain, say
from newsreader.errors import ExportError
from newsreader.export import FORMATS, Format, render, save
from newsreader.export.note_folder import write_folder
from newsreader.model.evidence import Evidence

_COLUMN = 15
_FATES = ("new", "updated", "unchanged")


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    add_notes_query(parser)
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
    parser.add_argument(
        "--folder",
        type=Path,
        metavar="FOLDER",
        help="with --format markdown: write a file an article into this folder, or update it "
        "there without touching what you wrote around it",
    )


def run(options: Namespace) -> int:
    """Write the notes of the articles that a query finds, or all."""
    with open_reading(options) as reading:
        if options.formats:
            _say_formats(reading.formats())
            return 0
        _check(options)
        known = settings.load(options.config, options.library)
        evidence = reading.noted(" ".join(options.query), known.colours)
        if options.folder:
            return _write_folder(evidence, options.folder)
        text = render(options.format, evidence, reading.formats())
    if options.output in (None, Path("-")):
        sys.stdout.write(text)
    else:
        save(text, options.output)
    return 0


def _check(options: Namespace) -> None:
    """Raise UsageError where the options do not go together."""
    if options.format is None:
        raise UsageError("--format is missing.", "See newsreader export --help, or --formats.")
    if options.folder and (options.format != "markdown" or options.output):
        raise UsageError("--folder goes with --format markdown, and without -o.")


def _write_folder(evidence: Sequence[Evidence], folder: Path) -> int:
    """Write the files of a folder; complain of those that are left alone, and return 1 then."""
    fates: Counter[str] = Counter()
    try:
        for written in write_folder(evidence, folder):
            if isinstance(written, ExportError):
                complain(written)
            fates["left" if isinstance(written, ExportError) else written.fate.value] += 1
    finally:  # what was written is there, even when it went no further
        told = [f"{fates[fate]:,} {fate}" for fate in _FATES if fates[fate]]
        if told:
            say(f"Notes: {', '.join(told)}.")
    return 1 if fates["left"] else 0


def _say_formats(formats: Mapping[str, Format]) -> None:
    for name, known in formats.items():
        say(f"{name:<{_COLUMN}}{known.about}", hang=_COLUMN)
