"""What may be written on the command line."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from newsreader import __version__
from newsreader.errors import NewsreaderError

COMMANDS = {
    "text": "print the text of an article; all offsets point into it",
    "quotes": "list who is quoted saying what",
    "entities": "list the people, organisations and places",
    "analyze": "analyse the library, or texts given as JSON Lines, on all cores",
    "add": "add articles to the library",
    "search": "find articles in the library",
    "notes": "list highlights and notes",
    "check": "tell whether the quotations in a draft are what was said",
    "export": "write highlights and notes to a file",
    "import": "take in highlights and notes that were exported, here or elsewhere",
    "verify": "check whether exported highlights still stand in their articles",
    "versions": "tell what changed in an article since it was first read in",
    "corrections": "list, pass on or take in what you corrected",
    "delete": "put articles in the bin, or take them out again",
    "library": "tell what is in the library, back it up, check it, mend it",
}
"""Each command, and what it is for. A location of the same name is written ./name."""


_LEFT_OUT = re.compile(r"^-(?=[^\W\d_]\S|[\"“(])")


class UsageError(NewsreaderError):
    """The command line asks for something that does not exist."""


class Parser(ArgumentParser):
    """An argparse parser that says what is wrong in one sentence.

    `takes_query`: a word after a minus (-sea) is one that a query leaves out, and no option.
    """

    takes_query = False

    def read(self, arguments: Sequence[str], options: Namespace) -> Namespace:
        """Return the `options` together with what these arguments say. Raises UsageError."""
        if self.takes_query:  # argparse takes nothing that begins with a space for an option
            arguments = [_LEFT_OUT.sub(r" \g<0>", each) for each in arguments]
        return self.parse_args(arguments, namespace=options)

    def error(self, message: str) -> NoReturn:
        """Raise UsageError instead of printing the usage and ending the process."""
        raise UsageError(f"{message[:1].upper()}{message[1:]}.", f"See {self.prog} --help.")


def common_options() -> Parser:
    """Return the options that every command takes, before or after its name."""
    common = Parser(prog="newsreader", add_help=False, allow_abbrev=False)
    common.add_argument("--library", type=Path, metavar="FILE", help="use this library")
    common.add_argument("--config", type=Path, metavar="FILE", help="use this config file")
    common.add_argument("--version", action="version", version=f"newsreader {__version__}")
    return common


def parser_for(command: str) -> Parser:
    """Return the parser of one command, or of `newsreader` alone ("open")."""
    if command != "open":
        return Parser(
            prog=f"newsreader {command}",
            description=f"{COMMANDS[command].capitalize()}.",
            parents=[common_options()],
        )
    listed = "\n".join(f"  {name:<13}{purpose}" for name, purpose in COMMANDS.items())
    return Parser(
        prog="newsreader",
        description="Read the news closely, in the terminal.",
        epilog=f"commands (newsreader COMMAND --help tells more):\n{listed}",
        formatter_class=RawDescriptionHelpFormatter,
        parents=[common_options()],
    )


def add_locations(parser: ArgumentParser) -> None:
    """Let a command take one or more locations."""
    parser.add_argument(
        "locations", nargs="+", metavar="LOCATION", help="a file, a folder, or - for standard input"
    )


def add_json(parser: ArgumentParser) -> None:
    """Let a command answer in JSON."""
    parser.add_argument("--json", action="store_true", help="answer with a JSON array")


def add_unsure(parser: ArgumentParser) -> None:
    """Let a command list only the claims that a reader should look at twice."""
    parser.add_argument("--unsure", action="store_true", help="list only what is unsure")


def add_corrected(parser: ArgumentParser) -> None:
    """Let a command make the corrections that stand in the library."""
    parser.add_argument(
        "--corrected",
        action="store_true",
        help="with what you corrected in the library; without it, the library is not looked at",
    )


def add_query(parser: ArgumentParser, *, required: bool) -> None:
    """Let a command take a query, quoted or not."""
    parser.add_argument(
        "query",
        nargs="+" if required else "*",
        metavar="QUERY",
        help="what to look for in the library" + ("" if required else "; everything if left out"),
    )


def add_notes_query(parser: ArgumentParser) -> None:
    """Let a command take a query for notes, or none for all."""
    parser.epilog = "A query takes #tag and colour:name too, which leave only such highlights."
    add_query(parser, required=False)
