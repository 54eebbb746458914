from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from newsreader.errors import LibraryError
from newsreader.library import articles, index, schema
from newsreader.library.care import KEPT, derived
from newsreader.library.index import NOTHING_CLAIMED
from newsreader.library.statements import run
from tests.library.care.conftest import FETCHED, article, contents, fresh
from tests.library.care.test_verification import problems

_FOUND = "SELECT rowid, rank FROM {0} WHERE {0} MATCH ? ORDER BY rank, rowid"
_SOUGHT = {
    "article_index": "weir3 OR sluice",
    "quote_index": "speaker : roe",
    "note_index": "weir3",
}
_NAMED = "SELECT article_id, kind, name, times FROM article_name JOIN name ON name.id = name_id"


def answers(db: apsw.Connection) -> list[object]:
    found = [run(db, _FOUND.format(table), (words,)) for table, words in _SOUGHT.items()]
    return [*found, sorted(run(db, _NAMED))]


def test_what_is_derived_is_made_again_as_it_was(library: apsw.Connection) -> None:
    kept = {table: contents(library, table) for table in (*KEPT, "undo", "analysis")}
    before = answers(library)
    assert all(before)
    derived.drop(library, analyses=False)
    assert len(index.stale(library, 99)) == 12
    assert library.execute("SELECT count(*) FROM article_index('weir3')").get == 0
    fresh(library)
    assert answers(library) == before
    assert {table: contents(library, table) for table in kept} == kept
    assert problems(library) == []


def test_analyses_go_too_when_asked_for(library: apsw.Connection) -> None:
    derived.drop(library, analyses=True)
    assert contents(library, "analysis") == []
    library.execute("INSERT INTO analysis VALUES (1, 1, x'00')")
    assert index.stale(library, 99)  # the triggers are there again
    fresh(library)
    library.execute("UPDATE analysis SET result = x'0000'")
    assert index.stale(library, 99) == [1]


def test_the_file_is_what_a_new_one_is(library: apsw.Connection, db: apsw.Connection) -> None:
    derived.drop(library, analyses=True)
    defined = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    assert library.execute(defined).fetchall() == db.execute(defined).fetchall()


def test_it_can_be_told_when_it_is_not_all_made_again(library: apsw.Connection) -> None:
    assert not derived.under_way(library)
    library.execute("INSERT INTO stale VALUES (3)")
    assert not derived.under_way(library)  # stale, as articles may be at any time
    derived.drop(library, analyses=False)
    for article_id in range(1, 13):
        assert derived.under_way(library)
        index.put(library, {article_id: NOTHING_CLAIMED})
    assert not derived.under_way(library)


def overwrite(path: Path, pages: list[int]) -> None:
    with path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * 4096)
            file.write(os.urandom(4096))


_DERIVED = (
    *("article_index_data", "article_index_idx", "article_index_docsize", "article_index_config"),
    *("quote_index_data", "note_index_data", "note_index_config", "name", "article_name", "stale"),
    *("article_name_name", "analysis"),
)


@pytest.mark.parametrize("table", _DERIVED)
def test_however_damaged_it_is_made_again(library: apsw.Connection, path: Path, table: str) -> None:
    before = answers(library)
    pages = run(library, "SELECT pageno FROM dbstat WHERE name = ?", (table,))
    library.pragma("wal_checkpoint", "truncate")
    library.close()
    overwrite(path, [page for (page,) in pages])
    with closing(schema.connect(path)) as db:
        assert problems(db)
        assert not derived.under_way(db)
        derived.drop(db, analyses=True)
        fresh(db)
        assert answers(db) == before
        assert problems(db) == []


def test_where_there_is_no_room_all_is_as_it_was(library: apsw.Connection) -> None:
    before = answers(library)
    library.pragma("max_page_count", library.pragma("page_count") + 4)
    with pytest.raises(LibraryError, match="disk is full"):
        derived.drop(library, analyses=True)
    assert answers(library) == before
    library.pragma("max_page_count", 1_000_000)
    articles.put(library, article(99), FETCHED)
    assert problems(library) == []


def test_others_see_what_was_made_anew(library: apsw.Connection, path: Path) -> None:
    with closing(schema.connect(path)) as other:
        before = answers(other)
        derived.drop(library, analyses=True)
        fresh(other)
        assert answers(other) == before
    assert problems(library) == []


def test_where_more_is_damaged_nothing_is_dropped(library: apsw.Connection, path: Path) -> None:
    [(root,)] = run(library, "SELECT rootpage FROM sqlite_schema WHERE name = 'version'")
    library.pragma("wal_checkpoint", "truncate")
    library.close()
    overwrite(path, [root])
    before = path.read_bytes()
    damaged = pytest.raises(LibraryError, match="is damaged")
    with closing(schema.connect(path)) as db, damaged as caught:
        derived.drop(db, analyses=False)
    assert "library salvage" in caught.value.hint
    assert path.read_bytes() == before
