from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from tests.terminal.terminal import Terminal

ROOT = Path(__file__).parents[2]


class Run(Protocol):
    """Starts the program in a terminal."""

    def __call__(
        self,
        *arguments: str | Path,
        size: tuple[int, int] = (100, 30),
        stdin: bytes | None = None,
        **environment: str,
    ) -> Terminal: ...


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A reader's machine of its own: no config file, no library."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return kept | {
        "HOME": str(tmp_path / "home"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LC_ALL": "C.UTF-8",
    }


@pytest.fixture
def run(environment: dict[str, str], tmp_path: Path) -> Run:
    """Return what starts the program on a library in this test's folder."""
    if sys.platform == "win32":
        pytest.skip("pseudo-terminals are POSIX")
    from tests.terminal.terminal import Terminal

    def start(
        *arguments: str | Path,
        size: tuple[int, int] = (100, 30),
        stdin: bytes | None = None,
        **changes: str,
    ) -> Terminal:
        own = environment | changes
        own = {name: value for name, value in own.items() if value or name == "NO_COLOR"}
        library: list[str | Path] = ["--library", tmp_path / "library.db"]
        return Terminal([*library, *arguments], own, size=size, stdin=stdin, folder=tmp_path)

    return start
