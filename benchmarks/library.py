"""Measure the library from a thousand articles on: `python benchmarks/library.py [N]`.

Made-up articles (see `corpus`), 1,000 and 10,000 and so on up to N of them (10,000 if not said),
are added to a library; then it is opened, listed and searched, beside ripgrep and newsboat where
they are installed. Prints one table, with a column for each size.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, chdir
from math import nan
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import lists, peers, searches
from benchmarks.analysis import aligned
from benchmarks.corpus import Corpus, write
from benchmarks.importing import Added, add, bytes_of
from benchmarks.shelves import Row, Shelf, medians
from newsreader.cores import available
from newsreader.reading import Reading

ROOT = Path(__file__).parents[1]
FEW = 10
"""Articles in the library that the start is compared with."""

_SMALLEST = 1_000
_AGAIN = 3  # times that the same files are added again
_WORDS = 5  # that are searched for beside other programs
_KEYS = {"j": "j (a line)", " ": "Space (a page)", "G": "G (the end)", "g": "g (the top)"}

REMARKS = """\
- Time is time of the clock, from the start of a process to its end where one is started. `x / y`:
  half of the answers came within x, 95 % within y (of the first answers, all).
- Growth is the last column with a size to the first.
- Import: measured once, all its processes together.
- Start and keys: in a terminal of 120 columns and 36 lines, to the first that is painted of a key.
- Search: warm, in a process that has the library open, the 20 best articles with snippets.
- Other programs: with their files and caches in memory; ripgrep from start to end of its process.
- "–": not measured, as the library is kept from a run before, or the system does not tell.
"""


def sizes(most: int) -> list[int]:
    """Return 1,000, 10,000 and so on, and `most` at the end."""
    size, before = _SMALLEST, []
    while size < most:
        before.append(size)
        size *= 10
    return [*before, most]


def imports(shelves: Sequence[Shelf]) -> Iterator[Row]:
    """Add all articles with analysis, without, and once more."""
    full, bare = [], []
    for shelf in shelves:
        print(f"adding {shelf.size:,} articles …", file=sys.stderr)
        kept = shelf.library.exists()
        added = add(shelf.files, shelf.library)
        full.append(Added(nan, nan, nan) if kept else added)
        library = shelf.folder / "bare.db"
        bare.append(add(shelf.files, library, "--no-analysis"))
        for each in shelf.folder.glob("bare.db*"):
            each.unlink()
    for title, measured in (("import", full), ("import without analysis", bare)):
        both = list(zip(shelves, measured, strict=True))
        rates = [(shelf.size / each.seconds,) for shelf, each in both]
        yield Row(f"{title}, articles a second", rates, ",.0f")
        busy = [(each.busy / shelf.size * 1000,) for shelf, each in both]
        yield Row(f"{title}: processor time an article, ms", busy)
        yield Row(f"{title}: peak memory, MB", [(each.megabytes,) for each in measured], ",.0f")
    again = [[add(shelf.files, shelf.library).seconds for shelf in shelves] for _ in range(_AGAIN)]
    yield Row("the same files again, s", medians(again))
    weights = [(bytes_of(shelf.library) / shelf.size,) for shelf in shelves]
    yield Row("library, bytes an article", weights, ",.0f")


def screens(shelves: Sequence[Shelf], few: Shelf, runs: int) -> Iterator[Row]:
    """Start with all articles and with few, in turn, and press keys in the list."""
    starts = [[shelf.start() for shelf in (few, *shelves)] for _ in range(runs + 1)][1:]
    yield Row("start to the first full frame, ms", medians(starts)[1:], ",.0f")
    ratios = [[each / run[0] for each in run[1:]] for run in starts]
    yield Row(f"start, with {FEW} articles = 1", medians(ratios), ".2f")
    answers = [lists.answers(shelf.library, runs, shelf.frame()) for shelf in shelves]
    for key, name in _KEYS.items():
        yield Row(f"key to paint in the list: {name}, ms", [(each[key],) for each in answers])


def first_answers(shelves: Sequence[Shelf], words: Sequence[Sequence[str]]) -> Iterator[Row]:
    """Search for ordinary words, each in a process that has just opened the library."""
    cold, taken = True, []
    for turn in zip(*words, strict=True):
        for shelf, word in zip(shelves, turn, strict=True):
            cold = searches.forget(shelf.library) and cold
            taken.append(searches.first_answer(shelf.library, word))
    disk = "nothing of the library in memory" if cold else "the disk may be in memory"
    figures = [taken[n :: len(shelves)] for n in range(len(shelves))]
    title = f"open and first answer in a new process ({disk}), ms"
    yield Row(title, [(statistics.median(each), max(each)) for each in figures], ",.0f")


def answers(
    readings: Sequence[Reading], asked: Sequence[dict[str, list[str]]], runs: int
) -> Iterator[Row]:
    """Search for queries of each kind, and count facets."""
    for kind in asked[0]:
        own = [each[kind] for each in asked]
        times = searches.times(readings, own, runs, searches.search)
        count = searches.found(readings[-1], own[-1])
        yield Row(f"search: {kind} ({count:,.0f} found), ms", times)
    for kind in ("ordinary word", "very common word"):
        own = [each[kind] for each in asked]
        times = searches.times(readings, own, runs, Reading.facets)
        yield Row(f"facets: {kind}, ms", times)


def measured(corpus: Corpus, home: Path, counts: Sequence[int], runs: int) -> Iterator[Row]:
    """Measure everything for each of these sizes."""
    few, shelves = Shelf(home / "few", FEW), [Shelf(home / str(size), size) for size in counts]
    for shelf in (few, *shelves):
        write(corpus, shelf.files, shelf.size)
    add(few.files, few.library)
    yield from imports(shelves)
    yield from screens(shelves, few, runs)
    asked = [searches.queries(corpus, shelf.size) for shelf in shelves]
    words = [each["ordinary word"][:_WORDS] for each in asked]
    for shelf in shelves:
        with Reading(shelf.library) as reading:
            searches.prepare(reading)
    yield from first_answers(shelves, words)
    with ExitStack() as opened:
        readings = [opened.enter_context(Reading(shelf.library)) for shelf in shelves]
        yield from answers(readings, asked, runs)
        if peers.installed("rg"):
            yield from peers.beside_ripgrep(shelves, readings, words)
        if peers.installed("newsboat"):
            yield from peers.beside_newsboat(corpus, shelves, readings, words, runs)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("most", type=int, nargs="?", default=10_000, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep what is made, and use it")
    parser.add_argument("--runs", type=int, default=7, help="rounds that are measured")
    options = parser.parse_args(arguments)
    if options.most < FEW or options.runs < 1:
        parser.error(f"At least {FEW} articles and one round are needed.")
    counts = sizes(options.most)
    rows = [["", *(f"{size:,}" for size in counts), "growth"]]
    with ExitStack() as passing:
        made = options.keep or Path(passing.enter_context(tempfile.TemporaryDirectory()))
        home = made.absolute()
        passing.enter_context(chdir(ROOT))  # what is measured is this copy of the program
        for row in measured(Corpus(), home, counts, options.runs):
            rows.append(row.cells())
            print(*rows[-1], sep="  ", file=sys.stderr)
    print(f"Articles of 565 words, one in five of them Markdown. {_machine()}\n")
    print(aligned(rows if len(counts) > 1 else [row[:-1] for row in rows]))
    for program in ("rg", "newsboat"):
        if not peers.installed(program):
            print(f"- {program} is not installed, and so not measured.")
    print(REMARKS)


def _machine() -> str:
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    return f"{available()} cores{load}."


if __name__ == "__main__":
    main()
