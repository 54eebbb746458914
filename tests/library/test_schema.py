from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import apsw
import pytest

from newsreader.errors import LibraryError
from newsreader.library import articles, schema, traits
from newsreader.library.migrations import Migration, shipped
from newsreader.library.statements import run, transaction
from newsreader.model import Article

FETCHED = datetime(2026, 3, 1, 12, tzinfo=UTC)
ARTICLE = Article("Bridge reopens", "The bridge is open again.", "/news/bridge.txt")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def kept(path: Path) -> list[str]:
    with closing(schema.connect(path)) as db:
        return [listed.title for listed in articles.listing(db)]


def fill(path: Path) -> None:
    with closing(schema.connect(path)) as db:
        articles.put(db, ARTICLE, FETCHED)


def test_a_library_is_made_with_its_folder_and_found_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "library.db"
    fill(path)
    assert kept(path) == ["Bridge reopens"]


def test_a_library_is_durable_and_checks_what_belongs_together(path: Path) -> None:
    with closing(schema.connect(path)) as db:
        assert db.pragma("journal_mode") == "wal"
        assert db.pragma("synchronous") == 2
        assert db.pragma("foreign_keys") == 1
        assert db.pragma("application_id") == schema.APPLICATION_ID
        tables = db.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
            " AND NOT strict AND name NOT LIKE 'sqlite%'"
        ).fetchall()
        assert tables == []


def test_an_empty_file_becomes_a_library(path: Path) -> None:
    path.touch()
    assert kept(path) == []


def test_a_file_that_is_not_sqlite_is_refused_and_left_alone(path: Path) -> None:
    path.write_text("Dear diary, " * 100)
    with pytest.raises(LibraryError, match="is not a newsreader library") as caught:
        schema.connect(path)
    assert str(path) in caught.value.message
    assert "--library" in caught.value.hint
    assert path.read_text() == "Dear diary, " * 100


def test_another_programs_sqlite_file_is_refused_and_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipe (name)")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="is not a newsreader library"):
        schema.connect(path)
    assert path.read_bytes() == before


def test_a_damaged_library_is_said_to_be_damaged(path: Path) -> None:
    fill(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(LibraryError, match="is damaged"):
        schema.connect(path)


def test_a_library_made_by_a_newer_newsreader_is_refused_politely(path: Path) -> None:
    with closing(schema.connect(path)) as db:
        run(db, "INSERT INTO migration VALUES (99, 'from the future', 0)")
    with pytest.raises(LibraryError, match="newer newsreader") as caught:
        schema.connect(path)
    assert "Update newsreader" in caught.value.hint


def test_a_folder_where_a_file_stands_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryError, match="folder"):
        schema.connect(tmp_path / "file" / "library.db")


