from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import apsw

from newsreader.library import articles, traits
from newsreader.library import bin as waste
from newsreader.library.care.info import info
from newsreader.library.statements import run
from newsreader.model import Article
from tests.library.care.conftest import FETCHED, fill


def test_all_is_counted(library: apsw.Connection, path: Path) -> None:
    traits.set_read(library, 1, read=True)
    traits.set_starred(library, 2, starred=True)
    edited = Article("Weir 5", "The weir was sold.", "/news/weir5.txt")
    articles.put(library, edited, FETCHED)
    waste.put(library, [12])
    found = info(library)
    assert (found.articles, found.unread, found.starred, found.in_bin) == (11, 10, 1, 1)
    assert (found.versions, found.analysed, found.stale) == (13, 12, 0)
    assert (found.highlights, found.notes, found.corrections, found.saved_queries) == (4, 8, 4, 4)
    assert (found.quotes, found.names) == (11, 1)  # the edited article quotes nobody now
    assert found.oldest == datetime(2026, 1, 1, tzinfo=UTC)
    assert found.newest == datetime(2026, 1, 12, tzinfo=UTC)
    assert found.last_backup is None
    assert found.path == str(path)
    assert found.bytes >= path.stat().st_size > 0


def test_names_are_those_of_the_latest_versions(library: apsw.Connection) -> None:
    run(library, "DELETE FROM article WHERE id > 1")
    assert info(library).names == 1
    articles.put(library, Article("Weir 0", "It was sold.", "/news/weir0.txt"), FETCHED)
    assert info(library).names == 0


def test_samples_count_as_long_as_they_are_shown(db: apsw.Connection) -> None:
    sample = Article("Pier", "A pier stood here.", "/samples/pier.md", source=articles.SAMPLE)
    articles.put(db, sample, FETCHED)
    assert info(db).articles == 1
    fill(db, 2)
    assert info(db).articles == 2


def test_an_empty_library_has_nothing(db: apsw.Connection) -> None:
    found = info(db)
    assert (found.articles, found.unread, found.starred, found.versions) == (0, 0, 0, 0)
    assert found.oldest is found.newest is None
    assert found.path == ""
    assert found.bytes > 0
