from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsreader.analysis import analyze
from newsreader.errors import LibraryError, SourceError
from newsreader.library.articles import Stored
from newsreader.library.statements import run
from newsreader.reading import Reading

LONG_AGO = 1_600_000_000_000_000_000  # nanoseconds: the files may be trusted not to change unseen
MANY = 80  # more than are read in this process, and more than one batch


def write(path: Path, text: str, modified: int = LONG_AGO) -> Path:
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(modified, modified))
    return path


def article(number: int) -> str:
    return f"Title {number}\n\n“The pier is number {number},” said Jane Roe of Weir on Monday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "many"
    made.mkdir()
    for number in range(MANY):
        write(made / f"{number:03}.txt", article(number))
    return made


@pytest.fixture
def reading(tmp_path: Path) -> Iterator[Reading]:
    with Reading(tmp_path / "library.db") as reading:
        yield reading


def added(reading: Reading, *locations: Path, analysing: bool = False) -> list[Stored]:
    outcomes = list(reading.add(map(str, locations), analysing=analysing))
    assert not [each for each in outcomes if isinstance(each, SourceError)]
    return [each for each in outcomes if isinstance(each, Stored)]


def test_many_come_in_in_order_with_their_analyses(reading: Reading, folder: Path) -> None:
    stored = added(reading, folder, analysing=True)
    assert all(each.new for each in stored)
    listed = reading.listing([each.article_id for each in stored])
    assert [each.title for each in listed] == [f"Title {number}" for number in range(MANY)]
    assert reading.unanalysed() == []
    for each in (stored[0], stored[-1]):  # made in this process, and in another
        version = reading.open(each.article_id).version
        assert reading.analysis(version) == analyze(version.text)


def test_what_is_analysed_is_found_by_what_is_said(reading: Reading, folder: Path) -> None:
    added(reading, folder, analysing=True)
    with reading.library() as db:
        assert run(db, "SELECT * FROM stale") == []
        by_roe = "SELECT count(*) FROM quote_index WHERE quote_index MATCH 'said:pier speaker:roe'"
        assert run(db, by_roe) == [(MANY,)]


def test_files_that_have_not_changed_are_not_read_again(reading: Reading, folder: Path) -> None:
    first = added(reading, folder)
    hidden = folder / "000.txt"
    write(
        hidden, "X" * hidden.stat().st_size
    )  # as large and as old as before: nobody looks into it
    again = added(reading, folder)
    assert [each.article_id for each in again] == [each.article_id for each in first]
    assert not any(each.new or each.edited for each in again)
    assert len(reading.versions(first[0].article_id)) == 1


def test_a_file_that_has_changed_is_read_again(reading: Reading, folder: Path) -> None:
    first = added(reading, folder)
    write(folder / "003.txt", article(1003), LONG_AGO + 1)
    again = added(reading, folder)
    assert [number for number, each in enumerate(again) if each.edited] == [3]
    assert len(reading.versions(first[3].article_id)) == 2


def test_a_file_changed_a_moment_ago_is_not_trusted(reading: Reading, tmp_path: Path) -> None:
    path = tmp_path / "now.txt"
    path.write_text(article(1))
    added(reading, path)
    status = path.stat()
    path.write_text(article(2))  # as large as before
    os.utime(path, ns=(status.st_mtime_ns, status.st_mtime_ns))
    [stored] = added(reading, path)
    assert stored.edited


def test_what_is_added_again_comes_out_of_the_bin(reading: Reading, folder: Path) -> None:
    first = added(reading, folder)
    with reading.library() as db:
        run(db, "UPDATE article SET deleted = 1 WHERE id = ?", (first[5].article_id,))
    again = added(reading, folder)
    assert [number for number, each in enumerate(again) if each.restored] == [5]
    assert len(reading.listing()) == MANY


def test_stopped_it_has_kept_what_it_said_and_goes_on(reading: Reading, folder: Path) -> None:
    incoming = reading.add([str(folder)], analysing=True)
    said = {next(incoming) for _ in range(40)}
    incoming.close()  # type: ignore[attr-defined]  # it is a generator
    kept = {each.id for each in reading.listing()}
    assert {each.article_id for each in said if isinstance(each, Stored)} <= kept
    assert 40 <= len(kept) < MANY
    again = added(reading, folder, analysing=True)
    assert sum(each.new for each in again) == MANY - len(kept)
    assert len(reading.listing()) == MANY


def test_without_room_what_was_said_is_kept(reading: Reading, folder: Path) -> None:
    with reading.library() as db:
        db.pragma("max_page_count", db.pragma("page_count") + 12)
    said: list[Stored | SourceError] = []
    with pytest.raises(LibraryError, match="disk is full"):
        said.extend(reading.add([str(folder)]))
    kept = {each.id for each in reading.listing()}
    assert {each.article_id for each in said if isinstance(each, Stored)} == kept
    assert 0 < len(kept) < MANY


def test_problems_stand_where_the_articles_would(reading: Reading, tmp_path: Path) -> None:
    good, empty = write(tmp_path / "good.txt", article(1)), write(tmp_path / "empty.txt", "")
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    (pictures / "data").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    missing = tmp_path / "missing.txt"
    outcomes = list(reading.add(map(str, (missing, good, empty, pictures))))
    assert [type(each) for each in outcomes] == [SourceError, Stored, SourceError, SourceError]
    assert "no articles" in str(outcomes[-1])


def test_a_name_that_no_file_can_have_is_said(reading: Reading) -> None:
    [outcome] = reading.add(["a\0b"])
    assert str(outcome) == "ab cannot be the name of a file. Check the name."
