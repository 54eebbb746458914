"""library and delete: care for the library from the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsreader.reading import Reading
from tests.cli.conftest import Answer, Machine

Ask = Callable[..., Answer]


@pytest.fixture
def ask(machine: Machine) -> Ask:
    """Give a machine with two articles, one with a note."""
    (machine.folder / "mill.txt").write_text("Mill sold\n\nThe mill was sold for nothing.\n")
    (machine.folder / "home").rmdir()

    def run(*arguments: str | Path) -> Answer:
        return machine.run(*arguments, "--library", machine.library)

    assert run("add", machine.folder).code == 0
    with Reading(machine.library) as reading:
        reading.write_note(reading.meant([str(machine.story)])[0], None, "Ask the mayor.")
    return run


def test_info_is_one_object(ask: Ask, machine: Machine) -> None:
    answer = ask("library", "info", "--json")
    assert answer.code == 0
    told: dict[str, Any] = answer.json
    assert (told["articles"], told["versions"], told["notes"], told["highlights"]) == (2, 2, 1, 0)
    assert told["oldest"].startswith("2026-03-05T")
    assert told["oldest"] <= told["newest"]
    assert told["bytes"] > 0
    assert told["last_backup"] is None
    assert Path(told["path"]) == machine.library
    assert ask("library", "backup").code == 0
    last = ask("library", "info", "--json").json["last_backup"]
    assert Path(last["location"]).exists()
    assert last["made"].endswith("+00:00")


def test_info_is_readable(ask: Ask) -> None:
    answer = ask("library", "info")
    assert answer.code == 0
    assert "Articles     2, 2 unread, 0 starred\n" in answer.out
    assert "Last backup  none" in answer.out
    assert max(map(len, answer.out.splitlines()[:-2])) < 80


def test_a_backup_is_read_as_a_library(ask: Ask, machine: Machine) -> None:
    place = machine.folder / "safe.db"
    answer = ask("library", "backup", place)
    assert (answer.code, answer.err) == (0, "")
    assert "safe.db" in answer.out
    assert machine.run("search", "mill", "--library", place).code == 0
    assert ask("library", "backup", place).code == 0
    answer = ask("library", "backup", machine.story)
    assert (answer.code, answer.out) == (2, "")
    assert "no backup of this library" in answer.err
    assert machine.story.read_text(encoding="utf-8").startswith("---\n")


def test_verify_says_that_all_is_well_or_what_is_not(ask: Ask, machine: Machine) -> None:
    answer = ask("library", "verify")
    assert (answer.code, answer.out) == (0, "All is as it should be.\n")
    assert ask("library", "verify", "--json").json == []
    with Reading(machine.library) as reading, reading.library() as db:
        db.execute("UPDATE version SET text = text || '.'")
    answer = ask("library", "verify")
    assert answer.code == 1
    assert "SHA-256" in answer.out
    assert "story.md" in answer.out
    answer = ask("library", "verify", "--json")
    assert answer.code == 1
    assert set(answer.json[0]) == {"what", "where", "remedy"}


def test_rebuild_mends_the_index(ask: Ask, machine: Machine) -> None:
    with Reading(machine.library) as reading, reading.library() as db:
        db.execute("DELETE FROM article_index")
    assert ask("search", "mill").code == 1
    assert ask("library", "verify").code == 1
    answer = ask("library", "rebuild")
    assert (answer.code, answer.out) == (0, "2 articles indexed anew.\n")
    assert ask("search", "mill").code == 0
    assert ask("library", "verify").code == 0


def test_rebuild_analyses_anew_when_asked(ask: Ask, machine: Machine) -> None:
    with Reading(machine.library) as reading, reading.library() as db:
        db.execute("UPDATE analysis SET result = x'00'")
    assert ask("library", "verify").code == 1
    assert ask("library", "rebuild", "--analyses").code == 0
    assert ask("library", "verify").code == 0
    assert ask("library", "info", "--json").json["quotes"] > 0


def test_what_is_damaged_is_said_and_salvaged(ask: Ask, machine: Machine) -> None:
    with Reading(machine.library) as reading, reading.library() as db:
        [(root,)] = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'version'")
    with machine.library.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(os.urandom(4096))
    answer = ask("search", "mill")
    assert answer.code == 2
    assert "is damaged" in answer.err
    assert "newsreader library salvage NEW-FILE" in answer.err
    assert ask("library", "verify").code == 1
    assert ask("library", "rebuild").out == ""  # nothing that another run would mend
    before, new = machine.library.read_bytes(), machine.folder / "new.db"
    answer = ask("library", "salvage", new)
    assert answer.code == 0
    assert "articles 2, notes 1.\n" in answer.out
    assert "Lost: texts 2. Pages of the file that could not be read: 1.\n" in answer.out
    assert machine.library.read_bytes() == before
    assert machine.run("add", machine.folder, "--library", new).out == (
        "0 articles added, 2 in a new version.\n"
    )
    assert machine.run("search", "mill", "--library", new).code == 0
    assert machine.run("notes", "--library", new).code == 0
    assert machine.run("library", "verify", "--library", new).code == 0
    assert ask("library", "salvage", new).code == 2


def test_a_task_must_be_named(ask: Ask) -> None:
    assert ask("library").code == ask("library", "explode").code == 2


def test_delete_says_how_many_and_how_to_undo(ask: Ask, machine: Machine) -> None:
    answer = ask("delete", machine.story, "mill")
    assert answer.code == 0
    assert answer.out.startswith("2 articles put in the bin")
    assert "--restore" in answer.out
    assert ask("search", "mill").code == 1
    answer = ask("delete", "--list")
    assert "Mill sold\n" in answer.out
    assert "story.md" in answer.out
    assert ask("delete", "--restore").out == "2 articles taken out of the bin.\n"
    assert ask("search", "mill").code == 0
    assert ask("delete", "--list").code == 1


def test_some_can_be_taken_out(ask: Ask, machine: Machine) -> None:
    ask("delete", machine.folder)
    assert ask("delete", "--restore", machine.story).out == "1 article taken out of the bin.\n"
    assert ask("delete", "--restore", machine.story).code == 1
    assert ask("delete", "--restore", "swim").code == 1  # it is not in the bin
    assert ask("delete", "--restore", "mill").out == "1 article taken out of the bin.\n"
    assert ask("search", "mill").code == 0


@pytest.mark.parametrize("option", ["--for-good", "--list"])
def test_what_is_done_to_the_whole_bin_is_not_asked_of_some(
    ask: Ask, machine: Machine, option: str
) -> None:
    ask("delete", "mill")
    answer = ask("delete", option, machine.story)
    assert (answer.code, answer.out) == (2, "")
    assert "all that is in the bin" in answer.err
    assert ask("delete", "--restore").out == "1 article taken out of the bin.\n"


def test_for_good_is_for_good(ask: Ask, machine: Machine) -> None:
    ask("delete", machine.story)
    assert ask("delete", "--for-good").out == "1 article deleted for good.\n"
    assert ask("delete", "--restore").code == 1
    assert ask("notes").code == 1
    assert ask("library", "verify").code == 0


@pytest.mark.parametrize("meant", [[], [""], [" ", ""]])
def test_nothing_is_never_everything(ask: Ask, meant: list[str]) -> None:
    answer = ask("delete", *meant)
    assert (answer.code, answer.out) == (2, "")
    assert ask("library", "info", "--json").json["in_bin"] == 0


def test_what_is_not_there_is_said(ask: Ask, machine: Machine) -> None:
    assert ask("delete", "zebra").code == 1
    answer = ask("delete", machine.folder / "pier.txt")
    assert answer.code == 1
    assert "pier.txt" in answer.err
    ask("delete", "mill")
    assert ask("delete", machine.folder / "mill.txt").code == 1


def test_what_only_reads_works_while_another_program_writes(ask: Ask, machine: Machine) -> None:
    with Reading(machine.library) as reading, reading.library() as db:
        db.execute("BEGIN IMMEDIATE; UPDATE article SET starred = 1")
        assert ask("library", "info", "--json").json["starred"] == 0
        assert ask("library", "verify").code == 0
        assert ask("delete", "--list").code == 1
        assert ask("search", "mill").code == 0
        db.execute("ROLLBACK")


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
@pytest.mark.usefixtures("ask")
def test_progress_is_shown_on_a_terminal(machine: Machine) -> None:
    ours, theirs = os.openpty()
    command = ("library", "backup", "--library", machine.library)
    with machine.start(*command, stderr=theirs) as process:
        assert process.wait() == 0
    os.close(theirs)
    shown = os.read(ours, 1000).decode()
    os.close(ours)
    assert "█" in shown
