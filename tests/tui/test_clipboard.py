"""The clipboard: through the terminal, and by programs of the platform."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from textual.app import App

from newsreader.errors import ExportError
from newsreader.tui import clipboard
from newsreader.tui.clipboard import MOST, copy

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")

KEEPS = 'echo "$@" > "$0.args"; exec cat > "$0.text"'
FAILS = "exit 1"
NEVER_ENDS = "exec tail -f /dev/null"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that programs are looked for in, before those that scripts need."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    return folder


def put(folder: Path, name: str, does: str) -> None:
    program = folder / name
    program.write_text(f"#!/bin/sh\n{does}\n")
    program.chmod(0o755)


def taken(folder: Path, name: str) -> str:
    return (folder / f"{name}.text").read_text("utf-8")


@pytest.mark.usefixtures("programs")
async def test_without_a_program_nobody_can_tell() -> None:
    app = App[None]()
    assert await copy(app, "“Ja”", "Copied") == "Copied (4 characters), if the terminal allows it."
    assert app.clipboard == "“Ja”"


async def test_a_program_takes_the_text_on_its_standard_input(programs: Path) -> None:
    put(programs, "xclip", KEEPS)
    app = App[None]()
    text = "$(rm -rf /) `id`\n“Ja”, said Renn; --help"
    assert await copy(app, text, "Copied") == f"Copied ({len(text)} characters)."
    assert taken(programs, "xclip") == text
    assert (programs / "xclip.args").read_text() == "-selection clipboard\n"
    assert app.clipboard == text


async def test_no_control_character_reaches_it(programs: Path) -> None:
    put(programs, "wl-copy", KEEPS)
    app = App[None]()
    await copy(app, "a\x1b]52;c;eA==\x07b\x9b2J\u202ec\x00\nd", "Copied")
    assert taken(programs, "wl-copy") == app.clipboard == "abc\nd"


async def test_the_next_program_is_tried_where_one_fails(programs: Path) -> None:
    put(programs, "wl-copy", FAILS)
    put(programs, "xclip", FAILS)
    put(programs, "xsel", KEEPS)
    assert await copy(App[None](), "Ja", "Copied") == "Copied (2 characters)."
    assert taken(programs, "xsel") == "Ja"


async def test_a_program_that_never_ends_is_not_waited_for(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "PATIENCE", 0.05)
    put(programs, "wl-copy", NEVER_ENDS)
    put(programs, "xclip", KEEPS)
    assert await copy(App[None](), "Ja", "Copied") == "Copied (2 characters)."


async def test_a_program_of_another_desktop_is_not_asked(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(programs, "wl-copy", KEEPS)
    monkeypatch.delenv("WAYLAND_DISPLAY")
    said = await copy(App[None](), "Ja", "Copied")
    assert said.endswith("if the terminal allows it.")
    assert not (programs / "wl-copy.text").exists()


@pytest.mark.parametrize(("from_afar", "asked"), [("", True), ("elsewhere", False)])
async def test_over_ssh_the_clipboard_is_not_that_of_the_other_machine(
    programs: Path, monkeypatch: pytest.MonkeyPatch, from_afar: str, *, asked: bool
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", from_afar)
    put(programs, "pbcopy", KEEPS)
    await copy(App[None](), "Ja", "Copied")
    assert (programs / "pbcopy.text").exists() is asked


async def test_windows_is_given_its_own_encoding(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    put(programs, "clip.exe", KEEPS)
    await copy(App[None](), "“Ja”", "Copied")
    assert (programs / "clip.exe.text").read_bytes().decode("utf-16-le") == "“Ja”"


async def test_a_text_too_long_for_terminals_is_said(programs: Path) -> None:
    app, text = App[None](), "ä" * (MOST // 2 + 1)
    with pytest.raises(ExportError, match="nothing was copied"):
        await copy(app, text, "Copied")
    assert app.clipboard == ""
    put(programs, "xclip", KEEPS)
    assert await copy(app, text, "Copied") == f"Copied ({len(text):,} characters)."
    assert taken(programs, "xclip") == text
