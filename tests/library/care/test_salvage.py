"""What salvage saves of a library that is whole, and what it leaves be."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from newsreader.errors import LibraryError
from newsreader.library import annotations as margin
from newsreader.library import articles, schema
from newsreader.library.care import KEPT, backups
from newsreader.library.care.salvage import Salvaged, salvage
from newsreader.library.care.verification import Problem, verify
from newsreader.library.statements import run
from newsreader.library.undo import undo
from newsreader.model import Article
from tests.library.care.conftest import FETCHED, fresh
from tests.library.care.salvaging import PAGE, rows, saved
from tests.library.test_migrations import OLDER, old_library


def test_a_whole_library_is_saved_whole(original: apsw.Connection, damaged: Path) -> None:
    told = saved(damaged, damaged.with_name("new.db"))
    counts = {table: len(rows(original, table)) for table in KEPT}
    assert told == Salvaged(counts, dict.fromkeys(KEPT, 0), 0)
    assert all(counts.values())
    with closing(schema.connect(damaged.with_name("new.db"))) as new:
        assert {table: rows(new, table) for table in KEPT} == {
            table: rows(original, table) for table in KEPT
        }
        assert undo(new) is None
        fresh(new)
        assert not [each for each in verify(new) if isinstance(each, Problem)]
    assert not [path for path in damaged.parent.iterdir() if "new.db." in path.name]


def test_what_was_not_yet_written_into_the_file_is_saved(damaged: Path) -> None:
    with closing(schema.connect(damaged)) as db:
        articles.put(db, Article("Late", "It came late.", "/news/late.txt"), FETCHED)
        margin.write_note(db, 1, None, "Written last")
        assert damaged.with_name("damaged.db-wal").stat().st_size
        copy = damaged.with_name("copy.db")
        shutil.copy(damaged, copy)
        shutil.copy(damaged.with_name("damaged.db-wal"), copy.with_name("copy.db-wal"))
        before = {table: rows(db, table) for table in KEPT}
    wal = copy.with_name("copy.db-wal").read_bytes()
    assert saved(copy, copy.with_name("new.db")).unreadable == 0
    assert copy.with_name("copy.db-wal").read_bytes() == wal
    with closing(schema.connect(copy.with_name("new.db"))) as new:
        assert {table: rows(new, table) for table in KEPT} == before


def test_what_the_log_held_before_it_was_begun_anew_is_past(damaged: Path) -> None:
    with closing(schema.connect(damaged)) as db:
        for title in ("First", "Second", "Third"):
            run(db, "UPDATE article SET title = ? WHERE id = 1", (title,))
        db.pragma("wal_checkpoint")
        before = damaged.with_name("damaged.db-wal").stat().st_size
        run(db, "UPDATE article SET title = 'Last' WHERE id = 1")
        assert damaged.with_name("damaged.db-wal").stat().st_size == before
        saved(damaged, damaged.with_name("new.db"))
    with closing(schema.connect(damaged.with_name("new.db"))) as new:
        assert run(new, "SELECT title FROM article WHERE id = 1") == [("Last",)]


def test_what_was_deleted_stays_deleted(damaged: Path) -> None:
    with closing(schema.connect(damaged)) as db:
        run(db, "DELETE FROM article WHERE id > 5")
        assert db.pragma("freelist_count") > 10
        before = {table: rows(db, table) for table in KEPT}
    saved(damaged, damaged.with_name("new.db"))
    with closing(schema.connect(damaged.with_name("new.db"))) as new:
        assert {table: rows(new, table) for table in KEPT} == before


def test_a_transaction_that_was_not_ended_is_not_saved(damaged: Path) -> None:
    with closing(schema.connect(damaged)) as db:
        db.execute("PRAGMA cache_size = 5; PRAGMA cache_spill = 5; BEGIN")
        for number in range(30):
            articles.put(db, Article("Half", f"half {number} " * 500, f"/half{number}"), FETCHED)
        copy = damaged.with_name("copy.db")
        shutil.copy(damaged, copy)
        shutil.copy(damaged.with_name("damaged.db-wal"), copy.with_name("copy.db-wal"))
        assert copy.with_name("copy.db-wal").stat().st_size > PAGE
        db.execute("ROLLBACK")
    saved(copy, copy.with_name("new.db"))
    with closing(schema.connect(copy.with_name("new.db"))) as new:
        assert not run(new, "SELECT * FROM article WHERE title = 'Half'")


@pytest.mark.parametrize("number", OLDER)
def test_a_library_of_an_older_program_is_saved_too(tmp_path: Path, number: int) -> None:
    path = tmp_path / "library.db"
    with closing(old_library(path, number)):
        pass
    saved(path, tmp_path / "new.db")
    with (
        closing(schema.connect(path)) as migrated,
        closing(schema.connect(tmp_path / "new.db")) as new,
    ):
        for table in KEPT:
            assert rows(new, table) == rows(migrated, table)
        fresh(new)
        assert not [each for each in verify(new) if isinstance(each, Problem)]


def test_every_table_is_kept_or_made_again(original: apsw.Connection) -> None:
    tables = run(
        original,
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type"
        " IN ('table', 'virtual') AND name NOT LIKE 'sqlite%'",
    )
    assert {name for (name,) in tables} - set(KEPT) == {
        *("migration", "undo", "file", "analysis", "stale", "name", "article_name"),
        *("article_index", "quote_index", "note_index"),
    }


def test_no_two_tables_can_be_taken_for_each_other(original: apsw.Connection) -> None:
    from newsreader.library.care.salvage import _table

    tables = [_table(original, name) for name in KEPT]
    for one in tables:
        for other in tables:
            if one is not other and one.rowids == other.rowids:
                shared = range(
                    max(one.least, other.least), 1 + min(len(one.columns), len(other.columns))
                )
                for count in shared:
                    pairs = zip(one.kinds[:count], other.kinds[:count], strict=True)
                    assert any(not set(mine) & set(theirs) for mine, theirs in pairs)


def test_nothing_is_written_over(damaged: Path) -> None:
    (damaged.parent / "new.db").write_text("Dear diary")
    with pytest.raises(LibraryError, match="is there already"):
        saved(damaged, damaged.parent / "new.db")
    assert (damaged.parent / "new.db").read_text() == "Dear diary"


@pytest.mark.parametrize(
    "content",
    [b"", b"Dear diary", random.Random(7).randbytes(3 * PAGE), bytes(PAGE)],  # noqa: S311
    ids=["nothing", "text", "noise", "zeros"],
)
def test_what_was_never_a_library_gives_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "diary").write_bytes(content)
    with pytest.raises(LibraryError, match="Nothing of a library"):
        saved(tmp_path / "diary", tmp_path / "new.db")
    assert [path.name for path in tmp_path.iterdir()] == ["diary"]


def test_a_library_of_which_only_its_backup_is_known_gives_none(tmp_path: Path) -> None:
    with closing(schema.connect(tmp_path / "library.db")) as db:
        backups.note(db, FETCHED, Path("/news/backup.db"))
    with pytest.raises(LibraryError, match="Nothing of a library"):
        saved(tmp_path / "library.db", tmp_path / "new.db")


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="cannot be read"):
        saved(tmp_path / "none.db", tmp_path / "new.db")


def test_stopped_it_leaves_nothing(damaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsreader.library.care.salvage._TOGETHER", 5)
    steps = salvage(damaged, damaged.with_name("new.db"))
    next(steps)
    steps.close()  # type: ignore[attr-defined]  # a generator
    assert [path.name for path in damaged.parent.iterdir()] == ["damaged.db"]
