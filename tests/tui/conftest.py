from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.tui.running import ARTICLES


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
