"""newsreader corrections: what the reader corrected, listed, passed on, taken in."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path

from newsreader.cli.arguments import add_json, add_query
from newsreader.cli.given import text_of
from newsreader.cli.library import open_reading
from newsreader.cli.output import complain, print_array, say
from newsreader.errors import CorrectionError, NothingFound
from newsreader.export import save
from newsreader.export.corrections import correction_row, write_corrections
from newsreader.model import Correction, CorrectionKind, CorrectionScope
from newsreader.reading import Reading
from newsreader.reading.correcting import Fate, ListedCorrection, import_corrections, listed

_FATES = {
    Fate.APPLIED: "applied",
    Fate.CHANGED: "not applied: its passage reads differently now",
    Fate.MISSING: "not applied: its passage is not in the article now",
    Fate.GONE: "not applied: no such quote or name is found now",
    Fate.WAITING: "waits for its article",
}


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    add_query(parser, required=False)
    add_json(parser)
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument(
        "--export", metavar="FILE", help="write them as JSON to pass on; - for standard output"
    )
    instead.add_argument(
        "--import",
        dest="taken_in",
        metavar="FILE",
        help="take in what was exported; those of other articles wait for them; - for standard "
        "input",
    )
    instead.add_argument(
        "--remove", metavar="ID", help="remove one; the beginning of its id is enough"
    )


def run(options: Namespace) -> int:
    """List corrections, write them, take some in, or remove one."""
    with open_reading(options) as reading:
        if options.taken_in is not None:
            return _import(reading, options.taken_in, as_json=options.json)
        if options.remove is not None:
            return _remove(reading, options.remove)
        found = listed(reading, " ".join(options.query))
    if options.export is not None:
        return _export([each.correction for each in found], options.export)
    if options.json:
        return 0 if print_array(map(_row, found)) else 1
    if not found:
        raise NothingFound("There are no such corrections.")
    _say(found)
    return 0


def _export(corrections: list[Correction], path: str) -> int:
    if not corrections:
        raise NothingFound("There are no such corrections.")
    text = write_corrections(corrections)
    if path == "-":
        sys.stdout.write(text)
    else:
        save(text, Path(path))
    return 0


def _import(reading: Reading, path: str, *, as_json: bool) -> int:
    """Take in a file and say what became of each; exit code 2 where some are damaged."""
    outcomes = import_corrections(reading, text_of(path))
    damaged = [each for each in outcomes if isinstance(each, CorrectionError)]
    taken = [each for each in outcomes if isinstance(each, ListedCorrection)]
    for error in damaged:
        complain(error)
    if as_json:
        print_array(map(_row, taken))
    elif taken:
        _say(taken)
    if not outcomes:
        raise NothingFound(f"{path} holds no corrections.")
    return 2 if damaged else 0


def _remove(reading: Reading, beginning: str) -> int:
    fitting = [each for each in reading.corrections() if each.id.startswith(beginning)]
    if not fitting:
        raise NothingFound(f"There is no correction {beginning}.")
    if len(fitting) > 1:
        raise CorrectionError(
            f"Several corrections have an id that begins with “{beginning}”.", "Type more of it."
        )
    reading.remove_correction(fitting[0].id)
    say(f"Removed: {_told(fitting[0])}")
    return 0


def _say(found: Iterable[ListedCorrection]) -> None:
    """Print corrections under the article or the source that they hold for."""
    groups: dict[tuple[str, str], list[ListedCorrection]] = {}
    for each in found:
        groups.setdefault(_holds_for(each.correction), []).append(each)
    for (heading, place), group in groups.items():
        say(heading)
        if place:
            say(place)
        for each in group:
            say(f"{each.correction.id[:8]}  {_told(each.correction)}", indent=2, hang=10)
            say(_fate(each) + (", there already" if each.known else ""), indent=12)
        say()


def _holds_for(correction: Correction) -> tuple[str, str]:
    if correction.scope is CorrectionScope.SOURCE:
        return f"All articles from {correction.source}", ""
    return correction.title or "Untitled", correction.location


def _fate(each: ListedCorrection) -> str:
    if each.correction.scope is CorrectionScope.ARTICLE:
        return _FATES[each.fate]
    return "waits for some" if each.fate is Fate.WAITING else "holds for all of them"


def _told(correction: Correction) -> str:
    """Say in one line what was, and what is now."""
    was, now = correction.name or "nobody", correction.value or "nobody"
    words = f"“{correction.anchor.exact}”" if correction.anchor else ""
    sentences = {
        CorrectionKind.SPEAKER: f"{was} → {now}, speaker of {words}",
        CorrectionKind.NOT_QUOTE: f"{words} → not a quote",
        CorrectionKind.RENAME: f"{was} → {now}",
        CorrectionKind.MERGE: f"{was} → the same as {now}",
        CorrectionKind.SPLIT: f"{was} → {now}, only where it says {words}",
        CorrectionKind.RETYPE: f"{was} → {now}",
        CorrectionKind.NOT_ENTITY: f"{was} → not a name",
    }
    return sentences[correction.kind]


def _row(each: ListedCorrection) -> dict[str, object]:
    row = correction_row(each.correction)
    return row | {"status": each.fate.value, "known": each.known}
