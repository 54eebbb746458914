"""Salvage, with SQLite's own account of its pages (dbstat) as the judge of what can be saved."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import apsw
import pytest

from newsreader.errors import LibraryError
from newsreader.library import annotations as margin
from newsreader.library import articles, schema
from newsreader.library.care import KEPT, Step, backups
from newsreader.library.care.salvage import Salvaged, salvage
from newsreader.library.care.verification import Problem, verify
from newsreader.library.statements import run
from newsreader.library.undo import undo
from newsreader.model import Article
from tests.library.care.conftest import FETCHED, fill, fresh
from tests.library.test_migrations import OLDER, old_library

PAGE = 4096
Row = tuple[Any, ...]


def saved(damaged: Path, to: Path) -> Salvaged:
    *steps, last = salvage(damaged, to)
    assert all(isinstance(step, Step) for step in steps)
    assert isinstance(last, Salvaged)
    return last


def rows(db: apsw.Connection, table: str) -> dict[object, Row]:
    """Return the rows of a table by what tells them apart."""
    found = run(db, f"SELECT * FROM {table}")  # noqa: S608
    return {row if table.endswith("_tag") else row[0]: row for row in found}


def pages_of(db: apsw.Connection, table: str) -> dict[object, set[int]]:
    """Return the pages that each row stands on, as SQLite's `dbstat` has them."""
    stat = run(db, "SELECT path, pageno, pagetype, ncell FROM dbstat WHERE name = ?", (table,))
    every = {page for _, page, _, _ in stat}
    if table.endswith("_tag"):
        return dict.fromkeys(rows(db, table), every)
    cells: dict[str, set[int]] = {}
    for path, page, kind, count in sorted(stat):
        if kind == "leaf":
            cells |= {f"{path}{cell:03x}": {page} for cell in range(count)}
    for path, page, kind, _ in stat:
        if kind == "overflow":
            cells[path.partition("+")[0]].add(page)
    ordered = run(db, f"SELECT * FROM {table} ORDER BY rowid")  # noqa: S608
    return dict(zip((row[0] for row in ordered), cells.values(), strict=True))


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Iterator[apsw.Connection]:
    """Give a library with long texts, edits, a bin, and pages that became free."""
    with closing(schema.connect(tmp_path_factory.mktemp("original") / "library.db")) as db:
        fill(db, 40, words=20)
        for number, length in enumerate((900, 1_500, 3_000)):
            body = " ".join(f"{number}-{word}" for word in range(length))
            articles.put(db, Article(f"Long {number}", body, f"/news/long{number}.txt"), FETCHED)
        articles.put(db, Article("Weir 5", "The weir was sold.", "/news/weir5.txt"), FETCHED)
        run(db, "UPDATE article SET deleted = 1 WHERE id IN (2, 3)")
        backups.note(db, FETCHED, Path("/news/backup.db"))
        gone = articles.put(db, Article("Gone", "gone " * 9_000, "/news/gone.txt"), FETCHED)
        margin.write_note(db, gone.article_id, None, "Never to be seen again")
        run(db, "DELETE FROM article WHERE id = ?", (gone.article_id,))
        fresh(db)
        db.pragma("wal_checkpoint", "truncate")
        yield db


@pytest.fixture
def damaged(original: apsw.Connection, tmp_path: Path) -> Path:
    return Path(shutil.copy(original.filename, tmp_path / "damaged.db"))


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


def noise(_file: bytes, _page: int, chance: random.Random) -> bytes:
    return chance.randbytes(PAGE)


def wiped(_file: bytes, _page: int, _chance: random.Random) -> bytes:
    return bytes(PAGE)


