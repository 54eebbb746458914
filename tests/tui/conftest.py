from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from newsreader.reading import Reading
from tests.tui.running import ARTICLES


@pytest.fixture(autouse=True)
def a_terminal_with_all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing depend on the terminal that the tests are started from."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(autouse=True)
def a_clipboard_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the clipboard alone of whoever runs the tests."""
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("SSH_CONNECTION", "elsewhere")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles in a folder."""
    return shutil.copytree(ARTICLES, tmp_path / "news")


@pytest.fixture
def pier(folder: Path) -> Path:
    """One article in a file."""
    return folder / "1-pier.md"


@pytest.fixture
def kept(library: Path, folder: Path) -> Path:
    """A library of three articles with their analyses."""
    with Reading(library) as reading:
        assert len(list(reading.add([str(folder)]))) == 3
        list(reading.analyze_all(reading.unanalysed()))
    return library


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Export into a folder of its own."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder
