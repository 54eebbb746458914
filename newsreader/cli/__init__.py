"""The command line: one module a command, imported when it is run."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from keyword import iskeyword

from newsreader.cli.arguments import COMMANDS, common_options, parser_for
from newsreader.cli.output import complain
from newsreader.errors import NewsreaderError, NothingFound

DONE, NOTHING_FOUND, FAILED = 0, 1, 2
INTERRUPTED, PIPE_CLOSED = 130, 141  # 128 + the signal's number, as shells count


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line (that of the process if None) and return its exit code.

    Whatever fails is said in one sentence on standard error.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Offsets count characters of what is printed, so nothing may be translated.
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    try:
        code = _run(sys.argv[1:] if argv is None else list(argv))
        sys.stdout.flush()
    except NewsreaderError as error:
        complain(error)
        code = NOTHING_FOUND if isinstance(error, NothingFound) else FAILED
    except SystemExit as end:  # argparse, having shown its help or version
        code = end.code if isinstance(end.code, int) else DONE
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        _abandon_output()
        code = PIPE_CLOSED
    except OSError as error:
        complain(NewsreaderError(f"The system says: {error.strerror or error}."))
        _abandon_output()
        code = FAILED
    return code


def _abandon_output() -> None:
    """Let the interpreter not try, when it ends, to write what could not be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(argv: list[str]) -> int:
    options, rest = common_options().parse_known_args(argv)
    name = rest.pop(0) if rest and rest[0] in COMMANDS else "open"
    module = f"{name}_" if iskeyword(name) else name
    command = import_module(f"newsreader.cli.{module}")
    parser = parser_for(name)
    command.configure(parser)
    code: int = command.run(parser.read(rest, options))
    return code
