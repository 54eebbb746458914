"""Headless commands stay light: no screen, and no heavy part that they have no use for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsreader.export import FORMATS

ROOT = Path(__file__).parents[1]
SCREEN = {"textual", "rich"}
HEAVY = {"trafilatura", "lxml", "chardet", "yaml", "rapidfuzz", "dateutil"}
OF_THE_LIBRARY = {"apsw", "platformdirs", "tomllib"}

RUN = """
import io, json, sys
from newsreader.cli import main
code = main(sys.argv[1:])
sys.stderr.write(json.dumps({"code": code, "modules": sorted(sys.modules)}))
"""


def modules_of(tmp_path: Path, *arguments: str) -> set[str]:
    """Run a command in a process of its own and return the packages it has imported."""
    process = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        cwd=tmp_path,
        env=os.environ
        | {"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)},
        input=b'{"id": 1, "text": "x"}\n',
        capture_output=True,
        check=True,
    )
    report = json.loads(process.stderr)
    assert report["code"] == 0, arguments
    return {module.partition(".")[0] for module in report["modules"]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "story.txt").write_text(
        "Baths to close\n\n“I learned to swim in that pool,” said Jane Roe.\n", encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ["text", "story.txt"],
        ["quotes", "story.txt"],
        ["quotes", "story.txt", "--json"],
        ["entities", "story.txt", "--json"],
        ["analyze", "--jsonl"],
        ["--help"],
        ["--version"],
    ],
)
def test_reading_and_analysing_import_nothing_heavy(folder: Path, arguments: list[str]) -> None:
    assert not modules_of(folder, *arguments) & (SCREEN | HEAVY | OF_THE_LIBRARY)


def test_library_commands_import_nothing_heavy(folder: Path) -> None:
    library = ("--library", "notes.db")
    assert not modules_of(folder, "add", "story.txt", *library) & (SCREEN | HEAVY)
    assert not modules_of(folder, "search", "swim", *library) & (SCREEN | HEAVY)
    assert not modules_of(folder, "library", "info", *library) & (SCREEN | HEAVY)
    assert not modules_of(folder, "library", "verify", *library) & (SCREEN | HEAVY)
    assert not modules_of(folder, "versions", "story.txt", *library) & (SCREEN | HEAVY)
    assert not modules_of(folder, "delete", "story.txt", *library) & (SCREEN | HEAVY)
    assert not modules_of(folder, "delete", "--restore", *library) & (SCREEN | HEAVY)
    make_a_note(folder)
    assert not modules_of(folder, "notes", *library) & (SCREEN | HEAVY)
    assert not modules_of(folder, "corrections", *library) & (SCREEN | HEAVY)
    for name in FORMATS:
        arguments = ("export", "--format", name, "-o", "notes", *library)
        assert not modules_of(folder, *arguments) & (SCREEN | HEAVY)
    modules_of(folder, "export", "--format", "json", "-o", "notes", *library)
    assert not modules_of(folder, "import", "notes", *library) & (SCREEN | HEAVY)


def make_a_note(folder: Path) -> None:
    from newsreader.model import CorrectionKind
    from newsreader.reading import Reading

    with Reading(folder / "notes.db") as reading:
        [listed] = reading.listing()
        reading.write_note(listed.id, None, "A note.")
        version = reading.open(listed.id).version
        kind = CorrectionKind.RENAME
        reading.correct(listed.id, version, kind, name="Jane Roe", value="Jane Rowe")
