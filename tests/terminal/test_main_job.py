"""The main job, as a reader does it: in a terminal, by keyboard, on a file."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.conftest import Run

STORY = """\
---
title: Quillhaven pier to close for repairs
byline: Ida Marsh
date: 2020-02-10
---

The ferry pier at Quillhaven will close on Monday for four months.

“The timber is soft to the touch,” harbour master Tobias Renn said.

Councillor Mina Oakes wants a second opinion. “We were told this before,” Oakes said.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "pier.md"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_the_first_run_shows_a_sample_and_how_to_begin(run: Run) -> None:
    with run(size=(120, 36)) as terminal:
        terminal.wait_for("1 Articles", "? shows all keys", "Harrowmere")
        terminal.press("Q")
        assert terminal.wait_for_end() == 0


def test_read_highlight_note_quit_and_come_back(run: Run, story: Path) -> None:
    with run(story) as terminal:
        terminal.wait_for("The ferry pier at Quillhaven", "3 Quotes · 2")
        terminal.press("]q")
        terminal.wait_for("Quote 1 of 2 · Tobias Renn")
        terminal.press("H")
        terminal.wait_for("Highlighted.")
        terminal.press("a")
        terminal.wait_for("Ctrl+S keeps it")
        terminal.press("Who tested it?")
        terminal.wait_for("Who tested it?")
        terminal.press("ctrl+s")
        terminal.wait_for("Note kept.")
        terminal.press("Q")
        assert terminal.wait_for_end() == 0
    with run(story) as terminal:
        terminal.wait_for("3 Quotes · 2", "✎")
        terminal.press("]h")
        terminal.wait_for("Highlight 1 of 1", "Who tested it?")
        terminal.press("Q")
        assert terminal.wait_for_end() == 0


def test_an_article_from_standard_input(run: Run) -> None:
    with run("-", stdin=STORY.encode()) as terminal:
        terminal.wait_for("The ferry pier at Quillhaven", "3 Quotes · 2")
        terminal.press("]q")
        terminal.wait_for("Quote 1 of 2 · Tobias Renn")
        terminal.press("Q")
        assert terminal.wait_for_end() == 0


def test_finding_words(run: Run, story: Path) -> None:
    with run(story) as terminal:
        terminal.wait_for("3 Quotes · 2")
        terminal.press("/")
        terminal.wait_for("Find")
        terminal.press("opinion")
        terminal.wait_for("1 of 1")


def test_resizing_while_it_runs(run: Run, story: Path) -> None:
    with run(story, size=(120, 36)) as terminal:
        terminal.wait_for("1 Added", "2 Text", "3 Quotes", "4 Names")
        terminal.resize((60, 20))
        terminal.wait_for("[2 Text]", "The ferry pier at Quillhaven")
        terminal.resize((20, 6))
        terminal.wait_for("newsreader needs")
        terminal.resize((120, 36))
        terminal.wait_for("1 Added", "3 Quotes · 2", "The ferry pier at Quillhaven")
        terminal.press("]q")
        terminal.wait_for("Quote 1 of 2")


def test_quitting_leaves_the_terminal_as_it_was(run: Run, story: Path) -> None:
    with run(story) as terminal:
        terminal.wait_for("3 Quotes · 2")
        terminal.press("Q")
        assert terminal.wait_for_end() == 0
    for mode in (b"1049", b"1000", b"1003", b"1006", b"2004"):
        on, off = b"\x1b[?" + mode + b"h", b"\x1b[?" + mode + b"l"
        assert terminal.raw.rfind(off) > terminal.raw.rfind(on) > -1, mode
    assert terminal.raw.rfind(b"\x1b[?25h") > terminal.raw.rfind(b"\x1b[?25l") > -1


def test_no_colour(run: Run, story: Path) -> None:
    with run(story, NO_COLOR="1") as terminal:
        terminal.wait_for("The ferry pier at Quillhaven", "3 Quotes · 2", "Tobias Renn")
        terminal.press("]q")
        terminal.wait_for("Quote 1 of 2")
    colours = re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)[;m]", terminal.raw)  # whole ones
    assert all(red == green == blue for red, green, blue in colours)


@pytest.mark.parametrize("term", ["xterm-16color", "linux"])
def test_terminals_with_few_colours(run: Run, story: Path, term: str) -> None:
    with run(story, TERM=term, COLORTERM="") as terminal:
        terminal.wait_for("The ferry pier at Quillhaven", "3 Quotes · 2", "Tobias Renn")
        terminal.press("]q")
        terminal.wait_for("Quote 1 of 2")
    assert b"8;2;" not in terminal.raw


def test_a_missing_file_is_said_in_the_status_line(run: Run) -> None:
    with run("nowhere.txt") as terminal:
        terminal.wait_for("nowhere.txt")
        terminal.press("?")
        terminal.wait_for("Keys", "j k Space scroll")
        terminal.press("q")
        terminal.wait_without("j k Space scroll")
        terminal.press("Q")
        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("arguments", [[], ["pier.md"], ["-"]])
def test_without_a_terminal_there_is_one_sentence(
    story: Path, environment: dict[str, str], arguments: list[str]
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newsreader", *arguments],
        input=STORY,
        capture_output=True,
        encoding="utf-8",
        env=environment,
        cwd=story.parent,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("newsreader: The reader needs a terminal")
    assert done.stderr.count("\n") == 1
