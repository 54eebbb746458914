from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest

from newsreader.errors import LibraryError
from newsreader.library import articles, index, schema
from newsreader.library.statements import run
from newsreader.model import Article

FETCHED = datetime(2026, 3, 1, tzinfo=UTC)
ARTICLE = Article("Bridge", "The café by the river is open.", "/news/bridge.txt", byline="Quill")


def found(db: apsw.Connection, expression: str) -> list[int]:
    matches = index.matches(db, expression, 100)
    run(db, "INSERT INTO article_index (article_index) VALUES ('integrity-check')")
    return [match.article_id for match in matches]


def test_title_byline_and_text_are_found(db: apsw.Connection) -> None:
    key = articles.put(db, ARTICLE, FETCHED).article_id
    for word in ("bridge", "quill", "river", "cafe", "CAFÉ"):
        assert found(db, word) == [key]
    assert found(db, "storm") == []


def test_the_matches_in_the_text_are_told(db: apsw.Connection) -> None:
    articles.put(db, ARTICLE, FETCHED)
    (match,) = index.matches(db, "the OR cafe", 9)
    assert match.text == ARTICLE.text
    assert [span.of(match.text) for span in match.spans] == ["The", "café", "the"]
    (titled,) = index.matches(db, "bridge", 9)
    assert titled.spans == ()


def test_only_the_latest_version_is_found(db: apsw.Connection) -> None:
    key = articles.put(db, ARTICLE, FETCHED).article_id
    articles.put(db, replace(ARTICLE, text="The bakery is open.", title="Bakery"), FETCHED)
    assert found(db, "river") == []
    assert found(db, "bridge") == []
    assert found(db, "bakery") == [key]
    articles.put(db, ARTICLE, FETCHED)
    assert found(db, "river") == [key]


def test_a_removed_article_is_not_found(db: apsw.Connection) -> None:
    key = articles.put(db, ARTICLE, FETCHED).article_id
    run(db, "DELETE FROM article WHERE id = ?", (key,))
    assert found(db, "river") == []


def test_a_damaged_index_is_said_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with closing(schema.connect(path)) as db:
        articles.put(db, ARTICLE, FETCHED)
        run(db, "UPDATE article_index_data SET block = x'ffffffffffffffff' WHERE id > 1")
    with closing(schema.connect(path)) as db:
        with pytest.raises(LibraryError, match="damaged search index") as caught:
            index.matches(db, "river", 9)
        assert "rebuild" in caught.value.hint
        (listed,) = articles.listing(db)
        assert articles.latest_version(db, listed.id).text == ARTICLE.text
        index.rebuild(db)
        assert found(db, "river") == [listed.id]
