"""A reader's machine for one test: no config, no library, one saved article."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import pytest

from newsreader.cli import main

STORY = """\
---
title: "Baths to close"
byline: Ann Hall
date: 2026-03-05
publisher: The Ledger
---

Harrowmere will drain its baths in April, Mayor Delia Pruett said on Tuesday.

“I learned to swim in that pool,” Pruett said. “So did my children. But I can’t heat it with
affection.”

"Take an ordinary year and the figure is half that," Warren Corley told the council. He said that
the losses had been worked out from the coldest winter in thirty years.
"""


@dataclass
class Answer:
    """What a command line gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - JSON is anything
        return json.loads(self.out)

    @property
    def width(self) -> int:
        """The columns of the widest line; paths, which stay whole, are not counted."""
        return max(len(line) for line in self.out.split("\n") if "/" not in line)


@dataclass
class Machine:
    """Runs command lines, in this process or in one of their own."""

    folder: Path
    story: Path
    library: Path
    environment: dict[str, str]
    capture: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    def run(self, *arguments: str | Path, stdin: str | bytes = b"") -> Answer:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        code = main([str(argument) for argument in arguments])
        captured = self.capture.readouterr()
        return Answer(code, captured.out, captured.err)

    def start(
        self,
        *arguments: str | Path,
        stdout: int | IO[bytes] = subprocess.PIPE,
        stderr: int = subprocess.PIPE,
        **environment: str,
    ) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "newsreader", *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=stdout,
            stderr=stderr,
            env=os.environ | self.environment | environment,
        )


@pytest.fixture
def machine(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Machine:
    home = tmp_path / "home"
    home.mkdir()
    environment = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "PYTHONUNBUFFERED": "",  # output is buffered, as it is for readers
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    story = tmp_path / "story.md"
    story.write_text(STORY, encoding="utf-8")
    return Machine(tmp_path, story, tmp_path / "notes.db", environment, capsys, monkeypatch)
