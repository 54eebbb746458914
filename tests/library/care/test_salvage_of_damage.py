"""Salvage, with SQLite's own account of its pages (dbstat) as the judge of what can be saved."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path

import apsw
import pytest

from newsreader.errors import LibraryError
from newsreader.library import annotations as margin
from newsreader.library import articles, schema
from newsreader.library.care import KEPT
from newsreader.library.care.verification import Problem, verify
from newsreader.library.statements import run
from newsreader.model import Article
from tests.library.care.conftest import FETCHED, fresh
from tests.library.care.salvaging import (
    HOW,
    Row,
    Spoil,
    lose,
    misplaced,
    pages_of,
    rows,
    saved,
    spoil,
)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("how", HOW)
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
@pytest.mark.parametrize("how", HOW)
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