def test_a_folder_is_not_a_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="cannot be opened"):
        schema.connect(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_cannot_be_written_is_refused(path: Path) -> None:
    fill(path)
    path.chmod(0o444)
    with pytest.raises(LibraryError, match="cannot be written"):
        schema.connect(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(LibraryError, match="cannot be opened"):
        schema.connect(tmp_path / "library.db")


def test_writing_what_may_only_be_read_is_said(db: apsw.Connection) -> None:
    db.pragma("query_only", 1)
    with pytest.raises(LibraryError, match="cannot be written"):
        articles.put(db, ARTICLE, FETCHED)


def test_a_full_disk_is_said_and_nothing_kept_is_lost(path: Path) -> None:
    fill(path)
    with closing(schema.connect(path)) as db:
        db.pragma("max_page_count", db.pragma("page_count"))
        large = Article("Large", "word " * 100_000, "/large")
        with pytest.raises(LibraryError, match="disk is full"), transaction(db):
            articles.put(db, large, FETCHED)
        assert db.get_autocommit()
        assert [listed.title for listed in articles.listing(db)] == ["Bridge reopens"]
    assert kept(path) == ["Bridge reopens"]


def test_a_library_another_program_is_writing_is_said_to_be_busy(path: Path) -> None:
    with closing(schema.connect(path)) as one, closing(schema.connect(path)) as other:
        other.set_busy_timeout(0)
        with transaction(one), pytest.raises(LibraryError, match="another program"):
            articles.put(other, ARTICLE, FETCHED)
        articles.put(other, ARTICLE, FETCHED)


def test_programs_that_start_together_make_one_library(path: Path) -> None:
    failures = []

    def start() -> None:
        try:
            schema.connect(path).close()
        except Exception as error:  # noqa: BLE001 - whatever it is, the test must see it
            failures.append(error)

    threads = [threading.Thread(target=start) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert kept(path) == []


def test_a_library_may_move_between_threads(db: apsw.Connection) -> None:
    thread = threading.Thread(target=articles.put, args=(db, ARTICLE, FETCHED))
    thread.start()
    thread.join()
    assert [listed.title for listed in articles.listing(db)] == ["Bridge reopens"]


def add_and_fail(db: apsw.Connection) -> None:
    articles.put(db, ARTICLE, FETCHED)
    raise ZeroDivisionError


def star_and_fail(db: apsw.Connection) -> None:
    traits.set_starred(db, 1, starred=True)
    raise ZeroDivisionError


def test_a_transaction_is_kept_whole_or_not_at_all(db: apsw.Connection) -> None:
    with pytest.raises(ZeroDivisionError), transaction(db):
        add_and_fail(db)
    assert articles.listing(db) == []


def test_a_failed_part_of_a_transaction_leaves_the_rest(db: apsw.Connection) -> None:
    with transaction(db):
        articles.put(db, ARTICLE, FETCHED)
        with pytest.raises(ZeroDivisionError), transaction(db):
            star_and_fail(db)
    assert [listed.starred for listed in articles.listing(db)] == [False]


class TestMigrations:
    next_number = len(shipped()) + 1

    def step(self, sql: str) -> list[Migration]:
        return [*shipped(), Migration(self.next_number, "test", sql)]

    def test_shipped_ones_are_numbered_without_gaps(self) -> None:
        assert [one.number for one in shipped()] == list(range(1, self.next_number))
        assert all(one.name and one.sql for one in shipped())

    def test_each_runs_once_after_a_copy_of_what_there_was(self, path: Path) -> None:
        fill(path)
        with closing(schema.connect(path)) as db:
            for _ in range(2):
                schema.migrate(db, self.step("CREATE TABLE extra (x)"))
            assert run(db, "SELECT number FROM migration") == [
                (number,) for number in range(1, self.next_number + 1)
            ]
        backup = path.with_name(f"library.db.before-{self.next_number}")
        assert kept(backup) == ["Bridge reopens"]
        assert not list(path.parent.glob("*before*.[0-9]*"))

    def test_the_copy_is_none_of_what_another_program_has_made_of_it(self, path: Path) -> None:
        fill(path)
        steps = self.step("UPDATE article SET title = 'Later'")

        class OvertakenSteps(list[Migration]):
            def __getitem__(self, at: Any) -> Any:  # noqa: ANN401 - as a list has it
                with closing(schema.connect(path)) as other:
                    schema.migrate(other, steps)
                return super().__getitem__(at)

        with closing(schema.connect(path)) as db:
            schema.migrate(db, OvertakenSteps(steps))
            assert run(db, "SELECT title FROM article") == [("Later",)]
        assert kept(path.with_name(f"library.db.before-{self.next_number}")) == ["Bridge reopens"]

    def test_a_new_library_is_not_copied(self, path: Path) -> None:
        fill(path)
        assert not list(path.parent.glob("*before*"))

    def test_one_that_fails_changes_nothing(self, path: Path) -> None:
        fill(path)
        with closing(schema.connect(path)) as db, pytest.raises(apsw.SQLError):
            schema.migrate(db, self.step("DELETE FROM article; SELECT nonsense"))
        assert kept(path) == ["Bridge reopens"]

    def test_one_that_leaves_loose_ends_changes_nothing(self, path: Path) -> None:
        fill(path)
        loose_ends = pytest.raises(LibraryError, match="loose ends")
        with closing(schema.connect(path)) as db, loose_ends:
            schema.migrate(db, self.step("DELETE FROM version"))
        assert kept(path) == ["Bridge reopens"]
