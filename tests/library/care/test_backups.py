from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from newsreader.errors import LibraryError
from newsreader.library import articles, schema
from newsreader.library.care import backups
from newsreader.library.care.copies import copy
from newsreader.library.times import now
from tests.library.care.conftest import FETCHED, article, contents


def back_up(db: apsw.Connection, to: Path | None = None) -> Path:
    place = backups.place(db, to)
    list(copy(db, place))
    backups.note(db, now(), place)
    return place


def test_a_backup_is_a_library_with_all_that_was_there(library: apsw.Connection) -> None:
    before = {table: contents(library, table) for table in ("article", "note", "undo", "analysis")}
    place = back_up(library)
    with closing(schema.connect(place)) as there:
        assert {table: contents(there, table) for table in before} == before
        assert there.execute("SELECT count(*) FROM article_index('weir3')").get == 1


def test_it_is_one_file_beside_the_library_named_for_the_day(
    library: apsw.Connection, path: Path
) -> None:
    first, second, third = (back_up(library) for _ in range(3))
    day = now().astimezone().strftime("%Y-%m-%d")
    assert first == path.with_name(f"library-{day}.db")
    assert len({first, second, third}) == 3
    assert all(other.name.startswith(f"library-{day}-") for other in (second, third))
    there = {each.name for each in path.parent.iterdir()}
    assert there - {"library.db-wal", "library.db-shm"} == {
        *("library.db", first.name, second.name, third.name)
    }


def test_the_last_one_is_known(library: apsw.Connection, tmp_path: Path) -> None:
    assert backups.last(library) is None
    back_up(library)
    other = back_up(library, tmp_path / "other.db")
    known = backups.last(library)
    assert known is not None
    assert known.location == str(other)
    assert abs((now() - known.made).total_seconds()) < 60


def test_a_folder_may_be_named(library: apsw.Connection, tmp_path: Path) -> None:
    (tmp_path / "safe").mkdir()
    assert back_up(library, tmp_path / "safe").parent == tmp_path / "safe"


def test_a_backup_of_its_own_is_replaced(library: apsw.Connection, tmp_path: Path) -> None:
    place = back_up(library, tmp_path / "copy.db")
    # What a program that was killed left beside the old one is no part of the new one.
    Path(f"{place}-wal").write_bytes(b"left over")
    articles.put(library, article(99), FETCHED)
    assert back_up(library, tmp_path / "copy.db") == place
    with closing(schema.connect(place)) as there:
        assert contents(there, "article") == contents(library, "article")


def a_text(path: Path) -> None:
    path.write_text("Dear diary")


def another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE recipe (name)")


def another_library(path: Path) -> None:
    schema.connect(path).close()


@pytest.mark.parametrize("make", [a_text, another_program, another_library])
def test_any_other_file_is_left_alone(
    library: apsw.Connection, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "file")
    before = (tmp_path / "file").read_bytes()
    with pytest.raises(LibraryError, match="is no backup of this library"):
        backups.place(library, tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == before


def test_a_log_that_another_library_left_there_is_no_part_of_it(
    library: apsw.Connection, tmp_path: Path
) -> None:
    place, log = tmp_path / "safe.db", tmp_path / "safe.db-wal"
    with closing(schema.connect(place)) as other:
        articles.put(other, article(99), FETCHED)
        left = log.read_bytes()
    place.unlink()
    log.write_bytes(left)
    back_up(library, place)
    with closing(schema.connect(place)) as there:
        assert contents(there, "article") == contents(library, "article")


def test_what_took_the_place_of_a_backup_is_left_alone(
    library: apsw.Connection, tmp_path: Path
) -> None:
    place = back_up(library, tmp_path / "copy.db")
    place.write_text("Dear diary")
    with pytest.raises(LibraryError, match="is no backup of this library"):
        backups.place(library, place)


def test_the_library_itself_is_no_backup(library: apsw.Connection, path: Path) -> None:
    backups.note(library, now(), path)
    with pytest.raises(LibraryError, match="is no backup of this library"):
        backups.place(library, path)


def test_there_must_be_a_folder_and_a_file(library: apsw.Connection, db: apsw.Connection) -> None:
    with pytest.raises(LibraryError, match="There is no folder"):
        backups.place(library, Path("/nowhere/at/all.db"))
    with pytest.raises(LibraryError, match="in memory"):
        backups.place(db, None)


def test_what_is_written_meanwhile_neither_stops_it_nor_is_in_it(
    library: apsw.Connection, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.library.care.copies._PAGES", 1)
    before = contents(library, "article")
    with closing(schema.connect(path)) as other:
        for number, step in enumerate(copy(library, tmp_path / "copy.db")):
            assert step.done <= step.total
            if number < 20:
                articles.put(other, article(100 + number), FETCHED)
    with closing(schema.connect(tmp_path / "copy.db")) as there:
        assert contents(there, "article") == before
    assert len(contents(library, "article")) == len(before) + 20


def test_stopped_it_leaves_nothing(
    library: apsw.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.library.care.copies._PAGES", 1)
    before = set(tmp_path.iterdir())
    steps = copy(library, tmp_path / "copy.db")
    next(steps)
    assert set(tmp_path.iterdir()) - before
    steps.close()  # type: ignore[attr-defined]  # a generator
    assert set(tmp_path.iterdir()) == before


def test_a_damaged_library_replaces_no_backup(
    library: apsw.Connection, path: Path, tmp_path: Path
) -> None:
    place = back_up(library, tmp_path / "copy.db")
    whole = place.read_bytes()
    root = library.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'version'").get
    library.pragma("wal_checkpoint", "truncate")
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(os.urandom(4096))
    damaged = pytest.raises(LibraryError, match=r"library\.db is damaged")
    with closing(apsw.Connection(str(path))) as db, damaged:
        list(copy(db, place))
    assert place.read_bytes() == whole
    assert not list(tmp_path.glob("copy.db.*"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_said(library: apsw.Connection, tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o555)
    with pytest.raises(LibraryError, match="cannot be opened"):
        list(copy(library, tmp_path / "closed" / "copy.db"))
