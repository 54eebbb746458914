"""Real programs on one library: killed, interrupted, out of room, many at once."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from newsreader.cli.output import articles
from newsreader.library.care.verification import Problem
from newsreader.reading import Reading

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits are POSIX")

ROOT = Path(__file__).parents[2]
ARTICLES = 30

_WRITE = """
import sys
from pathlib import Path
from newsreader.errors import LibraryError
from newsreader.reading import Reading

library, folder, room = sys.argv[1:]
if int(room):
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(room), int(room)))
try:
    with Reading(Path(library)) as reading:
        for stored in reading.add([folder]):
            print("article", stored.article_id, flush=True)
            reading.write_note(stored.article_id, None, f"On {stored.article_id}")
            print("note", stored.article_id, flush=True)
except LibraryError as error:
    print("error", error.message, flush=True)
"""
"""Adds what is in a folder, writes a note on each article, and says what is kept once it is."""

_SEARCH = """
import sys
from pathlib import Path
from newsreader.reading import Reading

with Reading(Path(sys.argv[1])) as reading:
    for word in sys.argv[2:]:
        reading.search(word)
        reading.listing(reading.ids())
"""
"""Searches, and lists all there is, again and again."""

_OPEN = """
import sys
from pathlib import Path
from newsreader.library.schema import connect

for line in sys.stdin:
    connect(Path(line.rstrip())).close()
    print("opened", flush=True)
"""
"""Opens one library after the other, each when it is told to."""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def write_articles(folder: Path, name: str, count: int = ARTICLES) -> Path:
    place = folder / name
    place.mkdir()
    for number in range(count):
        said = f"“The {name} of {number} must open,” said Jane Roe. "
        text = f"{name} {number}\n\n{said}" + "It rained. " * 40
        (place / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return place


def start(program: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def check(library: Path, told: set[tuple[str, ...]]) -> None:
    """See that the library is whole, and has all that it was said to have."""
    with Reading(library) as reading:
        assert [each for each in reading.verify() if isinstance(each, Problem)] == []
        there = set(reading.ids())
        noted = {key for key in there if reading.open(key).notes}
    assert {int(key) for what, key in told if what == "article"} <= there
    assert {int(key) for what, key in told if what == "note"} <= noted


def acknowledged(lines: list[str]) -> set[tuple[str, ...]]:
    whole = [line for line in lines if line.endswith("\n")]
    return {tuple(line.split()) for line in whole if not line.startswith("error")}


def test_a_program_that_is_killed_loses_nothing_that_it_said_it_kept(
    library: Path, tmp_path: Path
) -> None:
    folder, chance = write_articles(tmp_path, "weir"), random.Random(4)  # noqa: S311
    told = set[tuple[str, ...]]()
    for _ in range(5):
        with start(_WRITE, library, folder, 0) as process:
            assert process.stdout
            lines = [process.stdout.readline() for _ in range(chance.randrange(2 * ARTICLES))]
            process.kill()
            lines += process.stdout.readlines()
        told |= acknowledged(lines)
        check(library, told)
    with start(_WRITE, library, folder, 0) as process:
        assert process.stdout
        told |= acknowledged(process.stdout.readlines())
    assert len(told) == 2 * ARTICLES
    check(library, told)


@pytest.mark.parametrize("room", [150_000, 300_000])
def test_a_full_disk_is_said_and_what_was_kept_before_stays(
    library: Path, tmp_path: Path, room: int
) -> None:
    folder = write_articles(tmp_path, "weir")
    with Reading(library):
        pass
    with start(_WRITE, library, folder, room) as process:
        out, err = process.communicate()
    lines = out.splitlines(keepends=True)
    assert (process.returncode, err) == (0, "")
    assert lines[-1].startswith(f"error The library {library} ")
    check(library, acknowledged(lines))
    with start(_WRITE, library, folder, 0) as process:
        told = acknowledged(process.communicate()[0].splitlines(keepends=True))
    assert len(told) == 2 * ARTICLES
    check(library, told)


def test_programs_that_write_at_once_all_keep_what_they_write(
    library: Path, tmp_path: Path
) -> None:
    weirs, mills = write_articles(tmp_path, "weir"), write_articles(tmp_path, "mill")
    programs = [
        start(_WRITE, library, weirs, 0),
        start(_WRITE, library, mills, 0),
        start(_WRITE, library, mills, 0),
        start(_SEARCH, library, *["rained", "speaker:roe", "poured", "weir"] * 5),
    ]
    told = set[tuple[str, ...]]()
    for program in programs:
        out, err = program.communicate()
        assert (program.returncode, err) == (0, "")
        assert "error" not in out
        told |= acknowledged(out.splitlines(keepends=True))
    assert len(told) == 4 * ARTICLES
    check(library, told)
    with Reading(library) as reading:
        assert reading.search("rained").total == 2 * ARTICLES


def test_programs_that_open_a_new_library_at_once_wait_for_each_other(tmp_path: Path) -> None:
    programs = [start(_OPEN) for _ in range(8)]
    for number in range(40):
        for program in programs:
            assert program.stdin
            program.stdin.write(f"{tmp_path / str(number)}\n")
            program.stdin.flush()
        for program in programs:
            assert program.stdout
            assert program.stdout.readline() == "opened\n", program.stderr and program.stderr.read()
    for program in programs:
        assert program.communicate() == ("", "")


def add(library: Path, folder: Path) -> tuple[subprocess.Popen[str], int]:
    """Start `newsreader add`; its progress can be read from the terminal that is returned."""
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "newsreader", "add", str(folder), "--library", str(library)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=theirs,
        text=True,
    )
    os.close(theirs)
    return process, ours


@pytest.mark.parametrize("shown", [1, 4])
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT])
def test_adding_that_was_stopped_goes_on_where_it_was(
    library: Path, tmp_path: Path, end: signal.Signals, shown: int
) -> None:
    count = 150
    folder = write_articles(tmp_path, "weir", count)
    process, terminal = add(library, folder)
    with process:
        with suppress(OSError):  # the end of a terminal is an error
            for _ in range(shown):
                os.read(terminal, 4_096)
        process.send_signal(end)
        said = process.communicate()[0]
    os.close(terminal)
    with Reading(library) as reading:
        kept = len(reading.ids())
    assert kept
    assert int(said.partition(" ")[0] or 0) <= kept  # one killed says nothing
    if shown == 1:
        assert kept < count
        assert process.returncode == (130 if end is signal.SIGINT else -end)
    check(library, set())
    process, terminal = add(library, folder)
    with process:
        said = process.communicate()[0]
    os.close(terminal)
    assert said == f"{articles(count - kept)} added, {kept} known already.\n"
    check(library, {("article", str(key)) for key in range(1, count + 1)})
