"""newsreader delete: articles into the bin, out of it, and away for good."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from newsreader.cli.arguments import UsageError
from newsreader.cli.library import open_reading
from newsreader.cli.output import articles, say
from newsreader.errors import NothingFound
from newsreader.library.bin import GRACE
from newsreader.reading import Reading


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "meant",
        nargs="*",
        metavar="LOCATION|QUERY",
        help="files, folders or addresses of articles; all else is a query for them",
    )
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--list", action="store_true", help="list what is in the bin")
    instead.add_argument(
        "--restore",
        action="store_true",
        help="take these out of the bin; without any, those that were put there last",
    )
    instead.add_argument(
        "--for-good", action="store_true", help="empty the bin; this cannot be undone"
    )


def run(options: Namespace) -> int:
    """Put articles in the bin, list it, take some out, or empty it."""
    if options.meant and (options.list or options.for_good):
        raise UsageError("That is about all that is in the bin.", "Name no location with it.")
    with open_reading(options) as reading:
        if options.list:
            return _list(reading)
        if options.restore:
            return _restore(reading, options.meant)
        if options.for_good:
            return _empty(reading)
        return _delete(reading, options.meant)


def _delete(reading: Reading, meant: list[str]) -> int:
    if not "".join(meant).strip():
        raise UsageError("Nothing is named to be deleted.", "Name locations, or a query.")
    ids = reading.meant(meant)
    count = reading.delete(ids)
    if not count:
        raise NothingFound("They are in the bin already." if ids else "No article answers that.")
    say(
        f"{articles(count)} put in the bin, and kept there for at least {GRACE.days} days."
        " newsreader delete --restore takes them out again."
    )
    return 0


def _restore(reading: Reading, meant: list[str]) -> int:
    count = reading.restore_deleted(reading.meant(meant, in_bin=True) if meant else None)
    if not count:
        raise NothingFound("They are not in the bin." if meant else "The bin is empty.")
    say(f"{articles(count)} taken out of the bin.")
    return 0


def _list(reading: Reading) -> int:
    deleted = reading.listing(reading.bin())
    if not deleted:
        raise NothingFound("The bin is empty.")
    for listed in deleted:
        say(listed.title or "Untitled")
        say(listed.location, indent=2)
    return 0


def _empty(reading: Reading) -> int:
    count = reading.empty_bin()
    if not count:
        raise NothingFound("The bin is empty.")
    say(f"{articles(count)} deleted for good.")
    return 0
