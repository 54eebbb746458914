from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from newsreader.errors import SourceError
from newsreader.model import Article
from newsreader.sources import files, read

TEXT = "Council cuts its budget\n\nThe council of Ardle voted on Monday to close the library.\n"


def article(location: Path | str, stdin: bytes | None = None) -> Article:
    [result] = read(str(location), stdin=None if stdin is None else io.BytesIO(stdin))
    assert isinstance(result, Article), result
    return result


def error(location: Path | str, stdin: bytes | None = None) -> str:
    [result] = read(str(location), stdin=None if stdin is None else io.BytesIO(stdin))
    assert isinstance(result, SourceError), result
    assert result.message
    assert result.hint
    return result.message


def titles(folder: Path) -> list[str]:
    return [r.title if isinstance(r, Article) else r.message for r in read(str(folder))]


def write(path: Path, text: str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_a_file_is_an_article_at_its_absolute_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path)
    assert article("a.txt").location == str(path)
    assert article("a.txt").title == "Council cuts its budget"


def test_the_bytes_tell_the_kind_before_the_name_does(tmp_path: Path) -> None:
    page = "<!doctype html><html><body><article><p>" + TEXT * 3 + "</p></article></body></html>"
    assert article(write(tmp_path / "a.txt", page)).source == "page"
    assert article(write(tmp_path / "b.txt", f"---\ntitle: x\n---\n{TEXT}")).title == "x"
    assert article(write(tmp_path / "c.md", "# Title\n\n*Text*\n")).text == "Text"
    assert article(write(tmp_path / "d.html", "No markup here.")).source == "text"
    assert article(write(tmp_path / "e", "# Title\n\nText.\n")).source == "text"


def test_standard_input_is_named_by_its_text() -> None:
    read_once = article("-", TEXT.encode())
    assert read_once.location == f"stdin:{read_once.sha256[:12]}"
    assert article("-", TEXT.encode("utf-16")).location == read_once.location


def test_any_line_ending_gives_the_same_text() -> None:
    texts = {article("-", TEXT.replace("\n", end).encode()).sha256 for end in ("\n", "\r\n", "\r")}
    assert len(texts) == 1


def test_what_is_wrong_with_a_file_is_said(tmp_path: Path) -> None:
    assert error(tmp_path / "gone.txt") == f"There is no file {tmp_path / 'gone.txt'}."
    assert error(write(tmp_path / "a.txt") / "b").startswith("There is no file")
    assert error(write(tmp_path / "b.txt", "")).endswith("b.txt is empty.")
    assert error(write(tmp_path / "c.txt", " \n\u200b\n")).endswith("but white space.")
    (tmp_path / "d.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    assert error(tmp_path / "d.png").endswith("is a PNG image, not text.")
    (tmp_path / "e").symlink_to("gone")
    assert error(tmp_path / "e").endswith("is a link to a file that is gone.")
    (tmp_path / "f").symlink_to("f")
    assert "cannot be read: too many levels of symbolic links" in error(tmp_path / "f")
    assert "cannot be the name of a file" in error("a\0b")
    assert "file name too long" in error("a" * 5000)
    assert error("") == "A location is empty."
    assert "https://example.org" in error("https://example.org")


def test_pipes_sockets_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert error(tmp_path / "pipe").endswith("is a pipe, not a file.")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        assert error(tmp_path / "s").endswith("is a socket, not a file.")
    assert error("/dev/zero").endswith("is a device, not a file.")


def test_a_huge_file_is_not_loaded(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    program = (
        "import resource, sys; from newsreader.sources import read;"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss; print(*read(sys.argv[1]));"
        "sys.exit(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before > 20_000)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "huge.txt has 100 MB, and newsreader reads at most 20 MB." in done.stdout


def test_input_without_end_is_cut_off() -> None:
    assert "Standard input is larger" in error("-", b"a" * (files.MAX_BYTES + 1))


def test_no_message_carries_a_disguise(tmp_path: Path) -> None:
    for name in ("a\x1b[2Jb.txt", "a\u202eb", "a\nb", os.fsdecode(b"a\xff")):
        message = error(tmp_path / name)
        assert message.isprintable()
        message.encode()


def test_a_name_that_is_not_utf8_can_be_kept(tmp_path: Path) -> None:
    path = write(tmp_path / os.fsdecode(b"a\xff.txt"))
    assert article(path).location == str(tmp_path / "a?.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission_is_said_and_the_walk_goes_on(tmp_path: Path) -> None:
    write(tmp_path / "a.txt").chmod(0)
    write(tmp_path / "b/a.txt").parent.chmod(0)
    write(tmp_path / "c.txt", "Title\n\nText.")
    try:
        assert titles(tmp_path) == [
            f"You have no permission to read {tmp_path / 'a.txt'}.",
            f"You have no permission to read {tmp_path / 'b'}.",
            "Title",
        ]
    finally:
        (tmp_path / "b").chmod(0o700)


def test_a_directory_is_read_in_sorted_order_without_what_is_unfit(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/10.md", "a.txt", "c.html", ".hidden", ".git/x.txt"):
        write(tmp_path / name, f"# {name}\n\nSome text.\n")
    for name in ("x.json", "x.css", "x.JS", "a.expected.json", "c_files/ad.txt"):
        write(tmp_path / name)
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    (tmp_path / "unknown").write_bytes(b"\x00\x01")
    assert titles(tmp_path) == ["# a.txt", "b/10.md", "# b/2.txt", "# c.html"]


def test_what_should_have_been_an_article_is_an_error_in_its_place(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "")
    (tmp_path / "b.txt").write_bytes(b"\x00")
    write(tmp_path / "c.txt")
    (tmp_path / "d.txt").symlink_to("gone")
    assert titles(tmp_path) == [
        f"{tmp_path / 'a.txt'} is empty.",
        f"{tmp_path / 'b.txt'} is binary data, not text.",
        "Council cuts its budget",
        f"{tmp_path / 'd.txt'} is a link to a file that is gone.",
    ]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path / "a/a.txt")
    (tmp_path / "a/again").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to("a")
    assert titles(tmp_path) == ["Council cuts its budget"]


def test_an_article_has_one_location_by_whatever_links_it_is_reached(tmp_path: Path) -> None:
    real = write(tmp_path / "real/a.txt")
    (tmp_path / "linked").symlink_to("real")
    (tmp_path / "picked").mkdir()
    (tmp_path / "picked/b.txt").symlink_to(real)
    for folder in ("real", "linked", "picked"):
        assert article(tmp_path / folder).location == str(real.resolve())
    assert article(tmp_path / "linked/a.txt").location == str(real.resolve())


def test_a_deep_directory_is_walked(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(400):
        folder /= "d"
    write(folder / "a.txt")
    assert titles(tmp_path) == ["Council cuts its budget"]


def test_a_directory_without_articles_is_an_error(tmp_path: Path) -> None:
    assert error(tmp_path) == f"There are no articles in {tmp_path}."
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    assert error(tmp_path) == f"There are no articles in {tmp_path}."


def test_plain_text_needs_no_heavy_library(tmp_path: Path) -> None:
    program = (
        "import sys; from newsreader.sources import read; print(*read(sys.argv[1]));"
        "heavy = {'trafilatura', 'chardet', 'yaml', 'dateutil', 'markdown_it', 'lxml', 'textual'};"
        "sys.exit(len(heavy & set(sys.modules)))"
    )
    path = str(write(tmp_path / "a.txt"))
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
