from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from newsreader.errors import ExportError
from newsreader.export import FORMATS, render, save
from tests.export.strategies import one_passage


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_notes_give_the_same_bytes(name: str) -> None:
    assert render(name, [one_passage()]) == render(name, [one_passage()])
    assert render(name, [one_passage()]).endswith("\n")


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(ExportError, match="markdown, "):
        render("word", [])


def test_an_export_replaces_the_file_that_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("before", encoding="utf-8")
    save("“after”\n", path)
    assert path.read_bytes() == "“after”\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    save("x", tmp_path / "ours")
    (tmp_path / "theirs").write_text("x", encoding="utf-8")
    ours, theirs = ((tmp_path / name).stat().st_mode for name in ("ours", "theirs"))
    assert stat.S_IMODE(ours) == stat.S_IMODE(theirs)


def test_a_link_keeps_pointing_at_the_file(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("before", encoding="utf-8")
    (tmp_path / "link.md").symlink_to("real.md")
    save("after", tmp_path / "link.md")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text(encoding="utf-8") == "after"


@pytest.mark.parametrize("name", ["missing/notes.md", "."])
def test_a_place_that_takes_no_file_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError, match="could not be written"):
        save("x", tmp_path / name)


def test_links_that_lead_in_a_circle_are_named_and_left(tmp_path: Path) -> None:
    (tmp_path / "one.md").symlink_to("other.md")
    (tmp_path / "other.md").symlink_to("one.md")
    with pytest.raises(ExportError, match="could not be written"):
        save("x", tmp_path / "one.md")
    assert (tmp_path / "one.md").is_symlink()


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full")
def test_a_full_device_is_named() -> None:
    with pytest.raises(ExportError, match="No space left"):
        save("x", Path("/dev/full"))


def test_a_text_that_cannot_be_written_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        save("\ud800", path)
    assert path.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]
