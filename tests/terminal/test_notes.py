"""Notes in a real terminal: an editor that takes it over, and programs that are killed."""

from __future__ import annotations

import os
import shlex
import signal
import sys
from pathlib import Path

import pytest

from newsreader.reading import Reading
from tests.terminal.conftest import Run

STORY = """\
Quillhaven pier to close for repairs

“The timber is soft to the touch,” harbour master Tobias Renn said.
"""

EDITOR = """
import sys
from pathlib import Path
path = Path(sys.argv[1])
print("EDITING", repr(path.read_text("utf-8")), flush=True)
sys.stdin.readline()
path.write_text("From the editor.\\n", "utf-8")
"""


def write_story(folder: Path) -> Path:
    path = folder / "pier.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_an_editor_has_the_terminal_and_gives_it_back(run: Run, tmp_path: Path) -> None:
    script = tmp_path / "my editor.py"
    script.write_text(EDITOR, encoding="utf-8")
    with run(write_story(tmp_path), EDITOR=shlex.join([sys.executable, str(script)])) as terminal:
        terminal.wait_for("3 Quotes · 1")
        terminal.press("]q")
        terminal.wait_for("Quote 1 of 1")
        terminal.press("a")
        terminal.wait_for("Ctrl+E your own editor")
        terminal.press("Begun here")
        terminal.wait_for("Begun here")
        terminal.press("\x05")
        terminal.wait_for("EDITING 'Begun here\\n'")
        terminal.press("\n")
        terminal.wait_for("Ctrl+S keeps it", "From the editor.")
        terminal.press("ctrl+s")
        terminal.wait_for("Note kept.", "3 Quotes · 1")
        terminal.press("Q")
        assert terminal.wait_for_end() == 0
    with Reading(tmp_path / "library.db") as reading:
        assert [entry.note for entry in reading.entries()] == ["From the editor."]


@pytest.mark.parametrize(
    ("keys", "told", "kept"),
    [
        (["H"], "Highlighted.", [("yellow", "", ())]),
        (["H", "C"], "Highlight in green.", [("green", "", ())]),
        (["H", "t", "wood", "enter"], "Tagged #wood", [("yellow", "", ("wood",))]),
        (["a", "Why?", "ctrl+s"], "Note kept.", [("yellow", "Why?", ())]),
        (["H", "u"], "Undone: highlight.", []),
        (["H", "A", "a", "Why?", "ctrl+s"], "Note kept.", [("yellow", "Why?", ())]),
        (["H", "C", "A", "d"], "Highlight removed", []),
    ],
    ids=["highlight", "colour", "tags", "note", "undo", "note in the list", "removed there"],
)
def test_what_is_said_to_be_done_outlives_a_killed_program(
    run: Run, tmp_path: Path, keys: list[str], told: str, kept: list[object]
) -> None:
    with run(write_story(tmp_path)) as terminal:
        terminal.wait_for("3 Quotes · 1")
        terminal.press("]q")
        terminal.wait_for("Quote 1 of 1")
        terminal.press(*keys)
        terminal.wait_for(told)
        os.kill(terminal.pid, signal.SIGKILL)
        assert terminal.wait_for_end() == -signal.SIGKILL
    with Reading(tmp_path / "library.db") as reading:
        found = [(entry.colour, entry.note, entry.tags) for entry in reading.entries()]
    assert found == kept
