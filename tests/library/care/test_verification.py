from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from newsreader.library import index, schema
from newsreader.library.care import Step
from newsreader.library.care.verification import Problem, verify
from newsreader.library.index import NOTHING_CLAIMED
from tests.library.care.conftest import fill, fresh


def problems(db: apsw.Connection) -> list[Problem]:
    return [each for each in verify(db) if isinstance(each, Problem)]


def test_a_library_as_it_should_be_has_no_problem(library: apsw.Connection) -> None:
    assert problems(library) == []


def test_one_that_is_empty_or_in_memory_has_none(db: apsw.Connection) -> None:
    assert problems(db) == []
    fill(db, 3)
    assert problems(db) == []  # though some are stale


def test_it_tells_how_far_it_is(library: apsw.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsreader.library.care.verification._TOLD", 5)
    steps = [each for each in verify(library) if isinstance(each, Step)]
    assert [step for step in steps if step.what == "texts"] == [
        *(Step("texts", 5, 12), Step("texts", 10, 12))
    ]
    assert {step.what for step in steps} == {"files", "texts", "analyses"}


WRONG = {
    "SHA-256": ("UPDATE version SET text = text || '.' WHERE id = 3", "weir2.txt", "salvage"),
    "belongs to no article": ("UPDATE note SET article_id = 77 WHERE rowid = 1", "", "salvage"),
    "latest text": ("UPDATE article SET latest_id = 3 WHERE id = 4", "weir3.txt", "salvage"),
    "latest text of": ("UPDATE article SET latest_id = NULL WHERE id = 4", "weir3.txt", "salvage"),
    "is missing in the index": (
        *("DELETE FROM article_index WHERE rowid = 4", "weir3.txt", "rebuild"),
    ),
    "an article that is gone": (
        "INSERT INTO article_index (rowid, text) VALUES (77, 'ghost')",
        *("number 77", "rebuild"),
    ),
    "article that is gone": (
        "INSERT INTO quote_index (rowid, said) VALUES (77 << 20, 'ghost')",
        *("number 77", "rebuild"),
    ),
    "that is gone": ("INSERT INTO article_name VALUES (77, 1, 1)", "number 77", "rebuild"),
    "a name that": ("INSERT INTO article_name VALUES (3, 77, 1)", "number 3", "rebuild"),
    "notes of an article": ("DELETE FROM note_index WHERE rowid = 1", "number 1", "rebuild"),
    "without being there": (
        *("INSERT INTO note_index (rowid, note) VALUES (2, 'ghost')", "number 2", "rebuild"),
    ),
    "Words of a text": (
        "INSERT OR REPLACE INTO article_index (rowid, text) VALUES (4, 'nothing of that')",
        *("weir3.txt", "rebuild"),
    ),
    "An analysis": ("UPDATE analysis SET result = x'00' WHERE version_id = 2", "text 2", "rebuild"),
    "The file is damaged": (
        "DELETE FROM article_index_data WHERE id > 10",
        "library.db",
        "rebuild",
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_told_with_its_place_and_remedy(
    library: apsw.Connection, what: str
) -> None:
    sql, where, remedy = WRONG[what]
    library.pragma("foreign_keys", 0)
    library.execute(sql)
    library.execute("DELETE FROM stale")
    found = problems(library)
    assert any(
        what in each.what and where in each.where and f"`newsreader library {remedy}" in each.remedy
        for each in found
    ), found


def test_many_places_are_counted(library: apsw.Connection) -> None:
    library.execute("DELETE FROM article_index")
    [problem] = problems(library)
    assert problem.where.startswith("/news/weir0.txt, ")
    assert problem.where.endswith(" and 9 more")


@pytest.mark.parametrize(
    ("table", "remedy"), [("version", "salvage"), ("article", "salvage"), ("analysis", "rebuild")]
)
def test_a_damaged_page_is_told_with_what_mends_it(
    library: apsw.Connection, path: Path, table: str, remedy: str
) -> None:
    root = library.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).get
    library.pragma("wal_checkpoint", "truncate")
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(os.urandom(4096))
    with closing(schema.connect(path)) as damaged:
        found = problems(damaged)
    assert found
    assert f"library {remedy}" in found[0].remedy


def test_others_may_write_meanwhile(library: apsw.Connection, path: Path) -> None:
    with closing(schema.connect(path)) as other:
        for each in verify(library):
            assert isinstance(each, Step)
            other.execute("UPDATE article SET starred = 1 - starred")
            index.put(other, {1: NOTHING_CLAIMED})
        fresh(other)