def misplaced(file: bytes, _page: int, chance: random.Random) -> bytes:
    start = PAGE * chance.randrange(len(file) // PAGE)
    return file[start : start + PAGE]


def sector(file: bytes, page: int, chance: random.Random) -> bytes:
    start = 512 * chance.randrange(8)
    whole = file[page * PAGE - PAGE : page * PAGE]
    return whole[:start] + chance.randbytes(512) + whole[start + 512 :]


Spoil = Callable[[bytes, int, random.Random], bytes]


def spoil(path: Path, how: Spoil, seed: int) -> set[int]:
    """Overwrite pages of a file; return which."""
    chance = random.Random(seed)  # noqa: S311
    file = bytearray(path.read_bytes())
    count = len(file) // PAGE
    pages = set(chance.sample(range(1, count + 1), chance.choice((1, 3, 12, count // 4))))
    if seed % 4 == 0:
        pages.add(1)
    for page in sorted(pages):
        file[page * PAGE - PAGE : page * PAGE] = how(bytes(file), page, chance)
    path.write_bytes(file)
    return pages


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("how", [noise, wiped, misplaced, sector])
def test_all_that_stands_on_whole_pages_is_saved(
    original: apsw.Connection, damaged: Path, how: Spoil, seed: int
) -> None:
    bad = spoil(damaged, how, seed)
    before = damaged.read_bytes()
    told = saved(damaged, damaged.with_name("new.db"))
    assert damaged.read_bytes() == before
    with closing(schema.connect(damaged.with_name("new.db"))) as new:
        for table in KEPT:
            there, pages = rows(new, table), pages_of(original, table)
            whole = {key: row for key, row in rows(original, table).items() if not pages[key] & bad}
            if table == "article":  # which says what is read where that is lost
                there = {key: forgetful(row) for key, row in there.items()}
                whole = {key: forgetful(row) for key, row in whole.items()}
            elif table.endswith("_tag"):  # which is nothing without what it was put on
                tagged = rows(new, table.removesuffix("_tag"))
                whole = {key: row for key, row in whole.items() if row[0] in tagged}
            assert whole.items() <= there.items()
            assert told.saved[table] >= len(whole)
        texts = set(run(original, "SELECT text FROM version"))
        assert set(run(new, "SELECT text FROM version")) - {("",)} <= texts
        assert run(new, "PRAGMA foreign_key_check") == []
        fresh(new)
        assert not [each for each in verify(new) if isinstance(each, Problem)]


def forgetful(row: Row) -> Row:
    """Leave out of an article which version is read, was seen, and was said last."""
    return (*row[:10], *row[11:15])


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("how", [noise, wiped, misplaced, sector])
def test_damage_is_only_ever_said_to_be_damage(damaged: Path, how: Spoil, seed: int) -> None:
    spoil(damaged, how, seed)
    with suppress(LibraryError), closing(schema.connect(damaged)) as db:
        list(verify(db))
        if how is misplaced:
            return  # a page of another table is a whole page to SQLite
        for article_id in range(1, 44):
            articles.listing(db, [article_id])
            margin.notes(db, article_id)
        fresh(db)


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


def lose(path: Path, table: str, original: apsw.Connection, key: object) -> None:
    """Wipe the pages of one row."""
    with path.open("r+b") as file:
        for page in pages_of(original, table)[key]:
            file.seek(page * PAGE - PAGE)
            file.write(bytes(PAGE))


def test_what_others_need_has_something_in_its_place(
    original: apsw.Connection, damaged: Path
) -> None:
    for table in ("article", "highlight"):
        for key in rows(original, table):
            lose(damaged, table, original, key)
    [(lost,)] = run(original, "SELECT latest_id FROM article WHERE title = 'Long 2'")
    lose(damaged, "version", original, lost)
    told = saved(damaged, damaged.with_name("new.db"))
    assert (told.saved["article"], told.lost["article"]) == (0, 42)  # “Long 2” left no trace
    assert told.lost["highlight"] == told.saved["note"] / 2 == 14
    with closing(schema.connect(damaged.with_name("new.db"))) as new:
        listed = articles.listing(new)
        assert {one.location for one in listed} >= {"salvaged:1", "salvaged:42"}
        assert [note.text for note in margin.notes(new, 1)] == [
            *("On the sluice of weir0", "On all of weir0"),
        ]


def test_an_article_without_its_text_is_there_and_takes_it_again(
    original: apsw.Connection, damaged: Path
) -> None:
    [(lost, text)] = run(
        original,
        "SELECT version.id, text FROM version JOIN article ON latest_id = version.id"
        " WHERE title = 'Long 2'",
    )
    lose(damaged, "version", original, lost)
    told = saved(damaged, damaged.with_name("new.db"))
    assert told.lost["version"] >= 1
    with closing(schema.connect(damaged.with_name("new.db"))) as new:
        [(key, empty)] = run(
            new,
            "SELECT article.id, text FROM article JOIN version ON version.id = latest_id"
            " WHERE title = 'Long 2'",
        )
        assert empty == ""
        stored = articles.put(new, Article("Long 2", text, "/news/long2.txt"), FETCHED)
        assert (stored.article_id, stored.edited) == (key, True)


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


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="cannot be read"):
        saved(tmp_path / "none.db", tmp_path / "new.db")


def test_stopped_it_leaves_nothing(damaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsreader.library.care.salvage._TOGETHER", 5)
    steps = salvage(damaged, damaged.with_name("new.db"))
    next(steps)
    steps.close()  # type: ignore[attr-defined]  # a generator
    assert [path.name for path in damaged.parent.iterdir()] == ["damaged.db"]
