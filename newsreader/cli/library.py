"""newsreader library: what is in it, backups, checks; and how every command opens it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from newsreader import settings
from newsreader.cli.output import Progress, articles, print_array, say
from newsreader.reading import Reading

if TYPE_CHECKING:
    from newsreader.library.care import Step
    from newsreader.library.care.info import LibraryInfo
    from newsreader.library.care.verification import Problem

Found = TypeVar("Found")


def open_reading(options: Namespace) -> Reading:
    """Open the library that the options and the config file name.

    Raises SettingsError and LibraryError.
    """
    known = settings.load(options.config, options.library)
    return Reading(known.library, templates=known.templates)


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    tasks = parser.add_subparsers(dest="task", required=True, metavar="TASK")
    info = tasks.add_parser("info", help="what is in it, and when it was last backed up")
    info.add_argument("--json", action="store_true", help="answer with a JSON object")
    backup = tasks.add_parser("backup", help="copy it, while other programs may go on with it")
    backup.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE",
        help="where to: a file, or a folder; a file with the day in its name beside the library "
        "if left out",
    )
    verify = tasks.add_parser("verify", help="check that all is as it should be")
    verify.add_argument("--json", action="store_true", help="answer with a JSON array of problems")
    rebuild = tasks.add_parser("rebuild", help="make the index anew from the texts and notes")
    rebuild.add_argument("--analyses", action="store_true", help="analyse all articles anew too")
    salvage = tasks.add_parser(
        "salvage", help="save what can be read of a damaged one to a new one"
    )
    salvage.add_argument("file", type=Path, metavar="FILE", help="the new one")


def run(options: Namespace) -> int:
    """Do what was asked for."""
    return _TASKS[options.task](options)


def _info(options: Namespace) -> int:
    with open_reading(options) as reading:
        found = reading.info()
    if options.json:
        from newsreader.export.json_text import dump

        print(dump(_plain(asdict(found))))
        return 0
    for label, told in _told(found):
        say(f"{label:<13}{told}", hang=13)
    return 0


def _plain(value: object) -> object:
    """Return a value as JSON can hold it."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value.isoformat() if isinstance(value, datetime) else value


def _told(found: LibraryInfo) -> Iterator[tuple[str, str]]:
    from newsreader.export.citation import day

    yield "Articles", f"{found.articles:,}, {found.unread:,} unread, {found.starred:,} starred"
    if found.oldest and found.newest:
        yield "From", f"{day(found.oldest)} to {day(found.newest)}"
    yield "Versions", f"{found.versions:,}, {found.analysed:,} analysed"
    yield "Found", f"{found.quotes:,} quotes, {found.names:,} names"
    yield "Marked", f"{found.highlights:,} highlights, {found.notes:,} notes"
    yield "Corrected", f"{found.corrections:,}"
    yield "Queries", f"{found.saved_queries:,} saved"
    yield "In the bin", articles(found.in_bin)
    yield "Last backup", _last_backup(found)
    yield "File", f"{found.path}, {found.bytes / 1e6:,.1f} MB, schema {found.schema}"


def _last_backup(found: LibraryInfo) -> str:
    if found.last_backup is None:
        return "none: newsreader library backup makes one"
    made = found.last_backup.made.astimezone()
    return f"{made:%Y-%m-%d %H:%M}, {found.last_backup.location}"


def _backup(options: Namespace) -> int:
    with open_reading(options) as reading:
        place = reading.place_for_backup(options.file)
        for _ in _shown(reading.back_up(place)):
            pass
    say(f"Backed up to {place}")
    return 0


def _verify(options: Namespace) -> int:
    with open_reading(options) as reading:
        problems = _shown(reading.verify())
        if options.json:
            return 1 if print_array(map(asdict, problems)) else 0
        wrong = False
        for problem in problems:
            wrong = True
            _say_problem(problem)
    if not wrong:
        say("All is as it should be.")
    return 1 if wrong else 0


def _say_problem(problem: Problem) -> None:
    say(problem.what)
    say(problem.where, indent=2)
    say(problem.remedy, indent=2)


def _rebuild(options: Namespace) -> int:
    """Make anew what is derived; stopped, it goes on when run again."""
    with open_reading(options) as reading:
        try:
            reading.drop_derived(analyses=options.analyses)
            if options.analyses:
                _analyse(reading)
            for _ in _shown(reading.index_all()):
                pass
        except KeyboardInterrupt:
            say("Stopped: run it again to go on.")
            raise
        say(f"{articles(reading.info().articles)} indexed anew.")
    return 0


def _analyse(reading: Reading) -> None:
    progress, waiting = Progress(), reading.unanalysed()
    try:
        for done in reading.analyze_all(waiting):
            progress.so_far(done, len(waiting))
    finally:
        progress.clear()


def _salvage(options: Namespace) -> int:
    from newsreader.library.care.salvage import salvage

    damaged = settings.load(options.config, options.library).library
    for salvaged in _shown(salvage(damaged, options.file)):
        say(f"Saved to {options.file}: {_counted(salvaged.saved)}.")
        lost = _counted(salvaged.lost) or "nothing that is known of"
        say(f"Lost: {lost}. Pages of the file that could not be read: {salvaged.unreadable:,}.")
    say(
        f"{damaged} is as it was. Put the new file in its place to go on with it;"
        " newsreader library rebuild --analyses then makes index and analyses anew."
    )
    return 0


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(
        f"{what} {counts[table]:,}" for table, what in _CALLED.items() if counts[table]
    )


def _shown(steps: Iterable[Step | Found]) -> Iterator[Found]:
    """Show how far a piece of work is; yield what else it tells."""
    from newsreader.library.care import Step

    progress, what = Progress(), ""
    try:
        for step in steps:
            if isinstance(step, Step):
                if step.what != what:
                    progress, what = Progress(), step.what
                progress.so_far(step.done, step.total)
            else:
                progress.clear()
                yield step
    finally:
        progress.clear()


_CALLED: Mapping[str, str] = MappingProxyType(
    {
        "article": "articles",
        "version": "texts",
        "highlight": "highlights",
        "note": "notes",
        "article_tag": "tags of articles",
        "highlight_tag": "tags of highlights",
        "correction": "corrections",
        "saved_query": "saved queries",
    }
)
_TASKS: Mapping[str, Callable[[Namespace], int]] = MappingProxyType(
    {
        "info": _info,
        "backup": _backup,
        "verify": _verify,
        "rebuild": _rebuild,
        "salvage": _salvage,
    }
)
