from __future__ import annotations

import os
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsreader.errors import ExportError
from newsreader.export.note_file import new_note
from newsreader.export.note_folder import Fate, WrittenNote, _folded, _free_name, write_folder
from newsreader.model.evidence import Evidence
from tests.export.invented import EVIDENCE
from tests.export.strategies import one_passage, texts

ONE = one_passage()


def written(folder: Path, *evidence: Evidence) -> list[tuple[str, str]]:
    """Write notes and return the name of each file, and what became of it."""
    found = list(write_folder(evidence, folder))
    assert all(isinstance(each, WrittenNote) for each in found), found
    return [
        (each.path.relative_to(folder).as_posix(), each.fate.value)
        for each in found
        if isinstance(each, WrittenNote)
    ]


def refused(folder: Path, *evidence: Evidence) -> str:
    [error] = [each for each in write_folder(evidence, folder) if isinstance(each, ExportError)]
    assert "\n" not in str(error)
    return str(error)


def test_each_article_has_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "vault" / "news"
    assert written(folder, *EVIDENCE) == [
        ("Baths to close, “for good”.md", "new"),
        ("السد يفتح 🌊.md", "new"),
    ]
    assert (folder / "السد يفتح 🌊.md").read_text("utf-8") == new_note(EVIDENCE[1])


def test_a_file_without_news_is_not_touched(tmp_path: Path) -> None:
    written(tmp_path, ONE)
    path = tmp_path / "Baths vote.md"
    os.utime(path, (1, 1))
    assert written(tmp_path, ONE) == [("Baths vote.md", "unchanged")]
    assert path.stat().st_mtime == 1
    assert written(tmp_path, replace(ONE, note=None)) == [("Baths vote.md", "updated")]
    assert path.stat().st_mtime > 1


def test_a_file_is_found_again_wherever_it_went(tmp_path: Path) -> None:
    written(tmp_path, ONE)
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "Baths vote.md").rename(tmp_path / "deep" / "er" / "Mine.md")
    assert written(tmp_path, replace(ONE, title="New")) == [("deep/er/Mine.md", "updated")]
    assert [path.name for path in tmp_path.rglob("*.md")] == ["Mine.md"]


def test_what_is_hidden_is_not_looked_at(tmp_path: Path) -> None:
    written(tmp_path, ONE)
    (tmp_path / ".trash").mkdir()
    (tmp_path / "Baths vote.md").rename(tmp_path / ".trash" / "Baths vote.md")
    assert written(tmp_path, ONE) == [("Baths vote.md", "new")]


def test_no_file_of_somebody_else_is_written_over(tmp_path: Path) -> None:
    for name in ("BATHS VOTE.md", "Baths vote 2.md"):
        (tmp_path / name).write_text("mine", "utf-8")
    other = replace(ONE, location="/other")
    assert written(tmp_path, ONE, other) == [("Baths vote 3.md", "new"), ("Baths vote 4.md", "new")]
    assert (tmp_path / "BATHS VOTE.md").read_text("utf-8") == "mine"
    assert written(tmp_path, other, ONE) == [
        ("Baths vote 4.md", "unchanged"),
        ("Baths vote 3.md", "unchanged"),
    ]


def test_a_damaged_file_is_left_alone_and_the_next_is_written(tmp_path: Path) -> None:
    written(tmp_path, ONE)
    path = tmp_path / "Baths vote.md"
    damaged = path.read_text("utf-8").replace("%% newsreader end", "%% newsreader")
    path.write_text(damaged, "utf-8")
    other = replace(ONE, location="/other", title="Other")
    found = list(write_folder([replace(ONE, title="New"), other], tmp_path))
    assert isinstance(found[0], ExportError)
    assert f"The note {path} is left as it is" in str(found[0])
    assert found[1] == WrittenNote(tmp_path / "Other.md", Fate.NEW)
    assert path.read_text("utf-8") == damaged


def test_a_mark_without_its_key_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("%% newsreader begin %%", "utf-8")
    assert "a.md is left as it is" in refused(tmp_path, ONE)


def test_two_files_on_one_article_are_said(tmp_path: Path) -> None:
    written(tmp_path, ONE)
    (tmp_path / "Copy.md").write_bytes((tmp_path / "Baths vote.md").read_bytes())
    error = refused(tmp_path, ONE)
    assert "Baths vote.md and " in error
    assert "Copy.md" in error


def test_a_file_in_another_encoding_is_said(tmp_path: Path) -> None:
    written(tmp_path, ONE)
    with (tmp_path / "Baths vote.md").open("ab") as file:
        file.write(b"caf\xe9")
    assert "not in UTF-8" in refused(tmp_path, replace(ONE, title="New"))


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    with pytest.raises(ExportError, match="Notes cannot be kept in"):
        list(write_folder([ONE], tmp_path / "x"))


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_folder_without_permission_is_said(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(mode)
    try:
        with pytest.raises(ExportError, match="Permission denied"):
            list(write_folder([ONE], folder))
    finally:
        folder.chmod(0o700)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("", "Untitled.md"),
        ("...", "Untitled.md"),
        ("a/b\\c:d", "a b c d.md"),
        ("CON", "_CON.md"),
        ("nul.txt", "_nul.txt.md"),
        ("../../etc/passwd", "etc passwd.md"),
        ("[[What?]] #1 ^x | %%", "What 1 x.md"),
        ("e\u0301te\x1b[31m\u202e", "éte.md"),
    ],
)
def test_names_are_what_every_file_system_takes(title: str, name: str) -> None:
    assert _free_name(title, set()) == name


@given(texts | st.text(min_size=200, max_size=300))
@example("\u1fd6")  # falls apart into two characters where capitals are evened out
def test_any_title_makes_a_safe_name(title: str) -> None:
    name = _free_name(title, set())
    assert len(name.encode()) <= 200
    assert not set(name) & set('<>:"/\\|?*#^[]%')
    assert not any(unicodedata.category(each) in {"Cc", "Cs", "Zl", "Zp"} for each in name)
    assert name.removesuffix(".md").strip(" .") == name.removesuffix(".md")
    assert name[0] not in ".-"
    assert _free_name(title, {_folded(name)}) != name
