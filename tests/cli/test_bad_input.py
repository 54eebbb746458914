"""What goes wrong is said in one sentence, with exit code 2, and nothing is lost."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import apsw
import pytest

from newsreader import __version__
from newsreader.cli.arguments import COMMANDS
from tests.cli.conftest import Answer, Machine

as_root = pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read and write everything"
)


def assert_one_sentence(answer: Answer) -> None:
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("newsreader: ")
    assert answer.err.count("\n") == 1
    assert answer.err.endswith(".\n") or answer.err.endswith("?\n")


@pytest.mark.parametrize("command", ["text", "quotes", "entities", "add"])
@pytest.mark.parametrize(
    "content",
    [
        pytest.param(None, id="missing"),
        pytest.param(b"", id="empty"),
        pytest.param(b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 20, id="binary"),
    ],
)
def test_a_location_that_is_no_article(
    machine: Machine, command: str, content: bytes | None
) -> None:
    path = machine.folder / "odd.txt"
    if content is not None:
        path.write_bytes(content)
    answer = machine.run(command, path, "--library", machine.library)
    assert_one_sentence(answer)
    assert "odd.txt" in answer.err


def test_a_huge_file_is_refused_before_it_is_read(machine: Machine) -> None:
    path = machine.folder / "huge.txt"
    with path.open("wb") as file:
        file.truncate(101 * 2**20)
    assert_one_sentence(machine.run("quotes", path))


def test_the_name_of_a_file_reaches_the_terminal_harmless(machine: Machine) -> None:
    answer = machine.run("quotes", "a\x1b]0;title\x07\u202eb\nc.txt")
    assert_one_sentence(answer)
    assert not set(answer.err) & set("\x1b\x07\u202e")


@as_root
def test_unreadable_files_in_a_folder_are_named_and_the_rest_is_read(machine: Machine) -> None:
    secret = machine.folder / "secret.txt"
    secret.write_text("Title\n\nBody.")
    secret.chmod(0)
    answer = machine.run("quotes", machine.folder, "--json")
    assert answer.code == 0
    assert "secret.txt" in answer.err
    assert {row["article"] for row in answer.json} == {"Baths to close"}


@as_root
def test_a_folder_that_cannot_be_written_to(machine: Machine) -> None:
    folder = machine.folder / "readonly"
    folder.mkdir(mode=0o555)
    assert_one_sentence(machine.run("add", machine.story, "--library", folder / "notes.db"))


def test_a_folder_that_cannot_be_made(machine: Machine) -> None:
    answer = machine.run("add", machine.story, "--library", machine.story / "notes.db")
    assert_one_sentence(answer)


def test_a_file_that_is_no_library(machine: Machine) -> None:
    before = machine.story.read_bytes()
    assert_one_sentence(machine.run("add", machine.story, "--library", machine.story))
    assert machine.story.read_bytes() == before


def test_a_library_made_by_a_newer_version(machine: Machine) -> None:
    machine.run("add", machine.story, "--library", machine.library)
    db = apsw.Connection(str(machine.library))
    db.execute("INSERT INTO migration VALUES (9999, 'later', 0)")
    db.close()
    answer = machine.run("notes", "--library", machine.library)
    assert_one_sentence(answer)
    assert "newer" in answer.err


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full")
def test_standard_output_on_a_full_disk(machine: Machine) -> None:
    with Path("/dev/full").open("wb") as full:
        process = machine.start("text", machine.story, stdout=full)
        _, err = process.communicate()
    assert process.returncode == 2
    assert err == b"newsreader: The system says: No space left on device.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["text"],
        ["quotes"],
        ["quotes", "--nonsense", "x"],
        ["--nonsense", "quotes", "x"],
        ["analyze", "--jsonl", "story.txt"],
        ["search"],
        ["search", "x", "--limit", "many"],
        ["export"],
        ["notes", "--library"],
    ],
)
def test_a_wrong_command_line(machine: Machine, arguments: list[str]) -> None:
    answer = machine.run(*arguments)
    assert_one_sentence(answer)
    assert "--help" in answer.err


def test_a_command_spelt_wrong_is_guessed(machine: Machine) -> None:
    answer = machine.run("qoutes", machine.story)
    assert_one_sentence(answer)
    assert answer.err == ("newsreader: There is no file qoutes. Did you mean the command quotes?\n")


def test_a_file_named_like_a_command_is_reached_by_its_path(machine: Machine) -> None:
    machine.monkeypatch.chdir(machine.folder)
    machine.story.rename(machine.folder / "quotes")
    assert machine.run("text", "./quotes").code == 0
    assert "terminal" in machine.run("./quotes").err  # the screen is what was asked for


@pytest.mark.parametrize("arguments", [[], ["story.md"], ["-"]])
def test_the_screen_needs_a_terminal(machine: Machine, arguments: list[str]) -> None:
    machine.monkeypatch.chdir(machine.folder)
    answer = machine.run(*arguments)
    assert_one_sentence(answer)
    assert "terminal" in answer.err
    assert "quotes" in answer.err


def test_help_and_version_go_to_standard_output(machine: Machine) -> None:
    assert machine.run("--version").out == f"newsreader {__version__}\n"
    assert machine.run("quotes", "--version").out == f"newsreader {__version__}\n"
    answer = machine.run("--help")
    assert (answer.code, answer.err) == (0, "")
    for command, purpose in COMMANDS.items():
        assert purpose in answer.out
        answer_of_command = machine.run(command, "--help")
        assert answer_of_command.code == 0
        assert answer_of_command.out.startswith(f"usage: newsreader {command}")


def test_a_terminal_of_ascii_is_given_utf8(machine: Machine) -> None:
    process = machine.start("quotes", machine.story, PYTHONIOENCODING="ascii")
    out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert "“I learned".encode() in out


def test_a_closed_pipe_ends_quietly(machine: Machine) -> None:
    machine.story.write_text("Title\n\n" + "A line of words. " * 20_000, encoding="utf-8")
    with machine.start("text", machine.story) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_ctrl_c_ends_quietly(machine: Machine) -> None:
    with machine.start("analyze", "--jsonl") as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b'{"id": 1, "text": ""}\n')
        process.stdin.flush()
        process.stdout.readline()  # it runs
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130
        assert process.stderr.read() == b""
