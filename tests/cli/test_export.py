"""export into folders and files, where there is no room or no permission."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsreader.model import Span
from newsreader.reading import Reading
from tests.cli.conftest import Machine

_LIMITED = """
import resource, sys
from newsreader.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))
sys.exit(main(sys.argv[1:]))
"""
"""The command line, on a disk that takes files of up to half a megabyte."""


@pytest.fixture
def noted(machine: Machine) -> Machine:
    """Return a machine with a note on an article."""
    machine.run("add", machine.story, "--library", machine.library)
    write(machine, "Check with the mayor.")
    return machine


def write(machine: Machine, note: str) -> None:
    with Reading(machine.library) as reading:
        [listed] = reading.listing()
        opened = reading.open(listed.id)
        if not opened.placed:
            reading.highlight(listed.id, opened.version, Span(0, 10))
        reading.write_note(listed.id, None, note)


def into(machine: Machine, folder: Path, *more: str) -> tuple[str | Path, ...]:
    return (
        "export",
        "--format",
        "markdown",
        "--folder",
        folder,
        "--library",
        machine.library,
        *more,
    )


def test_notes_in_a_folder_are_kept_up_to_date(noted: Machine) -> None:
    folder = noted.folder / "vault"
    answer = noted.run(*into(noted, folder))
    assert (answer.code, answer.out, answer.err) == (0, "Notes: 1 new.\n", "")
    [path] = folder.iterdir()
    assert path.name == "Baths to close.md"
    text = path.read_text("utf-8").replace("\n---\n", "\nmine: yes\n---\nMy own words.\n", 1)
    path.write_text(text + "More of them.\n", "utf-8")
    assert noted.run(*into(noted, folder)).out == "Notes: 1 unchanged.\n"
    write(noted, "She rang back.")
    assert noted.run(*into(noted, folder)).out == "Notes: 1 updated.\n"
    assert path.read_text("utf-8") == (
        text.replace("Check with the mayor.", "She rang back.") + "More of them.\n"
    )


def test_a_damaged_note_is_said_and_left(noted: Machine) -> None:
    folder = noted.folder / "vault"
    noted.run(*into(noted, folder))
    [path] = folder.iterdir()
    path.write_text(path.read_text("utf-8").replace("newsreader end", "newsreader"), "utf-8")
    before = path.read_bytes()
    answer = noted.run(*into(noted, folder))
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"newsreader: The note {path} is left as it is: ")
    assert path.read_bytes() == before


@pytest.mark.parametrize("more", [("--format", "json"), ("-o", "notes.md")])
def test_a_folder_goes_with_markdown(noted: Machine, more: tuple[str, ...]) -> None:
    answer = noted.run(*into(noted, noted.folder / "vault"), *more)
    assert (answer.code, answer.out) == (2, "")
    assert "--folder goes with --format markdown" in answer.err
    assert not (noted.folder / "vault").exists()


def test_without_notes_there_is_no_folder(noted: Machine) -> None:
    answer = noted.run(*into(noted, noted.folder / "vault", "zebra"))
    assert (answer.code, answer.out) == (1, "")
    assert not (noted.folder / "vault").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="limits are POSIX")
@pytest.mark.parametrize("where", ["-o", "--folder"])
def test_a_disk_that_fills_up_leaves_the_old_file_whole(noted: Machine, where: str) -> None:
    place = noted.folder / "vault"
    if where == "-o":
        place.mkdir()
        place /= "notes.md"
    arguments = ("export", "--format", "markdown", where, place, "--library", noted.library)
    assert noted.run(*arguments).code == 0
    [path] = (noted.folder / "vault").iterdir()
    before = path.read_bytes()
    write(noted, "A note of a megabyte. " * 50_000)
    full = subprocess.run(
        [sys.executable, "-c", _LIMITED, *map(str, arguments)],
        env=os.environ | noted.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (full.returncode, full.stdout) == (2, "")
    assert full.stderr == (
        f"newsreader: The export could not be written to {path}: File too large."
        " Choose another file.\n"
    )
    assert path.read_bytes() == before
    assert list((noted.folder / "vault").iterdir()) == [path]
    assert noted.run(*arguments).code == 0
    assert path.read_text("utf-8").count("A note of a megabyte.") == 50_000
