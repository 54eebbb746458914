"""The reader's own editor, as programs that stand for one."""

from __future__ import annotations

import shlex
import stat
import sys
from pathlib import Path

import pytest

from newsreader.errors import NewsreaderError
from newsreader.tui.own_editor import command, edited

LOOK = """
import sys, os
from pathlib import Path
path = Path(sys.argv[-1])
seen = path.read_text("utf-8")
Path(sys.argv[1]).write_text(f"{path} {path.stat().st_mode:o} {path.parent.stat().st_mode:o}")
path.write_bytes(eval(sys.argv[2])(seen))
"""


def an_editor(report: Path, does: str) -> list[str]:
    """Return a program that writes `does` of a text, and reports how its file lay."""
    return [sys.executable, "-c", LOOK, str(report), does]


@pytest.mark.parametrize(
    ("text", "does", "result"),
    [
        ("A note.", "lambda seen: seen.upper().encode()", "A NOTE."),
        ("", "lambda seen: b'Begun there.\\n'", "Begun there."),
        ("é 漢字 🌊\n\n- one", "lambda seen: seen.encode()", "é 漢字 🌊\n\n- one"),
        ("a", "lambda seen: b'\\xef\\xbb\\xbfone\\r\\ntwo\\x1b[2J\\x07\\r\\n'", "one\ntwo"),
        ("a", "lambda seen: b'caf\\xe9\\n'", "café"),
        ("a\n\n", "lambda seen: seen.encode()", "a\n\n"),
        ("a", "lambda seen: b''", ""),
        ("x" * 1_000_000, "lambda seen: seen.encode()", "x" * 1_000_000),
    ],
    ids=["changed", "begun", "unchanged", "unclean", "latin", "lines", "emptied", "megabyte"],
)
def test_what_is_written_there_comes_back_clean(
    tmp_path: Path, text: str, does: str, result: str
) -> None:
    assert edited(text, an_editor(tmp_path / "report", does)) == result


def test_nobody_else_can_read_it_and_nothing_stays(tmp_path: Path) -> None:
    edited("Secret.", an_editor(tmp_path / "report", "lambda seen: seen.encode()"))
    path, mode, of_folder = (tmp_path / "report").read_text().split()
    assert path.endswith(".md")
    if sys.platform != "win32":
        assert stat.S_IMODE(int(mode, 8)) == 0o600
        assert stat.S_IMODE(int(of_folder, 8)) == 0o700
    assert not Path(path).parent.exists()


@pytest.mark.parametrize(
    ("editor", "says"),
    [
        (["no-such-editor-anywhere"], "no-such-editor-anywhere could not be started: no such file"),
        (["bad\0name"], "could not be started"),
        ([sys.executable, "-c", "raise SystemExit(3)"], "ended with the code 3"),
        (
            [sys.executable, "-c", "import os, sys; os.remove(sys.argv[-1])"],
            "could not be passed to the editor and back: No such file",
        ),
    ],
)
def test_an_editor_that_fails_is_one_sentence(editor: list[str], says: str) -> None:
    with pytest.raises(NewsreaderError, match=says) as caught:
        edited("A note.", editor)
    assert "What you wrote is still here." in str(caught.value)


def test_which_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "ed")
    monkeypatch.delenv("VISUAL", raising=False)
    assert command() == ["ed"]
    monkeypatch.setenv("VISUAL", shlex.join(["/opt/my editor", "--wait"]))
    assert command() == ["/opt/my editor", "--wait"]
    monkeypatch.setenv("VISUAL", "'vi")
    with pytest.raises(NewsreaderError, match="quotation mark that is not closed"):
        command()
    monkeypatch.setenv("VISUAL", " ")
    monkeypatch.setenv("EDITOR", "")
    with pytest.raises(NewsreaderError, match="Name one in"):
        command()
